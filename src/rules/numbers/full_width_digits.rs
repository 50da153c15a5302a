//! Full-width digits in a text that has half-width ones otherwise: ４１场.

use crate::document::Document;
use crate::report::{Edit, Fix, Severity};
use crate::rules::{Category, Certainty, Check, Definition, Draft};
use crate::text::Span;
use crate::text::digits::Row;

pub const RULE: Definition = Definition {
    code: "H13",
    slug: "full-width-digits",
    title: "数字全角半角混用",
    category: Category::Numbers,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "全文用半角数字，个别地方用了全角数字（１２３）。全文只提示一次，一次改完。",
    why: "同一篇文字里数字的写法应当一致，公文用半角数字；全角数字也搜索不到。",
    example: "“开展普法活动４１场”，应为“41场”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let text = document.source.text();
    if !document.digits.iter().any(Row::is_wide) {
        return Vec::new();
    }
    let half = text.bytes().filter(u8::is_ascii_digit).count();
    let mut edits: Vec<Edit<Span>> = Vec::new();
    let mut full = 0;
    for (at, c) in text
        .char_indices()
        .filter(|(_, c)| matches!(c, '０'..='９'))
    {
        full += 1;
        let digit = char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c);
        let end = at + c.len_utf8();
        match edits.last_mut().filter(|edit| edit.span.end == at) {
            Some(edit) => {
                edit.span.end = end;
                edit.text.push(digit);
            }
            None => edits.push(Edit {
                span: Span::new(at, end),
                text: digit.to_string(),
            }),
        }
    }
    let Some(first) = edits.first().filter(|_| full < half).map(|edit| edit.span) else {
        return Vec::new();
    };
    let message = "全文用半角数字，这里用了全角数字，请统一改为半角。";
    vec![Draft::at(Severity::Notice, first, message).fix(Some(Fix {
        label: format!("把{}处全角数字改为半角", edits.len()),
        sure: true,
        edits,
    }))]
}
