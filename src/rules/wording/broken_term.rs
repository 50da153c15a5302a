//! Fixed terms that lost a word or have a wrong one: 行政负责人出庭应诉, 五级运用, 第一人责任.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::wording::slips::{Limited, Slips, slip};
use crate::rules::{Category, Certainty, Check, Draft, Hit, Rule};

pub const RULE: Rule = Rule {
    code: "I05",
    slug: "broken-term",
    title: "固定提法残缺或者写错",
    category: Category::Wording,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "法治工作的固定提法有没有漏字、错字：行政机关负责人出庭应诉、重大执法决定法制审核、执法全过程记录、第一责任人、法律明白人、民主法治示范村等。",
    why: "这些提法出自文件，字面是固定的，改一个字意思就变了。",
    example: "“落实行政负责人出庭应诉制度”，应为“行政机关负责人出庭应诉”。",
    any_genre: false,
    check: Check::Words(|| TERMS.words(), check),
};

const TERMS: Slips = Slips {
    plain: "\
行政负责人出庭应诉 行政机关负责人出庭应诉 行政机关责任人出庭应诉 行政机关负责人出庭应诉 机关负责人出厅应诉 机关负责人出庭应诉 \
重大法制审核 重大执法决定法制审核 执法决定重大法制审核 重大执法决定法制审核 \
执法全程记录制度 执法全过程记录制度 行政执法全程记录 行政执法全过程记录 执法全过程纪录 执法全过程记录 执法过程全记录制度 执法全过程记录制度 \
五级运用 五级应用 第一责任职责 第一责任人职责 第一责人职责 第一责任人职责 第一任责任人 第一责任人 第一负责任人 第一责任人 \
法治明白人 法律明白人 法制明白人 法律明白人 民主法制示范 民主法治示范 民主与法治示范村 民主法治示范村 \
谁普法谁执法 谁执法谁普法 谁普法、谁执法 谁执法、谁普法 谁普法,谁执法 谁执法,谁普法 \
社会主义法制体系 社会主义法治体系 遵法学法守法用法 尊法学法守法用法 \
双随机、一公示 双随机、一公开 双随机一公示 双随机一公开 双随机、一公布 双随机、一公开 双随机、一检查 双随机、一公开 \
政府信息公示条例 政府信息公开条例 重大行政决策暂行条例 重大行政决策程序暂行条例 \
公平竞争审核制度 公平竞争审查制度",
    limited: &LIMITED,
};

const LIMITED: [Limited; 2] = [
    slip("第一人责任", "第一责任人").not_before("人"),
    slip("公共法律服", "公共法律服务").not_before("务"),
];

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let right = TERMS.right(hit)?;
    let message = format!("“{}”不是规范的提法，应为“{right}”。", hit.word);
    Some(Draft::at(Severity::Warning, hit.span(document), message).instead(right, true))
}
