//! A draft that is to be sent upwards lacks elements of an official document.

use crate::document::Document;
use crate::report::{Purpose, Severity};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "F02",
    slug: "submission-form",
    title: "报送稿缺少公文要素",
    category: Category::Format,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "用途选“报送稿”时，有没有标题、主送机关、发文字号、署名和成文日期。公开稿大多没有这些要素，不查。",
    why: "向上级报送的报告是公文（GB/T 9704—2012 第7.2.5、7.3.1、7.3.2、7.3.5条）。",
    example: "报送稿末尾没有署名和成文日期。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    if document.settings.purpose != Purpose::Submission || document.parts.cut_off {
        return Vec::new();
    }
    let elements = &document.found.elements;
    [
        (
            elements.title.is_some(),
            Severity::Warning,
            "标题",
            "GB/T 9704—2012 第7.3.1条",
        ),
        (
            elements.doc_number.is_some(),
            Severity::Notice,
            "发文字号",
            "GB/T 9704—2012 第7.2.5条",
        ),
        (
            elements.addressee.is_some(),
            Severity::Notice,
            "主送机关",
            "GB/T 9704—2012 第7.3.2条",
        ),
        (
            elements.signature.is_some(),
            Severity::Warning,
            "发文机关署名",
            "GB/T 9704—2012 第7.3.5条",
        ),
        (
            elements.date.is_some(),
            Severity::Warning,
            "成文日期",
            "GB/T 9704—2012 第7.3.5条",
        ),
    ]
    .into_iter()
    .filter(|(present, ..)| !present)
    .map(|(_, severity, name, basis)| {
        Draft::absent(severity, format!("报送稿没有{name}。")).basis(basis)
    })
    .collect()
}
