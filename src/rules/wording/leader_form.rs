//! Names and thoughts of leaders that lost a character or have a wrong one: 习总书记, 习近平法制思想, 习近平新时代特色社会主义思想.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "I07",
    slug: "leader-form",
    title: "领导人称谓和重要思想的名称写错",
    category: Category::Wording,
    severity: Severity::Error,
    certainty: Certainty::Sure,
    what: "“习近平总书记”“习近平法治思想”“习近平新时代中国特色社会主义思想”等名称有没有缺字、错字。",
    why: "这类差错在政府网站检查中属于严重表述错误，一票否决。",
    example: "“习近平新时代特色社会主义思想”漏了“中国”；“习总书记”应为“习近平总书记”。",
    any_genre: false,
    check: Check::Words(
        || Box::new(FORMS.iter().map(|form| form.0).chain([LONG])),
        check,
    ),
};

/// A wrong form, the right one, and how much it matters.
const FORMS: [(&str, &str, Severity); 14] = [
    ("习总书记", "习近平总书记", Severity::Warning),
    ("习主席", "习近平主席", Severity::Warning),
    ("习近平法制思想", "习近平法治思想", Severity::Error),
    ("习近平法治思维", "习近平法治思想", Severity::Error),
    ("习近平依法治国思想", "习近平法治思想", Severity::Error),
    ("习近平法治的思想", "习近平法治思想", Severity::Error),
    ("习近法治思想", "习近平法治思想", Severity::Error),
    ("习近总书记", "习近平总书记", Severity::Error),
    ("习近平书记", "习近平总书记", Severity::Error),
    ("习进平", "习近平", Severity::Error),
    ("习近乎", "习近平", Severity::Error),
    ("刁近平", "习近平", Severity::Error),
    ("习近新时代", "习近平新时代", Severity::Error),
    (
        "习近平时代中国特色",
        "习近平新时代中国特色",
        Severity::Error,
    ),
];

/// How the long name begins, how it goes on, and what may end it instead of 思想.
const LONG: &str = "习近平新时代";
const REST: &str = "中国特色社会主义思想";
const BEFORE_THOUGHT: &str = "中国特色社会主义";
static OTHERS: Lexicon = Lexicon::new(
    "强军思想 中国特色社会主义经济思想 中国特色社会主义外交思想 中国特色社会主义强军思想",
);
/// The name ends within so many characters.
const LONGEST_REST: usize = 14;

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let Some(&(_, right, severity)) = FORMS.get(hit.index) else {
        return long_name(document, hit);
    };
    // 学习主席令: two other words.
    if hit.word == "习主席" && hit.before.ends_with(['学', '练', '实', '复', '研']) {
        return None;
    }
    let message = format!("“{}”应为“{right}”。", hit.word);
    Some(Draft::at(severity, hit.span(document), message).instead(right, true))
}

/// 习近平新时代中国特色社会主义思想 with characters lost or changed.
fn long_name(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let after = hit.after;
    if after.starts_with(REST) || OTHERS.starts(after) {
        return None;
    }
    let end = after
        .char_indices()
        .nth(LONGEST_REST)
        .map_or(after.len(), |(at, _)| at);
    let near = after.get(..end)?.split([',', '。', ';', '、']).next()?;
    let length = match near.find("思想") {
        Some(at) => at + "思想".len(),
        None if near.starts_with(BEFORE_THOUGHT) => BEFORE_THOUGHT.len(),
        None => return None,
    };
    let whole = [LONG, REST].concat();
    let message = format!("名称有缺字或者错字，应为“{whole}”。");
    Some(
        Draft::at(Severity::Error, hit.span_with(document, 0, length), message)
            .instead(whole, true),
    )
}
