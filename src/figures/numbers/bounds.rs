//! Ranges: 三到五  位于20和30之间  超过一千  五百以上  比三十大  最多100最少20  十几万.

use super::super::numerals::char_before;
use super::super::units;
use super::{Item, Kind, Reading};

/// One end of a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound {
    /// The number.
    pub value: f64,
    /// Whether the number itself belongs to the range.
    pub included: bool,
}

/// The ends of a range; one that is open has none. As in the number specifications, 三到五 holds its lower end only, and 以上 and 以下
/// leave the number out (Chinese law takes it in: figures keep the word itself, as their qualifier).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: Option<Bound>,
    /// The upper end.
    pub high: Option<Bound>,
}

/// Which end a word sets, and whether it takes the number in.
#[derive(Clone, Copy)]
enum Sets {
    Low(bool),
    High(bool),
    Both,
}

impl Sets {
    fn interval(self, value: f64) -> Interval {
        let bound = |included| Some(Bound { value, included });
        let (low, high) = match self {
            Self::Low(included) => (bound(included), None),
            Self::High(included) => (None, bound(included)),
            Self::Both => (bound(true), bound(true)),
        };
        Interval { low, high }
    }
}

use Sets::{Both, High, Low};

/// Words right before a number. The longer ones come first.
const BEFORE: &[(&str, Sets)] = &[
    ("大于或等于", Low(true)),
    ("高于或等于", Low(true)),
    ("小于或等于", High(true)),
    ("低于或等于", High(true)),
    ("大于等于", Low(true)),
    ("高于等于", Low(true)),
    ("小于等于", High(true)),
    ("低于等于", High(true)),
    ("不大于", High(true)),
    ("不高于", High(true)),
    ("不多于", High(true)),
    ("不超过", High(true)),
    ("不超出", High(true)),
    ("不小于", Low(true)),
    ("不低于", Low(true)),
    ("不少于", Low(true)),
    ("不下于", Low(true)),
    ("大于", Low(false)),
    ("高于", Low(false)),
    ("多于", Low(false)),
    ("超过", Low(false)),
    ("超出", Low(false)),
    ("突破", Low(false)),
    ("至少", Low(true)),
    ("最少", Low(true)),
    ("最低", Low(true)),
    ("最小", Low(true)),
    ("起码", Low(true)),
    ("不下", Low(true)),
    ("小于", High(false)),
    ("低于", High(false)),
    ("少于", High(false)),
    ("不到", High(false)),
    ("不足", High(false)),
    ("不满", High(false)),
    ("未满", High(false)),
    ("至多", High(true)),
    ("最多", High(true)),
    ("最高", High(true)),
    ("最大", High(true)),
    (">=", Low(true)),
    ("<=", High(true)),
    ("≥", Low(true)),
    ("≤", High(true)),
    (">", Low(false)),
    ("<", High(false)),
    ("等于", Both),
    ("超", Low(false)),
    ("逾", Low(false)),
    ("过", Low(false)),
];

/// Characters that make another word of the short ones: 通过, 经过, 反超.
const NOT_BEHIND: &[(&str, &str)] = &[
    ("过", "通经度超胜错路透难渡不"),
    ("超", "反赶高"),
    ("等于", "不"),
];

/// What may stand between such a word and its number: 超过了一千, 至少是3.
const FILLERS: &[char] = &['了', '是', '有', '为', '达', '到', '要', '得'];

/// Words right behind a number, or behind its measure word.
const AFTER: &[(&str, Sets)] = &[
    ("或以上", Low(true)),
    ("及以上", Low(true)),
    ("(含)以上", Low(true)),
    ("或更多", Low(true)),
    ("或者更多", Low(true)),
    ("或以下", High(true)),
    ("及以下", High(true)),
    ("(含)以下", High(true)),
    ("或更少", High(true)),
    ("以上", Low(false)),
    ("之上", Low(false)),
    ("以下", High(false)),
    ("之下", High(false)),
    ("以内", High(false)),
    ("之内", High(false)),
];

/// The adjectives of 比三十大 and 比三十小.
const GREATER: &str = "大高多长重贵强快早远宽厚深";
const SMALLER: &str = "小低少短轻便慢近窄薄浅矮";

/// A range with its place.
struct Found {
    start: usize,
    end: usize,
    interval: Interval,
}

/// The ranges that the numerals of a text make.
pub(super) fn of(text: &str, items: &[Item]) -> Vec<Reading> {
    let mut found: Vec<Found> = Vec::new();
    let mut rest = items;
    while let Some((first, others)) = rest.split_first() {
        rest = others;
        if let Some(second) = others.first()
            && let Some(pair) = between(text, first, second)
        {
            found.push(pair);
            rest = others.get(1..).unwrap_or_default();
            continue;
        }
        let Some(open) = open(text, first) else {
            continue;
        };
        match found.last_mut().and_then(|last| joined(text, last, &open)) {
            Some(both) => {
                found.pop();
                found.push(both);
            }
            None => found.push(open),
        }
    }
    found
        .into_iter()
        .map(|range| {
            let ends = [range.interval.low, range.interval.high];
            let value = ends
                .into_iter()
                .flatten()
                .next()
                .map_or(0.0, |end| end.value);
            Reading {
                interval: Some(range.interval),
                ..Reading::new(range.start, range.end, Kind::NumberRange, value)
            }
        })
        .collect()
}

/// 20到30, 20—30, 20和30之间.
fn between(text: &str, first: &Item, second: &Item) -> Option<Found> {
    let gap = text.get(first.end..second.start)?;
    let after = text.get(second.end..)?;
    let closing = ["之间", "中间", "之中"]
        .into_iter()
        .find(|word| after.starts_with(word));
    let linked = match gap {
        "到" | "至" | "-" | "--" | "–" | "—" | "——" | "―" | "~" | "～" | "∼" => true,
        "和" | "与" | "跟" | "及" => closing.is_some(),
        _ => false,
    };
    // 5至10万: the lower end shares the multiplier.
    let factor = if first.numeral.chinese || first.numeral.factor > 1.0 || first.percentage {
        1.0
    } else {
        second.numeral.factor
    };
    let low = first.value * factor;
    if !linked || low >= second.value {
        return None;
    }
    let mut start = first.start;
    if closing.is_some() {
        let before = text.get(..start)?;
        let opening = ["位于", "介于", "处于", "在", "从"];
        start -= opening
            .into_iter()
            .find(|word| before.ends_with(word))
            .map_or(0, str::len);
    }
    Some(Found {
        start,
        end: second.end + closing.map_or(0, str::len),
        interval: Interval {
            low: Some(Bound {
                value: low,
                included: true,
            }),
            high: Some(Bound {
                value: second.value,
                included: false,
            }),
        },
    })
}

/// A range with one end: by the words before the number, by those behind it, or by its 几 余 多.
fn open(text: &str, item: &Item) -> Option<Found> {
    let before = text.get(..item.start)?;
    let after = text.get(item.end..)?;
    if before.ends_with('比') {
        let degree = after.chars().next()?;
        let sets = match degree {
            c if GREATER.contains(c) => Low(false),
            c if SMALLER.contains(c) => High(false),
            _ => return None,
        };
        return Some(Found {
            start: item.start - '比'.len_utf8(),
            end: item.end + degree.len_utf8(),
            interval: sets.interval(item.value),
        });
    }
    let vague = item.numeral.qualifier.is_some() && !item.percentage;
    let end = if vague { item.numeral.end } else { item.end };
    let stripped = before.strip_suffix(FILLERS).unwrap_or(before);
    for head in [before, stripped] {
        let word = BEFORE.iter().find(|(word, _)| head.ends_with(word));
        if let Some(&(word, sets)) = word {
            let start = head.len() - word.len();
            let other = NOT_BEHIND.iter().any(|(entry, previous)| {
                *entry == word && char_before(text, start).is_some_and(|c| previous.contains(c))
            });
            if !other {
                return Some(Found {
                    start,
                    end: item.end,
                    interval: sets.interval(item.value),
                });
            }
        }
    }
    let tail = text.get(end..)?;
    let unit = units::read(tail).map_or(0, |unit| unit.len);
    for at in [0, unit] {
        let behind = tail.get(at..)?;
        if let Some(&(word, sets)) = AFTER.iter().find(|(word, _)| behind.starts_with(word)) {
            return Some(Found {
                start: item.start,
                end: end + at + word.len(),
                interval: sets.interval(item.value),
            });
        }
    }
    vague.then(|| Found {
        start: item.start,
        end,
        interval: Low(false).interval(item.value),
    })
}

/// 最多100最少20, 大于二十且小于三十: two open ranges that close each other.
fn joined(text: &str, first: &Found, second: &Found) -> Option<Found> {
    let gap = text.get(first.end..second.start)?;
    let link = gap.trim_start_matches([',', '、', ';']);
    let links = [
        "", "且", "并", "并且", "而且", "但", "但是", "而", "又", "和", "同时",
    ];
    if !links.contains(&link) {
        return None;
    }
    let (low, high) = match (first.interval, second.interval) {
        (
            Interval {
                low: Some(low),
                high: None,
            },
            Interval {
                low: None,
                high: Some(high),
            },
        )
        | (
            Interval {
                low: None,
                high: Some(high),
            },
            Interval {
                low: Some(low),
                high: None,
            },
        ) => (low, high),
        _ => return None,
    };
    (low.value < high.value).then_some(Found {
        start: first.start,
        end: second.end,
        interval: Interval {
            low: Some(low),
            high: Some(high),
        },
    })
}
