//! What must hold for any text: no panic, spans on boundaries and in order, the same text the same report. Over every sample and thousands of seeded mutations of them.

use std::fs;

use fazhi_check::export::tables::{self, Cell};
use fazhi_check::report::{Purpose, Report, Settings};
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
        for table in tables::workbook(&source, &report.to_utf16(&source), &[]) {
            for row in &table.rows {
                assert_eq!(row.len(), table.columns.len(), "{name}: {}", table.name);
                let broken = |cell: &Cell| matches!(cell, Cell::Text(text) if text.contains('\n'));
                assert!(!row.iter().any(broken), "{name}: a cell of two lines");
            }
        }
    }
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
    ] {
        obey(text, text);
        obey(text, &text.repeat(50));
    }
}
