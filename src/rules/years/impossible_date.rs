//! A month or a day that no calendar has: 13月, 2月30日, 2023年2月29日.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

use super::{digits_before, digits_behind, number};

pub const RULE: Definition = Definition {
    code: "B04",
    slug: "impossible-date",
    title: "日期不存在",
    category: Category::Years,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "月份是不是1至12，日子是不是那个月有的，平年2月有没有写成29日。",
    why: "历法上没有的日期一定是笔误，放在成文日期或者案件时间里都是硬伤。",
    example: "“6月31日”“13月5日”“2023年2月29日”。“历时13个月”不查。",
    any_genre: true,
    check: Check::Words(|| Box::new(["月"].into_iter()), check),
};

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let digits = digits_before(hit.before);
    let month = number(digits, 2)?;
    let before = hit.before.get(..hit.before.len() - digits.len())?;
    let year = before.strip_suffix('年').map(digits_before);
    let day = digits_behind(hit.after);
    let after = hit.after.get(day.len()..)?;
    let dated = !day.is_empty() && after.starts_with(['日', '号']);
    if !(1..=12).contains(&month) {
        // 为期13月 counts months; with a year before it or a day behind it it is one.
        let is_month = year.is_some_and(|year| year.len() == 4) || dated;
        let plain = !before.ends_with(['.', '-', '—', '/']);
        return (is_month && plain).then(|| {
            let span = hit.span_with(document, digits.len(), 0);
            Draft::at(
                Severity::Warning,
                span,
                format!("没有{month}月，请核对日期。"),
            )
        });
    }
    // 6月30日, 6月28—31日
    let (skipped, day, unit) = if dated {
        ("", day, after)
    } else {
        let rest = after.trim_start_matches(['-', '—', '–', '~', '至']);
        let second = digits_behind(rest);
        let first_to_second = hit.after.get(..hit.after.len() - rest.len())?;
        (first_to_second, second, rest.get(second.len()..)?)
    };
    if day.is_empty() || !unit.starts_with(['日', '号']) {
        return None;
    }
    let named = year.and_then(|year| number(year, 4)).filter(|y| *y > 1900);
    let last = days(month, named);
    let value = number(day, 2)?;
    if (1..=last).contains(&value) {
        return None;
    }
    let unit = unit.chars().next()?;
    let tail = skipped.len() + day.len() + unit.len_utf8();
    let lead = if named.is_some() {
        digits.len() + '年'.len_utf8() + 4
    } else {
        digits.len()
    };
    let span = hit.span_with(document, lead, tail);
    let of = named
        .filter(|_| month == 2)
        .map_or(String::new(), |year| format!("{year}年"));
    let message = format!("{of}{month}月只有{last}天，没有{value}{unit}，请核对日期。");
    let draft = Draft::at(Severity::Warning, span, message);
    if value == 0 {
        return Some(draft);
    }
    // Who writes 6月31日 means the end of the month.
    let year = named.map_or(String::new(), |year| format!("{year}年"));
    let skipped = skipped.to_owned();
    Some(draft.instead(format!("{year}{digits}月{skipped}{last}{unit}"), false))
}

/// How many days a month has; February 29 where no year is named.
fn days(month: u16, year: Option<u16>) -> u16 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_some_and(|y| y % 4 != 0 || y % 100 == 0 && y % 400 != 0) => 28,
        2 => 29,
        _ => 31,
    }
}
