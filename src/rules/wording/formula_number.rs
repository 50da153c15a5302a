//! 四个意识 and its sisters with a wrong number: “三个意识”“四个自信”.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

pub const RULE: Definition = Definition {
    code: "I06",
    slug: "formula-number",
    title: "“四个意识”等提法的数目写错",
    category: Category::Wording,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "“四个意识”“四个自信”“两个维护”“两个确立”连着写时，其中一个的数目不对；行政执法“三项制度”的数目不对。",
    why: "这几个提法是固定的，数目不能写错。",
    example: "“增强‘四个意识’、坚定‘三个自信’”，应为“四个自信”。单独说“树立三个意识”不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(WRONG.iter().map(|(wrong, _)| *wrong)), check),
};

const RIGHT: [&str; 6] = [
    "四个意识",
    "四个自信",
    "两个维护",
    "两个确立",
    "行政执法“三项制度”",
    "行政执法三项制度",
];
/// The first of those that need no sister beside them.
const ALONE: usize = 4;

/// A wrong number, and which of the above is meant.
const WRONG: [(&str, usize); 18] = [
    ("两个意识", 0),
    ("三个意识", 0),
    ("五个意识", 0),
    ("两个自信", 1),
    ("三个自信", 1),
    ("五个自信", 1),
    ("一个维护", 2),
    ("三个维护", 2),
    ("四个维护", 2),
    ("一个确立", 3),
    ("三个确立", 3),
    ("四个确立", 3),
    ("六个意识", 0),
    ("行政执法“两项制度”", 4),
    ("行政执法“二项制度”", 4),
    ("行政执法“四项制度”", 4),
    ("行政执法两项制度", 5),
    ("行政执法四项制度", 5),
];

/// A sister stands so near, in bytes.
const NEAR: usize = 36;

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let &(wrong, index) = WRONG.get(hit.index)?;
    let right = *RIGHT.get(index)?;
    let from = hit
        .before
        .floor_char_boundary(hit.before.len().saturating_sub(NEAR));
    let to = hit.after.floor_char_boundary(NEAR.min(hit.after.len()));
    let around = [hit.before.get(from..)?, hit.after.get(..to)?];
    let sister = |word: &str| word != right && around.iter().any(|text| text.contains(word));
    let meaning = index == 3
        && hit
            .after
            .trim_start_matches('”')
            .starts_with("的决定性意义");
    if index < ALONE && !meaning && !RIGHT.iter().take(ALONE).any(|word| sister(word)) {
        return None;
    }
    let message = format!("“{wrong}”的数目不对，应为“{right}”。");
    Some(Draft::at(Severity::Warning, hit.span(document), message).instead(right, true))
}
