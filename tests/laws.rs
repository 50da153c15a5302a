//! What must hold for any text: no panic, spans on boundaries and in order, the same text the same report; a sure fix removes its finding and
//! brings no other; what stands elsewhere does not change the key of a finding. Over every sample, thousands of seeded mutations of them, and
//! samples into which the faults of the rules' own cases are sown.

use std::collections::{HashMap, HashSet};
use std::fs;

use fazhi_check::export::tables::{self, Cell};
use fazhi_check::report::{Edit, Finding, Fix, Purpose, Report, Settings};
use fazhi_check::rules::Category;
use fazhi_check::text::{Source, Span};

/// A small generator of pseudo-random numbers (SplitMix64): the same seed gives the same mutations everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
}

fn samples() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for folder in ["tests/samples/reports", "tests/samples/openings"] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|e| e == "txt") {
                texts.push((
                    path.display().to_string(),
                    fs::read_to_string(&path).unwrap(),
                ));
            }
        }
    }
    texts.sort();
    assert!(texts.len() >= 40, "only {} samples", texts.len());
    texts
}

fn spans(report: &Report<Span>) -> Vec<Span> {
    let mut spans = Vec::new();
    let e = &report.elements;
    for element in [
        &e.title,
        &e.issuer,
        &e.doc_number,
        &e.signer,
        &e.addressee,
        &e.signature,
    ] {
        spans.extend(element.as_ref().map(|e| e.span));
    }
    spans.extend(e.date.as_ref().map(|d| d.span));
    for s in &report.sections {
        spans.extend([s.heading, s.span]);
    }
    for p in &report.parts {
        spans.extend(&p.evidence);
        spans.extend(p.checks.iter().flat_map(|c| &c.evidence));
    }
    spans.extend(report.coverage.iter().flat_map(|c| &c.evidence));
    spans.extend(report.figures.iter().map(|f| f.span));
    for f in &report.findings {
        spans.extend(f.span);
        spans.extend(f.related.iter().map(|r| r.span));
        spans.extend(f.fix.iter().flat_map(|fix| &fix.edits).map(|e| e.span));
    }
    spans
}

/// Every law that one text can break.
fn obey(name: &str, text: &str) {
    let source = Source::new(text);
    for settings in [
        Settings::default(),
        Settings {
            report_year: Some(2023),
            purpose: Purpose::Submission,
            ..Settings::default()
        },
    ] {
        let report = fazhi_check::analyse(&source, &settings);
        for span in spans(&report) {
            let whole = source.text().get(span.start..span.end);
            assert!(whole.is_some(), "{name}: {span:?} is not on boundaries");
        }
        let starts: Vec<usize> = report.sections.iter().map(|s| s.heading.start).collect();
        assert!(starts.is_sorted(), "{name}: sections out of order");
        for (index, section) in report.sections.iter().enumerate() {
            assert!(
                (1..=5).contains(&section.level),
                "{name}: level {}",
                section.level
            );
            assert!(
                section.span.contains(section.heading),
                "{name}: {} lies outside its section",
                section.title
            );
            if let Some(parent) = &section.parent {
                let parent = report
                    .sections
                    .iter()
                    .position(|s| &s.id == parent)
                    .unwrap();
                assert!(parent < index, "{name}: a parent after its child");
                assert!(
                    report.sections[parent].span.contains(section.span),
                    "{name}: {} lies outside its parent",
                    section.title
                );
            }
        }
        let figures: Vec<Span> = report.figures.iter().map(|f| f.span).collect();
        for pair in figures.windows(2) {
            assert!(
                pair[0].end <= pair[1].start,
                "{name}: figures overlap at {:?}",
                pair[1]
            );
        }
        for figure in &report.figures {
            assert_eq!(figure.text, source.slice(figure.span), "{name}");
            assert!(
                figure.value.is_finite() && figure.value >= 0.0,
                "{name}: {}",
                figure.text
            );
        }
        for fix in report.findings.iter().filter_map(|f| f.fix.as_ref()) {
            for pair in fix.edits.windows(2) {
                assert!(
                    pair[0].span.end <= pair[1].span.start,
                    "{name}: edits overlap"
                );
            }
        }
        for finding in &report.findings {
            let rule = fazhi_check::rules::find(&finding.rule).unwrap();
            assert!(
                finding.severity >= rule.severity,
                "{name}: {} is told too loud",
                finding.rule
            );
        }
        let mut keys: Vec<&str> = report.findings.iter().map(|f| f.key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(
            keys.len(),
            report.findings.len(),
            "{name}: two findings of one key"
        );
        let again = fazhi_check::analyse(&source, &settings);
        assert!(report == again, "{name}: two reports of one text");
        let units: Vec<_> = spans(&report)
            .into_iter()
            .map(|s| source.utf16(s))
            .collect();
        for (span, unit) in spans(&report).into_iter().zip(units) {
            assert_eq!(source.byte_at(unit.start), span.start, "{name}");
            assert_eq!(source.byte_at(unit.end), span.end, "{name}");
        }
        let broken = broken_fixes(&source, &report, &settings, Strict(false));
        assert!(broken.is_empty(), "{name}:\n{}", broken.join("\n"));
        for table in tables::workbook(&source, &report.to_utf16(&source), &[]) {
            for row in &table.rows {
                assert_eq!(row.len(), table.columns.len(), "{name}: {}", table.name);
                let broken = |cell: &Cell| matches!(cell, Cell::Text(text) if text.contains('\n'));
                assert!(!row.iter().any(broken), "{name}: a cell of two lines");
            }
        }
    }
}

/// The fix of a finding, if it can be applied without looking.
fn sure_fix(finding: &Finding<Span>) -> Option<&Fix<Span>> {
    finding.fix.as_ref().filter(|fix| fix.sure)
}

/// The findings whose sure fixes can be applied together: of those that meet, the first.
fn together(report: &Report<Span>) -> Vec<&Finding<Span>> {
    let meet = |a: Span, b: Span| a.start == b.start || a.overlaps(b);
    let mut taken: Vec<Span> = Vec::new();
    let mut chosen = Vec::new();
    for finding in &report.findings {
        let Some(fix) = sure_fix(finding) else {
            continue;
        };
        let free = |edit: &Edit<Span>| !taken.iter().any(|&span| meet(edit.span, span));
        if fix.edits.iter().all(free) {
            taken.extend(fix.edits.iter().map(|edit| edit.span));
            chosen.push(finding);
        }
    }
    chosen
}

/// The text with the fixes of the findings applied, and where the new words stand in it.
fn mended(source: &Source, findings: &[&Finding<Span>]) -> (String, Vec<Span>) {
    let fixes = findings.iter().filter_map(|finding| sure_fix(finding));
    let mut edits: Vec<&Edit<Span>> = fixes.flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| edit.span.start);
    let (mut text, mut places, mut from) = (String::new(), Vec::new(), 0);
    for edit in edits {
        text.push_str(&source.text()[from..edit.span.start]);
        places.push(Span::new(text.len(), text.len() + edit.text.len()));
        text.push_str(&edit.text);
        from = edit.span.end;
    }
    text.push_str(&source.text()[from..]);
    (text, places)
}

/// How many findings each rule has.
fn counts<'a>(findings: impl IntoIterator<Item = &'a Finding<Span>>) -> HashMap<&'a str, usize> {
    let mut counts = HashMap::new();
    for finding in findings {
        *counts.entry(finding.rule.as_str()).or_default() += 1;
    }
    counts
}

/// A finding as the message of a failure names it: rule, line, words and what stands around them, fix.
fn told(source: &Source, finding: &Finding<Span>) -> String {
    let place = finding.span.map_or("without a place".to_owned(), |span| {
        let text = source.text();
        let from = text.floor_char_boundary(span.start.saturating_sub(30));
        let to = text.ceil_char_boundary((span.end + 30).min(text.len()));
        format!(
            "line {}: {:?} in {:?}",
            source.line(span),
            source.slice(span),
            &text[from..to]
        )
    });
    let fix = finding.fix.as_ref().map_or("", |fix| fix.label.as_str());
    format!("  {} {place} {fix}", finding.rule)
}

/// Whether a fix may change what the other rules see of the report: in a text put together at random, a mended mark may make a heading of a line.
#[derive(Clone, Copy)]
struct Strict(bool);

/// What decides how the rules see a report: its headings, its year, whether it is such a report.
fn reading(report: &Report<Span>) -> impl PartialEq + use<> {
    let headings: Vec<(u8, String)> = report
        .sections
        .iter()
        .map(|section| (section.level, section.title.clone()))
        .collect();
    (headings, report.elements.report_year, report.genre)
}

/// What is wrong after the fixes of these findings, told for each rule: its findings are not fewer by as many as were mended, or it has new ones.
/// Only a mended year or name may bring to light that it is not the right one: 二O二三年 is no year, 二〇二三年 may be the wrong year.
fn wrong_after(
    source: &Source,
    report: &Report<Span>,
    settings: &Settings,
    applied: &[&Finding<Span>],
    strict: Strict,
) -> Vec<String> {
    let (text, places) = mended(source, applied);
    let source_after = Source::new(&text);
    let after = fazhi_check::analyse(&source_after, settings);
    let other_reading = !strict.0 && reading(&after) != reading(report);
    let after = after.findings;
    let brought_to_light = |finding: &Finding<Span>| {
        let mended = applied.iter().any(|applied| applied.rule == finding.rule);
        if other_reading && !mended {
            return true;
        }
        let reads = |span: Span| {
            let mended = |&place: &Span| place.overlaps(span) || span.contains(place);
            places.iter().any(mended)
        };
        let category = fazhi_check::rules::find(&finding.rule).map(|rule| rule.category);
        matches!(category, Some(Category::Years | Category::Dated))
            && !mended
            && finding.span.is_some_and(reads)
    };
    let mut allowed = counts(&report.findings);
    for finding in applied {
        *allowed.entry(finding.rule.as_str()).or_default() -= 1;
    }
    let mut wrong = Vec::new();
    for (rule, count) in counts(after.iter().filter(|finding| !brought_to_light(finding))) {
        let allowed = allowed.get(rule).copied().unwrap_or_default();
        if count <= allowed {
            continue;
        }
        wrong.push(format!(
            "{rule}: {count} findings after the fixes, at most {allowed} may be left"
        ));
        let old: HashSet<&str> = report.findings.iter().map(|f| f.key.as_str()).collect();
        let of_rule = after.iter().filter(|f| f.rule == rule);
        wrong.extend(
            of_rule
                .filter(|finding| !old.contains(finding.key.as_str()))
                .map(|finding| told(&source_after, finding)),
        );
    }
    wrong
}

/// What is wrong after all sure fixes of a report; where one fix alone is enough for it, that one is named.
fn broken_fixes(
    source: &Source,
    report: &Report<Span>,
    settings: &Settings,
    strict: Strict,
) -> Vec<String> {
    let applied = together(report);
    if applied.is_empty() {
        return Vec::new();
    }
    let mut wrong = wrong_after(source, report, settings, &applied, strict);
    if !wrong.is_empty() {
        let alone = broken_alone(source, report, settings, strict);
        if alone.is_empty() {
            wrong.push("no fix does it alone; applied were".to_owned());
            wrong.extend(applied.iter().map(|finding| told(source, finding)));
        } else {
            wrong = alone;
        }
    }
    wrong
}

/// What is wrong after each sure fix alone.
fn broken_alone(
    source: &Source,
    report: &Report<Span>,
    settings: &Settings,
    strict: Strict,
) -> Vec<String> {
    let mut told_of = Vec::new();
    for finding in report.findings.iter().filter(|f| sure_fix(f).is_some()) {
        let wrong = wrong_after(source, report, settings, &[finding], strict);
        if !wrong.is_empty() {
            told_of.push(format!("the fix of {}", told(source, finding).trim()));
            told_of.extend(wrong);
        }
    }
    // A few are enough to see what is wrong.
    told_of.truncate(12);
    told_of
}

/// The faults that stand in the cases of the rules, each a line or two.
fn faults() -> Vec<String> {
    let mut faults = Vec::new();
    for entry in fs::read_dir("tests/rules").unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for item in text.lines().filter_map(|line| line.strip_prefix("- ")) {
            if item.contains('⟦') {
                let options = item.starts_with('{').then(|| item.find('}')).flatten();
                let item = options.map_or(item, |end| item[end + 1..].trim_start());
                faults.push(item.replace(['⟦', '⟧'], "").replace('⏎', "\n"));
            }
        }
    }
    faults.sort();
    assert!(!faults.is_empty());
    faults
}

fn mutate(text: &str, random: &mut Random) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let mut lines: Vec<&str> = text.lines().collect();
    match random.below(10) {
        0 => {
            lines.remove(random.below(lines.len()));
            lines.join("\n")
        }
        1 => {
            let at = random.below(lines.len());
            lines.insert(at, lines[at]);
            lines.join("\r\n")
        }
        2 => {
            let (a, b) = (random.below(lines.len()), random.below(lines.len()));
            lines.swap(a, b);
            lines.join("\n")
        }
        3 => {
            chars.truncate(random.below(chars.len()));
            chars.into_iter().collect()
        }
        4 => {
            chars.drain(..random.below(chars.len()));
            chars.into_iter().collect()
        }
        5 => chars
            .into_iter()
            .map(|c| match c {
                '!'..='~' if random.below(3) == 0 => char::from_u32(c as u32 + 0xfee0).unwrap(),
                '，' if random.below(2) == 0 => ',',
                '（' => '(',
                c => c,
            })
            .collect(),
        6 => {
            const ODD: [&str; 16] = [
                "\0",
                "🚓",
                "\u{feff}",
                "\r",
                "\u{3000}",
                "“",
                "《",
                "（一）",
                "一是",
                "万",
                "1,",
                "２",
                "百分之",
                "\n",
                "e\u{301}",
                "第",
            ];
            for _ in 0..8 {
                let at = random.below(chars.len() + 1);
                chars.splice(at..at, ODD[random.below(ODD.len())].chars());
            }
            chars.into_iter().collect()
        }
        7 => lines.concat(),
        8 => lines.join(" "),
        _ => {
            let at = random.below(chars.len());
            let c = chars[random.below(chars.len())];
            chars.splice(at..at, std::iter::repeat_n(c, 200));
            chars.into_iter().collect()
        }
    }
}

#[test]
fn every_sample_obeys() {
    for (name, text) in samples() {
        obey(&name, &text);
    }
}

#[test]
fn thousands_of_mutations_obey() {
    let mut random = Random(20_240_401);
    let samples = samples();
    for round in 0..3000 {
        let (name, text) = &samples[round % samples.len()];
        let mut mutated = text.clone();
        for _ in 0..=random.below(3) {
            if mutated.lines().count() > 0 {
                mutated = mutate(&mutated, &mut random);
            }
        }
        obey(&format!("{name}, round {round}"), &mutated);
    }
}

#[test]
fn each_sure_fix_of_a_sample_does_what_it_says() {
    for (name, text) in samples() {
        let source = Source::new(&text);
        let settings = Settings::default();
        let report = fazhi_check::analyse(&source, &settings);
        let mut broken = broken_fixes(&source, &report, &settings, Strict(true));
        broken.extend(broken_alone(&source, &report, &settings, Strict(true)));
        assert!(broken.is_empty(), "{name}:\n{}", broken.join("\n"));
    }
}

/// Faults of many rules in one text, beside and in each other's paragraphs.
#[test]
fn samples_with_sown_faults_obey() {
    let mut random = Random(20_250_401);
    let (samples, faults) = (samples(), faults());
    for round in 0..400 {
        let (name, text) = &samples[round % samples.len()];
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for _ in 0..=random.below(8) {
            let fault = &faults[random.below(faults.len())];
            let at = random.below(lines.len());
            if random.below(2) == 0 {
                lines.insert(at, fault.clone());
            } else {
                lines[at].push_str(fault);
            }
        }
        obey(&format!("{name}, sown {round}"), &lines.join("\n"));
    }
}

/// A word more in one paragraph: a finding that does not speak of it, and is not beside it, keeps its key.
#[test]
fn keys_stay_when_a_paragraph_elsewhere_is_changed() {
    /// As many bytes on either side of a finding as may be its neighbours.
    const BESIDE: usize = 120;
    let mut random = Random(20_260_401);
    let (samples, faults) = (samples(), faults());
    let (mut changed, mut kept) = (0, 0);
    for round in 0..300 {
        let (name, text) = &samples[round % samples.len()];
        let mut lines: Vec<&str> = text.lines().collect();
        for _ in 0..4 {
            lines.insert(
                random.below(lines.len()),
                &faults[random.below(faults.len())],
            );
        }
        let source = Source::new(&lines.join("\n"));
        let text = source.text();
        let report = fazhi_check::analyse(&source, &Settings::default());
        // A comma in a paragraph that is long enough not to be a heading, an element, or what stands about the text.
        let commas: Vec<usize> = text
            .match_indices('，')
            .map(|(at, _)| at)
            .filter(|&at| {
                let line = text[..at].rfind('\n').map_or(0, |at| at + 1);
                let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
                line > 0 && end - line > 150
            })
            .collect();
        if commas.is_empty() {
            continue;
        }
        let at = commas[random.below(commas.len())] + '，'.len_utf8();
        let after = format!("{}同时{}", &text[..at], &text[at..]);
        let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        let place = Span::new(start.saturating_sub(BESIDE), (end + BESIDE).min(text.len()));
        let keys: HashSet<String> =
            fazhi_check::analyse(&Source::new(&after), &Settings::default())
                .findings
                .into_iter()
                .map(|finding| finding.key)
                .collect();
        changed += 1;
        for finding in &report.findings {
            let related = finding.related.iter().map(|related| related.span);
            let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
            let mut speaks = finding
                .span
                .into_iter()
                .chain(related)
                .chain(edits.map(|edit| edit.span));
            if speaks.any(|span| span.overlaps(place)) {
                continue;
            }
            kept += 1;
            assert!(
                keys.contains(&finding.key),
                "{name}, round {round}: another key after “同时” in line {}:\n{}",
                source.line(Span::new(at, at)),
                told(&source, finding)
            );
        }
    }
    assert!(changed >= 200, "only {changed} texts were changed");
    assert!(kept >= 300, "only {kept} findings were looked at");
}

#[test]
fn strange_texts_obey() {
    for text in [
        "",
        "\n",
        " ",
        "\0",
        "一",
        "一、",
        "（一）",
        "1.",
        "《",
        "“",
        "第",
        "万万万亿",
        "百分之",
        "1,2,3,4",
        "1.2.3.4.5",
        "一是一是一是",
        "。。。。",
        "：：：",
        "2024",
        "2024年",
        "🚓🚓🚓",
        "\u{feff}\u{feff}",
        "-1-\n-2-\n",
        "| | | |",
        "附件：1.",
        "报告",
        "某镇2024年法治政府建设年度报告",
        "本年10月至5月办案3件",
        "2024年12月至2024年1月办案3件",
    ] {
        obey(text, text);
        obey(text, &text.repeat(50));
    }
}
