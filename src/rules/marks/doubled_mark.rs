//! Two marks where one belongs: 。。 ，， 、， 。，

use crate::document::Document;
use crate::report::Severity;
use crate::text::Span;

use crate::rules::signs::half;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Sign};

pub const RULE: Definition = Definition {
    code: "G09",
    slug: "doubled-mark",
    title: "标点重叠",
    category: Category::Marks,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "逗号、顿号、句号、分号、冒号有没有两个连在一起。",
    why: "句中和句末的点号不连用，重叠多半是删改时留下的。",
    example: "“调解纠纷86件，。”，应为“调解纠纷86件。”。省略号、破折号不查。",
    any_genre: false,
    check: Check::Signs(check),
};

/// The strength of a mark; the strongest of a run stays.
fn rank(sign: &Sign) -> Option<usize> {
    Some(match half(sign.c) {
        '、' => 0,
        ',' => 1,
        ':' => 2,
        ';' => 3,
        '。' => 4,
        _ => return None,
    })
}

fn check(document: &Document<'_>, signs: &[Sign]) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut rest = signs;
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        if rank(first).is_none() {
            continue;
        }
        let mut last = first;
        let mut strongest = first;
        let mut count = 1;
        while let Some((next, behind)) = rest.split_first() {
            let blank = next.c == ' ' && next.span.start == last.span.end;
            if blank
                && behind
                    .first()
                    .is_some_and(|sign| sign.span.start == next.span.end && rank(sign).is_some())
            {
                rest = behind;
                continue;
            }
            let touches = next.block == first.block
                && document
                    .source
                    .slice(Span::new(last.span.end, next.span.start))
                    .trim()
                    .is_empty();
            if !touches || rank(next).is_none() {
                break;
            }
            if rank(next) > rank(strongest) {
                strongest = next;
            }
            last = next;
            count += 1;
            rest = behind;
        }
        // 。。。 stands for an ellipsis.
        let dots = count >= 3 && last.c == '。' && first.c == '。';
        if count > 1 && !dots {
            drafts.push(
                Draft::at(
                    Severity::Warning,
                    first.span.to(last.span),
                    "标点重叠，只应当留一个。",
                )
                .instead(strongest.c, true),
            );
        }
    }
    drafts
}
