//! The lists that number paragraphs: how each level writes its number, and how far it has been counted ([MS-DOC] 2.9.131 to 2.9.150).

use std::collections::BTreeMap;

use super::Header;
use super::formats::Paragraph;
use crate::input::bytes::{part, u8_at, u16_at, u32_at, utf16};
use crate::input::ordinal::{Ordinal, before_words};

/// The numbers of the tables of lists, and of what paragraphs name: a list with changes.
const LISTS: usize = 73;
const NAMED: usize = 74;
const LIST: usize = 28;
const NAME: usize = 16;
const LEVEL: usize = 28;
/// Levels of a list.
const LEVELS: usize = 9;
/// So many lists are known by a name; so many units of UTF-16 stand before a paragraph; so many bytes do before all of them. No report has more.
const MOST_NAMED: usize = 5000;
const MOST_UNITS: usize = 32;
const MOST_BYTES: usize = 1 << 20;

#[derive(Default)]
pub(super) struct Lists {
    named: Vec<Named>,
    /// How far each list has been counted.
    counters: BTreeMap<u32, Counter>,
    /// Bytes of the numbers so far.
    written: usize,
}

struct Named {
    list: u32,
    levels: Vec<Level>,
    /// Levels that begin anew where this name is first used.
    begins: bool,
}

impl Lists {
    pub(super) fn read(header: &Header<'_>) -> Self {
        Self {
            named: named(header).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// Counts the paragraph on where it is numbered, and gives what stands before it.
    pub(super) fn number(&mut self, paragraph: &Paragraph) -> String {
        let place = paragraph.list.and_then(|list| usize::try_from(list).ok());
        let Some(named) = place
            .and_then(|place| place.checked_sub(1))
            .and_then(|place| self.named.get_mut(place))
        else {
            return String::new();
        };
        let counter = self.counters.entry(named.list).or_default();
        if std::mem::take(&mut named.begins) {
            *counter = Counter::default();
        }
        let number = counter.next(&named.levels, usize::from(paragraph.level.unwrap_or(0)));
        self.written = self.written.saturating_add(number.len());
        if self.written > MOST_BYTES {
            return String::new();
        }
        number
    }
}

/// A level of a list.
#[derive(Clone)]
struct Level {
    ordinal: Ordinal,
    start: u32,
    /// What stands before the paragraph; U+0000 to U+0008 for the numbers of the first to the ninth level.
    text: String,
    /// All numbers of the text are decimal.
    decimal: bool,
    /// Nothing parts it from the words.
    tight: bool,
    /// It begins again after a paragraph of a level under this one.
    restart: usize,
}

/// How far each level of a list has been counted.
#[derive(Default)]
struct Counter([Option<u32>; LEVELS]);

impl Counter {
    /// Counts a paragraph on, and gives what stands before it.
    fn next(&mut self, levels: &[Level], depth: usize) -> String {
        let Some(level) = levels.get(depth) else {
            return String::new();
        };
        let deeper = self.0.iter_mut().zip(levels).skip(depth + 1);
        for (count, _) in deeper.filter(|(_, level)| depth < level.restart) {
            *count = None;
        }
        if let Some(count) = self.0.get_mut(depth) {
            *count = Some(count.map_or(level.start, |n| n.saturating_add(1)));
        }
        if level.ordinal == Ordinal::None {
            return String::new();
        }
        let mut number = String::new();
        for c in level.text.chars() {
            let place = u32::from(c) as usize;
            if place >= LEVELS {
                number.push(c);
            } else if let Some(other) = levels.get(place) {
                let count = self.0.get(place).copied().flatten();
                let ordinal = if level.decimal {
                    Ordinal::Decimal
                } else {
                    other.ordinal
                };
                number.push_str(&ordinal.write(count.unwrap_or(other.start)));
            }
        }
        before_words(&number, level.tight)
    }
}

fn named(header: &Header<'_>) -> Option<Vec<Named>> {
    let lists = lists(header)?;
    let table = header.table(NAMED)?;
    let most = MOST_NAMED.min(table.len() / NAME);
    let count = usize::try_from(u32_at(table, 0)?).ok()?.min(most);
    let mut changes = 4 + NAME * count;
    let mut all = Vec::new();
    for n in 0..count {
        let at = 4 + NAME * n;
        let list = u32_at(table, at)?;
        let mut one = Named {
            list,
            levels: lists.get(&list).cloned().unwrap_or_default(),
            begins: false,
        };
        changes += 4;
        for _ in 0..u8_at(table, at + 12)? {
            let Some(length) = change(table, changes, &mut one) else {
                break;
            };
            changes += length;
        }
        all.push(one);
    }
    Some(all)
}

/// A change of a level: where it begins to count, or all of it. Gives how many bytes it takes.
fn change(table: &[u8], at: usize, named: &mut Named) -> Option<usize> {
    let start = u32_at(table, at)?;
    let flags = u8_at(table, at + 4)?;
    let depth = usize::from(flags & 0xf);
    let mut length = 8;
    if flags & 0x20 != 0 {
        let (level, taken) = level(table, at + 8, depth)?;
        length += taken;
        *named.levels.get_mut(depth)? = level;
    }
    if flags & 0x10 != 0 {
        named.begins = true;
        if flags & 0x20 == 0 {
            named.levels.get_mut(depth)?.start = start;
        }
    }
    Some(length)
}

/// The levels of each list; they stand behind the table of lists, in its order.
fn lists(header: &Header<'_>) -> Option<BTreeMap<u32, Vec<Level>>> {
    let table = header.table_from(LISTS)?;
    let count = usize::from(u16_at(table, 0)?);
    let mut at = 2 + LIST * count;
    let mut all = BTreeMap::new();
    for n in 0..count {
        let list = part(table, 2 + LIST * n, LIST)?;
        let simple = u8_at(list, 26)? & 1 != 0;
        let mut levels = Vec::new();
        for depth in 0..if simple { 1 } else { LEVELS } {
            let Some((level, length)) = level(table, at, depth) else {
                return Some(all);
            };
            levels.push(level);
            at += length;
        }
        all.insert(u32_at(list, 0)?, levels);
    }
    Some(all)
}

/// A level, and how many bytes it takes.
fn level(table: &[u8], at: usize, depth: usize) -> Option<(Level, usize)> {
    let fixed = part(table, at, LEVEL)?;
    let flags = u8_at(fixed, 5)?;
    let changes = usize::from(u8_at(fixed, 24)?) + usize::from(u8_at(fixed, 25)?);
    let units = usize::from(u16_at(table, at + LEVEL + changes)?);
    let text = utf16(table, at + LEVEL + changes + 2, units)?;
    let text = text.get(..MOST_UNITS).unwrap_or(&text);
    let restart = if flags & 0x08 != 0 {
        usize::from(u8_at(fixed, 26)?)
    } else {
        depth
    };
    let level = Level {
        ordinal: ordinal(u8_at(fixed, 4)?),
        start: u32_at(fixed, 0)?,
        text: String::from_utf16_lossy(text),
        decimal: flags & 0x04 != 0,
        tight: u8_at(fixed, 15)? == 2,
        restart,
    };
    Some((level, LEVEL + changes + 2 + 2 * units))
}

/// The names of the ways to write a number, in the order of [MS-OSHARED] 2.2.1.3.
const ORDINALS: &str = "decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital \
    japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle \
    decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen \
    decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional \
    taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified \
    chineseCountingThousand";

fn ordinal(number: u8) -> Ordinal {
    if number == u8::MAX {
        return Ordinal::None;
    }
    let name = ORDINALS.split_ascii_whitespace().nth(usize::from(number));
    Ordinal::of_word(name.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(number: u8, text: &str, restart: usize) -> Level {
        Level {
            ordinal: ordinal(number),
            start: 1,
            text: text.to_owned(),
            decimal: false,
            tight: false,
            restart,
        }
    }

    fn written<const N: usize>(levels: &[Level], depths: [usize; N]) -> [String; N] {
        let mut counter = Counter::default();
        depths.map(|depth| counter.next(levels, depth))
    }

    #[test]
    fn levels_count_by_themselves_and_begin_again_under_the_next_heading() {
        let levels = [
            level(37, "\0、", 0),
            level(39, "（\u{1}）", 1),
            level(0, "\u{2}.", 2),
        ];
        assert_eq!(
            written(&levels, [0, 1, 1, 2, 0, 1, 2, 2]),
            [
                "一、",
                "（一）",
                "（二）",
                "1.",
                "二、",
                "（一）",
                "1.",
                "2."
            ]
        );
    }

    #[test]
    fn a_number_of_several_levels_and_one_that_never_begins_again() {
        let mut levels = [
            level(37, "第\0章", 0),
            level(0, "\0.\u{1}", 1),
            level(28, "\u{2}", 0),
            level(23, "•", 3),
        ];
        levels[1].decimal = true;
        assert_eq!(
            written(&levels, [0, 1, 2, 3, 0, 1, 2, 7]),
            ["第一章 ", "1.1 ", "①", "", "第二章 ", "2.1 ", "②", ""]
        );
    }
}
