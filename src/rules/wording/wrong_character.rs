//! Misspelt words: 枫侨经验, 列人名单, 布署.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::data::misspellings::MISSPELLINGS;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

pub const RULE: Definition = Definition {
    code: "I02",
    slug: "wrong-character",
    title: "有错别字",
    category: Category::Wording,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "公文里常见的错别字：输入法选错的字、扫描识别认错的字（列人名单、杜会、己建成）、写错的成语。",
    why: "公文要求用字准确；严重的错别字在政府网站检查中是要扣分的。",
    example: "“学习新时代‘枫侨经验’”应为“枫桥经验”，“列人考核”应为“列入考核”。",
    any_genre: false,
    check: Check::Words(|| MISSPELLINGS.words(), check),
};

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let right = MISSPELLINGS.right(hit)?;
    let message = format!("“{}”有错别字，应为“{right}”。", hit.word);
    Some(Draft::at(Severity::Warning, hit.span(document), message).instead(right, true))
}
