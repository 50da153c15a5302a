//! Quotation marks inside quotation marks of the same form, title marks inside title marks.

use crate::document::Document;
use crate::report::{Edit, Severity};

use super::pairs;
use crate::rules::{Category, Certainty, Check, Draft, Rule, Sign};

pub const RULE: Rule = Rule {
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
    check: Check::Signs(check),
};

fn check(_: &Document<'_>, signs: &[Sign]) -> Vec<Draft> {
    let pairs = pairs::of(signs);
    let of = |marks: [(char, &str); 2], message: &str| {
        let mut edits: Vec<Edit<_>> = pairs
            .whole
            .iter()
            .filter(|(.., within)| within % 2 == 1)
            .flat_map(|&(open, close, _)| [open, close])
            .filter_map(|at| {
                let sign = signs.get(at)?;
                let (_, inner) = marks.iter().find(|(c, _)| *c == sign.c)?;
                Some(Edit {
                    span: sign.span,
                    text: (*inner).to_owned(),
                })
            })
            .collect();
        edits.sort_unstable_by_key(|edit| edit.span.start);
        Draft::throughout(Severity::Notice, edits, true, message)
    };
    let mut drafts = of(
        [('《', "〈"), ('》', "〉")],
        "书名号里面又用了书名号，里层应当用单书名号〈〉。",
    );
    drafts.extend(of(
        [('“', "‘"), ('”', "’")],
        "引号里面又用了引号，里层应当用单引号‘’。",
    ));
    drafts
}
