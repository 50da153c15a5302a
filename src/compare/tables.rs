//! The comparison as tables for a workbook: 指标对照, 部分对照, 章节对照, 上年安排, 重复问题, 沿用文字.

use super::carried::Passage;
use super::{Comparison, Read};
use crate::export::tables::{Form, Table, columns, row};
use crate::export::words;
use crate::text::Utf16Span;

/// Quoted words are cut after so many characters.
const QUOTE: usize = 500;

/// The sheets of the workbook.
#[must_use]
pub fn tables(comparison: &Comparison, old: Read<'_>, new: Read<'_>) -> Vec<Table> {
    vec![
        indicators(comparison),
        parts(comparison),
        sections(comparison),
        plan(comparison, old, new),
        passages("重复问题", &comparison.problems, old, new),
        passages("沿用文字", &comparison.carried.passages, old, new),
    ]
}

fn indicators(comparison: &Comparison) -> Table {
    let rows = comparison.indicators.iter().map(|line| {
        let (old, new) = (line.old.as_ref(), line.new.as_ref());
        row![
            line.name.as_str(),
            old.map(|value| value.value),
            old.map(|value| value.unit.as_str()),
            new.map(|value| value.value),
            new.map(|value| value.unit.as_str()),
            line.change.map(|change| change.difference),
            line.change.and_then(|change| change.ratio),
            line.difference(),
            old.map(|value| value.text.as_str()),
            new.map(|value| value.text.as_str()),
        ]
    });
    Table {
        name: "指标对照".to_owned(),
        list: true,
        rows: rows.collect(),
        columns: columns(&[
            ("指标", 22.0, Form::Plain),
            ("上年", 10.0, Form::Plain),
            ("上年单位", 9.0, Form::Plain),
            ("本年", 10.0, Form::Plain),
            ("本年单位", 9.0, Form::Plain),
            ("增减", 10.0, Form::Plain),
            ("幅度", 9.0, Form::Share),
            ("说明", 22.0, Form::Plain),
            ("上年原文", 14.0, Form::Plain),
            ("本年原文", 14.0, Form::Plain),
        ]),
    }
}

fn parts(comparison: &Comparison) -> Table {
    let rows = comparison.parts.iter().map(|line| {
        let (old, new) = (line.old.as_ref(), line.new.as_ref());
        row![
            line.name.as_str(),
            old.map(|cell| cell.words.as_str()),
            new.map(|cell| cell.words.as_str()),
            old.map(|cell| cell.chars),
            new.map(|cell| cell.chars),
            line.grown(),
        ]
    });
    Table {
        name: "部分对照".to_owned(),
        list: true,
        rows: rows.collect(),
        columns: columns(&[
            ("部分", 36.0, Form::Wrapped),
            ("上年情况", 16.0, Form::Plain),
            ("本年情况", 16.0, Form::Plain),
            ("上年字数", 10.0, Form::Plain),
            ("本年字数", 10.0, Form::Plain),
            ("字数增减", 14.0, Form::Plain),
        ]),
    }
}

fn sections(comparison: &Comparison) -> Table {
    let rows = comparison.sections.iter().map(|line| {
        let (old, new) = (line.old.as_ref(), line.new.as_ref());
        row![
            old.map(|cell| cell.heading.as_str()),
            old.map(|cell| cell.chars),
            new.map(|cell| cell.heading.as_str()),
            new.map(|cell| cell.chars),
        ]
    });
    Table {
        name: "章节对照".to_owned(),
        list: true,
        rows: rows.collect(),
        columns: columns(&[
            ("上年章节", 40.0, Form::Wrapped),
            ("上年字数", 10.0, Form::Plain),
            ("本年章节", 40.0, Form::Wrapped),
            ("本年字数", 10.0, Form::Plain),
        ]),
    }
}

fn plan(comparison: &Comparison, old: Read<'_>, new: Read<'_>) -> Table {
    let rows = comparison.plan.iter().map(|item| {
        let evidence = item.evidence.iter();
        let quotes: Vec<String> = evidence
            .clone()
            .map(|evidence| quote(new, evidence.span))
            .collect();
        let words: Vec<&str> = evidence
            .flat_map(|evidence| &evidence.words)
            .map(String::as_str)
            .collect();
        row![
            quote(old, item.span),
            item.outcome.name(),
            quotes.join("\u{3000}"),
            words.join("、"),
            line(old, item.span),
            item.evidence
                .first()
                .map(|evidence| line(new, evidence.span)),
        ]
    });
    Table {
        name: "上年安排".to_owned(),
        list: true,
        rows: rows.collect(),
        columns: columns(&[
            ("上年安排", 50.0, Form::Wrapped),
            ("本年情况（提示）", 18.0, Form::Plain),
            ("本年原文", 60.0, Form::Wrapped),
            ("相同词语", 30.0, Form::Wrapped),
            ("上年行", 8.0, Form::Plain),
            ("本年行", 8.0, Form::Plain),
        ]),
    }
}

fn passages(name: &str, passages: &[Passage], old: Read<'_>, new: Read<'_>) -> Table {
    let rows = passages.iter().map(|passage| {
        let [before, now] = passage.spans;
        row![
            passage.name(),
            passage.chars,
            quote(new, now),
            quote(old, before),
            line(new, now),
            line(old, before),
        ]
    });
    Table {
        name: name.to_owned(),
        list: true,
        rows: rows.collect(),
        columns: columns(&[
            ("情况", 12.0, Form::Plain),
            ("字数", 8.0, Form::Plain),
            ("本年原文", 60.0, Form::Wrapped),
            ("上年原文", 60.0, Form::Wrapped),
            ("本年行", 8.0, Form::Plain),
            ("上年行", 8.0, Form::Plain),
        ]),
    }
}

fn quote((source, _): Read<'_>, span: Utf16Span) -> String {
    words::clipped(source.slice(source.bytes(span)), QUOTE)
}

fn line((source, _): Read<'_>, span: Utf16Span) -> usize {
    source.line(source.bytes(span))
}
