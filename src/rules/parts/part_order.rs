//! The parts do not stand in the usual order.

use crate::document::Document;
use crate::report::{PartId, PartStatus, Severity};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "A04",
    slug: "part-order",
    title: "部分的顺序与通常不同",
    category: Category::Parts,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "不足写在成效之前，或者下一年安排写在不足之前。第一责任人职责放在最前面是一些地方的通行写法，不提示。",
    why: "《法治政府建设与责任落实督察工作规定》第四章按“成效、不足、履职、安排”列出；没有规定必须照此排列，所以只是提示。",
    example: "“一、下一步工作打算”排在“二、存在的问题”之前。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let first = |id: PartId| {
        let part = document.parts.get(id)?;
        let section = *part.sections.first()?;
        (part.status == PartStatus::Own).then_some((section, id))
    };
    let order = [PartId::Measures, PartId::Problems, PartId::NextPlan];
    let present: Vec<(usize, PartId)> = order.into_iter().filter_map(first).collect();
    present
        .iter()
        .zip(present.iter().skip(1))
        .filter(|(earlier, later)| later.0 < earlier.0)
        .filter_map(|(earlier, later)| {
            let name = |id: PartId| {
                let spec = document.profile.parts.iter().find(|spec| spec.id == id);
                spec.map_or("", |spec| spec.name)
            };
            let heading = document.span(&document.heading(later.0)?);
            let other = document.heading(earlier.0)?;
            Some(
                Draft::at(
                    Severity::Notice,
                    heading,
                    format!(
                        "“{}”写在“{}”之前，与通常的顺序不同。",
                        name(later.1),
                        name(earlier.1)
                    ),
                )
                .related(document.span(&other), document.words(&other)),
            )
        })
        .collect()
}
