//! 集…为一体 where 集…于一体 is meant.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

pub const RULE: Definition = Definition {
    code: "I13",
    slug: "gathered-in-one",
    title: "“集……为一体”应为“集……于一体”",
    category: Category::Wording,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "“集”和“为一体”搭配：集咨询、调解、普法为一体。",
    why: "固定格式是“集……于一体”，与“融为一体”不同。",
    example: "“建成集学习、体验为一体的法治公园”，应为“于一体”。“融为一体”“合为一体”不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(["为一体"].into_iter()), check),
};

/// 集 as a part of other words: what stands before it and behind it.
const BEFORE: &str = "收召聚汇征密募采邻赶市云";
const BEHIND: &str = "中成体团合聚约镇市贸群结散";

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let clause = hit.before.rsplit([',', '。', ';', ':']).next()?;
    let (before, behind) = clause.rsplit_once('集')?;
    if before.ends_with(|c| BEFORE.contains(c))
        || behind.starts_with(|c| BEHIND.contains(c))
        || behind.is_empty()
        || behind.ends_with(['融', '合', '连', '结', '联', '浑', '化'])
        || behind.contains("结合")
    {
        return None;
    }
    let message = "固定格式是“集……于一体”。";
    Some(Draft::at(Severity::Notice, hit.span(document), message).instead("于一体", false))
}
