//! 、 between two numerals that mean one rough number: 三、五个.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;
use crate::text::marker::is_han;

pub const RULE: Definition = Definition {
    code: "H14",
    slug: "approximate-pause",
    title: "概数中间用了顿号",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "相邻的两个数字连用表示概数时，中间加了顿号：三、五个，七、八天。",
    why: "相邻或者相近的两个数字连用表示概数，中间不用顿号（GB/T 15834—2011《标点符号用法》）。",
    example: "“每月走访三、五户”，应为“三五户”。“二、三季度”“第二、三次”是两个数，不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(PAIRS.words()), check),
};

static PAIRS: Lexicon =
    Lexicon::new("一、两 两、三 二、三 三、四 三、五 四、五 五、六 六、七 七、八 八、九");
/// What is counted so; 个方面 and the like may be the second and the third.
static MEASURES: Lexicon = Lexicon::new("个 名 件 次 天 人 家 户 位 起");
static ORDINALS: Lexicon =
    Lexicon::new("个方面 个层面 个阶段 个季度 次会议 次全会 次全体 人民 个专题");

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let counted = MEASURES.starts(hit.after) && !ORDINALS.starts(hit.after);
    let last = hit.before.chars().next_back()?;
    // A number, 第 or 分列 before it makes it a list.
    if !counted || !is_han(last) || "第一二三四五六七八九十百千周年列获居排在".contains(last)
    {
        return None;
    }
    let right = hit.word.replace('、', "");
    let message = format!("“{}”是概数，中间不用顿号，应为“{right}”。", hit.word);
    Some(
        Draft::at(Severity::Warning, hit.span(document), message)
            .instead(right, true)
            .basis("GB/T 15834—2011"),
    )
}
