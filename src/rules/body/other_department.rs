//! Another department of the same rank where the own one would stand: 市水务局党组 in the report of 市住房和城乡建设局.

use crate::document::Document;
use crate::report::{BodyKind, Severity};
use crate::rules::nearby::{lead, tail};
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;
use crate::text::marker::is_han;

use super::own;

pub const RULE: Definition = Definition {
    code: "D07",
    slug: "other-department",
    title: "正文里留有别的部门的名称",
    category: Category::Body,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "部门的报告里，本单位党组、领导班子、局长自己的工作，主语写成了另一个同级部门。调研、指导、联合等有原因的不查。",
    why: "借用别的部门的稿子时，最容易漏改部门名称；公开后容易引起误解。",
    example: "某市住房和城乡建设局的报告写“市水务局党组带头学法”，应为“局党组”。",
    any_genre: false,
    check: Check::Words(|| Box::new(WORDS.words()), check),
};

/// What a department says of its own head, behind its name.
static WORDS: Lexicon =
    Lexicon::new("局党组 局党委 局领导班子 局局长 局机关 局主要负责人 厅党组 厅主要负责人");

/// What it does.
static ACTS: Lexicon = Lexicon::new(
    "书记带头 书记认真 书记切实 书记主持 书记严格 带头 会议 理论学习中心组 中心组 高度重视 坚持 始终 定期 专题 召开 研究 把 将 认真 切实 严格 全年 \
     多次 班子成员 成员 履行 主持 牢固 深入 全面 每",
);

/// Why another department is named.
static REASONS: Lexicon = Lexicon::new(
    "调研 指导 考察 交流 联合 会同 联席 邀请 派驻 莅临 视察 一行 来 通报 案例 经验 协作 共建 结对 委托 帮扶 督察组 检查组 原 等部门 复议 诉",
);

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    const LONGEST: usize = 12;
    if document.found.elements.body_kind? != BodyKind::Department {
        return None;
    }
    let own = own::in_title(document).filter(|own| !own.office.is_empty())?;
    let clause = lead(hit.before)
        .rsplit([',', ':'])
        .next()
        .unwrap_or_default();
    // The whole clause before it is the name: 市水务.
    let about = clause.strip_prefix(own.kind.chars().next_back()?)?;
    let length = about.chars().count();
    let plain = (2..=LONGEST).contains(&length) && about.chars().all(is_han);
    let (before, after) = (lead(hit.before), tail(hit.after));
    let after = after.split(',').next().unwrap_or_default();
    let reason = [before, after]
        .iter()
        .any(|half| REASONS.first_in(half).is_some());
    if !plain || reason || is_short_for(about, own.office) || ACTS.start_of(hit.after).is_none() {
        return None;
    }
    let last = hit.word.chars().next()?;
    let start = hit.range.start - clause.len();
    let name = format!("{clause}{last}");
    let message = format!(
        "这里写的是“{name}”，而报告单位是“{}{}”，请核对是否漏改部门名称。",
        own.place, own.office
    );
    let span = document.span(&(start..hit.range.start + last.len_utf8()));
    Some(Draft::at(Severity::Warning, span, message).instead(last.to_string(), false))
}

/// Whether all characters of the one stand in the other, in the same order: 住建 in 住房和城乡建设局.
fn is_short_for(short: &str, long: &str) -> bool {
    let mut long = long.chars();
    short.chars().all(|c| long.any(|other| other == c))
}
