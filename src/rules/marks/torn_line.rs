//! A paragraph that begins with a mark which cannot begin one.

use crate::document::Document;
use crate::report::Severity;
use crate::text::{BlockKind, Span};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "G10",
    slug: "torn-line",
    title: "段首出现句中标点",
    category: Category::Marks,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "段落是不是以逗号、句号、顿号、后引号、后括号这类不能放在段首的标点开头。",
    why: "点号和后引号、后括号、后书名号不出现在一行之首（GB/T 15834—2011），段首有它们，多半是粘贴时断了行或者丢了字。",
    example: "一段以“，切实提升依法行政能力”开头。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let texts = document
        .layout
        .blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Text);
    texts
        .filter_map(|block| {
            let text = document.source.slice(block.span);
            let first = text
                .chars()
                .next()
                .filter(|c| "，。、；：！？”’）》〉】〕,;:".contains(*c))?;
            let span = Span::new(block.span.start, block.span.start + first.len_utf8());
            Some(Draft::at(
                Severity::Warning,
                span,
                format!("这一段以“{first}”开头，多半是断了行或者丢了字，请与上一段对照。"),
            ))
        })
        .collect()
}
