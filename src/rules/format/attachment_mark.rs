//! The name of an attachment ends in a mark.

use crate::document::Document;
use crate::report::Severity;
use crate::text::marker::{self, Style};
use crate::text::{BlockKind, Span};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "F11",
    slug: "attachment-mark",
    title: "附件说明末尾有标点",
    category: Category::Format,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "附件说明里的附件名称后面有没有标点。",
    why: "附件名称后不加标点符号（GB/T 9704—2012 第7.3.4条）。",
    example: "“附件：1.行政执法统计表。”，句号应当删去。",
    any_genre: false,
    check: Check::Document(check),
};

/// A longer line is a paragraph, in characters.
const LONGEST: usize = 60;

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut listed = false;
    let blocks = document
        .layout
        .blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Text);
    for block in blocks.filter(|block| block.folded.start >= document.found.body_start) {
        let text = document.layout.folded_of(block);
        let first = text.starts_with("附件") && text.contains(':');
        let next = || marker::read(text).is_some_and(|mark| mark.style == Style::Arabic);
        listed = first || (listed && next());
        let name = text.trim_end_matches(['。', ';', ',', '、']);
        let short = text.chars().count() <= LONGEST && !name.contains('。');
        if listed && short && name.len() < text.len() {
            let printed = document.source.slice(block.span);
            let len = printed
                .trim_end_matches(['。', '；', ';', '，', ',', '、', '.'])
                .len();
            drafts.push(
                Draft::at(
                    Severity::Notice,
                    Span::new(block.span.start + len, block.span.end),
                    "附件名称后面不加标点。",
                )
                .instead("", true)
                .basis("GB/T 9704—2012 第7.3.4条"),
            );
        }
    }
    drafts
}
