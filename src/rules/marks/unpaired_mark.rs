//! A quotation mark, bracket or title mark without its other half.

use crate::document::Document;
use crate::report::Severity;
use crate::text::{BlockKind, Span, marker};

use super::pairs::Pairs;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Sign};

pub const RULE: Definition = Definition {
    code: "G01",
    slug: "unpaired-mark",
    title: "引号、括号、书名号不成对",
    category: Category::Marks,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "同一段里的引号、括号、书名号有没有只有前一半或者只有后一半的。",
    why: "引号、括号、书名号成对使用（GB/T 15834—2011），缺一半时读者看不出引文或名称到哪里为止。",
    example: "“设立‘枣林评理站，由老党员轮值”，少了后引号。序号“1）”不查。",
    any_genre: false,
    check: Check::Pairs(check),
};

fn check(document: &Document<'_>, signs: &[Sign], pairs: &Pairs) -> Vec<Draft> {
    let cut_off = cut_off(document);
    let mut drafts = Vec::new();
    let mut opens = pairs.open.iter().copied().peekable();
    while let Some(at) = opens.next() {
        let Some(sign) = signs.get(at).filter(|sign| cut_off != Some(sign.block)) else {
            continue;
        };
        // Another rule looks at the brackets of a document number.
        let number = "〔[【".contains(sign.c) && sign.after.is_ascii_digit();
        if number || in_list_mark(document, sign) {
            continue;
        }
        let clause = clause_behind(document, sign);
        // “……“: the second one was meant to close.
        let second = opens
            .next_if(|&next| {
                let other = signs.get(next);
                other.is_some_and(|other| other.span.start == clause.end && other.c == sign.c)
            })
            .and_then(|next| signs.get(next));
        drafts.push(match second {
            Some(second) => Draft::at(
                Severity::Warning,
                sign.span.to(second.span),
                format!("两个“{}”连用，后一个应当是后一半，请改正。", sign.c),
            ),
            None => Draft::at(
                Severity::Warning,
                clause,
                format!("“{}”只有前一半，没有找到与它成对的后一半，请补上。", sign.c),
            ),
        });
    }
    for sign in pairs.close.iter().filter_map(|&at| signs.get(at)) {
        let Some(block) = document.layout.blocks.get(sign.block) else {
            continue;
        };
        // A line that begins with it was torn off: another rule tells of it.
        let list = !"”’》〉".contains(sign.c) && sign.before.is_ascii_alphanumeric();
        if sign.span.start == block.span.start || list || in_list_mark(document, sign) {
            continue;
        }
        drafts.push(Draft::at(
            Severity::Warning,
            clause_before(document, sign, block.span.start),
            format!("“{}”只有后一半，没有找到与它成对的前一半，请补上。", sign.c),
        ));
    }
    drafts
}

/// Whether a mark is part of the number of a heading: （一 and 一） are told of elsewhere.
fn in_list_mark(document: &Document<'_>, sign: &Sign) -> bool {
    let Some(block) = document.layout.blocks.get(sign.block) else {
        return false;
    };
    let at = document.layout.folded.copy_at(sign.span.start);
    let text = document.layout.folded_of(block);
    let numbered = marker::read(text).map_or(0, |mark| mark.len);
    // （一、 is no mark that can be read, and still one that was meant.
    let meant = text.starts_with('(') && sign.span.start == block.span.start && {
        let rest = text.trim_start_matches('(');
        let after = rest.trim_start_matches(marker::is_numeral);
        after.len() < rest.len() && after.starts_with(['、', ',', '.'])
    };
    meant || at < block.folded.start + numbered
}

/// The last paragraph, where the text itself stops in mid-sentence: what it opens may have been closed.
fn cut_off(document: &Document<'_>) -> Option<usize> {
    let blocks = &document.layout.blocks;
    let last = blocks
        .iter()
        .rposition(|block| block.kind == BlockKind::Text)?;
    let text = document.layout.folded_of(blocks.get(last)?);
    (!text.ends_with(['。', '!', '?', ';', ':', '”', ')', '》'])).then_some(last)
}

const ENDS_OF_CLAUSE: &str = "，。；：！？,;:!?\n";

/// From a mark to the end of its clause.
fn clause_behind(document: &Document<'_>, sign: &Sign) -> Span {
    let end = document
        .layout
        .blocks
        .get(sign.block)
        .map_or(sign.span.end, |block| block.span.end);
    let rest = document.source.slice(Span::new(sign.span.end, end));
    let len = rest.find(|c| ENDS_OF_CLAUSE.contains(c) || c == sign.c);
    let len = len.unwrap_or(rest.len());
    Span::new(sign.span.start, sign.span.end + len)
}

/// From the beginning of a clause to a mark.
fn clause_before(document: &Document<'_>, sign: &Sign, start: usize) -> Span {
    let before = document.source.slice(Span::new(start, sign.span.start));
    let clause = before
        .char_indices()
        .rev()
        .take(40)
        .take_while(|(_, c)| !ENDS_OF_CLAUSE.contains(*c) && !"、”》".contains(*c))
        .last()
        .map_or(sign.span.start, |(at, _)| start + at);
    Span::new(clause, sign.span.end)
}
