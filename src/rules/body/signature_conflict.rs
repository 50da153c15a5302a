//! The signature or the letterhead names another body than the title.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft};

use super::own::{self, Name};

pub const RULE: Definition = Definition {
    code: "D04",
    slug: "signature-conflict",
    title: "署名与标题的单位不一致",
    category: Category::Body,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "落款署名、版头里的地名，与标题里的是不是同一个地方。党委与政府、政府与代拟的部门不作比较。",
    why: "借用别处的稿子时，标题或者落款容易漏改一处（GB/T 9704—2012 7.3.5：署发文机关全称或者规范化简称）。",
    example: "标题是“清河镇2024年法治政府建设年度报告”，落款是“柳塘镇人民政府”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let Some(titled) = own::in_title(document) else {
        return Vec::new();
    };
    let elements = &document.found.elements;
    let named = [(&elements.signature, "落款"), (&elements.issuer, "版头")];
    named
        .into_iter()
        .filter_map(|(element, place)| {
            let name = own::in_element(document, element).filter(|name| conflict(name, &titled))?;
            Some(
                Draft::at(
                    Severity::Warning,
                    element.as_ref()?.span,
                    format!(
                        "{place}写的是“{}”，而标题写的是“{}”，请核对。",
                        name.place, titled.place
                    ),
                )
                .related(document.found.elements.title.as_ref()?.span, "标题"),
            )
        })
        .collect()
}

/// Two places of one kind that are not the same. A name that is the end of the other one is the same with the places above left out.
fn conflict(one: &Name<'_>, two: &Name<'_>) -> bool {
    one.kind == two.kind
        && one.office.is_empty() == two.office.is_empty()
        && !one.place.ends_with(two.place)
        && !two.place.ends_with(one.place)
}
