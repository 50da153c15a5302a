//! Characters read in the wrong encoding, and those that no font shows: �, 锟斤拷, æ³•.

use crate::document::Document;
use crate::report::Severity;
use crate::text::Span;
use crate::text::marker::is_han;

use crate::rules::{Category, Certainty, Check, Definition, Draft, Sign};

pub const RULE: Definition = Definition {
    code: "K02",
    slug: "mojibake",
    title: "出现乱码",
    category: Category::Paste,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "有没有编码读错留下的乱码、显示不出的字符、问号代替的汉字。全文只提示一次。",
    why: "乱码处的文字已经丢失，只能对照原稿补上。",
    example: "“�”“锟斤拷”“æ³•æ²»”“规范????执法”。",
    any_genre: false,
    check: Check::Signs(check),
};

/// So many of them are shown.
const SHOWN: usize = 8;

fn check(document: &Document<'_>, signs: &[Sign]) -> Vec<Draft> {
    let mut places: Vec<Span> = Vec::new();
    for (at, sign) in signs.iter().enumerate() {
        let behind = signs.get(at + 1..).unwrap_or_default();
        let end = match sign.c {
            '\u{fffd}' | '\u{e000}'..='\u{f8ff}' => Some(sign.span.end),
            // The first byte of a Chinese character in UTF-8, and what the others became.
            'ä'..='é' if !sign.before.is_ascii_alphabetic() => {
                let mut end = sign.span.end;
                let more = behind.iter().map_while(|next| {
                    let byte = next.span.start == end && is_byte(next.c);
                    end = next.span.end;
                    byte.then_some(end)
                });
                more.last()
            }
            // GBK read one byte off.
            'ㄅ'..='ㄩ' if is_han(sign.before) || is_han(sign.after) => Some(sign.span.end),
            // Each lost character left one.
            '?' if is_han(sign.before) => {
                let more = behind
                    .iter()
                    .take_while(|next| next.c == '?' && next.before == '?');
                let last = more.last().filter(|last| is_han(last.after));
                last.map(|last| last.span.end)
            }
            _ => None,
        };
        match (places.last_mut(), end) {
            (Some(last), Some(end)) if last.end >= sign.span.start => last.end = end,
            (_, Some(end)) => places.push(Span::new(sign.span.start, end)),
            _ => {}
        }
    }
    let text = document.source.text();
    let known = text
        .match_indices("锟斤拷")
        .chain(text.match_indices("烫烫烫"));
    places.extend(known.map(|(at, word)| Span::new(at, at + word.len())));
    crate::sort::by_key(&mut places, |span| span.start as u64);
    let Some((&first, others)) = places.split_first() else {
        return Vec::new();
    };
    let message = match others.len() {
        0 => "这里是乱码，原来的字已经丢失，请对照原稿补上。".to_owned(),
        more => format!(
            "全文有{}处乱码，原来的字已经丢失，请对照原稿补上。",
            more + 1
        ),
    };
    let draft = Draft::at(Severity::Warning, first, message);
    vec![others.iter().take(SHOWN).fold(draft, |draft, &place| {
        draft.related(place, document.source.slice(place))
    })]
}

/// Whether a character is what a byte from 80 to BF becomes in a Western encoding.
fn is_byte(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{bf}' | 'ƒ' | 'Š' | 'š' | 'Œ' | 'œ' | 'Ž' | 'ž' | 'Ÿ' | 'ˆ' | '˜' | '–'..='…' | '‰' | '‹' | '›' | '€' | '™')
}
