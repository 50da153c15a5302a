//! Two top headings open the same part: 二、存在的问题 and 四、存在的不足.

use crate::document::Document;
use crate::report::{PartId, Severity};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "A12",
    slug: "part-twice",
    title: "同一部分写了两次",
    category: Category::Parts,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "一级标题里，不足、履职、下一年安排是不是各写了两次。成效可以分几章写，不查。",
    why: "同一项内容分在两处，多半是拼接几份稿子时留下的，容易前后不一致。",
    example: "“二、存在的问题”之后又有“四、存在的不足和原因”。",
    any_genre: false,
    check: Check::Document(check),
};

/// Of two headings on one part that say different things by design, not both have one of these: 整改措施 beside 2025年安排, the secretary beside the mayor.
fn names_plainly(id: PartId, title: &str) -> bool {
    let words: &[&str] = match id {
        PartId::Problems => &["问题", "不足", "短板", "困难", "差距"],
        PartId::FirstResponsible => &["党政主要负责人", "本单位主要负责人", "主要负责同志"],
        PartId::NextPlan => &["安排", "打算", "计划", "思路"],
        PartId::Measures | PartId::Other => &[],
    };
    words.iter().any(|word| title.contains(word))
}

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for id in [PartId::Problems, PartId::FirstResponsible, PartId::NextPlan] {
        let mut headings = document
            .parts
            .tops
            .iter()
            .filter(|(_, opened)| opened.parts == [id] && !opened.shared)
            .filter_map(|(index, _)| document.heading(*index))
            .filter(|heading| names_plainly(id, document.folded(heading)));
        let Some(first) = headings.next() else {
            continue;
        };
        drafts.extend(headings.map(|again| {
            let message = format!(
                "前面已有“{}”，这里又写了一次，请看看是否应当合并。",
                document.words(&first)
            );
            Draft::at(Severity::Notice, document.span(&again), message)
                .related(document.span(&first), document.words(&first))
        }));
    }
    drafts
}
