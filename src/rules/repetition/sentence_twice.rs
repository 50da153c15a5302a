//! A short sentence stands twice, word for word: in one paragraph, or in two with its figures.

use std::collections::hash_map::Entry;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::document::Document;
use crate::report::{Edit, Fix, Severity};
use crate::text::BlockKind;
use crate::text::marker::is_han;

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "E05",
    slug: "sentence-twice",
    title: "同一句话写了两遍",
    category: Category::Repetition,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "同一段里有没有一字不差的两句（十四字以上）；不同段里带数字的整句有没有一字不差地写两遍（二十字以上，作提示）。",
    why: "多半是粘贴时重复，或者调整段落时忘了删去原处。",
    example: "“全面完成年度普法任务，12月接受了县级验收。”在一段里出现两次。",
    any_genre: false,
    check: Check::Document(check),
};

/// So many telling characters must a sentence have in one paragraph, and in two.
const SHORTEST: usize = 14;
const SHORTEST_APART: usize = 20;

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut seen: FxHashMap<&str, (usize, Range<usize>)> = FxHashMap::default();
    let mut drafts = Vec::new();
    for (index, block) in document.layout.blocks.iter().enumerate() {
        if block.kind != BlockKind::Text {
            continue;
        }
        let mut end = block.folded.start;
        for sentence in document
            .layout
            .folded_of(block)
            .split_inclusive(['。', '!'])
        {
            let here = end..end + sentence.len();
            end = here.end;
            // No telling character takes more than four bytes, none less than one.
            if sentence.len() < SHORTEST || !sentence.ends_with(['。', '!']) {
                continue;
            }
            match seen.entry(sentence) {
                Entry::Occupied(before) => {
                    let (paragraph, there) = before.get();
                    let telling = |c: &char| is_han(*c) || c.is_ascii_digit();
                    let length = sentence.chars().filter(telling).count();
                    if length < SHORTEST {
                        continue;
                    }
                    let near = *paragraph == index;
                    let figures = sentence.contains(|c: char| c.is_ascii_digit());
                    if near || length >= SHORTEST_APART && figures {
                        drafts.extend(draft(document, near, &here, there));
                    }
                }
                Entry::Vacant(place) => {
                    place.insert((index, here));
                }
            }
        }
    }
    drafts
}

/// The finding, where no longer passage tells it.
fn draft(
    document: &Document<'_>,
    near: bool,
    here: &Range<usize>,
    there: &Range<usize>,
) -> Option<Draft> {
    let told = |copy: &crate::structure::copies::Copy| {
        copy.here.start < here.end && here.start < copy.here.end
    };
    if document.copies.iter().any(told) {
        return None;
    }
    let span = document.span(here);
    let (severity, message) = if near {
        (
            Severity::Warning,
            "这句话在本段前面已经写过，一字不差，请删去一处。",
        )
    } else {
        (
            Severity::Notice,
            "这句话在前面已经写过，一字不差，请看是否删去一处。",
        )
    };
    let draft = Draft::at(severity, span, message).related(document.span(there), "前面的原文");
    Some(draft.fix(near.then(|| Fix {
        label: "删去重复的一句".to_owned(),
        sure: false,
        edits: vec![Edit {
            span,
            text: String::new(),
        }],
    })))
}
