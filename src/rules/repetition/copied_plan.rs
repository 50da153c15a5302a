//! Passages of the plan are copied from what was done.

use crate::document::Document;
use crate::report::{PartId, Severity};
use crate::structure::checks::copied_plan;

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "E01",
    slug: "plan-copied-from-results",
    title: "下一年安排照搬工作成效",
    category: Category::Repetition,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "下一年度主要安排里，有没有四十字以上、与主要举措和成效相同或者只改了个别字的段落。",
    why: "安排是还没有做的事；与已经做的事几乎逐字相同，多半是复制后没有改写。",
    example: "成效写“组织网格员轮训，把常见纠纷的调处步骤讲清楚……”，安排里又原样出现。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let Some(part) = document.parts.get(PartId::NextPlan) else {
        return Vec::new();
    };
    let plan = document.own_bodies(part);
    copied_plan(document, &plan)
        .into_iter()
        .map(|copy| {
            Draft::at(
                Severity::Warning,
                document.span(&copy.here),
                "这段安排与工作成效部分几乎逐字相同，像是复制后没有改写。",
            )
            .related(document.span(&copy.there), "成效部分的原文")
        })
        .collect()
}
