//! Quotation marks inside quotation marks of the same form, title marks inside title marks.

use crate::document::Document;
use crate::report::{Edit, Severity};
use crate::text::Span;

use super::pairs::Pairs;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Sign};

pub const RULE: Definition = Definition {
    code: "G02",
    slug: "nested-marks",
    title: "引号、书名号里外用了同一种",
    category: Category::Marks,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "双引号里面又用双引号，双书名号里面又用双书名号。",
    why: "引号里面再用引号时用单引号，书名号里面再用书名号时用单书名号（GB/T 15834—2011）。",
    example: "“《关于印发《安河镇合法性审查办法》的通知》”，里层应为“〈安河镇合法性审查办法〉”。",
    any_genre: false,
    check: Check::Pairs(check),
};

fn check(_: &Document<'_>, signs: &[Sign], pairs: &Pairs) -> Vec<Draft> {
    let titles = inner(signs, &pairs.whole, '《', ['〈', '〉']);
    let quotes = inner(signs, &pairs.whole, '“', ['‘', '’']);
    let mut drafts = Draft::throughout(
        Severity::Notice,
        titles,
        true,
        "书名号里面又用了书名号，里层应当用单书名号〈〉。",
    );
    drafts.extend(Draft::throughout(
        Severity::Notice,
        quotes,
        true,
        "引号里面又用了引号，里层应当用单引号‘’。",
    ));
    drafts
}

/// The pairs of a form that stand where the inner form belongs, and that form in their place: the two take turns.
fn inner(
    signs: &[Sign],
    pairs: &[(usize, usize)],
    outer_form: char,
    inner_form: [char; 2],
) -> Vec<Edit<Span>> {
    let mut edits = Vec::new();
    // Where the pairs close that are open here.
    let mut open: Vec<usize> = Vec::new();
    for &(start, end) in pairs {
        while open.pop_if(|close| *close < start).is_some() {}
        let (Some(first), Some(last)) = (signs.get(start), signs.get(end)) else {
            continue;
        };
        let outer = first.c == outer_form;
        if !outer && !inner_form.contains(&first.c) {
            continue;
        }
        if outer && open.len() % 2 == 1 {
            let marks = [first, last].into_iter().zip(inner_form);
            edits.extend(marks.map(|(sign, c)| Edit {
                span: sign.span,
                text: c.to_string(),
            }));
        }
        open.push(end);
    }
    edits
}
