//! The text is another kind of paper.

use crate::document::Document;
use crate::report::{Genre, Severity};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "A01",
    slug: "other-genre",
    title: "不像法治政府建设年度报告",
    category: Category::Parts,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "标题和各级标题是不是法治政府建设年度报告的样子。",
    why: "政府信息公开工作年度报告、工作要点、述职述法报告、新闻等与它相近，但内容要求不同，按它核对只会误报。",
    example: "《某县2024年政府信息公开工作年度报告》不核对各部分。",
    any_genre: true,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    if document.genre == Genre::AnnualReport || document.source.text().trim().is_empty() {
        return Vec::new();
    }
    let message =
        "这份文本不像法治政府建设年度报告，所以不核对各部分是否齐全；章节和数据照常列出。";
    vec![match &document.found.elements.title {
        Some(title) => Draft::at(Severity::Notice, title.span, message),
        None => Draft::absent(Severity::Notice, message),
    }]
}
