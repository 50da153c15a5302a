//! What holds of the report of any text. The fuzz targets ask it too.

use fazhi_check::export::tables::{self, Cell};
use fazhi_check::report::{Report, Settings, Utf16Report};
use fazhi_check::text::{Source, Span};

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

/// The report of a text, held to every law that it can break.
pub fn lawful(name: &str, source: &Source, settings: &Settings) -> Report<Span> {
    let report = fazhi_check::analyse(source, settings);
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
    let again = fazhi_check::analyse(source, settings);
    assert!(report == again, "{name}: two reports of one text");
    let units: Vec<_> = spans(&report)
        .into_iter()
        .map(|s| source.utf16(s))
        .collect();
    for (span, unit) in spans(&report).into_iter().zip(units) {
        assert_eq!(source.byte_at(unit.start), span.start, "{name}");
        assert_eq!(source.byte_at(unit.end), span.end, "{name}");
    }
    let outside = report.clone().to_utf16(source);
    let written = serde_json::to_string(&outside).unwrap();
    let read: Utf16Report = serde_json::from_str(&written).unwrap();
    assert!(
        read == outside,
        "{name}: another report after writing and reading"
    );
    for table in tables::workbook(source, &outside, &[]) {
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len(), "{name}: {}", table.name);
            let broken = |cell: &Cell| matches!(cell, Cell::Text(text) if text.contains('\n'));
            assert!(!row.iter().any(broken), "{name}: a cell of two lines");
        }
    }
    report
}
