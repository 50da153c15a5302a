//! 今年 or 明年 in a report that is dated in the year after its own: the reader cannot tell which year is meant.

use std::ops::Range;

use crate::document::Document;
use crate::report::{PartId, Severity};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "B07",
    slug: "this-year",
    title: "“今年”“明年”指哪一年不清楚",
    category: Category::Years,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "落款在报告年度的下一年，正文讲上一年的情况却写“今年”，讲下一年的安排却写“明年”。没有落款日期的不查。",
    why: "年度报告次年才印发，“今年”按落款算是次年，与要说的年份差一年；写明年份就不会有两种读法。",
    example: "2024年度的报告2025年1月印发，成效部分写“今年以来，办案36件”，宜写“2024年”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    draft(document).into_iter().collect()
}

fn draft(document: &Document<'_>) -> Option<Draft> {
    let year = document.year()?;
    let elements = &document.found.elements;
    let dated = elements.date.as_ref().filter(|date| {
        elements.signature.is_some() && date.iso.starts_with(&(year + 1).to_string())
    })?;
    let text = document.layout.folded.text();
    let body = document.found.body_start..document.found.body_end;
    let words = text.get(body.clone())?;
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut plainly = false;
    for (at, word) in words.match_indices(['今', '明', '去']) {
        let start = body.start + at;
        let end = start + word.len() + '年'.len_utf8();
        // 当今年轻干部, 过去年份
        let rest = text.get(end..).unwrap_or_default();
        let before = text.get(..start).unwrap_or_default();
        let other = rest.starts_with(['轻', '龄', '份']) || before.ends_with('过');
        if other || text.get(start + word.len()..end) != Some("年") {
            continue;
        }
        // In the plan 今年 and 去年 are what the date makes of them.
        if word != "明" && document.parts_at(start).contains(&PartId::NextPlan) {
            continue;
        }
        // 去年 alone may be meant either way and misleads nobody much.
        plainly |= word != "去";
        places.push(start..end);
    }
    let (first, others) = places.split_first().filter(|_| plainly)?;
    let message = format!(
        "落款在{}年，这里的“{}”会有两种读法，请写明是哪一年。",
        year + 1,
        document.words(first)
    );
    let draft = Draft::at(Severity::Notice, document.span(first), message)
        .related(dated.span, dated.text.clone());
    Some(others.iter().fold(draft, |draft, place| {
        draft.related(document.span(place), document.words(place))
    }))
}
