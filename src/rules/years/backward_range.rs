//! A range of years, months or days that ends before it begins: 2025年—2021年, 5月至3月, 3月20日至15日.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

use super::{digits_before, digits_behind, number};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "B06",
    slug: "backward-range",
    title: "起止时间颠倒",
    category: Category::Years,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "“至”“—”两边的年、月、日，是不是前面的比后面的晚。“11月至次年3月”和秋冬到春天的月份（11月至3月）不查。",
    why: "起止时间颠倒，读者看不出统计的是哪一段时间，多半是写错了其中一个数。",
    example: "“2024年8月至5月”“2025年—2021年”。",
    any_genre: true,
    check: Check::Words(|| Box::new(MARKS.words()), check),
};

/// What stands between the ends of a range.
static MARKS: Lexicon = Lexicon::new("至 到 - — – ~");
const DASHES: [char; 4] = ['-', '—', '–', '~'];

/// A day, a month or a year, as far as it is written.
#[derive(Default)]
struct Time {
    year: Option<u16>,
    month: Option<u16>,
    day: Option<u16>,
    len: usize,
}

/// What each part of a time ends with, and how many digits it may have.
const UNITS: [(&str, Unit); 7] = [
    ("年度", Unit::Year),
    ("年", Unit::Year),
    ("月份", Unit::Month),
    ("月底", Unit::Month),
    ("月", Unit::Month),
    ("日", Unit::Day),
    ("号", Unit::Day),
];

#[derive(Clone, Copy, PartialEq)]
enum Unit {
    Year,
    Month,
    Day,
}

impl Time {
    /// Notes a number with its unit; false where it can be none such.
    fn take(&mut self, digits: &str, unit: Unit) -> bool {
        let (place, most, range) = match unit {
            Unit::Year => (&mut self.year, 4, 1949..=2099),
            Unit::Month => (&mut self.month, 2, 1..=12),
            Unit::Day => (&mut self.day, 2, 1..=31),
        };
        *place = number(digits, most).filter(|n| range.contains(n));
        place.is_some()
    }

    /// The time that a text begins with, and the unit of its first number.
    fn at_start(text: &str) -> Option<(Self, Unit)> {
        let mut time = Self::default();
        let mut first = None;
        loop {
            let rest = text.get(time.len..)?;
            let digits = digits_behind(rest);
            let after = rest.get(digits.len()..)?;
            let unit = UNITS.iter().find(|(word, _)| after.starts_with(word));
            match unit {
                Some(&(word, unit)) if time.take(digits, unit) => {
                    first.get_or_insert(unit);
                    time.len += digits.len() + word.len();
                }
                _ => break,
            }
        }
        Some((time, first?))
    }

    /// The time that a text ends with; a last number without a unit has the one given.
    fn at_end(text: &str, unit: Unit) -> Option<Self> {
        let mut time = Self::default();
        loop {
            let rest = text.get(..text.len() - time.len)?;
            let written = UNITS.iter().find(|(word, _)| rest.ends_with(word));
            let (word, unit) = match written {
                Some(&(word, unit)) => (word, unit),
                None if time.len == 0 => ("", unit),
                None => break,
            };
            let digits = digits_before(rest.strip_suffix(word)?);
            if !time.take(digits, unit) {
                break;
            }
            time.len += digits.len() + word.len();
        }
        (time.len > 0).then_some(time)
    }
}

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let near = hit.before.chars().next_back()?;
    if !near.is_ascii_digit() && !"年月日号度份底".contains(near) || hit.in_book_title() {
        return None;
    }
    let after = hit.after.trim_start_matches(DASHES);
    let (last, unit) = Time::at_start(after)?;
    let first = Time::at_end(hit.before, unit)?;
    let before = hit.before.get(..hit.before.len() - first.len)?;
    // Part of a longer number, of a day in figures (2024-05-03), or what recurs.
    let other = before.ends_with(|c: char| c.is_ascii_alphanumeric() || "-—–~./〔[第".contains(c))
        || before.ends_with("每年")
        || before.ends_with("每月");
    if other || !runs_backward(&first, &last) {
        return None;
    }
    let behind = hit.after.len() - after.len() + last.len;
    let span = hit.span_with(document, first.len, behind);
    let message = "起止时间颠倒，前面的比后面的晚，请核对。";
    Some(Draft::at(Severity::Warning, span, message))
}

/// Whether the first time lies behind the last one, as far as both say the same parts.
fn runs_backward(first: &Time, last: &Time) -> bool {
    match (first.year, last.year) {
        (Some(from), Some(to)) if from != to => return from > to,
        (None, Some(_)) => return false,
        _ => {}
    }
    match (first.month, last.month) {
        (Some(from), Some(to)) if from != to => {
            // 11月至3月 goes on into the next spring.
            let winter = last.year.is_none() && from >= 9 && to <= 5;
            return from > to && !winter;
        }
        // Days alone may be those of two months.
        (None, _) => return false,
        _ => {}
    }
    matches!((first.day, last.day), (Some(from), Some(to)) if from > to)
}
