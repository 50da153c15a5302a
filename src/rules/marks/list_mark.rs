//! The numbers of headings and lists: one that lost a bracket, one with a mark too many, two forms mixed.

use std::collections::HashSet;

use crate::document::Document;
use crate::report::{Edit, Severity};
use crate::structure::outline::Node;
use crate::text::marker::{self, Style, is_numeral};
use crate::text::{BlockKind, Span};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "G07",
    slug: "list-mark",
    title: "序号的标点不规范",
    category: Category::Marks,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "序号有没有缺一半括号；括号后面有没有多出顿号；同一级序号的写法是否一致：一、（一）1.（1）第一，。",
    why: "“一、”用顿号，“（一）”后面不加标点，“1.”用下脚点，“第一，”用逗号（GB/T 15834—2011 附录）。",
    example: "“一）加强学习”，应为“（一）加强学习”；“（二）、规范执法”，应为“（二）规范执法”。",
    any_genre: false,
    check: Check::Document(check),
};

/// Where so many numbers of a style are alike, it is the habit of the text.
const HABIT: usize = 3;

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = broken_brackets(document);
    drafts.extend(unread_marks(document));
    let edits: Vec<Edit<Span>> = [
        Style::Chinese,
        Style::ChineseParen,
        Style::Arabic,
        Style::ArabicParen,
        Style::Enumerator,
    ]
    .into_iter()
    .flat_map(|style| uneven(document, style))
    .collect();
    drafts.extend(Draft::throughout(
        Severity::Notice,
        edits,
        true,
        "序号后面的标点与其他序号不一致：“一、”用顿号，“（一）”后面不加标点，“1.”用下脚点，“第一，”用逗号。",
    ));
    drafts
}

fn broken(span: Span, number: &str, sure: bool) -> Draft {
    let right = format!("（{number}）");
    Draft::at(
        Severity::Warning,
        span,
        format!("这个序号的括号不全，应为“{right}”。"),
    )
    .instead(right, sure)
}

/// The Chinese number in a mark.
fn number_in(mark: &str) -> String {
    mark.chars().filter(|c| is_numeral(*c)).collect()
}

/// 一） and （一 before a title.
fn broken_brackets(document: &Document<'_>) -> Vec<Draft> {
    let parens =
        document.outline.nodes.iter().filter(|node| {
            node.heading.style == Style::ChineseParen && node.heading.number.is_some()
        });
    parens
        .filter_map(|node| {
            let mark = document.folded(&node.heading.marker);
            let number = number_in(mark);
            let whole = mark.starts_with(['(', '〔', '[']) && mark.contains([')', '〕', ']']);
            let title = document.folded(&node.heading.title);
            // The other half may stand at the end of the line before.
            let start = node.heading.marker.start;
            let before = document.layout.folded.slice(0, start).trim_end();
            let closes_later = title.chars().find(|c| matches!(c, '(' | ')')) == Some(')');
            let lost = !whole
                && !before.ends_with('(')
                && !closes_later
                && !number.is_empty()
                && !mark.contains('?')
                && !title.starts_with(is_numeral);
            lost.then(|| broken(document.span(&node.heading.marker), &number, true))
        })
        .collect()
}

/// What begins a paragraph like a number and cannot be read as one: （一、加强, and 二，规范 after 一、.
fn unread_marks(document: &Document<'_>) -> Vec<Draft> {
    let beside = neighbours(document);
    let mut drafts = Vec::new();
    for block in &document.layout.blocks {
        let text = document.layout.folded_of(block);
        if block.kind != BlockKind::Text || !text.starts_with(|c| c == '(' || is_numeral(c)) {
            continue;
        }
        let inner = text.trim_start_matches('(');
        let after = inner.trim_start_matches(is_numeral);
        let number = inner.strip_suffix(after).unwrap_or_default();
        let Some(mark) = after
            .chars()
            .next()
            .filter(|c| matches!(c, '、' | ',' | '.'))
        else {
            continue;
        };
        let title = after.trim_start_matches(mark);
        if number.is_empty() || title.starts_with(|c| c == ')' || is_numeral(c)) {
            continue;
        }
        let len = text.len() - after.len() + mark.len_utf8();
        let span = document.span(&(block.folded.start..block.folded.start + len));
        if text.starts_with('(') {
            // It may as well be the 四、 that comes next.
            let next = value(number).is_some_and(|n| beside.contains(&n));
            drafts.push(broken(span, number, !next));
        } else if mark == ',' && value(number).is_some_and(|n| beside.contains(&n)) {
            let right = format!("{number}、");
            drafts.push(
                Draft::at(
                    Severity::Warning,
                    span,
                    format!("一级标题的序号后面用顿号，应为“{right}”。"),
                )
                .instead(right, true),
            );
        }
    }
    drafts
}

/// The numbers that the list of top headings lacks: those beside one of its own.
fn neighbours(document: &Document<'_>) -> HashSet<u32> {
    let tops = document
        .outline
        .nodes
        .iter()
        .filter(|node| node.heading.style == Style::Chinese);
    let own: HashSet<u32> = tops.filter_map(|node| node.heading.number).collect();
    own.iter()
        .flat_map(|number| [number.wrapping_sub(1), number + 1])
        .filter(|number| !own.contains(number))
        .collect()
}

/// The value of a Chinese number.
fn value(number: &str) -> Option<u32> {
    marker::read(&format!("{number}、")).and_then(|mark| mark.number)
}

/// The marks of a style that differ from what they should be, where the others do not.
fn uneven(document: &Document<'_>, style: Style) -> Vec<Edit<Span>> {
    let (wrong, right): (&[char], &str) = match style {
        Style::Chinese => (&['.'], "、"),
        Style::Arabic => (&['、'], "."),
        Style::Enumerator => (&['、'], "，"),
        _ => (&['、', '.', '。'], ""),
    };
    let nodes = || {
        let of_style = |node: &&Node| node.heading.style == style && node.heading.number.is_some();
        document.outline.nodes.iter().filter(of_style)
    };
    let is_wrong = |node: &Node| {
        let mark = document.folded(&node.heading.marker);
        let whole = !mark.starts_with('(') || mark.contains(')');
        mark.ends_with(wrong) && whole
    };
    let all = nodes().count();
    let odd = nodes().filter(|node| is_wrong(node)).count();
    // 1、 is a habit even where it stands alone.
    if odd == all && (all >= HABIT || style == Style::Arabic) {
        return Vec::new();
    }
    nodes()
        .filter(|node| is_wrong(node))
        .filter(|node| {
            let title = document.folded(&node.heading.title);
            !title.starts_with(|c| c == '第' || is_numeral(c))
        })
        .filter_map(|node| {
            let marker = &node.heading.marker;
            let last = document.folded(marker).chars().next_back()?;
            Some(Edit {
                span: document.span(&(marker.end - last.len_utf8()..marker.end)),
                text: right.to_owned(),
            })
        })
        .collect()
}
