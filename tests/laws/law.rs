//! What holds of the report of any text. The fuzz targets ask it too.

use std::cell::RefCell;
use std::collections::HashSet;

use fazhi_check::export::tables::{self, Cell};
use fazhi_check::report::{Report, Section, Settings, Utf16Report};
use fazhi_check::text::{Source, Span};

/// The report of a text, held to every law that it can break.
pub fn lawful(name: &str, source: &Source, settings: &Settings) -> Report<Span> {
    let report = fazhi_check::analyse(source, settings);
    spans_obey(name, source, &report);
    sections_obey(name, &report);
    figures_obey(name, source, &report);
    findings_obey(name, &report);
    tables_obey(name, source, &report);
    reads_back(name, &report.clone().to_utf16(source));
    let again = fazhi_check::analyse(source, settings);
    assert!(report == again, "{name}: two reports of one text");
    report
}

fn spans(report: &Report<Span>) -> Vec<Span> {
    let spans = RefCell::new(Vec::new());
    let _ = report
        .clone()
        .map_spans(|span| spans.borrow_mut().push(span));
    spans.into_inner()
}

/// They lie on boundaries, and lead to UTF-16 and back.
fn spans_obey(name: &str, source: &Source, report: &Report<Span>) {
    let spans = spans(report);
    for span in &spans {
        let whole = source.text().get(span.start..span.end);
        assert!(whole.is_some(), "{name}: {span:?} is not on boundaries");
    }
    let units: Vec<_> = spans.iter().map(|&span| source.utf16(span)).collect();
    for (span, unit) in spans.into_iter().zip(units) {
        assert_eq!(source.byte_at(unit.start), span.start, "{name}");
        assert_eq!(source.byte_at(unit.end), span.end, "{name}");
    }
}

/// They stand in order, each inside its parent.
fn sections_obey(name: &str, report: &Report<Span>) {
    let starts: Vec<usize> = report.sections.iter().map(|s| s.heading.start).collect();
    assert!(starts.is_sorted(), "{name}: sections out of order");
    for (index, section) in report.sections.iter().enumerate() {
        let Section { level, title, .. } = section;
        assert!((1..=5).contains(level), "{name}: level {level}");
        assert!(
            section.span.contains(section.heading),
            "{name}: {title} lies outside its section"
        );
        if let Some(parent) = &section.parent {
            let mut sections = report.sections.iter();
            let parent = sections.position(|s| &s.id == parent).unwrap();
            assert!(parent < index, "{name}: a parent after its child");
            assert!(
                report.sections[parent].span.contains(section.span),
                "{name}: {title} lies outside its parent"
            );
        }
    }
}

/// They do not overlap, say what stands in the text, and are numbers.
fn figures_obey(name: &str, source: &Source, report: &Report<Span>) {
    for pair in report.figures.windows(2) {
        let [before, after] = [pair[0].span, pair[1].span];
        assert!(
            before.end <= after.start,
            "{name}: figures overlap at {after:?}"
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
}

/// No two have one key, none is louder than its rule, and the edits of each stand in order.
fn findings_obey(name: &str, report: &Report<Span>) {
    for finding in &report.findings {
        let rule = fazhi_check::rules::find(&finding.rule).unwrap();
        assert!(
            finding.severity >= rule.severity,
            "{name}: {} is told too loud",
            finding.rule
        );
        let edits = finding.fix.iter().flat_map(|fix| fix.edits.windows(2));
        for pair in edits {
            let [before, after] = [pair[0].span, pair[1].span];
            assert!(before.end <= after.start, "{name}: edits overlap");
        }
    }
    let keys: HashSet<&str> = report.findings.iter().map(|f| f.key.as_str()).collect();
    assert_eq!(
        keys.len(),
        report.findings.len(),
        "{name}: two findings of one key"
    );
}

/// A row has a cell for each column, and each cell is one line.
fn tables_obey(name: &str, source: &Source, report: &Report<Span>) {
    for table in tables::workbook(source, &report.clone().to_utf16(source), &[]) {
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len(), "{name}: {}", table.name);
            let broken = |cell: &Cell| matches!(cell, Cell::Text(text) if text.contains('\n'));
            assert!(!row.iter().any(broken), "{name}: a cell of two lines");
        }
    }
}

/// It is the same after it was written and read.
fn reads_back(name: &str, report: &Utf16Report) {
    let written = serde_json::to_string(report).unwrap();
    let read: Utf16Report = serde_json::from_str(&written).unwrap();
    assert!(
        &read == report,
        "{name}: another report after writing and reading"
    );
}
