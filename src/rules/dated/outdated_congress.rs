//! A report that names the last but one congress of the Party and never the last.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::nearby::blocks;
use crate::rules::{Category, Certainty, Check, Draft, Rule};

pub const RULE: Rule = Rule {
    code: "C01",
    slug: "outdated-congress",
    title: "只提上一届党代会",
    category: Category::Dated,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "报告年度里新一届党代会已经召开，而通篇只提上一届党代会和它的历次全会：2022年起应提党的二十大，2018年起应提党的十九大。",
    why: "沿用往年的稿子时，开头的指导思想最容易忘记更新。",
    example: "2024年的报告写“深入贯彻党的十九大和十九届历次全会精神”，全文没有二十大。“党的十九大以来”不查。",
    any_genre: false,
    check: Check::Document(check),
};

/// The first report year that must name a congress, the number of it, and that of the one before.
const CONGRESSES: [(u16, &str, &str); 2] = [(2022, "二十", "十九"), (2018, "十九", "十八")];

fn check(document: &Document<'_>) -> Vec<Draft> {
    find(document).into_iter().collect()
}

fn find(document: &Document<'_>) -> Option<Draft> {
    let year = document.year()?;
    let (_, new, old) = CONGRESSES.iter().find(|(from, ..)| *from <= year)?;
    let names = |number: &str| [format!("{number}大"), format!("{number}届")];
    let (new_names, old_names) = (names(new), names(old));
    let mut first = None;
    for (start, text) in blocks(document) {
        if new_names.iter().any(|name| text.contains(name)) {
            return None;
        }
        first = first.or_else(|| {
            let places = old_names.iter().filter_map(|name| find_as_new(text, name));
            let at = places.min()?;
            let congress = text.get(..at)?.ends_with("党的");
            let from = if congress { at - "党的".len() } else { at };
            Some(start + from..start + at + whole(text.get(at..)?))
        });
    }
    let span = document.span(&first?);
    Some(Draft::at(
        Severity::Warning,
        span,
        format!("报告年度是{year}年，全文只提到党的{old}大，没有提到{new}大，请更新。"),
    ))
}

/// Where a congress is named as one to be followed, not as a point in time.
fn find_as_new(text: &str, name: &str) -> Option<usize> {
    let found = text.match_indices(name).find(|(at, _)| {
        let after = text.get(at + name.len()..).unwrap_or_default();
        // The number may be the end of a greater one.
        let whole = !text.get(..*at).unwrap_or_default().ends_with(['十', '百']);
        let since = ["以来", "以后", "之后", "召开", "期间", "代表"];
        whole && !since.iter().any(|word| after.starts_with(word))
    });
    found.map(|(at, _)| at)
}

/// How far the name goes with the plenums behind it: 十九大和十九届二中、三中全会精神.
fn whole(text: &str) -> usize {
    const PARTS: &str = "大届一二三四五六七八九十中全会历次精神、和及与";
    let rest = text.trim_start_matches(|c| PARTS.contains(c));
    let name = text.get(..text.len() - rest.len()).unwrap_or_default();
    name.trim_end_matches(['、', '和', '及', '与']).len()
}
