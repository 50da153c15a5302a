//! 做出 where a decision is taken: 做出处罚决定.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "I04",
    slug: "made-decision",
    title: "“做出决定”应为“作出决定”",
    category: Category::Wording,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "“做出”后面带的是决定、处罚、裁决、判决、裁定、批复、答复、许可这类法律上的行为。",
    why: "法律条文一律写“作出决定”“作出处罚”（如《行政处罚法》《行政复议法》）。",
    example: "“依法做出不予处罚决定9件”，应为“作出不予处罚决定”。“做出贡献”“做出努力”不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(["做出"].into_iter()), check),
};

/// What is 作出.
static ACTS: Lexicon =
    Lexicon::new("决定 处罚 裁决 判决 裁定 批复 答复 行政许可 行政行为 处理意见 复议");
/// What is 做出, and words that only begin like an act.
static OTHERS: Lexicon =
    Lexicon::new("贡献 努力 成绩 表率 榜样 示范 牺牲 特色 成效 决定性 决定意义 亮点");
/// The act stands no further behind, in characters.
const REACH: usize = 18;

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let ends = |c: char| ",;。:!?、".contains(c);
    let clause = hit.after.split(ends).next().unwrap_or_default();
    let reach = clause
        .char_indices()
        .nth(REACH)
        .map_or(clause.len(), |(at, _)| at);
    let near = clause.get(..reach).unwrap_or_default();
    if !ACTS.within(near) || OTHERS.within(near) {
        return None;
    }
    Some(
        Draft::at(
            Severity::Warning,
            hit.span(document),
            "依法定职权的决定、处罚等用“作出”，不用“做出”。",
        )
        .instead("作出", true),
    )
}
