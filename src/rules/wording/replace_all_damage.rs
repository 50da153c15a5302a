//! What is left where 法制 was replaced by 法治, or 治 by 制, in a whole file: 执法治度, 依法制国.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::wording::slips::{Limited, Slips, slip};
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

pub const RULE: Definition = Definition {
    code: "I03",
    slug: "replace-all-damage",
    title: "“法制”“法治”整篇替换留下的错词",
    category: Category::Wording,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "把全文的“法制”换成“法治”（或者反过来）时连带改坏的词：执法治度、司法治约、依法制国、非法治售。",
    why: "“执法制度”里的“法”和“制”分属两个词，整篇替换会把它改成不通的“执法治度”。",
    example: "“健全行政执法治度”，应为“健全行政执法制度”。",
    any_genre: false,
    check: Check::Words(|| SLIPS.words(), check),
};

const SLIPS: Slips = Slips {
    plain: "\
执法治度 执法制度 司法治度 司法制度 立法治度 立法制度 普法治度 普法制度 学法治度 学法制度 述法治度 述法制度 \
非法治售 非法制售 非法治造 非法制造 违法治造 违法制造 违法治售 违法制售 依法治定 依法制定 依法治订 依法制订 依法治止 依法制止 \
依法治裁 依法制裁 执法治式 执法制式 司法治约 司法制约 依法制国 依法治国 依法制省 依法治省 依法制市 依法治市 依法制县 依法治县 \
依法制镇 依法治镇 依法制乡 依法治乡 依法制街 依法治街 依法制村 依法治村 依法制校 依法治校 依法制企 依法治企 依法制税 依法治税 \
依法制教 依法治教 依法制水 依法治水 依法制理 依法治理 综合制理 综合治理 基层制理 基层治理 社会制理 社会治理",
    limited: &LIMITED,
};

const LIMITED: [Limited; 3] = [
    // 法治度假区, 法治度: those with 执法 and the like stand above.
    slip("治度", "制度").not_after("法").not_before("假过"),
    slip("依法制区", "依法治区").not_before("域"),
    slip("治裁", "制裁").not_after("法"),
];

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let right = SLIPS.right(hit)?;
    let message = format!(
        "“{}”像是整篇替换“法制”“法治”时改坏的，应为“{right}”。",
        hit.word
    );
    Some(Draft::at(Severity::Warning, hit.span(document), message).instead(right, true))
}
