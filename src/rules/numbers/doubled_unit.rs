//! A measure word or % that is written twice: 36份份, 万元元, 百分之90%.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "H17",
    slug: "doubled-unit",
    title: "数字后面的单位写了两遍",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "数字后面的量词、单位、百分号连着写了两遍，或者“百分之”和“%”并用。",
    why: "多半是修改数字时没有删净。",
    example: "“审查合同36份份”应为“36份”，“百分之90%”应为“90%”。",
    any_genre: false,
    check: Check::Words(|| Box::new(UNITS.words()), check),
};

/// 百分之 first, then units written twice.
static UNITS: Lexicon = Lexicon::new(
    "百分之 %个百分点 %百分点 %% 元元 件件 份份 次次 场场 名名 户户 家家 起起 条条 项项 宗宗 期期 \
     人次人次 万元万元",
);

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    if hit.index == 0 {
        return both_ways(document, hit);
    }
    if hit.word.ends_with("百分点") {
        let message = "“%”和“个百分点”用一个即可：与上期的比率相减是个百分点，增减的幅度是%。";
        return Some(
            Draft::at(Severity::Warning, hit.span(document), message).instead("个百分点", false),
        );
    }
    let counted = hit
        .before
        .ends_with(|c: char| c.is_ascii_digit() || "余多十百千万亿".contains(c));
    // 3项项目: there the second belongs to the next word.
    let ends = hit.after.is_empty() || hit.after.starts_with([',', '。', ';', '、', ')', '!']);
    let once = hit.word.get(..hit.word.len() / 2)?;
    let message = format!("“{once}”写了两遍。");
    (counted && ends)
        .then(|| Draft::at(Severity::Warning, hit.span(document), message).instead(once, true))
}

/// 百分之90%
fn both_ways(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let number = |c: char| c.is_ascii_digit() || c == '.';
    let rest = hit.after.trim_start_matches(number);
    let digits = hit.after.len() - rest.len();
    if digits == 0 || !rest.starts_with('%') || rest.starts_with("%%") {
        return None;
    }
    let end = digits + "%".len();
    let right = hit.after.get(..end)?;
    let message = format!("“百分之”和“%”用一个即可，应为“{right}”。");
    Some(
        Draft::at(Severity::Warning, hit.span_with(document, 0, end), message).instead(right, true),
    )
}
