//! A part has a heading and next to nothing below it.

use crate::document::Document;
use crate::report::{PartStatus, Severity};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

use super::{FEWEST_CHARS, chars, ends_in};

pub const RULE: Definition = Definition {
    code: "A03",
    slug: "empty-part",
    title: "部分只有标题",
    category: Category::Parts,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "必须报告的部分，标题下面有没有内容。",
    why: "只有标题等于没有报告这项内容（《法治政府建设与责任落实督察工作规定》第四章）。",
    example: "“二、存在的不足和原因”下面紧接“三、……”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    // A heading that opens two parts is told of once.
    let mut told = Vec::new();
    for spec in document.profile.parts.iter().filter(|spec| spec.required) {
        let Some(part) = document.parts.get(spec.id) else {
            continue;
        };
        if !matches!(part.status, PartStatus::Own | PartStatus::Merged) {
            continue;
        }
        let chars = chars(document, part);
        // An excerpt may end right after a heading.
        if chars >= FEWEST_CHARS || ends_in(document, part) {
            continue;
        }
        let Some(heading) = part
            .evidence
            .first()
            .filter(|heading| !told.contains(heading))
        else {
            continue;
        };
        told.push(heading);
        let message = match chars {
            0 => format!("“{}”只有标题，下面没有内容。", spec.name),
            _ => format!("“{}”下面只有 {chars} 个字，像是没有写完。", spec.name),
        };
        drafts
            .push(Draft::at(Severity::Warning, document.span(heading), message).basis(spec.basis));
    }
    drafts
}
