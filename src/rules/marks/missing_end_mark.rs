//! A paragraph whose last sentence has no end mark.

use crate::document::Document;
use crate::report::{Edit, Fix, Severity};
use crate::text::marker::is_han;
use crate::text::{Block, BlockKind, Span};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "G08",
    slug: "missing-end-mark",
    title: "段末缺少句末标点",
    category: Category::Marks,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "成句的段落，最后有没有句号。标题、单行的条目、表格、落款不查。",
    why: "句子末尾用句号、问号或者叹号（GB/T 15834—2011），段末没有标点，也可能是后面的话丢了。",
    example: "“组织案卷评查2次。完善考核机制，压实各方责任”，末尾少了句号。",
    any_genre: false,
    check: Check::Document(check),
};

/// More of them are told of once.
const FEW: usize = 3;
/// The words that are marked at the end of a paragraph, in characters.
const SHOWN: usize = 6;

fn check(document: &Document<'_>) -> Vec<Draft> {
    let blocks = &document.layout.blocks;
    let mut headings = document.outline.heading_blocks().peekable();
    let mut places = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        while headings.next_if(|&heading| heading <= index).is_some() {}
        // What follows must be known not to go on with it: a heading, or the signature.
        let followed = match blocks.get(index + 1) {
            Some(next) => {
                headings.peek() == Some(&(index + 1))
                    || next.folded.start == document.found.body_end
            }
            None => false,
        };
        if followed && block.folded.start < document.found.body_end && lacks_end(document, block) {
            let text = document.source.slice(block.span);
            let shown = text.char_indices().rev().take(SHOWN).last();
            let start = block.span.start + shown.map_or(0, |(at, _)| at);
            places.push(Span::new(start, block.span.end));
        }
    }
    let edit = |place: &Span| Edit {
        span: Span::new(place.end, place.end),
        text: "。".to_owned(),
    };
    let draft = |place: &Span, message: &str, edits: Vec<Edit<Span>>| {
        Draft::at(Severity::Warning, *place, message).fix(Some(Fix {
            label: "补上句号".to_owned(),
            sure: false,
            edits,
        }))
    };
    match places.as_slice() {
        [first, others @ ..] if others.len() >= FEW => {
            let message = format!("有{}段的末尾没有句末标点，请补上。", places.len());
            let all = draft(first, &message, places.iter().map(edit).collect());
            vec![others.iter().fold(all, |all, &place| {
                all.related(place, document.source.slice(place))
            })]
        }
        places => places
            .iter()
            .map(|place| {
                let message = "这一段末尾没有句末标点，请看看是漏了句号，还是后面的话丢了。";
                draft(place, message, vec![edit(place)])
            })
            .collect(),
    }
}

/// Whether a paragraph of whole sentences stops without a mark.
fn lacks_end(document: &Document<'_>, block: &Block) -> bool {
    let text = document.layout.folded_of(block);
    let ended = text.trim_end_matches(['”', '’']);
    block.kind == BlockKind::Text
        && text.contains('。')
        && ended
            .chars()
            .next_back()
            .is_some_and(|c| is_han(c) || c.is_ascii_alphanumeric() || matches!(c, '》' | '%'))
}
