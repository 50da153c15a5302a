//! Levels of headings out of order: （1） right under 一、, 1. above （一）.

use crate::document::Document;
use crate::report::Severity;
use crate::structure::outline::Node;
use crate::text::marker::Style;

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "F06",
    slug: "heading-levels",
    title: "标题层次颠倒或跳级",
    category: Category::Format,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "各级标题的序号是不是依次使用“一、”“（一）”“1.”“（1）”。“一、”下面直接用“1.”是常见做法，不查。",
    why: "结构层次序数依次用“一、”“（一）”“1.”“（1）”标注（GB/T 9704—2012 第7.3.3条）。",
    example: "“一、主要举措”下面直接是“（1）加强学习”，或者“1.”下面再分“（一）”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let nodes = &document.outline.nodes;
    let draft = |node: &Node, message: &str| {
        Draft::at(
            Severity::Notice,
            document.span(&(node.heading.marker.start..node.heading.title.end)),
            message,
        )
        .basis("GB/T 9704—2012 第7.3.3条")
    };
    let deep = nodes.iter().find(|node| {
        let above = node.parent.and_then(|parent| nodes.get(parent));
        matches!(node.heading.style, Style::ArabicParen | Style::Circled)
            && !node.heading.run_in
            && above.is_some_and(|above| above.heading.style == Style::Chinese)
    });
    let mut drafts: Vec<Draft> = deep
        .map(|node| {
            draft(
                node,
                "“一、”下面跳过了“（一）”和“1.”，建议依次使用各级序号。",
            )
        })
        .into_iter()
        .collect();
    drafts.extend(
        upside_down(nodes)
            .map(|node| draft(node, "“1.”下面又分“（一）”，层次颠倒了，请调整序号。")),
    );
    drafts
}

/// The first （一） that stands between 1. and 2. of one list.
fn upside_down(nodes: &[Node]) -> Option<&Node> {
    let mut arabic = None;
    // The number of the list that was interrupted, and the （一） that did it.
    let mut inner: Option<(u32, &Node)> = None;
    for node in nodes {
        match (node.heading.style, node.heading.number) {
            (Style::ChineseParen, Some(1)) => {
                inner = arabic.map(|number| (number, node));
            }
            (Style::ChineseParen, Some(_)) => {}
            (Style::Arabic, Some(number)) => {
                if let Some((before, node)) = inner
                    && number == before + 1
                    && number > 1
                {
                    return Some(node);
                }
                arabic = Some(number);
                inner = None;
            }
            (style, _) if style <= Style::Chinese => {
                arabic = None;
                inner = None;
            }
            _ => {}
        }
    }
    None
}
