//! The 核对单: all that a check found, as headings, points and tables in the order in which they are read. `markdown` and `html` write it down.

use super::Fact;
use super::blocks::{Block, Blocks, Sheet, Table, columns};
use super::words::{self, Tone};
use crate::report::{Finding, Genre, Part, Settings, Severity, Utf16Report};
use crate::text::{Source, Utf16Span};

/// Quoted words are cut after so many characters.
const QUOTE: usize = 40;

/// What is said of a check besides its report.
#[derive(Clone, Copy)]
pub struct Circumstances<'a> {
    /// What is said of the check itself, such as its day; a golden file has none.
    pub facts: &'a [Fact],
    /// What the user said about the text.
    pub settings: &'a Settings,
    /// Whether the user ignored the finding with a key: those are listed apart.
    pub ignored: &'a dyn Fn(&str) -> bool,
}

/// What stands above every sheet.
pub const TITLE: &str = "法治政府建设年度报告核对单";

/// The 核对单 of a text.
#[must_use]
pub fn sheet(source: &Source, report: &Utf16Report, of: &Circumstances<'_>) -> Sheet {
    let mut writer = Writer {
        source,
        report,
        blocks: Blocks::default(),
    };
    writer.facts(of);
    if report.genre == Genre::Other {
        writer
            .blocks
            .text(format!("这份文字{}。", words::OTHER_GENRE));
    } else {
        writer.elements();
        writer.parts();
        writer.coverage();
        writer.findings(of.ignored);
    }
    writer.sections();
    writer.figures();
    Sheet {
        title: TITLE.to_owned(),
        blocks: writer.blocks.0,
    }
}

struct Writer<'a> {
    source: &'a Source,
    report: &'a Utf16Report,
    blocks: Blocks,
}

impl Writer<'_> {
    fn facts(&mut self, of: &Circumstances<'_>) {
        let report = self.report;
        let facts = of.facts.iter();
        for (name, words) in facts {
            self.blocks.point(0, format!("{name}：{words}"));
        }
        self.blocks
            .point(0, format!("全文 {} 字", words::grouped(report.chars)));
        self.blocks
            .point(0, format!("核对设置：{}", settings(report, of.settings)));
        for (name, basis) in [
            ("核对依据", all(report.parts.iter().map(|p| &p.basis))),
            (
                "建议内容的依据",
                all(report.coverage.iter().map(|c| &c.basis)),
            ),
        ] {
            if !basis.is_empty() {
                self.blocks.point(0, format!("{name}：{basis}"));
            }
        }
    }

    fn elements(&mut self) {
        self.blocks.heading(2, "要素".to_owned());
        let elements = words::elements(self.report).into_iter();
        let rows = elements
            .map(|(name, text)| vec![name.to_owned(), text.unwrap_or_else(|| "未见".to_owned())]);
        self.blocks.0.push(Block::Table(Table {
            columns: columns([("要素", false), ("内容", false)]),
            rows: rows.collect(),
        }));
    }

    fn parts(&mut self) {
        let headline = words::headline(self.report)
            .map_or_else(String::new, |(words, _)| format!("：{words}"));
        self.blocks.heading(2, format!("清单{headline}"));
        for part in &self.report.parts {
            self.part(part);
        }
    }

    fn part(&mut self, part: &Part<Utf16Span>) {
        let mut status = words::status(part.status, part.required).to_owned();
        if part.chars > 0 {
            status += &format!(
                "，{} 字，占 {}",
                words::grouped(part.chars),
                words::share(part.chars, self.report.chars)
            );
        }
        let tone = words::tone(part.status, part.required);
        self.blocks.named(tone, part.name.clone(), status);
        for &span in &part.evidence {
            self.blocks.point(1, format!("原文：{}", self.quote(span)));
        }
        for check in &part.checks {
            let mark = if check.met { "✓" } else { "—" };
            let evidence = check.evidence.iter();
            let quotes: Vec<_> = evidence.map(|&span| self.quote(span)).collect();
            let colon = if quotes.is_empty() { "" } else { "：" };
            let quotes = quotes.join("、");
            self.blocks
                .point(1, format!("{mark} {}{colon}{quotes}", check.name));
        }
        if let Some(advice) = &part.advice {
            self.blocks.point(1, format!("建议：{advice}"));
        }
        if tone != Tone::Good {
            self.blocks.point(1, format!("依据：{}", part.basis));
        }
    }

    fn coverage(&mut self) {
        let coverage = &self.report.coverage;
        if coverage.is_empty() {
            return;
        }
        let seen = coverage.iter().filter(|topic| topic.chars > 0).count();
        let all = coverage.len();
        self.blocks
            .heading(2, format!("建议写到的内容 · {seen} / {all}"));
        for topic in coverage {
            let amount = match topic.chars {
                0 => "未见".to_owned(),
                chars => format!("{} 字", words::grouped(chars)),
            };
            self.blocks.point(0, format!("{}：{amount}", topic.name));
        }
    }

    fn findings(&mut self, ignored: &dyn Fn(&str) -> bool) {
        let findings = self.report.findings.iter();
        let (ignored, open): (Vec<_>, Vec<_>) = findings.partition(|finding| ignored(&finding.key));
        self.blocks.heading(2, format!("问题 · {}", open.len()));
        if open.is_empty() {
            self.blocks
                .text(format!("{}。", words::no_findings(ignored.len())));
        }
        for severity in Severity::ALL {
            let of_it = open.iter().filter(|finding| finding.severity == severity);
            let count = of_it.clone().count();
            if count > 0 {
                self.blocks
                    .heading(3, format!("{} · {count}", severity.name()));
            }
            for finding in of_it {
                self.finding(finding, words::rule(finding));
            }
        }
        if !ignored.is_empty() {
            self.blocks
                .heading(2, format!("已忽略 · {}", ignored.len()));
            self.blocks
                .text("下面各处由核对人看过后忽略，不计入问题。".to_owned());
        }
        for finding in ignored {
            let name = format!("{} {}", finding.severity.name(), words::rule(finding));
            self.finding(finding, name);
        }
    }

    fn finding(&mut self, finding: &Finding<Utf16Span>, name: String) {
        let tone = words::severity_tone(finding.severity);
        self.blocks.named(tone, name, finding.message.clone());
        if let Some(span) = finding.span {
            self.blocks.point(1, self.place(span));
        }
        for related in &finding.related {
            self.blocks
                .point(1, format!("另见{}", self.place(related.span)));
        }
        if let Some(fix) = &finding.fix {
            self.blocks.point(1, format!("建议：{}", fix.label));
        }
        if let Some(basis) = &finding.basis {
            self.blocks.point(1, format!("依据：{basis}"));
        }
    }

    fn sections(&mut self) {
        let sections = &self.report.sections;
        self.blocks.heading(2, format!("结构 · {}", sections.len()));
        let mut above: Vec<u8> = Vec::new();
        for section in sections {
            while above.last().is_some_and(|&level| level >= section.level) {
                above.pop();
            }
            let words = format!(
                "{}（{} 字，{}）",
                words::heading(section),
                words::grouped(section.chars),
                words::share(section.chars, self.report.chars)
            );
            self.blocks.point(above.len(), words);
            above.push(section.level);
        }
    }

    fn figures(&mut self) {
        let figures = &self.report.figures;
        self.blocks.heading(2, format!("数据 · {}", figures.len()));
        if figures.is_empty() {
            return;
        }
        let rows = figures.iter().map(|figure| {
            vec![
                words::indicator(figure).unwrap_or_default().to_owned(),
                words::counted(figure),
                words::value(figure.value),
                figure.unit.clone(),
                figure.text.clone(),
            ]
        });
        self.blocks.0.push(Block::Table(Table {
            columns: columns([
                ("指标", false),
                ("对象", false),
                ("数值", true),
                ("单位", false),
                ("原文", false),
            ]),
            rows: rows.collect(),
        }));
    }

    fn quote(&self, span: Utf16Span) -> String {
        let words = self.source.slice(self.source.bytes(span));
        format!("“{}”", words::clipped(words, QUOTE))
    }

    fn place(&self, span: Utf16Span) -> String {
        let line = self.source.line(self.source.bytes(span));
        format!("第 {line} 行：{}", self.quote(span))
    }
}

/// What the text was checked as, and who says so.
fn settings(report: &Utf16Report, settings: &Settings) -> String {
    let elements = &report.elements;
    let said = |set: Option<String>, found: Option<String>, what: &str| match (set, found) {
        (Some(set), _) => format!("{what}{set}（设定）"),
        (None, Some(found)) => format!("{what}{found}（识别）"),
        (None, None) => format!("{what}没有识别出"),
    };
    let year = |year: u16| year.to_string();
    [
        words::purpose(settings.purpose).to_owned(),
        said(
            settings.body_kind.map(|kind| kind.name().to_owned()),
            elements.body_kind.map(|kind| kind.name().to_owned()),
            "单位类型",
        ),
        said(
            settings.report_year.map(year),
            elements.report_year.map(year),
            "报告年度",
        ),
    ]
    .join("，")
}

/// The different ones of the words, in their order.
fn all<'a>(words: impl Iterator<Item = &'a String>) -> String {
    let mut all: Vec<&str> = Vec::new();
    for words in words {
        if !all.contains(&words.as_str()) {
            all.push(words);
        }
    }
    all.join("；")
}

#[cfg(test)]
mod tests {
    use super::super::{html, markdown};
    use super::*;
    use crate::report::Purpose;

    const TEXT: &str = "<script>alert(1)</script>镇2024年度法治政府建设情况报告\n\
        一、主要举措和成效\n（一）规范执法。全年办案186件，拆除违建3000平米，修路5公分。\n\
        二、存在的不足和原因\n人手少。\n四、2025年主要安排\n充实人手。";

    fn check(ignore: &str) -> (Sheet, String, String) {
        let source = Source::new(TEXT);
        let settings = Settings {
            report_year: Some(2024),
            purpose: Purpose::Submission,
            ..Settings::default()
        };
        let report = crate::analyse(&source, &settings).to_utf16(&source);
        let ignored = |key: &str| {
            let mut findings = report.findings.iter();
            findings.any(|finding| finding.key == key && finding.rule == ignore)
        };
        let of = Circumstances {
            facts: &[("核对日期", "2026-01-05".to_owned())],
            settings: &settings,
            ignored: &ignored,
        };
        let sheet = sheet(&source, &report, &of);
        let written = (markdown(&sheet), html(&sheet));
        (sheet, written.0, written.1)
    }

    #[test]
    fn the_sheet_says_what_was_found() {
        let (_, markdown, html) = check("");
        for line in [
            "- 核对日期：2026-01-05",
            "- 核对设置：报送稿，单位类型乡镇（识别），报告年度2024（设定）",
            "- 核对依据：《法治政府建设与责任落实督察工作规定》第四章（年度报告）",
            r"| 标题 | \<script>alert(1)\</script>镇2024年度法治政府建设情况报告 |",
            "| 签发人 | 未见 |",
            "## 清单：四部分中缺一",
            "- **党政主要负责人履行推进法治建设第一责任人职责情况**：缺少",
            "  - 第 3 行：“平米”",
            "  - （一）规范执法（34 字，30%）",
            "|  | 办案 | 186 | 件 | 186件 |",
        ] {
            assert!(markdown.lines().any(|l| l == line), "{line}\n{markdown}");
        }
        assert!(
            markdown.contains("- **H04 计量单位不规范**："),
            "{markdown}"
        );
        for part in [
            "<title>法治政府建设年度报告核对单</title>",
            "<td>&lt;script&gt;alert(1)&lt;/script&gt;镇2024年度法治政府建设情况报告</td>",
            "<li class=\"bad\"><strong>党政主要负责人履行推进法治建设第一责任人职责情况</strong>：缺少<ul>",
            "<li class=\"quiet\">第 3 行：“平米”</li>",
            "<td class=\"number\">186</td>",
        ] {
            assert!(html.contains(part), "{part}\n{html}");
        }
        assert!(!html.contains("<script"), "{html}");
    }

    /// The two writers say the same words in the same order.
    #[test]
    fn both_writers_say_the_same() {
        let (_, markdown, html) = check("illegal-unit");
        let body = html.split_once("<body>").unwrap().1;
        let said = |text: &str, marks: &[&str]| {
            let mut text = text.to_owned();
            for mark in marks {
                text = text.replace(mark, "");
            }
            text.split_whitespace().collect::<String>()
        };
        let tags: Vec<&str> = body
            .split('<')
            .skip(1)
            .filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag))
            .collect();
        let tags: Vec<String> = tags.iter().map(|tag| format!("<{tag}>")).collect();
        let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
        let html = said(body, &tags).replace("&lt;", "<").replace("&gt;", ">");
        let lines = markdown.lines().map(|line| {
            let line = line.trim_start().trim_start_matches('#');
            line.strip_prefix("- ").unwrap_or(line)
        });
        let markdown: Vec<&str> = lines.filter(|line| !line.contains("---")).collect();
        let markdown = said(&markdown.join("\n"), &["|", "**", "\\"]);
        assert_eq!(html, markdown);
    }

    #[test]
    fn what_is_ignored_stands_apart() {
        let (before, ..) = check("");
        let (after, markdown, _) = check("illegal-unit");
        let count = |sheet: &Sheet, name: &str| {
            let heads = sheet.blocks.iter().filter_map(|block| match block {
                Block::Heading(2, words) => words.strip_prefix(name)?.parse::<usize>().ok(),
                _ => None,
            });
            heads.sum::<usize>()
        };
        let ignored = count(&after, "已忽略 · ");
        assert!(ignored > 0 && count(&before, "已忽略 · ") == 0);
        assert_eq!(
            count(&before, "问题 · "),
            count(&after, "问题 · ") + ignored
        );
        let (open, rest) = markdown.split_once("## 已忽略").unwrap();
        assert!(!open.contains("H04") && rest.contains("- **提醒 H04 计量单位不规范**："));
    }

    #[test]
    fn a_text_of_another_kind_gets_no_verdict() {
        let source = Source::new("新闻");
        let mut report = crate::analyse(&source, &Settings::default()).to_utf16(&source);
        report.genre = Genre::Other;
        let of = Circumstances {
            facts: &[],
            settings: &Settings::default(),
            ignored: &|_| false,
        };
        let sheet = markdown(&sheet(&source, &report, &of));
        assert!(sheet.contains("不是法治政府建设年度报告") && sheet.contains("## 数据"));
        assert!(!sheet.contains("## 清单"));
    }
}
