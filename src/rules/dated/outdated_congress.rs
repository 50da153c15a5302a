//! A report that names the last but one congress of the Party and never the last.

use std::ops::Range;

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

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
    check: Check::AllWords(words, check),
};

/// The first report year that must name a congress, the number of it, and those of the ones before.
const CONGRESSES: [(u16, &str, &[&str]); 3] = [
    (2022, "二十", &["十九", "十八"]),
    (2018, "十九", &["十八"]),
    (2013, "十八", &["十七"]),
];

/// What each of them is called by: its number and one of these words.
fn words() -> Box<dyn Iterator<Item = &'static str>> {
    Box::new(NAMES.iter().map(|name| name.0))
}

/// The names of the congresses, and their numbers.
const NAMES: [(&str, &str); 8] = [
    ("二十大", "二十"),
    ("二十届", "二十"),
    ("十九大", "十九"),
    ("十九届", "十九"),
    ("十八大", "十八"),
    ("十八届", "十八"),
    ("十七大", "十七"),
    ("十七届", "十七"),
];

fn number(hit: &Hit<'_>) -> &'static str {
    NAMES.get(hit.index).map_or("", |name| name.1)
}

fn check(document: &Document<'_>, hits: &[Hit<'_>]) -> Vec<Draft> {
    find(document, hits).into_iter().collect()
}

fn find(document: &Document<'_>, hits: &[Hit<'_>]) -> Option<Draft> {
    let year = document.year()?;
    let (from, new, old) = CONGRESSES.iter().find(|(from, ..)| *from <= year)?;
    let mut first: Option<(Range<usize>, &str)> = None;
    let mut named = false;
    let mut alone = false;
    let block = |hit: &Hit<'_>| hit.range.start - hit.before.len();
    for hits in hits.chunk_by(|a, b| block(a) == block(b)) {
        let new_here = hits.iter().any(|hit| number(hit) == *new);
        named |= new_here;
        if alone {
            continue;
        }
        let found = old.iter().find_map(|old| {
            let mut hits = hits.iter();
            hits.find(|hit| number(hit) == *old && is_new(hit))
        });
        let Some(hit) = found else { continue };
        let text = document.folded(&(hit.range.start..hit.range.end + hit.after.len()));
        let end = hit.range.start + whole(text);
        // 党的十八大和十八届历次全会精神: all that a congress and its plenums said is what one is led by, and the last must be named beside it.
        let words = document.folded(&(hit.range.start..end));
        alone =
            !new_here && year > *from && words.contains('大') && words.ends_with("历次全会精神");
        if first.is_none() || alone {
            let congress = hit.before.ends_with("党的");
            let ahead = if congress { "党的".len() } else { 0 };
            first = Some((hit.range.start - ahead..end, number(hit)));
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

/// Whether a congress is named as one to be followed, not as a point in time.
fn is_new(hit: &Hit<'_>) -> bool {
    // The number may be the end of a greater one.
    let whole = !hit.before.ends_with(['十', '百']);
    let since = ["以来", "以后", "之后", "召开", "期间", "代表"];
    whole && !since.iter().any(|word| hit.after.starts_with(word))
}

/// How far the name goes with the plenums behind it: 十九大和十九届二中、三中全会精神.
fn whole(text: &str) -> usize {
    const PARTS: &str = "大届一二三四五六七八九十中全会历次精神、和及与";
    let rest = text.trim_start_matches(|c| PARTS.contains(c));
    let name = text.get(..text.len() - rest.len()).unwrap_or_default();
    name.trim_end_matches(['、', '和', '及', '与']).len()
}
