//! 、 right before 等: A、B、等.

use crate::document::Document;
use crate::report::Severity;

use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

pub const RULE: Definition = Definition {
    code: "G12",
    slug: "pause-before-etc",
    title: "“等”前面多用顿号",
    category: Category::Marks,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "列举到最后，“等”字前面有没有顿号。",
    why: "顿号隔开并列的词语，“等”不是列举的一项，前面不用顿号。",
    example: "“合同、协议、等文件”，应为“合同、协议等文件”。“等级保护”不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(["、等"].into_iter()), check),
};

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    // 等级、等候 are items of the list.
    if hit.after.starts_with([
        '级', '候', '待', '同', '额', '次', '值', '效', '距', '量', '价', '离',
    ]) {
        return None;
    }
    Some(Draft::at(Severity::Warning, hit.span(document), "“等”前面不用顿号。").instead("等", true))
}
