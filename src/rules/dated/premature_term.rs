//! A term or a meeting that did not exist in the report year.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::nearby::{beside, year_at};
use crate::rules::{Category, Certainty, Check, Draft, Hit, Rule};

pub const RULE: Rule = Rule {
    code: "C03",
    slug: "premature-term",
    title: "报告年度里还没有的提法",
    category: Category::Dated,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "会议、提法、规划是不是在报告年度之后才有：2021年的报告写贯彻二十大精神，2019年的报告写习近平法治思想。",
    why: "拿后来的稿子改写补报的年度，容易带进当年还没有的提法。下一年安排按下一年查；迎接、谋划、编制的说法不查。",
    example: "2023年的报告写“贯彻党的二十届三中全会精神”（2024年7月召开）。",
    any_genre: false,
    check: Check::Words(|| Box::new(TERMS.iter().map(|term| term.0)), check),
};

/// A term, the first report year that can use it, and what it is.
const TERMS: &[(&str, u16, &str)] = &[
    ("二十大", 2022, "党的二十大2022年10月召开"),
    ("二十届二中", 2022, "二十届二中全会2023年2月召开"),
    ("二十届三中", 2024, "二十届三中全会2024年7月召开"),
    ("二十届四中", 2025, "二十届四中全会2025年10月召开"),
    ("两个确立", 2021, "“两个确立”2021年11月提出"),
    ("习近平法治思想", 2020, "习近平法治思想2020年11月提出"),
    (
        "中央全面依法治国工作会议",
        2020,
        "中央全面依法治国工作会议2020年11月首次召开",
    ),
    ("全过程人民民主", 2021, "全过程人民民主2021年提出"),
    ("新质生产力", 2023, "新质生产力2023年提出"),
    ("党纪学习教育", 2024, "党纪学习教育2024年开展"),
    ("党史学习教育", 2020, "党史学习教育2021年开展"),
    ("八五”普法", 2021, "“八五”普法从2021年开始"),
    ("八五普法", 2021, "“八五”普法从2021年开始"),
    ("九五”普法", 2025, "“九五”普法从2026年开始"),
    ("九五普法", 2025, "“九五”普法从2026年开始"),
];

/// Words that look forward to a meeting, and to a plan.
const AHEAD: [&str; 6] = ["迎接", "喜迎", "献礼", "召开", "筹备", "即将"];
const PLANNED: [&str; 8] = [
    "谋划",
    "编制",
    "起草",
    "启动",
    "准备",
    "调研",
    "规划编",
    "开局",
];

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let (_, from, what) = TERMS.get(hit.index)?;
    let year = document.year()?;
    let ahead = if hit.word.ends_with("普法") {
        &PLANNED[..]
    } else {
        &AHEAD[..]
    };
    let right = year_at(document, hit.range.start)? >= *from;
    if right || hit.in_book_title() || beside(hit, ahead) {
        return None;
    }
    // 百二十大 is a number.
    if hit.before.ends_with(['百', '、']) && hit.word == "二十大" {
        return None;
    }
    Some(Draft::at(
        Severity::Warning,
        hit.span(document),
        format!("报告年度是{year}年，而{what}，请核对。"),
    ))
}
