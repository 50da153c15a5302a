//! The report has no title.

use crate::document::Document;
use crate::report::Severity;

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "A11",
    slug: "no-title",
    title: "没有标题",
    category: Category::Parts,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "正文前面有没有报告的标题。",
    why: "公文的标题由发文机关、事由和文种组成；没有标题，公开以后看不出是哪个单位、哪一年的报告。",
    example: "全文从“2024年，某镇……”开始，前面没有标题。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    if document.found.elements.title.is_some() {
        return Vec::new();
    }
    let message = "没有找到标题，请写上单位、年度和文种，如“某镇2024年法治政府建设年度报告”。";
    vec![Draft::absent(Severity::Notice, message)]
}
