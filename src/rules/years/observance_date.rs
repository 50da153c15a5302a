//! A day of the year with another date than its own, or with a name that it has not: 4·16全民国家安全教育日, 国家宪法宣传日.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

pub const RULE: Definition = Definition {
    code: "B21",
    slug: "observance-date",
    title: "宣传日的名称或者日期写错",
    category: Category::Years,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "国家宪法日、全民国家安全教育日等前面写的日期对不对，名称有没有写错。",
    why: "这些日子的名称和日期是法律或者国家规定的：国家宪法日是12月4日，全民国家安全教育日是4月15日。",
    example: "“‘4·16’全民国家安全教育日”，应为“4·15”；“国家宪法宣传日”应为“国家宪法日”。",
    any_genre: false,
    check: Check::Words(
        || {
            let days = DAYS.iter().map(|day| day.0);
            Box::new(days.chain(NAMES.iter().map(|name| name.0)))
        },
        check,
    ),
};

/// A day, its month and its date.
const DAYS: [(&str, &str, &str); 12] = [
    ("国家宪法日", "12", "4"),
    ("宪法宣传周", "12", "4"),
    ("全民国家安全教育日", "4", "15"),
    ("消费者权益日", "3", "15"),
    ("消费者权益保护日", "3", "15"),
    ("国际禁毒日", "6", "26"),
    ("世界环境日", "6", "5"),
    ("世界知识产权日", "4", "26"),
    ("全国消防日", "11", "9"),
    ("全国消防宣传日", "11", "9"),
    ("全国防灾减灾日", "5", "12"),
    ("全国交通安全日", "12", "2"),
];

/// A name that a day has not, and the right one.
const NAMES: [(&str, &str); 5] = [
    ("国家宪法宣传日", "国家宪法日"),
    ("国家宪法周", "宪法宣传周"),
    ("全民国家安全宣传日", "全民国家安全教育日"),
    ("全国国家安全教育日", "全民国家安全教育日"),
    ("国家安全全民教育日", "全民国家安全教育日"),
];

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let Some(&(name, month, date)) = DAYS.get(hit.index) else {
        let (wrong, right) = NAMES.get(hit.index - DAYS.len())?;
        let message = format!("没有“{wrong}”，应为“{right}”。");
        return Some(
            Draft::at(Severity::Warning, hit.span(document), message).instead(*right, true),
        );
    };
    // “12·4”国家宪法日, 12.4国家宪法日; the week may have its first and last day before it.
    let head = hit
        .before
        .trim_end_matches(['”', '“', '全', '国', '际', '家']);
    let digit = |c: char| c.is_ascii_digit();
    let rest = head.trim_end_matches(digit);
    let (dated, day) = (rest, head.get(rest.len()..)?);
    let dotted = dated.trim_end_matches(['·', '.', '•', '・']);
    let rest = dotted.trim_end_matches(digit);
    let said = dotted.get(rest.len()..)?;
    let whole = dated.len() - dotted.len() > 0
        && (1..=2).contains(&said.len())
        && (1..=2).contains(&day.len());
    if !whole
        || rest.ends_with(['.', '-', '—'])
        || said == month && day.trim_start_matches('0') == date
    {
        return None;
    }
    let span = document.span(&(hit.range.start - (hit.before.len() - rest.len())..hit.range.end));
    let message = format!("{name}是{month}月{date}日，这里写的是“{said}·{day}”，请核对。");
    Some(Draft::at(Severity::Warning, span, message))
}
