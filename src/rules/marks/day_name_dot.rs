//! A full stop for the middle dot in the name of a day: 12.4, 3.15.

use crate::document::Document;
use crate::report::Severity;

use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "G06",
    slug: "day-name-dot",
    title: "节日名称的月日之间用了小数点",
    category: Category::Marks,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "12·4、3·15、4·15这类用月日做名称的日子，中间是不是写成了小数点。",
    why: "用月日作名称时，月和日之间用间隔号“·”（GB/T 15834—2011），写成小数点读起来是一个小数。",
    example: "“12.4国家宪法日”，应为“12·4国家宪法日”。“增长3.15%”不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(DAYS.iter().map(|day| day.0)), check),
};

/// Days that have a name, and how it is written.
const DAYS: &[(&str, &str)] = &[
    ("1.10", "1·10"),
    ("3.15", "3·15"),
    ("4.15", "4·15"),
    ("4.26", "4·26"),
    ("5.12", "5·12"),
    ("6.5", "6·5"),
    ("6.26", "6·26"),
    ("11.9", "11·9"),
    ("12.2", "12·2"),
    ("12.4", "12·4"),
];

/// What follows a day that is a name.
static NAMED: Lexicon = Lexicon::new(
    "宪法 国家 全民 全国 消费 国际 世界 禁毒 消防 防灾 警察 知识产权 环境 交通 宣传 法治 普法 主题 系列 \
     等节点 等重要 等时间",
);

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    if hit
        .before
        .ends_with(|c: char| c.is_ascii_digit() || ".-/".contains(c))
    {
        return None;
    }
    let quoted = hit.before.ends_with(['“', '‘']) && hit.after.starts_with(['”', '’']);
    let named = NAMED.starts(hit.after);
    if !quoted && !named {
        return None;
    }
    let (_, right) = DAYS.get(hit.index)?;
    Some(
        Draft::at(
            Severity::Warning,
            hit.span(document),
            format!("作为日子的名称，月和日之间应当用间隔号，写作“{right}”。"),
        )
        .instead(*right, true),
    )
}
