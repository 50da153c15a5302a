//! A whole report on one line.

use crate::document::Document;
use crate::report::{Edit, Fix, Severity};
use crate::text::Span;

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "K07",
    slug: "lost-line-breaks",
    title: "全文没有分段",
    category: Category::Paste,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "全文是不是挤在一两行里，标题和段落没有分开。",
    why: "粘贴时丢了换行，标题、段落、落款都连在一起，不好读，也不合公文格式。",
    example: "“……情况报告2024年，……一、主要举措和成效（一）加强学习。……”全在一段里。",
    any_genre: false,
    check: Check::Document(check),
};

/// A text of so many lines has its line breaks.
const FEW_LINES: usize = 3;
/// So many parts that were found in it stood on lines of their own.
const MANY_PARTS: usize = 6;

fn check(document: &Document<'_>) -> Vec<Draft> {
    let text = document.source.text();
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let blocks = &document.layout.blocks;
    if lines.take(FEW_LINES).count() == FEW_LINES || blocks.len() < MANY_PARTS {
        return Vec::new();
    }
    let edits: Vec<Edit<Span>> = blocks
        .windows(2)
        .filter_map(|pair| match pair {
            [before, after] => Some(Span::new(before.span.end, after.span.start)),
            _ => None,
        })
        .filter(|gap| !document.source.slice(*gap).contains('\n'))
        .map(|span| Edit {
            span,
            text: "\n".to_owned(),
        })
        .collect();
    let Some(first) = blocks.first().filter(|_| !edits.is_empty()) else {
        return Vec::new();
    };
    vec![
        Draft::at(
            Severity::Notice,
            first.span,
            "全文没有分段，标题和正文连在一起，建议按标题分段。",
        )
        .fix(Some(Fix {
            label: "按标题分段".to_owned(),
            sure: false,
            edits,
        })),
    ]
}
