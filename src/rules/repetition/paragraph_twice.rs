//! A paragraph is printed twice in a row.

use crate::document::Document;
use crate::report::{Edit, Fix, Severity};
use crate::structure::copies::Copy;
use crate::text::{Block, BlockKind, Span};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "E03",
    slug: "paragraph-twice",
    title: "同一段连着出现两次",
    category: Category::Repetition,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "相邻的两段文字完全相同。",
    why: "多半是粘贴了两次。",
    example: "“全年审查合同36份，提出法律意见52条。”紧接着又是同样的一段。",
    any_genre: false,
    check: Check::Document(check),
};

/// Whether two blocks are one paragraph printed twice.
fn same(document: &Document<'_>, first: &Block, second: &Block) -> bool {
    let words = document.layout.folded_of(first);
    first.kind == BlockKind::Text
        && second.kind == BlockKind::Text
        && words.contains('。')
        && words == document.layout.folded_of(second)
}

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for pair in document.layout.blocks.windows(2) {
        let [first, second] = pair else { continue };
        if !same(document, first, second) {
            continue;
        }
        drafts.push(
            Draft::at(Severity::Warning, second.span, "这一段与上一段完全相同。")
                .related(first.span, "上一段")
                .fix(Some(Fix {
                    label: "删去重复的一段".to_owned(),
                    sure: true,
                    edits: vec![Edit {
                        span: Span::new(first.span.end, second.span.end),
                        text: String::new(),
                    }],
                })),
        );
    }
    drafts
}

/// Whether a copied passage lies in paragraphs of this kind.
pub(super) fn holds(document: &Document<'_>, copy: &Copy) -> bool {
    let blocks = &document.layout.blocks;
    let second = blocks.partition_point(|block| block.folded.end <= copy.here.start);
    let first = second.checked_sub(1).and_then(|index| blocks.get(index));
    first
        .zip(blocks.get(second))
        .is_some_and(|(first, second)| {
            first.folded.contains(&copy.there.start) && same(document, first, second)
        })
}
