//! Two sections side by side have the same heading.

use rustc_hash::FxHashMap;

use crate::document::Document;
use crate::report::Severity;
use crate::text::marker::Style;

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "E04",
    slug: "heading-twice",
    title: "同级标题重复",
    category: Category::Repetition,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "同一个部分里，有没有两个标题的文字完全相同。",
    why: "同级标题应当各说一件事；相同的标题多半是复制后没有改。",
    example: "“（二）强化行政执法监督”与“（四）强化行政执法监督”。",
    any_genre: false,
    check: Check::Document(check),
};

/// Where more headings are repeated, the text holds a table of contents.
const MOST: usize = 3;

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut seen: FxHashMap<(Option<usize>, &str), usize> = FxHashMap::default();
    let mut drafts = Vec::new();
    for (index, node) in document.outline.nodes.iter().enumerate() {
        let title = document.outline.title(&document.layout, node);
        // 一是: titles of that kind are parts of a sentence.
        if title.chars().count() < 4 || node.heading.style == Style::Enumerator {
            continue;
        }
        let first = *seen.entry((node.parent, title)).or_insert(index);
        let places = document.heading(first).zip(document.heading(index));
        if let Some((there, here)) = places.filter(|_| first != index) {
            let message = "这个标题与前面的同级标题完全相同。";
            drafts.push(
                Draft::at(Severity::Notice, document.span(&here), message)
                    .related(document.span(&there), "前面的标题"),
            );
        }
    }
    if drafts.len() > MOST {
        drafts.clear();
    }
    drafts
}
