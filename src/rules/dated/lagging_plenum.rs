//! Plenums of the Party that were held before the last one of the report year, and not that one.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::nearby::blocks;
use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "C02",
    slug: "lagging-plenum",
    title: "没有提到最近一次全会",
    category: Category::Dated,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "写到中央全会精神时，列到的最近一次是不是报告年度里最近召开的一次。",
    why: "上一年的稿子列到上一次全会，沿用时容易忘记补上新的一次。写“历次全会精神”的不查。",
    example: "2025年的报告写“党的二十届二中、三中全会精神”，全文没有四中全会（2025年10月召开）。",
    any_genre: false,
    check: Check::Document(check),
};

/// The report year, the congress, and how many plenums it had held by the end of that year.
const HELD: [(u16, &str, usize); 7] = [
    (2018, "十九届", 3),
    (2019, "十九届", 4),
    (2020, "十九届", 5),
    (2021, "十九届", 6),
    (2023, "二十届", 2),
    (2024, "二十届", 3),
    (2025, "二十届", 4),
];
const NUMBERS: [&str; 8] = ["零", "一", "二", "三", "四", "五", "六", "七"];

fn check(document: &Document<'_>) -> Vec<Draft> {
    find(document).into_iter().collect()
}

fn find(document: &Document<'_>) -> Option<Draft> {
    let year = document.year()?;
    let (_, congress, held) = HELD.iter().find(|(of, ..)| *of == year)?;
    let latest = NUMBERS.get(*held)?;
    let named: Vec<String> = NUMBERS
        .iter()
        .skip(*held)
        .map(|number| format!("{number}中全会"))
        .collect();
    let mut first = None;
    for (start, text) in blocks(document) {
        if text.contains("历次全会") || named.iter().any(|plenum| text.contains(plenum)) {
            return None;
        }
        first = first.or_else(|| {
            let (at, _) = text.match_indices(congress).find(|(at, _)| {
                let list = text.get(at + congress.len()..).unwrap_or_default();
                names_plenums(list)
            })?;
            let end = at + text.get(at..)?.find("全会")? + "全会".len();
            Some(start + at..start + end)
        });
    }
    let span = document.span(&first?);
    Some(Draft::at(
        Severity::Notice,
        span,
        format!("{year}年已召开{congress}{latest}中全会，全文没有提到，请看是否需要补上。"),
    ))
}

/// Whether a text begins with a list of plenums whose spirit is followed: 二中、三中全会精神.
fn names_plenums(text: &str) -> bool {
    let rest = text.trim_start_matches(|c| "一二三四五六七中、和及".contains(c));
    rest.len() < text.len() && rest.starts_with("全会精神")
}
