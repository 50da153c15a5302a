//! Two words of one meaning: 全力致力于, 目的是为了, 原因是由于.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::wording::slips::{Slips, slip};
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

pub const RULE: Definition = Definition {
    code: "I12",
    slug: "redundant-words",
    title: "语义重复",
    category: Category::Wording,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "把同一个意思说了两遍的固定毛病：全力致力于、目的是为了、原因是由于、切忌不要、非常十分。",
    why: "“致力于”就是把力量用在某个方面，前面再加“全力”是重复；其余同理。",
    example: "“主要原因是由于执法力量不足”，应为“主要原因是执法力量不足”。",
    any_genre: false,
    check: Check::Words(|| DOUBLED.words(), check),
};

const DOUBLED: Slips = Slips {
    plain: "\
全力致力于 致力于 努力致力于 致力于 大力致力于 致力于 目的是为了 目的是 目的就是为了 目的就是 原因是由于 原因是 原因是因为 原因是 原因在于由于 原因在于 \
切忌不要 切忌 非常十分 十分 十分非常 十分 互相相互 相互 相互互相 相互 大概大约 大约 \
首次第一次 首次 第一次首次 首次 众多诸多 诸多 许多诸多 诸多 \
凡是所有 所有 共计总计 共计 总计共计 共计 进行了开展 开展了 必须务必 务必 务必必须 务必",
    limited: &[
        slip("防止不再", "防止").before("发生 出现 反弹"),
        slip("避免不再", "避免").before("发生 出现 反弹"),
        slip("防止不", "防止").before("发生 出现"),
    ],
};

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let right = DOUBLED.right(hit)?;
    // Many say so.
    let severity = if hit.word.starts_with("目的") {
        Severity::Notice
    } else {
        Severity::Warning
    };
    let message = format!("“{}”语义重复，留下“{right}”即可。", hit.word);
    Some(Draft::at(severity, hit.span(document), message).instead(right, true))
}
