//! Days as reports write them: 2025年1月20日, 2025-01-20, 二〇二五年一月二十日. Works on folded text.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::marker;

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"((?:19|20)\d\d)(?:年|-|\.|/)(\d{1,2})(?:月|-|\.|/)(\d{1,2})日?").ok()
});
static CHINESE_DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"([二〇零○О一九]{1}[〇零○О一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日").ok()
});

/// Four digits at the start of a text, Arabic or Chinese, that make a year of our time, and their bytes.
#[must_use]
pub fn year(text: &str) -> Option<(u16, usize)> {
    let mut value = 0u16;
    let mut len = 0;
    for c in text.chars().take(4) {
        let digit = match c {
            '0'..='9' => c as u16 - '0' as u16,
            '〇' | '零' | '○' | 'О' => 0,
            _ => u16::try_from(marker::numeral(c)?)
                .ok()
                .filter(|digit| *digit < 10)?,
        };
        value = value * 10 + digit;
        len += c.len_utf8();
    }
    (1990..=2099).contains(&value).then_some((value, len))
}

/// A line that is a day and nothing else.
#[must_use]
pub fn is_date_line(line: &str) -> bool {
    const MOST: usize = 3;
    let others = line
        .chars()
        .filter(|c| !c.is_ascii_digit() && !"〇零一二三四五六七八九十○О".contains(*c));
    let rest: String = others.take(MOST + 1).collect();
    matches!(rest.as_str(), "年月日" | "--" | ".." | "//" | "年月")
        && line.chars().any(|c| c.is_ascii_digit() || c == '二')
}

/// The day that a text ends with, as its range.
#[must_use]
pub fn at_end(text: &str) -> Option<Range<usize>> {
    let found = DATE.as_ref()?.find(text)?;
    (found.end() == text.len()).then(|| found.range())
}

/// A date in a folded text: its range and `YYYY-MM-DD`.
#[must_use]
pub fn read(text: &str) -> Option<(Range<usize>, String)> {
    if let Some(found) = DATE.as_ref()?.captures(text) {
        let number = |i: usize| found.get(i)?.as_str().parse::<u32>().ok();
        let (year, month, day) = (number(1)?, number(2)?, number(3)?);
        let whole = found.get(0)?;
        let real = (1..=12).contains(&month) && (1..=31).contains(&day);
        return real.then(|| (whole.range(), format!("{year:04}-{month:02}-{day:02}")));
    }
    let found = CHINESE_DATE.as_ref()?.captures(text)?;
    let year: String = found
        .get(1)?
        .as_str()
        .chars()
        .filter_map(|c| {
            "〇一二三四五六七八九"
                .chars()
                .position(|d| d == c)
                .or("零○О".contains(c).then_some(0))
        })
        .map(|d| d.to_string())
        .collect();
    let small = |i: usize| chinese_small(found.get(i)?.as_str());
    let (month, day) = (small(2)?, small(3)?);
    let real = year.len() == 4 && (1..=12).contains(&month) && (1..=31).contains(&day);
    real.then(|| {
        (
            found.get(0).map(|m| m.range()).unwrap_or_default(),
            format!("{year}-{month:02}-{day:02}"),
        )
    })
}

/// 一 to 九十九.
fn chinese_small(text: &str) -> Option<u32> {
    marker::read(&format!("{text}、")).and_then(|mark| mark.number)
}
