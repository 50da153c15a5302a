//! The lists that number paragraphs: how each level writes its number, and how far it has been counted ([MS-DOC] 2.9.131 to 2.9.150).

use std::collections::BTreeMap;

use super::Header;
use super::formats::Paragraph;
use crate::input::bytes::{part, u8_at, u16_at, u32_at, utf16};
use crate::input::numbering::{Counter, LEVELS, Level, Style};

/// The numbers of the tables of lists, and of what paragraphs name: a list with changes.
const LISTS: usize = 73;
const NAMED: usize = 74;
const LIST: usize = 28;
const NAME: usize = 16;
const LEVEL: usize = 28;

#[derive(Default)]
pub(super) struct Lists {
    named: Vec<Named>,
    /// How far each list has been counted.
    counters: BTreeMap<u32, Counter>,
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
            counters: BTreeMap::new(),
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
        counter.next(&named.levels, usize::from(paragraph.level.unwrap_or(0)))
    }
}

fn named(header: &Header<'_>) -> Option<Vec<Named>> {
    let lists = lists(header)?;
    let table = header.table(NAMED)?;
    let most = table.len() / NAME;
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
    let restart = if flags & 0x08 != 0 {
        usize::from(u8_at(fixed, 26)?)
    } else {
        depth
    };
    let level = Level {
        style: style(u8_at(fixed, 4)?),
        start: u32_at(fixed, 0)?,
        text: String::from_utf16_lossy(&text),
        legal: flags & 0x04 != 0,
        restart,
    };
    Some((level, LEVEL + changes + 2 + 2 * units))
}

/// The ways to write a number have numbers themselves ([MS-OSHARED] 2.2.1.3).
fn style(number: u8) -> Style {
    match number {
        1 => Style::Roman,
        2 => Style::SmallRoman,
        3 => Style::Letter,
        4 => Style::SmallLetter,
        10 | 11 | 33 | 35 | 37 | 39 => Style::Chinese,
        14 => Style::Wide,
        16 | 17 | 34 | 38 => Style::ChineseLegal,
        18 | 28 => Style::Circled,
        22 => Style::Padded,
        23 | 255 => Style::None,
        26 => Style::Dotted,
        27 => Style::Bracketed,
        29 => Style::BracketedChinese,
        30 => Style::Stems,
        31 => Style::Branches,
        _ => Style::Arabic,
    }
}
