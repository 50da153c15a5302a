//! Bodies that no place of the kind has: 镇党工委, 街道党委, 街道人民政府.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::nearby::in_head;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

pub const RULE: Definition = Definition {
    code: "D06",
    slug: "wrong-body-name",
    title: "机构名称与层级不符",
    category: Category::Body,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "“镇党工委”“乡党工委”“街道党委”“街道人民政府”这类名称：乡镇设党委、人民政府，街道设党工委、办事处。",
    why: "街道党工委、办事处是派出机关，乡镇党委、人民政府是一级组织和政权，名称不能混用；多是改写别处的稿子时只换了一半。",
    example: "“街道人民政府每季度研究法治工作”，应为“街道办事处”。“乡镇、街道党委（党工委）”这样并称的不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(NAMES.iter().map(|name| name.0)), check),
};

/// A body that is none, and the right one.
const NAMES: [(&str, &str); 6] = [
    ("镇党工委", "镇党委"),
    ("乡党工委", "乡党委"),
    ("街道党委", "街道党工委"),
    ("街道人民政府", "街道办事处"),
    ("街道政府", "街道办事处"),
    ("街道人大主席团", "街道人大工委"),
];

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let &(wrong, right) = NAMES.get(hit.index)?;
    // 乡镇、街道党委 speaks of both kinds at once; a zone has bodies of its own making.
    let both = hit
        .before
        .ends_with(['镇', '乡', '街', '、', '和', '及', '(', '/'])
        || hit.after.starts_with(['(', '/']);
    let zone = right.ends_with("党委") && in_head(document, "管委会");
    if both || zone || hit.in_book_title() || hit.in_quotes() {
        return None;
    }
    let message = format!("没有“{wrong}”这样的机构，应为“{right}”。");
    Some(Draft::at(Severity::Warning, hit.span(document), message).instead(right, false))
}
