//! Fixed wordings of an earlier time: 新理念新思想新战略, the goals of the first outline.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::nearby::in_head;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

pub const RULE: Definition = Definition {
    code: "C05",
    slug: "old-formula",
    title: "旧的固定提法",
    category: Category::Dated,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "“全面依法治国新理念新思想新战略”是不是少了“新理念”，2021年起是不是还用它代替习近平法治思想；法治政府的目标是不是还用2015年纲要的“廉洁高效、守法诚信”。",
    why: "2020年11月中央全面依法治国工作会议明确习近平法治思想；《法治政府建设实施纲要（2021—2025年）》的目标是“智能高效、廉洁诚信、人民满意”。",
    example: "2023年的报告写“建设职能科学、权责法定、执法严明、公开公正、廉洁高效、守法诚信的法治政府”。",
    any_genre: false,
    check: Check::Words(|| Box::new(WORDS.into_iter()), check),
};

const THOUGHT: &str = "新思想新战略";
const WORDS: [&str; 2] = [THOUGHT, "廉洁高效、守法诚信"];
const IDEAS: &str = "新理念";

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let year = document.year()?;
    if hit.word != THOUGHT {
        return (year >= 2022).then(|| {
            Draft::at(
                Severity::Notice,
                hit.span(document),
                "这是2015年纲要里的目标，2021年纲要改为“智能高效、廉洁诚信、人民满意”。",
            )
            .instead("智能高效、廉洁诚信、人民满意", false)
        });
    }
    let Some(lead) = hit.before.strip_suffix(IDEAS) else {
        return hit.before.ends_with("治国").then(|| {
            Draft::at(
                Severity::Notice,
                hit.span(document),
                "固定提法是“新理念新思想新战略”，这里少了“新理念”。",
            )
            .instead("新理念新思想新战略", false)
        });
    };
    // The thought itself makes the old formula a second one beside it.
    if year < 2021 || !lead.ends_with("依法治国") || in_head(document, "习近平法治思想")
    {
        return None;
    }
    Some(Draft::at(
        Severity::Notice,
        hit.span_with(document, IDEAS.len(), 0),
        "2020年11月起的提法是“习近平法治思想”，全文没有出现，请看是否更新。",
    ))
}
