//! The numbers of headings skip one or stand twice.

use std::collections::HashMap;

use crate::document::Document;
use crate::report::Severity;
use crate::structure::outline::Node;
use crate::text::marker::{self, Style};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "F01",
    slug: "numbering",
    title: "标题序号跳号或重号",
    category: Category::Format,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "同一级标题的序号是否连续：一、二、三；（一）（二）（三）；1.2.3.；一是、二是、三是。",
    why: "序号不连续往往是删改后漏改，或者丢了一段（GB/T 9704—2012 第7.3.3条规定了各级序号）。",
    example: "“一是……二是……四是……”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let nodes = &document.outline.nodes;
    let mut drafts = Vec::new();
    // The last numbered node under each parent, and the number that it should have had; the top has no parent.
    let mut last: Vec<Option<(usize, u32)>> = vec![None; nodes.len() + 1];
    // The last number of each style, wherever it stood: some reports count 1. on through all of （一）（二）.
    let mut running: HashMap<Style, u32> = HashMap::new();
    for (index, node) in nodes.iter().enumerate() {
        let Some(number) = node.heading.number else {
            // A number that cannot be read: what follows it is not judged.
            forget(&mut last, node);
            continue;
        };
        let goes_on = running.insert(node.heading.style, number).map(|n| n + 1) == Some(number);
        let slot = node.parent.map_or(0, |parent| parent + 1);
        let Some(entry) = last.get_mut(slot) else {
            continue;
        };
        let last = entry
            .and_then(|(at, should)| Some((nodes.get(at)?, should)))
            .filter(|(before, _)| before.heading.style == node.heading.style);
        let previous = last.map(|(before, _)| before);
        let expected = previous.map_or(1, |before| before.heading.number.unwrap_or(0) + 1);
        let restarts = number == 1 && may_restart(node);
        // After （二）（二） both （三） and （四） go on.
        let mended = last.is_some_and(|(_, should)| number == should + 1);
        let fits = number == expected || goes_on || restarts || mended;
        *entry = Some((index, if fits { number } else { expected }));
        if fits {
            continue;
        }
        // What comes before: the sibling, or the heading that the list belongs to. The top of an excerpt may begin late.
        let Some(before) = previous.or_else(|| nodes.get(node.parent?)) else {
            continue;
        };
        if has_unseen_mark(document, before, node, expected) {
            continue;
        }
        let before_range = before.heading.marker.start..before.heading.title.end;
        let mark = document.words(&before.heading.marker);
        let message = match previous {
            None => "序号没有从一开始。".to_owned(),
            Some(_) if number < expected => format!("序号重复或倒退：前一个是“{mark}”。"),
            Some(_) => format!("序号不连续：前一个是“{mark}”，中间缺号。"),
        };
        drafts.push(
            Draft::at(
                Severity::Warning,
                document.span(&node.heading.marker),
                message,
            )
            .related(document.span(&before_range), document.words(&before_range))
            .basis("GB/T 9704—2012 第7.3.3条"),
        );
    }
    drafts
}

fn forget(last: &mut [Option<(usize, u32)>], node: &Node) {
    let slot = node.parent.map_or(0, |parent| parent + 1);
    if let Some(entry) = last.get_mut(slot) {
        *entry = None;
    }
}

/// Below the first levels a second list may begin anew under the same heading.
fn may_restart(node: &Node) -> bool {
    !matches!(
        node.heading.style,
        Style::Chinese | Style::ChineseParen | Style::Chapter
    )
}

/// Whether the number that seems to be missing stands after the end of a clause in the words between, where no heading was seen.
fn has_unseen_mark(document: &Document<'_>, before: &Node, node: &Node, expected: u32) -> bool {
    let between = document.folded(&(before.heading.marker.end..node.heading.marker.start));
    let style = node.heading.style;
    let spoken = style == Style::Enumerator
        && ["其次", "再次", "另一方面"]
            .iter()
            .any(|word| between.contains(word));
    let mut previous = '\0';
    spoken
        || between.char_indices().any(|(at, c)| {
            let starts = !marker::is_han(previous) && !previous.is_ascii_digit();
            previous = c;
            starts
                && between
                    .get(at..)
                    .and_then(marker::read)
                    .is_some_and(|mark| mark.style == style && mark.number == Some(expected))
        })
}
