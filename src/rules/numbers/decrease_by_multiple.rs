//! Something goes down by a multiple: 下降2倍.

use crate::document::Document;
use crate::figures::numerals;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "H15",
    slug: "decrease-by-multiple",
    title: "用倍数表示减少",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "“下降”“减少”“降低”“缩短”后面跟着几倍。",
    why: "减少一倍就没有了，减少的幅度用百分数或者分数表示。",
    example: "“信访量下降2倍”，应写“下降50%”或者“下降到原来的三分之一”等，以实际数据为准。",
    any_genre: false,
    check: Check::Words(|| Box::new(LESS.words()), check),
};

static LESS: Lexicon = Lexicon::new("下降 减少 降低 缩短 缩减 压缩 回落 下滑 压减");

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let number = hit
        .after
        .trim_start_matches(['了', '近', '约', '超', '过', '达', '整']);
    let numeral = numerals::read(number, 0)?;
    let behind = number.get(numeral.end..)?.trim_start_matches(['多', '余']);
    let rest = behind.strip_prefix('倍')?;
    let end = hit.after.len() - rest.len();
    let message = format!("“{}”不能用倍数，请改用百分数或者分数。", hit.word);
    Some(Draft::at(
        Severity::Warning,
        hit.span_with(document, 0, end),
        message,
    ))
}
