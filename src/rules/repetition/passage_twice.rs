//! A passage stands in the report twice.

use crate::document::Document;
use crate::report::{PartId, Severity};
use crate::structure::checks::copied_plan;
use crate::structure::copies::Copy;

use super::paragraph_twice;
use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "E02",
    slug: "passage-twice",
    title: "同一段话写了两遍",
    category: Category::Repetition,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "报告里有没有两处几乎逐字相同的段落（四十字以上）或者整句（三十字以上）。学习贯彻、四个亲自这类固定表述不算。",
    why: "同样的话写两遍，多半是从别的部分或者往年的报告复制后没有改写。",
    example: "第一部分写“把常见纠纷的调处步骤讲清楚……”，第三部分又原样写一遍。",
    any_genre: false,
    check: Check::Document(check),
};

/// A shorter passage, in bytes, may be told anew with other figures.
const LONG: usize = 180;

fn check(document: &Document<'_>) -> Vec<Draft> {
    let plan = document.parts.get(PartId::NextPlan);
    let plan = plan
        .map(|part| document.own_bodies(part))
        .unwrap_or_default();
    // Those are told by rules of their own.
    let told = copied_plan(document, &plan);
    let is_told = |copy: &Copy| {
        told.iter()
            .any(|other| other.here == copy.here || other.here == copy.there)
            || paragraph_twice::holds(document, copy)
    };
    document
        .copies
        .iter()
        .filter(|copy| !is_told(copy))
        .map(|copy| {
            let same = document.folded(&copy.here) == document.folded(&copy.there);
            let severity = if same || copy.here.len() >= LONG {
                Severity::Warning
            } else {
                Severity::Notice
            };
            Draft::at(
                severity,
                document.span(&copy.here),
                "这段话在前面已经写过，两处几乎逐字相同，请删去一处或者改写。",
            )
            .related(document.span(&copy.there), "前面的原文")
        })
        .collect()
}
