//! Mobile phone numbers in a public draft.

use super::{before, is_public};
use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft};
use crate::text::Span;

pub const RULE: Definition = Definition {
    code: "J02",
    slug: "mobile-number",
    title: "公开稿里有手机号码",
    category: Category::Publication,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "公开稿里的十一位手机号码，包括用空格或者短横隔开的。办公电话、12345等热线不查。",
    why: "手机号码是个人信息，公开前应当删去或者遮盖（《个人信息保护法》）。",
    example: "“联系人王某，电话13800001111”，应删去号码。报送稿不查。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    if !is_public(document) {
        return Vec::new();
    }
    let rows = &document.digits;
    let text = document.source.text();
    let counted = |span: Span| {
        let after = text.get(span.end..).unwrap_or_default();
        after.starts_with(['.', '元', '件', '人', '次', '万'])
            || before(document, span, 1).ends_with('.')
    };
    let whole = rows
        .iter()
        .filter(|row| is_mobile(&row.digits) && !counted(row.span))
        .map(|row| row.span);
    // 138 0000 1111, 138-0000-1111
    let parted = rows.windows(3).filter_map(|parts| {
        let [first, second, third] = parts else {
            return None;
        };
        let joined = [&*first.digits, &*second.digits, &*third.digits];
        let near = |a: Span, b: Span| matches!(text.get(a.end..b.start), Some(" " | "-"));
        let fits = joined.map(str::len) == [3, 4, 4] && is_mobile(&joined.concat());
        (fits && near(first.span, second.span) && near(second.span, third.span))
            .then(|| Span::new(first.span.start, third.span.end))
    });
    whole
        .chain(parted)
        .map(|span| {
            let message = "公开稿里有手机号码，属于个人信息，公开前请删去或者遮盖。";
            Draft::at(Severity::Warning, span, message)
        })
        .collect()
}

fn is_mobile(digits: &str) -> bool {
    let mut first = digits.bytes();
    digits.len() == 11 && first.next() == Some(b'1') && first.next().is_some_and(|b| b >= b'3')
}
