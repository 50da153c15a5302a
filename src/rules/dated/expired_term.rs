//! A plan or a policy that had ended before the report year, spoken of as work of the year.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::data::documents::{OUTLINE, years_behind};
use crate::rules::nearby::{beside, in_plan, year_at};
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "C04",
    slug: "expired-term",
    title: "已经过期的规划或者提法",
    category: Category::Dated,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "已经到期的普法规划、实施纲要、防控政策，是不是还当作本年度的工作来写。下一年安排按下一年查，只作提示。",
    why: "规划到期后由新的规划接续：七五普法2016—2020年，八五普法2021—2025年；实施纲要（2015—2020年）由2021—2025年的接续。写收官、验收、总结的不查。",
    example: "2023年的报告写“深入实施‘七五’普法规划”。“‘七五’普法以来”“通过‘七五’普法终期验收”不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(TERMS.iter().map(|term| term.0)), check),
};

/// A term, the last report year of its validity, and what holds now.
const TERMS: &[(&str, u16, &str)] = &[
    ("六五”普法", 2015, "“六五”普法到2015年结束"),
    ("六五普法", 2015, "“六五”普法到2015年结束"),
    ("七五”普法", 2020, "“七五”普法到2020年结束"),
    ("七五普法", 2020, "“七五”普法到2020年结束"),
    ("八五”普法", 2025, "“八五”普法到2025年结束"),
    ("八五普法", 2025, "“八五”普法到2025年结束"),
    (
        OUTLINE,
        2021,
        "实施纲要（2015—2020年）已由2021—2025年的接续",
    ),
    ("动态清零", 2022, "“动态清零”2022年底已不再实行"),
    ("常态化疫情防控", 2022, "常态化疫情防控2022年底已调整"),
    ("疫情防控常态化", 2022, "疫情防控常态化2022年底已调整"),
];

/// Words of an end, or of a time gone by.
static WRAP_UP: Lexicon = Lexicon::new(
    "收官 验收 总结 终期 评估 圆满 完成 表彰 先进 期间 以来 基础 成果 结束 接续 谋划 衔接 经验 转段 回顾",
);

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let (_, last, what) = TERMS.get(hit.index)?;
    if year_at(document, hit.range.start)? <= *last {
        return None;
    }
    let mut after = 0;
    if hit.word == OUTLINE {
        let years = years_behind(hit.after).filter(|years| years.pair == (2015, 2020))?;
        after = years.range.end;
    }
    if beside(hit, &WRAP_UP) {
        return None;
    }
    let severity = if in_plan(document, hit.range.start) {
        Severity::Notice
    } else {
        Severity::Warning
    };
    let year = document.year()?;
    Some(Draft::at(
        severity,
        hit.span_with(document, 0, after),
        format!("报告年度是{year}年，而{what}，请改为现行的。"),
    ))
}
