//! Identity numbers in a public draft.

use super::{before, is_public};
use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft};
use crate::text::Span;

pub const RULE: Definition = Definition {
    code: "J03",
    slug: "identity-number",
    title: "公开稿里有身份证号码",
    category: Category::Publication,
    severity: Severity::Error,
    certainty: Certainty::Sure,
    what: "公开稿里校验位正确的十八位身份证号码，和写在“身份证号”后面的长串号码（位数或者校验位不对的也算）。",
    why: "身份证号码是敏感的个人信息，不得公开（《个人信息保护法》）。",
    example: "“张某，身份证号11010519491231002X”，应删去号码。报送稿不查。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    if !is_public(document) {
        return Vec::new();
    }
    let text = document.source.text();
    let mut drafts = Vec::new();
    for row in &document.digits {
        let next = text
            .get(row.span.end..)
            .and_then(|rest| rest.chars().next());
        let x = next.filter(|c| matches!(c, 'X' | 'x' | 'Ｘ' | 'ｘ'));
        let end = match (row.digits.len(), x) {
            (18, _) if is_identity(&row.digits) => row.span.end,
            (17, Some(x)) if is_identity(&format!("{}X", row.digits)) => {
                row.span.end + x.len_utf8()
            }
            (12..=20, _) if named(document, row.span) => match x {
                Some(x) => row.span.end + x.len_utf8(),
                None => row.span.end,
            },
            _ => continue,
        };
        let message = "公开稿里有身份证号码，公开前必须删去。";
        drafts.push(Draft::at(
            Severity::Error,
            Span::new(row.span.start, end),
            message,
        ));
    }
    drafts
}

/// Whether the words before a row say that it is such a number, whatever became of its digits.
fn named(document: &Document<'_>, row: Span) -> bool {
    let words = before(document, row, 12);
    words.contains("身份证") || words.contains("身份号码")
}

/// Whether the day of birth can be and the check digit is right (GB 11643).
fn is_identity(number: &str) -> bool {
    let part = |range| {
        number
            .get(range)
            .and_then(|part: &str| part.parse::<u16>().ok())
    };
    let (Some(year), Some(month), Some(day)) = (part(6..10), part(10..12), part(12..14)) else {
        return false;
    };
    let born =
        (1900..=2099).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let values = number.chars().map(|c| c.to_digit(10).unwrap_or(10));
    // The weights are the powers of two, from the end, modulo eleven.
    let sum = values.fold(0, |sum, value| (2 * sum + value) % 11);
    born && sum == 1
}
