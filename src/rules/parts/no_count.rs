//! The part on the first responsible person holds no count: nothing tells how often he did what.

use crate::document::Document;
use crate::report::{PartId, Severity};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

use super::lacking;

pub const RULE: Definition = Definition {
    code: "A06",
    slug: "no-count",
    title: "履职部分没有一个次数",
    category: Category::Parts,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "党政主要负责人履职部分有没有次数、件数，如主持研究法治工作几次、听取汇报几次。",
    why: "履职要有事实，全是“亲自部署、亲自过问”看不出做了什么。没有规定必须写次数，所以只是提示。",
    example: "第三部分三段话，没有一个“次”“件”“场”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let found = lacking(document, PartId::FirstResponsible, "count");
    let heading = found.and_then(|(part, _)| part.evidence.first());
    heading
        .map(|heading| {
            let message =
                "这一部分没有一个次数，建议写上主持研究法治工作、听取汇报、带头学法等各几次。";
            Draft::at(Severity::Notice, document.span(heading), message)
        })
        .into_iter()
        .collect()
}
