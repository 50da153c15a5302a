//! A term or a meeting that did not exist in the report year.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::nearby::{beside, year_at};
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
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
    check: Check::Words(
        || {
            let terms = TERMS.iter().map(|term| term.0);
            Box::new(terms.chain(["十九届", "二十届"]))
        },
        check,
    ),
};

/// A term, the first report year that can use it, and what it is.
const TERMS: &[(&str, u16, &str)] = &[
    ("二十大", 2022, "党的二十大2022年10月召开"),
    ("十九大", 2017, "党的十九大2017年10月召开"),
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

/// A plenum, the first report year that can speak of it, and its month.
const PLENUMS: &[(&str, char, u16, &str)] = &[
    ("十九届", '三', 2017, "2018年2月"),
    ("十九届", '四', 2019, "2019年10月"),
    ("十九届", '五', 2020, "2020年10月"),
    ("十九届", '六', 2021, "2021年11月"),
    ("二十届", '二', 2022, "2023年2月"),
    ("二十届", '三', 2024, "2024年7月"),
    ("二十届", '四', 2025, "2025年10月"),
];

/// Words that look forward to a meeting, and to a plan.
static AHEAD: Lexicon = Lexicon::new("迎接 喜迎 献礼 召开 筹备 即将");
static PLANNED: Lexicon = Lexicon::new("谋划 编制 起草 启动 准备 调研 规划编 开局");

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let Some((_, from, what)) = TERMS.get(hit.index) else {
        return plenum(document, hit);
    };
    let year = document.year()?;
    let ahead = if hit.word.ends_with("普法") {
        &PLANNED
    } else {
        &AHEAD
    };
    let right = year_at(document, hit.range.start)? >= *from;
    if right || hit.in_book_title() || beside(hit, ahead) {
        return None;
    }
    // 百二十大 is a number, 全国十九大 an award.
    if hit.before.ends_with(['百', '、']) && hit.word.ends_with('大')
        || hit.word == "十九大" && !hit.before.ends_with("党的")
    {
        return None;
    }
    Some(Draft::at(
        Severity::Warning,
        hit.span(document),
        format!("报告年度是{year}年，而{what}，请核对。"),
    ))
}

/// The latest plenum of a congress that a list names, 十九届二中、三中、五中全会, where it was held after the report year.
fn plenum(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let list = hit.after.get(..hit.after.find("全会")?)?;
    let listed = |c: char| "一二三四五六七中、和及,".contains(c);
    if list.len() > LONGEST_LIST || !list.chars().all(listed) {
        return None;
    }
    let numbers: Vec<char> = list.chars().filter(|c| !"中、和及,".contains(*c)).collect();
    let held =
        |plenum: &&(&str, char, u16, &str)| plenum.0 == hit.word && numbers.contains(&plenum.1);
    let &(congress, number, from, month) = PLENUMS.iter().rfind(held)?;
    let year = document.year()?;
    if year_at(document, hit.range.start)? >= from || hit.in_book_title() || beside(hit, &AHEAD) {
        return None;
    }
    Some(Draft::at(
        Severity::Warning,
        hit.span_with(document, 0, list.len() + "全会".len()),
        format!("报告年度是{year}年，而{congress}{number}中全会{month}召开，请核对。"),
    ))
}

/// A list of plenums is no longer than this, in bytes.
const LONGEST_LIST: usize = 60;
