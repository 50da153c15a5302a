//! The registry: every rule is told of, has its cases, and stands in the README.
//!
//! The cases of a rule are `tests/rules/<slug>.md`: what must be found under `## 查出`, near misses under `## 不查`. A case is a list item, which
//! stands in for a paragraph of a report that has no fault otherwise, or a fence ```` ```text ````, which is a whole text. `⟦⟧` stand round the
//! words that are found (before a text: something is absent that has no place), `⏎` is a line feed. Where the rule has a sure fix, the line or
//! fence behind, after `→` or in ```` ```fixed ````, is the text as it must stand after the fix. Before an item, or after `text`, options may
//! stand in `{}`: the report year, the kind of body (街道 乡镇 县 市 省 部门), 报送稿, the part that the item stands in (不足 责任 安排), and
//! the severity that is wanted (错误 提醒 提示).

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use fazhi_check::report::{Finding, Purpose, Settings, Severity};
use fazhi_check::rules::{self, Category, RULES, Rule, Texts};
use fazhi_check::text::{Source, Span};

/// The place of the item in its report.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Measures,
    Problems,
    FirstResponsible,
    Plan,
}

struct Case {
    at: String,
    text: String,
    fixed: Option<String>,
    hit: bool,
    whole: bool,
    options: Options,
}

#[derive(Clone)]
struct Options {
    year: u16,
    kind: &'static str,
    purpose: Purpose,
    place: Place,
    severity: Option<&'static str>,
}

impl Options {
    fn read(at: &str, words: &str) -> Self {
        let mut options = Self {
            year: 2024,
            kind: "乡镇",
            purpose: Purpose::Public,
            place: Place::Measures,
            severity: None,
        };
        for word in words.split_whitespace() {
            match word {
                "公开稿" => options.purpose = Purpose::Public,
                "报送稿" => options.purpose = Purpose::Submission,
                "成效" => options.place = Place::Measures,
                "不足" => options.place = Place::Problems,
                "责任" => options.place = Place::FirstResponsible,
                "安排" => options.place = Place::Plan,
                _ => {
                    let known = |words: &[&'static str]| words.iter().copied().find(|w| *w == word);
                    if let Some(kind) = known(&["街道", "乡镇", "县", "市", "省", "部门"])
                    {
                        options.kind = kind;
                    } else if let Some(severity) = known(&["错误", "提醒", "提示"]) {
                        options.severity = Some(severity);
                    } else {
                        options.year = word
                            .parse()
                            .unwrap_or_else(|_| panic!("{at}: unknown option {word}"));
                    }
                }
            }
        }
        options
    }

    fn settings(&self) -> Settings {
        Settings {
            purpose: self.purpose,
            ..Settings::default()
        }
    }

    /// A report without a fault, but for what the item puts into it.
    fn report(&self, item: &str) -> String {
        let (issuer, own, chief) = match self.kind {
            "街道" => ("柳河街道办事处", "柳河街道", "党工委书记、办事处主任"),
            "县" => ("清河县人民政府", "清河县", "县委书记、县长"),
            "市" => ("清河市人民政府", "清河市", "市委书记、市长"),
            "省" => ("清江省人民政府", "清江省", "省委书记、省长"),
            "部门" => ("清河县水利局", "清河县水利局", "党组书记、局长"),
            _ => ("清河镇人民政府", "清河镇", "党委书记、镇长"),
        };
        let year = self.year;
        let next = year + 1;
        let thought = if year >= 2020 {
            "习近平法治思想"
        } else {
            "宪法和法律"
        };
        let of = |place: Place| {
            if place == self.place {
                format!("\n{item}")
            } else {
                String::new()
            }
        };
        let head = if self.purpose == Purpose::Submission {
            format!("{issuer}文件\n清政发〔{next}〕3号　　　　签发人：李明远\n")
        } else {
            String::new()
        };
        let addressee = if self.purpose == Purpose::Submission {
            "上级党委、政府：\n"
        } else {
            ""
        };
        let foot = if self.purpose == Purpose::Submission {
            format!("\n{issuer}\n{next}年1月20日")
        } else {
            String::new()
        };
        format!(
            "{head}{own}{year}年法治政府建设年度报告\n\
             {addressee}{year}年，{own}认真学习贯彻{thought}，扎实推进法治政府建设，现将情况报告如下。\n\
             一、主要举措和成效\n全年审查合同36份，提出法律意见52条。{}\n\
             二、存在的不足和原因\n执法力量仍显薄弱，个别案卷制作不够规范。主要原因是编制紧、新手多，业务培训没有跟上。{}\n\
             三、党政主要负责人履行推进法治建设第一责任人职责情况\n{chief}主持研究法治工作6次，听取汇报4次。年底在述职时一并述法。{}\n\
             四、{next}年主要安排\n充实执法力量，组织案卷评查，把业务培训列入年度计划。开展法律明白人轮训，办好宪法宣传活动。{}{foot}",
            of(Place::Measures),
            of(Place::Problems),
            of(Place::FirstResponsible),
            of(Place::Plan),
        )
    }
}

/// Reads the cases of one file.
fn cases(path: &Path) -> Vec<Case> {
    let content = fs::read_to_string(path).unwrap();
    let mut cases: Vec<Case> = Vec::new();
    let mut hit = None;
    let mut lines = content.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let at = format!("{}:{}", path.display(), number + 1);
        let mut fence = || {
            let body: Vec<&str> = lines
                .by_ref()
                .map(|(_, l)| l)
                .take_while(|l| *l != "```")
                .collect();
            body.join("\n")
        };
        if let Some(title) = line.strip_prefix("## ") {
            hit = Some(match title {
                "查出" => true,
                "不查" => false,
                _ => panic!("{at}: unknown heading {title}"),
            });
        } else if let Some(item) = line.strip_prefix("- ") {
            let (options, text) = match item
                .strip_prefix('{')
                .and_then(|rest| rest.split_once("} "))
            {
                Some(parts) => parts,
                None => ("", item),
            };
            cases.push(Case {
                options: Options::read(&at, options),
                text: text.replace('⏎', "\n"),
                fixed: None,
                hit: hit.unwrap_or_else(|| panic!("{at}: an item before the headings")),
                whole: false,
                at,
            });
        } else if let Some(fixed) = line.trim_start().strip_prefix("→ ") {
            let case = cases.last_mut().unwrap();
            case.fixed = Some(fixed.replace('⏎', "\n"));
        } else if let Some(info) = line.strip_prefix("```text") {
            let options = info.trim().trim_matches(['{', '}']);
            cases.push(Case {
                options: Options::read(&at, options),
                text: fence(),
                fixed: None,
                hit: hit.unwrap_or_else(|| panic!("{at}: a fence before the headings")),
                whole: true,
                at,
            });
        } else if line == "```fixed" {
            let fixed = fence();
            cases.last_mut().unwrap().fixed = Some(fixed);
        } else {
            assert!(!line.starts_with("```"), "{at}: unknown fence");
        }
    }
    cases
}

/// A text without its `⟦⟧`, and the spans that stood between them.
fn marked(text: &str) -> (String, Vec<Span>) {
    let mut plain = String::new();
    let mut spans = Vec::new();
    let mut start = 0;
    for c in text.chars() {
        match c {
            '⟦' => start = plain.len(),
            '⟧' => spans.push(Span::new(start, plain.len())),
            c => plain.push(c),
        }
    }
    (plain, spans)
}

fn findings(rule: &Rule, source: &Source, settings: Settings) -> Vec<Finding<Span>> {
    let findings = fazhi_check::analyse(source, &settings).findings;
    findings
        .into_iter()
        .filter(|finding| finding.rule == rule.slug)
        .collect()
}

/// A text with the sure fixes of some findings applied, last to first.
fn fixed(source: &Source, findings: &[Finding<Span>]) -> String {
    let mut text = source.text().to_owned();
    let sure = findings
        .iter()
        .filter_map(|f| f.fix.as_ref())
        .filter(|fix| fix.sure);
    let mut edits: Vec<_> = sure.flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| edit.span.start);
    for edit in edits.into_iter().rev() {
        text.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    text
}

fn severity(name: &str) -> Severity {
    [Severity::Error, Severity::Warning, Severity::Notice]
        .into_iter()
        .find(|severity| severity.name() == name)
        .unwrap()
}

/// What is wrong with one case.
fn misses(rule: &Rule, case: &Case) -> Vec<String> {
    let mut misses = Vec::new();
    let options = &case.options;
    let whole = |item: &str| {
        if case.whole {
            item.to_owned()
        } else {
            options.report(item)
        }
    };
    let (text, wanted) = marked(&whole(&case.text));
    let source = Source::new(&text);
    let found = findings(rule, &source, options.settings());
    let shown = |spans: &[Span]| {
        let words: Vec<&str> = spans.iter().map(|span| source.slice(*span)).collect();
        words.join(" | ")
    };
    let spans: Vec<Span> = found.iter().map(|f| f.span.unwrap_or_default()).collect();
    if case.hit == wanted.is_empty() {
        misses.push(format!(
            "{}: ⟦⟧ belong to what is found, and only there",
            case.at
        ));
    } else if spans != wanted {
        misses.push(format!(
            "{}: wanted “{}”, found “{}” {:?}",
            case.at,
            shown(&wanted),
            shown(&spans),
            found.iter().map(|f| &f.message).collect::<Vec<_>>()
        ));
    }
    if let Some(name) = options.severity
        && found.iter().any(|f| f.severity != severity(name))
    {
        misses.push(format!("{}: {name} was wanted", case.at));
    }
    let sure = found
        .iter()
        .any(|f| f.fix.as_ref().is_some_and(|fix| fix.sure));
    if sure != case.fixed.is_some() {
        misses.push(format!("{}: a sure fix and → go together", case.at));
    }
    if let Some(wanted) = &case.fixed {
        let got = fixed(&source, &found);
        if got != whole(wanted) {
            misses.push(format!("{}: fixed to\n{got}", case.at));
        }
        let left = findings(rule, &Source::new(&got), options.settings());
        if left
            .iter()
            .any(|f| f.fix.as_ref().is_some_and(|fix| fix.sure))
        {
            misses.push(format!("{}: the fix does not end it", case.at));
        }
    }
    misses
}

#[test]
fn every_rule_has_its_cases_and_they_hold() {
    let only = std::env::var("RULE").ok();
    let mut faults = Vec::new();
    for rule in RULES {
        if only.as_ref().is_some_and(|slug| slug != rule.slug) {
            continue;
        }
        let path = Path::new("tests/rules")
            .join(rule.slug)
            .with_extension("md");
        if !path.exists() {
            faults.push(format!("{} has no cases", rule.slug));
            continue;
        }
        let cases = cases(&path);
        let hits = cases.iter().filter(|case| case.hit).count();
        if hits < 3 || cases.len() - hits < 5 {
            faults.push(format!(
                "{}: three hits and five near misses are the least",
                rule.slug
            ));
        }
        faults.extend(cases.iter().flat_map(|case| misses(rule, case)));
    }
    let slugs: HashSet<_> = RULES.iter().map(|rule| rule.slug.to_owned()).collect();
    for entry in fs::read_dir("tests/rules").unwrap() {
        let path = entry.unwrap().path();
        let slug = path.file_stem().unwrap().to_string_lossy().into_owned();
        if !slugs.contains(&slug) {
            faults.push(format!("{slug} has cases and is no rule"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_report_that_the_cases_stand_in_has_no_fault() {
    for kind in ["街道", "乡镇", "县", "市", "省", "部门"] {
        for purpose in ["公开稿", "报送稿"] {
            for year in 2018..=2026 {
                let options = Options::read("", &format!("{year} {kind} {purpose}"));
                let item = "坚持依法决策，办事流程进一步理顺。";
                let text = options.report(item);
                let report = fazhi_check::analyse(&Source::new(&text), &options.settings());
                assert!(
                    report.findings.is_empty(),
                    "{year} {kind}: {:#?}",
                    report.findings
                );
            }
        }
    }
}

#[test]
fn codes_and_slugs_are_unique_and_every_rule_is_told_of() {
    let mut seen = HashSet::new();
    let mut last = 0;
    let texts = rules::texts();
    let mut texts = Texts::read(&texts);
    for rule in RULES {
        let Texts { what, why, example } = texts.next().unwrap();
        assert!(
            seen.insert(rule.slug) && seen.insert(rule.code),
            "{}",
            rule.slug
        );
        assert!(
            rule.code.starts_with(rule.category.letter()),
            "{}",
            rule.slug
        );
        assert!(
            rule.slug
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        );
        for words in [rule.title, what, why, example] {
            assert!(words.chars().count() >= 4, "{}", rule.slug);
        }
        for words in [what, why, example] {
            assert!(
                words.ends_with(['。', '？', '”', '》']),
                "{}: {words}",
                rule.slug
            );
        }
        let category = Category::ALL
            .iter()
            .position(|c| *c == rule.category)
            .unwrap();
        assert!(
            category >= last,
            "{} does not stand with its category",
            rule.slug
        );
        last = category;
    }
}

/// The README's table is made from the registry: where it differs it is written anew, and the test fails.
#[test]
fn the_readme_lists_every_rule() {
    const OPEN: &str = "<!-- rules -->\n";
    const CLOSE: &str = "<!-- /rules -->";
    let readme = fs::read_to_string("README.md").unwrap();
    let (head, rest) = readme.split_once(OPEN).unwrap();
    let (kept, tail) = rest.split_once(CLOSE).unwrap();
    let mut table =
        "| 编号 | 规则 | 类别 | 程度 | 把握 |\n| --- | --- | --- | --- | --- |\n".to_owned();
    for rule in RULES {
        table.push_str(&format!(
            "| {} | {} | {} | {} | {} |\n",
            rule.code,
            rule.title,
            rule.category.name(),
            rule.severity.name(),
            rule.certainty.name()
        ));
    }
    if kept != table {
        fs::write("README.md", format!("{head}{OPEN}{table}{CLOSE}{tail}")).unwrap();
        panic!("the table of the rules was written anew, look at the difference");
    }
}
