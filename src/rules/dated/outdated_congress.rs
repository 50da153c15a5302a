//! A report that names the last but one congress of the Party and never the last.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::nearby::blocks;
use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "C01",
    slug: "outdated-congress",
    title: "只提上一届党代会",
    category: Category::Dated,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "报告年度里新一届党代会已经召开，而通篇只提上一届党代会和它的历次全会：2022年起应提党的二十大，2018年起应提党的十九大；指导思想一段只写“党的十八大和十八届历次全会精神”的也查。",
    why: "沿用往年的稿子时，开头的指导思想最容易忘记更新。",
    example: "2024年的报告写“深入贯彻党的十九大和十九届历次全会精神”，全文没有二十大。“党的十九大以来”不查。",
    any_genre: false,
    check: Check::Document(check),
};

/// The first report year that must name a congress, the number of it, and those of the ones before.
const CONGRESSES: [(u16, &str, &[&str]); 3] = [
    (2022, "二十", &["十九", "十八"]),
    (2018, "十九", &["十八"]),
    (2013, "十八", &["十七"]),
];

fn check(document: &Document<'_>) -> Vec<Draft> {
    find(document).into_iter().collect()
}

fn find(document: &Document<'_>) -> Option<Draft> {
    let year = document.year()?;
    let (from, new, old) = CONGRESSES.iter().find(|(from, ..)| *from <= year)?;
    let names = |number: &str| [format!("{number}大"), format!("{number}届")];
    let new_names = names(new);
    let old_names: Vec<_> = old.iter().map(|old| (old, names(old))).collect();
    let mut first: Option<(std::ops::Range<usize>, &str)> = None;
    let mut named = false;
    let mut alone = false;
    for (start, text) in blocks(document) {
        let new_here = new_names.iter().any(|name| text.contains(name));
        named |= new_here;
        if alone {
            continue;
        }
        let found = old_names.iter().find_map(|(old, names)| {
            let places = names.iter().filter_map(|name| find_as_new(text, name));
            Some((places.min()?, **old))
        });
        let Some((at, old)) = found else { continue };
        let end = at + whole(text.get(at..)?);
        // 党的十八大和十八届历次全会精神: all that a congress and its plenums said is what one is led by, and the last must be named beside it.
        let words = text.get(at..end)?;
        alone =
            !new_here && year > *from && words.contains('大') && words.ends_with("历次全会精神");
        if first.is_none() || alone {
            let congress = text.get(..at)?.ends_with("党的");
            let from = if congress { at - "党的".len() } else { at };
            first = Some((start + from..start + end, old));
        }
    }
    let (range, old) = first.filter(|_| alone || !named)?;
    let message = if named {
        format!("报告年度是{year}年，这里只提到党的{old}大，没有提到{new}大，请更新。")
    } else {
        format!("报告年度是{year}年，全文只提到党的{old}大，没有提到{new}大，请更新。")
    };
    let span = document.span(&range);
    Some(Draft::at(Severity::Warning, span, message))
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
