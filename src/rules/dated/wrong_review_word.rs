//! 法治审核, where the name of the system keeps 法制: 重大执法决定法制审核.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

pub const RULE: Definition = Definition {
    code: "C10",
    slug: "wrong-review-word",
    title: "“法治审核”应为“法制审核”",
    category: Category::Dated,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "行政执法三项制度之一的“重大执法决定法制审核”，有没有写成“法治审核”，有没有漏掉“执法决定”。",
    why: "《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号）用的是“法制审核”；把全文“法制”替换为“法治”时容易改错。",
    example: "“落实重大执法决定法治审核制度”，应为“法制审核”。",
    any_genre: false,
    check: Check::Words(|| Box::new(WORDS.into_iter()), check),
};

const WORDS: [&str; 3] = ["法治审核", "重大法制审核", "重大法治审核"];

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    const RIGHT: &str = "重大执法决定法制审核";
    if hit.index > 0 {
        return Some(
            Draft::at(
                Severity::Notice,
                hit.span(document),
                format!("这项制度的名称是“{RIGHT}”。"),
            )
            .instead(RIGHT, false),
        );
    }
    // Elsewhere it may be a word of the writer's own.
    if hit.in_book_title()
        || !["决定", "执法", "处罚"]
            .iter()
            .any(|word| hit.before.ends_with(word))
    {
        return None;
    }
    Some(
        Draft::at(
            Severity::Warning,
            hit.span(document),
            "行政执法三项制度里的名称是“法制审核”，不是“法治审核”。",
        )
        .instead("法制审核", true),
    )
}
