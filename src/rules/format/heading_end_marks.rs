//! Stand-alone headings of one level of which some end in a mark and some do not.

use crate::document::Document;
use crate::report::{Edit, Severity};
use crate::structure::outline::Node;
use crate::text::marker::Style;
use crate::text::{BlockKind, Span};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "F07",
    slug: "heading-end-marks",
    title: "标题末尾的标点不统一",
    category: Category::Format,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "单独成行的同级标题，是不是有的末尾有句号、有的没有。",
    why: "单独成行的标题末尾一般不用标点，全文应当统一。",
    example: "“（一）加强学习”“（二）规范执法。”两个标题各占一行，后一个多了句号。",
    any_genre: false,
    check: Check::Document(check),
};

/// Up to so many are told of one by one.
const FEW: usize = 3;

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut edits: Vec<Edit<Span>> = Vec::new();
    for style in [Style::Chinese, Style::ChineseParen, Style::Arabic] {
        let ends: Vec<Span> = document
            .outline
            .nodes
            .iter()
            .filter(|node| node.heading.style == style && stands_alone(document, node))
            .map(|node| end_mark(document, node))
            .collect();
        if ends.iter().any(|end| end.is_empty()) {
            edits.extend(
                ends.into_iter()
                    .filter(|end| !end.is_empty())
                    .map(|span| Edit {
                        span,
                        text: String::new(),
                    }),
            );
        }
    }
    const MESSAGE: &str = "单独成行的标题末尾一般不用标点，同级的其他标题没有，建议删去。";
    if edits.len() > FEW {
        return Draft::throughout(Severity::Notice, edits, true, MESSAGE);
    }
    edits
        .into_iter()
        .map(|edit| Draft::at(Severity::Notice, edit.span, MESSAGE).instead("", true))
        .collect()
}

/// Whether a heading has a line of its own and text below it that is not the next heading.
fn stands_alone(document: &Document<'_>, node: &Node) -> bool {
    let blocks = &document.layout.blocks;
    let own = blocks.get(node.heading.block);
    let below = blocks.get(node.heading.block + 1);
    !node.heading.run_in
        && own.is_some_and(|block| block.folded.end < node.range.end)
        && below.is_some_and(|block| {
            block.kind == BlockKind::Text && document.layout.folded_of(block).contains('。')
        })
}

/// The marks behind the title of a heading, in the source.
fn end_mark(document: &Document<'_>, node: &Node) -> Span {
    let end = document
        .layout
        .blocks
        .get(node.heading.block)
        .map_or(0, |b| b.span.end);
    let start = document.span(&node.heading.title).end;
    let rest = document.source.slice(Span::new(start, end));
    let marks = rest.trim_start();
    if marks.chars().all(|c| "。；，：、.;,:".contains(c)) {
        Span::new(end - marks.len(), end)
    } else {
        Span::new(end, end)
    }
}
