//! The own name with one character changed.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft};

use super::own;

pub const RULE: Definition = Definition {
    code: "D03",
    slug: "misspelt-own-name",
    title: "本单位名称可能写错一个字",
    category: Category::Body,
    severity: Severity::Warning,
    certainty: Certainty::Hint,
    what: "与标题里的本单位名称只差一个字的地名，全文只出现一次，又看不出在说别处的。在做本单位的事的是提醒，其余的是提示。",
    why: "单位名称写错一个字，通读时不容易看出来。",
    example: "清砚镇的报告里有一处写“清硯镇”或者“清现镇”。只差“东、西、上、下”等字的多是相邻的地方，不查。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let Some(own) = own::name(document) else {
        return Vec::new();
    };
    let others = own::others(document, &own);
    let single = |place: &str| {
        document
            .layout
            .folded
            .text()
            .matches(place)
            .nth(1)
            .is_none()
    };
    let typos = others.iter().filter(|other| other.typo).take(MOST);
    let wrong = typos.filter(|other| single(other.place));
    wrong
        .map(|other| {
            let severity = if other.acts {
                Severity::Warning
            } else {
                Severity::Notice
            };
            Draft::at(
                severity,
                document.span(&(other.at..other.at + other.place.len())),
                format!(
                    "“{}”与本单位名称“{}”只差一个字，请看是否写错。",
                    other.place, own.place
                ),
            )
            .instead(own.place, false)
        })
        .collect()
}

/// So many names are looked at.
const MOST: usize = 8;
