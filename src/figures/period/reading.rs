//! Times as reports write them: 2019年7月以来, 下半年, 1—11月, 截至12月底, 近三年. A hand scanner over folded text that reads what starts
//! at a byte; whether it governs a figure is somebody else's matter.

use super::{Month, Period, Year};
use crate::figures::numerals;
use crate::text::date;
use crate::text::lexicon::Lexicon;

/// What starts at a byte, and where it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// One past its last byte.
    pub end: usize,
    /// What it says.
    pub time: Time,
}

/// What a time says of the figures behind it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Time {
    /// They cover it.
    Covered(Period),
    /// They cover the report year, or what there is now: 全年, 今年以来, 目前.
    Usual,
    /// Nothing: a day by which something is due (6月底前), or no time in particular (近年来).
    Nothing,
}

/// Years without a number, counted from the report year.
const RELATIVE: &[(&str, i8)] = &[
    ("上一年度", -1),
    ("上年度", -1),
    ("上一年", -1),
    ("上年", -1),
    ("去年", -1),
    ("前年", -2),
    ("下一年度", 1),
    ("明年", 1),
    ("本年度", 0),
    ("今年", 0),
    ("本年", 0),
    ("当年", 0),
];

/// Characters that make another word of 上年, 去年, 前年, 本年 and 全年: 60岁以上年龄, 过去年份.
const NOT_BEFORE_RELATIVE: &str = "以过线网晚之日样基根健安保";

/// Parts of a year, and their first and last months.
const PARTS: &[(&str, u8, u8)] = &[
    ("上半年", 1, 6),
    ("下半年", 7, 12),
    ("前三季度", 1, 9),
    ("前两季度", 1, 6),
    ("第一季度", 1, 3),
    ("第二季度", 4, 6),
    ("第三季度", 7, 9),
    ("第四季度", 10, 12),
    ("一季度", 1, 3),
    ("二季度", 4, 6),
    ("三季度", 7, 9),
    ("四季度", 10, 12),
    ("全年", 1, 12),
];

/// Words for the report year and for now.
static USUAL: Lexicon = Lexicon::new("全年 年内 目前 现有 现已 一年来 近一年来 年底 年末 年初");

/// Words that speak of no time in particular, though they look like it.
static VAGUE: Lexicon = Lexicon::new("近年来 近年 近几年来 近几年 近期 近日 最近 近来");

/// Whether a time can start with this character.
#[must_use]
pub fn starts_time(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(
            c,
            '今' | '去'
                | '上'
                | '前'
                | '明'
                | '本'
                | '当'
                | '全'
                | '年'
                | '目'
                | '现'
                | '截'
                | '近'
                | '过'
                | '最'
                | '下'
                | '第'
        )
        || matches!(
            c,
            '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '两'
        )
}

/// Reads the time that starts at a byte.
#[must_use]
pub fn read(text: &str, at: usize) -> Option<Reading> {
    let rest = text.get(at..)?;
    if let Some(word) = USUAL.start_of(rest) {
        return Some(Reading {
            end: at + word.len(),
            time: Time::Usual,
        });
    }
    if let Some(word) = VAGUE.start_of(rest) {
        return Some(Reading {
            end: at + word.len(),
            time: Time::Nothing,
        });
    }
    until(text, at)
        .or_else(|| years_past(text, at))
        .or_else(|| stretch_with_ends(text, at))
}

fn starts(rest: &str, words: &[&'static str]) -> Option<&'static str> {
    words.iter().copied().find(|word| rest.starts_with(word))
}

/// A stretch of months, and where its words end.
#[derive(Clone, Copy)]
struct Stretch {
    end: usize,
    first: Month,
    last: Month,
}

/// 截至12月底, 截止2023年底, 截至目前.
fn until(text: &str, at: usize) -> Option<Reading> {
    let word = starts(
        text.get(at..)?,
        &["截至到", "截止到", "截止至", "截至", "截止"],
    )?;
    let from = at + word.len();
    let (end, last) = if let Some(stretch) = range(text, from) {
        (stretch.end, Some(stretch.last))
    } else {
        let rest = text.get(from..)?;
        let word = starts(rest, &["目前", "现在", "年底", "年末"])?;
        let last = word.starts_with('年').then_some(Month {
            year: Year::Own(0),
            month: 12,
        });
        (from + word.len(), last)
    };
    Some(Reading {
        end,
        time: Time::Covered(Period { first: None, last }),
    })
}

/// 近三年, 过去五年, 五年来: the years up to the report year.
fn years_past(text: &str, at: usize) -> Option<Reading> {
    let rest = text.get(at..)?;
    let opened = starts(rest, &["近", "过去"]);
    let from = at + opened.map_or(0, str::len);
    let numeral = numerals::read(text, from)?;
    let years = numeral.value;
    if !(2.0..=40.0).contains(&years) || numeral.decimal || numeral.qualifier.is_some() {
        return None;
    }
    let after = text.get(numeral.end..)?.strip_prefix('年')?;
    let closed = starts(after, &["以来", "来", "间"]);
    if opened.is_none() && closed.is_none() {
        return None;
    }
    let end = numeral.end + '年'.len_utf8() + closed.map_or(0, str::len);
    let first = Month {
        year: Year::Own(1 - years as i8),
        month: 1,
    };
    let last = Month {
        year: Year::Own(0),
        month: 12,
    };
    Some(Reading {
        end,
        time: Time::Covered(Period {
            first: Some(first),
            last: Some(last),
        }),
    })
}

/// A stretch with what closes it: 以来 and 至今 leave it open, 前 makes a deadline of it.
fn stretch_with_ends(text: &str, at: usize) -> Option<Reading> {
    let stretch = range(text, at)?;
    let rest = text.get(stretch.end..)?;
    let whole_own_year = stretch.first.year == Year::Own(0)
        && stretch.last.year == Year::Own(0)
        && stretch.first.month == 1
        && stretch.last.month == 12;
    if let Some(word) = starts(rest, &["以前", "之前", "前"]) {
        return Some(Reading {
            end: stretch.end + word.len(),
            time: Time::Nothing,
        });
    }
    // A law that is in force from a day on.
    if starts(rest, &["起施行", "起实施", "起执行", "起生效", "起正式"]).is_some() {
        return Some(Reading {
            end: stretch.end,
            time: Time::Nothing,
        });
    }
    let open = starts(rest, &["以来", "至今", "来", "起"]);
    let more = open.or_else(|| starts(rest, &["同期", "期间"]));
    let period = Period {
        first: Some(stretch.first),
        last: open.is_none().then_some(stretch.last),
    };
    Some(Reading {
        end: stretch.end + more.map_or(0, str::len),
        time: if whole_own_year && more.is_none_or(|word| open == Some(word)) {
            Time::Usual
        } else {
            Time::Covered(period)
        },
    })
}

/// 2021—2023年, 2019年7月至2020年6月, 1—11月; or a stretch alone.
fn range(text: &str, at: usize) -> Option<Stretch> {
    if let Some(years) = year_range(text, at) {
        return Some(years);
    }
    let first = stretch(text, at, Year::Own(0))?;
    let after = text.get(first.end..)?;
    let Some(gap) = gap(after) else {
        return Some(first);
    };
    match stretch(text, first.end + gap, first.first.year) {
        Some(second) => Some(Stretch {
            end: second.end,
            first: first.first,
            last: second.last,
        }),
        None => Some(first),
    }
}

/// Bytes of the dash or the 至 between the two ends of a range; 至今 is none.
fn gap(text: &str) -> Option<usize> {
    let dashes = text.trim_start_matches(['-', '—', '–', '―', '─', '~', '～']);
    let len = text.len() - dashes.len();
    if len > 0 {
        return (len <= 2 * '—'.len_utf8()).then_some(len);
    }
    let first = text.chars().next()?;
    (matches!(first, '至' | '到') && !text.starts_with("至今")).then(|| first.len_utf8())
}

/// 2021—2023年.
fn year_range(text: &str, at: usize) -> Option<Stretch> {
    let (from, len) = date::year(text.get(at..)?)?;
    let second = at + len + gap(text.get(at + len..)?)?;
    let (to, len) = date::year(text.get(second..)?)?;
    let end = second + len;
    let year = text.get(end..)?.strip_prefix('年')?;
    let degree = if year.starts_with('度') {
        '度'.len_utf8()
    } else {
        0
    };
    (from < to).then_some(Stretch {
        end: end + '年'.len_utf8() + degree,
        first: Month {
            year: Year::Named(from),
            month: 1,
        },
        last: Month {
            year: Year::Named(to),
            month: 12,
        },
    })
}

/// A year, a part of one, or both; a part alone belongs to the year given.
fn stretch(text: &str, at: usize, usual: Year) -> Option<Stretch> {
    let said = year(text, at);
    let (from, year) = said.unwrap_or((at, usual));
    let month = |month| Month { year, month };
    if let Some((end, first, last)) = part(text, from) {
        return Some(Stretch {
            end,
            first: month(first),
            last: month(last),
        });
    }
    said?;
    let rest = text.get(from..)?;
    let (word, first, last) = match starts(rest, &["底", "末", "初"]) {
        Some("初") => ("初", 1, 1),
        Some(word) => (word, 12, 12),
        None => ("", 1, 12),
    };
    Some(Stretch {
        end: from + word.len(),
        first: month(first),
        last: month(last),
    })
}

/// The year at a byte, and where it ends.
fn year(text: &str, at: usize) -> Option<(usize, Year)> {
    let rest = text.get(at..)?;
    if let Some((year, len)) = date::year(rest) {
        let after = rest.get(len..)?.strip_prefix('年')?;
        let degree = if after.starts_with('度') {
            '度'.len_utf8()
        } else {
            0
        };
        let end = at + len + '年'.len_utf8() + degree;
        return Some((end, Year::Named(year)));
    }
    let &(word, offset) = RELATIVE.iter().find(|(word, _)| rest.starts_with(word))?;
    let other_word =
        numerals::char_before(text, at).is_some_and(|c| NOT_BEFORE_RELATIVE.contains(c));
    (!other_word).then_some((at + word.len(), Year::Own(offset)))
}

/// The part of a year at a byte: where it ends, its first and its last month.
fn part(text: &str, at: usize) -> Option<(usize, u8, u8)> {
    let rest = text.get(at..)?;
    if let Some(&(word, first, last)) = PARTS.iter().find(|(word, ..)| rest.starts_with(word)) {
        return Some((at + word.len(), first, last));
    }
    let (from, first) = small(text, at, 12)?;
    // 1—11月
    let (mut end, last) = match gap(text.get(from..)?).and_then(|gap| small(text, from + gap, 12)) {
        Some((end, last)) if first < last => (end, last),
        Some(_) => return None,
        None => (from, first),
    };
    text.get(end..)?.strip_prefix('月')?;
    end += '月'.len_utf8();
    if let Some(word) = starts(
        text.get(end..)?,
        &["份", "底", "末", "初", "上旬", "中旬", "下旬"],
    ) {
        end += word.len();
    }
    // 12月1日, 12月1日至7日
    if let Some(day) = day(text, end) {
        end = day;
        if let Some(day) = gap(text.get(end..)?).and_then(|gap| self::day(text, end + gap)) {
            end = day;
        }
    }
    Some((end, first, last))
}

/// Where a day of the month at a byte ends.
fn day(text: &str, at: usize) -> Option<usize> {
    let (end, _) = small(text, at, 31)?;
    let word = starts(text.get(end..)?, &["日", "号"])?;
    Some(end + word.len())
}

/// A whole number from 1 to `most`, and where it ends.
fn small(text: &str, at: usize, most: u8) -> Option<(usize, u8)> {
    numerals::char_at(text, at).filter(|&c| numerals::starts_numeral(c))?;
    let numeral = numerals::read(text, at)?;
    let plain = !numeral.decimal && numeral.qualifier.is_none() && !numeral.round;
    let ten = text.get(at..numeral.end) == Some("十");
    ((plain || ten) && (1.0..=f64::from(most)).contains(&numeral.value))
        .then_some((numeral.end, numeral.value as u8))
}
