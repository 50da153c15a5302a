//! Every numeral of a text, whatever it stands for: numbers, percentages, ordinals, ranges, measures, money and ages. This is the reader of
//! numerals without the judgement of [`mod@super::extract`], which keeps only what a report counts.
//!
//! The kinds, and how far each reaches, follow the specifications of Microsoft Recognizers-Text: a number leaves its measure word out, a share
//! of hundredths is a percentage, and a numeral is listed once for each kind it belongs to.

mod bounds;
mod quantities;
mod words;

pub use bounds::{Bound, Interval};

use super::numerals::{self, Numeral, Share, char_at, char_before};
use super::units;

/// What a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A number, or a fraction: 1,234  两千四百五  二分之一.
    Number,
    /// A percentage: 25%  百分之五  七成六  2个百分点.
    Percentage,
    /// 第十四.
    Ordinal,
    /// 三到五  超过一千  五百以上  十几万.
    NumberRange,
    /// A measure: 2.3千克  两米半.
    Dimension,
    /// A sum of money: 15元.
    Currency,
    /// How old something is: 五岁  十个月大.
    Age,
}

/// A numeral as one kind of thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// First byte.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// What it is worth; of a percentage the hundredths, of a range its lower end, or its upper one where it has no lower.
    pub value: f64,
    /// The unit as written, % for a percentage, empty where there is none.
    pub unit: String,
    /// The ends of a range.
    pub interval: Option<Interval>,
}

impl Reading {
    fn new(start: usize, end: usize, kind: Kind, value: f64) -> Self {
        Self {
            start,
            end,
            kind,
            value,
            unit: String::new(),
            interval: None,
        }
    }
}

/// A numeral that ranges, measures and ages are made of.
struct Item {
    numeral: Numeral,
    /// First byte of the number or percentage.
    start: usize,
    /// One past its last byte.
    end: usize,
    value: f64,
    percentage: bool,
}

/// All readings of a folded text, in order.
#[must_use]
pub fn all(text: &str) -> Vec<Reading> {
    let mut list = Vec::new();
    let mut items = Vec::new();
    let mut at = 0;
    while let Some(c) = char_at(text, at) {
        let next = match read_at(text, at, c) {
            Some(numeral) => {
                let end = one(text, numeral, &mut items, &mut list);
                at.max(end).max(at + c.len_utf8())
            }
            None => {
                list.extend(half_tenth(text, at));
                at + c.len_utf8()
            }
        };
        at = next;
    }
    list.extend(bounds::of(text, &items));
    list.sort_by_key(|reading| (reading.start, reading.kind as u8));
    list
}

/// The numeral at a byte. 零 is a number here too; so is a capital that begins a word of several, or stands alone.
fn read_at(text: &str, at: usize, c: char) -> Option<Numeral> {
    if numerals::starts(text, at, c) || matches!(c, '零' | '〇') {
        return numerals::read(text, at);
    }
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    if c.is_ascii() || letter(char_before(text, at)) {
        return None;
    }
    let numeral = numerals::read(text, at)?;
    (numeral.chars > 1 || !letter(char_at(text, numeral.end))).then_some(numeral)
}

/// Half of a tenth: 半成.
fn half_tenth(text: &str, at: usize) -> Option<Reading> {
    const WORD: &str = "半成";
    let rest = text.get(at..)?.strip_prefix(WORD)?;
    let whole = !rest.starts_with(['品', '熟', '员', '功', '本']);
    whole.then(|| percentage(at, at + WORD.len(), 5.0))
}

/// Lists one numeral as each thing it is; tells where to go on.
fn one(text: &str, numeral: Numeral, items: &mut Vec<Item>, list: &mut Vec<Reading>) -> usize {
    if let Some(share) = numerals::share(text, &numeral) {
        return shared(numeral, &share, items, list);
    }
    if let Some((share, value)) = mixed(text, &numeral) {
        list.push(Reading::new(
            numeral.start,
            share.part.end,
            Kind::Number,
            value,
        ));
        return share.part.end;
    }
    if char_before(text, numeral.start) == Some('第') {
        let start = numeral.start - '第'.len_utf8();
        list.push(Reading::new(
            start,
            numeral.body,
            Kind::Ordinal,
            numeral.value,
        ));
    }
    let percent = percent(text, &numeral);
    if percent.is_none() && words::is_word(text, &numeral) {
        return numeral.body;
    }
    list.push(Reading::new(
        numeral.start,
        numeral.body,
        Kind::Number,
        numeral.value,
    ));
    let mut item = Item {
        start: numeral.start,
        end: numeral.body,
        value: numeral.value,
        percentage: false,
        numeral,
    };
    if let Some((end, value)) = percent {
        list.push(percentage(numeral.start, end, value));
        item = Item {
            end,
            value,
            percentage: true,
            ..item
        };
    }
    list.extend(quantities::of(text, &numeral));
    let end = item.end;
    items.push(item);
    end
}

fn percentage(start: usize, end: usize, value: f64) -> Reading {
    Reading {
        unit: "%".to_owned(),
        ..Reading::new(start, end, Kind::Percentage, value)
    }
}

/// 百分之五 is a percentage, of which the 五 is a number; 三分之二 and 一百分之五 are numbers.
fn shared(whole: Numeral, share: &Share, items: &mut Vec<Item>, list: &mut Vec<Reading>) -> usize {
    let (start, end) = (whole.start, share.part.body);
    let part = share.part.value / share.whole;
    let value = if share.bare {
        // What falls between two numbers has no value of its own: 百分之二三十.
        if share.part.about {
            return share.part.end;
        }
        list.push(Reading::new(
            share.part.start,
            end,
            Kind::Number,
            share.part.value,
        ));
        let value = hundredths(share);
        list.push(percentage(start, end, value));
        value
    } else {
        list.push(Reading::new(start, end, Kind::Number, part));
        part
    };
    items.push(Item {
        numeral: whole,
        start,
        end,
        value,
        percentage: share.bare,
    });
    share.part.end
}

/// The hundredths of a share, without the error that dividing and multiplying brings.
fn hundredths(share: &Share) -> f64 {
    share.part.value / (share.whole / 100.0)
}

/// 三又五分之一: a whole and a fraction.
fn mixed(text: &str, whole: &Numeral) -> Option<(Share, f64)> {
    let at = whole.end + '又'.len_utf8();
    text.get(whole.end..)?.strip_prefix('又')?;
    let parts = numerals::read(text, at)?;
    let share = numerals::share(text, &parts)?;
    Some((share, whole.value + share.part.value / share.whole))
}

/// A percent sign, percentage points, tenths (成, 折) behind a numeral: where they end, and the hundredths.
fn percent(text: &str, numeral: &Numeral) -> Option<(usize, f64)> {
    let rest = text.get(numeral.end..)?;
    let unit = units::read(rest)?;
    let word = rest.get(..unit.len)?;
    let end = numeral.end + unit.len;
    match word {
        "%" | "﹪" | "个百分点" | "百分点" => Some((end, numeral.value)),
        "‰" | "个千分点" | "千分点" => Some((end, numeral.value / 10.0)),
        "成" | "折" if numeral.value <= 100.0 => {
            let (value, len) = units::tenths(numeral.value, text.get(end..)?);
            Some((end + len, value))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
