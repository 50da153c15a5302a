//! Half-width marks in Chinese text: , ; : ! ? ( ).

use crate::document::Document;
use crate::report::{Edit, Severity};
use crate::text::BlockKind;

use super::pairs::Pairs;
use crate::rules::signs::is_wide;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Sign};

pub const RULE: Definition = Definition {
    code: "G04",
    slug: "halfwidth-mark",
    title: "中文里用了半角标点",
    category: Category::Marks,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "中文语句里的逗号、分号、冒号、括号、叹号、问号是不是半角的。全文只提示一次，可以一次改完。",
    why: "中文语句用全角标点（GB/T 15834—2011），半角标点多半来自网页转换。",
    example: "“扎实推进,成效明显”，应为“扎实推进，成效明显”。数字1,234、时间9:30、网址不查。",
    any_genre: false,
    check: Check::Pairs(check),
};

fn check(document: &Document<'_>, signs: &[Sign], pairs: &Pairs) -> Vec<Draft> {
    let blocks = &document.layout.blocks;
    let table = |sign: &Sign| {
        let block = blocks.get(sign.block);
        block.is_none_or(|block| block.kind == BlockKind::Table)
    };
    let mut edits: Vec<Edit<_>> = signs
        .iter()
        .filter(|sign| sign.before != '\0' && !table(sign))
        .filter(|sign| is_chinese(sign.before) || is_chinese(sign.after))
        .filter_map(|sign| {
            // 安全,2024年 is Chinese on one side; 5,“甲” too.
            Some(edit(
                sign,
                wide(sign.c).filter(|_| !matches!(sign.c, '(' | ')'))?,
            ))
        })
        .collect();
    for &(open, close) in &pairs.whole {
        let (Some(open), Some(close)) = (signs.get(open), signs.get(close)) else {
            continue;
        };
        let half = [open, close]
            .into_iter()
            .filter(|s| matches!(s.c, '(' | ')'));
        let chinese = is_wide(open.before)
            || is_wide(open.after)
            || is_wide(close.before)
            || is_wide(close.after);
        if chinese && !table(open) {
            edits.extend(half.filter_map(|sign| Some(edit(sign, wide(sign.c)?))));
        }
    }
    let message = match edits.len() {
        1 => "中文语句里用了半角标点，应当用全角标点。".to_owned(),
        count => format!("全文有{count}处半角标点，中文语句应当用全角标点。"),
    };
    Draft::throughout(Severity::Notice, edits, true, message)
}

/// Whether a neighbour shows that the text is Chinese: half-width marks come in company.
fn is_chinese(c: char) -> bool {
    is_wide(c) || wide(c).is_some()
}

/// The full-width form of a mark.
fn wide(c: char) -> Option<&'static str> {
    Some(match c {
        ',' => "，",
        ';' => "；",
        ':' => "：",
        '!' => "！",
        '?' => "？",
        '(' => "（",
        ')' => "）",
        _ => return None,
    })
}

fn edit(sign: &Sign, text: &str) -> Edit<crate::text::Span> {
    Edit {
        span: sign.span,
        text: text.to_owned(),
    }
}
