//! Dots in place of an ellipsis: ... 。。。

use crate::document::Document;
use crate::report::Severity;
use crate::text::Span;

use crate::rules::signs::{half, is_wide};
use crate::rules::{Category, Certainty, Check, Definition, Draft, Sign};

pub const RULE: Definition = Definition {
    code: "G11",
    slug: "dots-for-ellipsis",
    title: "省略号写法不规范",
    category: Category::Marks,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "省略号是不是写成了几个句号、几个小数点，或者只有三个点。",
    why: "省略号的形式是六个连点“……”（GB/T 15834—2011）。",
    example: "“讲座、咨询、模拟法庭。。。”，应为“讲座、咨询、模拟法庭……”。目录里引到页码的点不查。",
    any_genre: false,
    check: Check::Signs(check),
};

/// More dots lead to the number of a page.
const MOST_DOTS: usize = 6;

fn check(_: &Document<'_>, signs: &[Sign]) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut rest = signs;
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        let c = half(first.c);
        if !matches!(c, '.' | '。' | '…') {
            continue;
        }
        let mut last = first;
        let mut count = 1;
        while let Some((next, behind)) = rest.split_first() {
            if half(next.c) != c || next.span.start != last.span.end {
                break;
            }
            last = next;
            count += 1;
            rest = behind;
        }
        let short = if c == '…' {
            count == 1
        } else {
            (3..=MOST_DOTS).contains(&count)
        };
        let severity = if c == '…' {
            Severity::Notice
        } else {
            Severity::Warning
        };
        let span = Span::new(first.span.start, last.span.end);
        if short && is_wide(first.before) && !last.after.is_ascii_digit() {
            drafts
                .push(Draft::at(severity, span, "省略号应当是六个连点“……”。").instead("……", true));
        }
    }
    drafts
}
