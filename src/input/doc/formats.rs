//! Formats of stretches of the file: lists of changes ([MS-DOC] 2.6), kept in pages of 512 bytes.

use std::collections::BTreeSet;

use super::Header;
use crate::input::bytes::{part, size_at, u8_at, u16_at};

/// The numbers of the tables that name the pages.
const CHARACTER_PAGES: usize = 12;
const PARAGRAPH_PAGES: usize = 13;
const PAGE: usize = 512;

/// What is said of a paragraph; where it says nothing, its style does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) style: u16,
    /// The list that it is numbered by, counted from one; none of them from 0 on down.
    pub(super) list: Option<i16>,
    pub(super) level: Option<u8>,
    pub(super) in_table: bool,
    /// It ends a row.
    pub(super) row_end: bool,
    /// It ends a cell or a row of a table inside a table.
    pub(super) inner_cell: bool,
}

impl Paragraph {
    pub(super) fn change(&mut self, list: &[u8]) {
        for (code, operand) in changes(list) {
            let first = operand.first().copied().unwrap_or(0);
            match code {
                0x4600 => self.style = u16_at(operand, 0).unwrap_or(0),
                0x460b => self.list = u16_at(operand, 0).map(u16::cast_signed),
                0x260a => self.level = Some(first),
                0x2416 => self.in_table = first != 0,
                0x2417 => self.row_end = first != 0,
                0x244b => self.inner_cell = first != 0,
                _ => {}
            }
        }
    }
}

/// Whether characters are not seen: a tracked change deleted them, the writer hid them, or they are signs of a symbol font, for which a bracket stands.
pub(super) fn unseen(list: &[u8]) -> bool {
    changes(list).any(|(code, operand)| {
        let first = operand.first().copied().unwrap_or(0);
        match code {
            // 0x80 is as the style has it, 0x81 the opposite; no style that is of use hides.
            0x0800 | 0x083c => first == 1 || first == 0x81,
            0x6a09 => true,
            _ => false,
        }
    })
}

/// Stretches of the stream, in order, each with what holds of it.
pub(super) struct Stretches<T>(Vec<(usize, usize, T)>);

impl<T: Copy + Default> Stretches<T> {
    pub(super) fn at(&self, place: usize) -> T {
        let after = self.0.partition_point(|&(start, _, _)| start <= place);
        let found = after.checked_sub(1).and_then(|n| self.0.get(n));
        found.map_or_else(
            T::default,
            |&(_, end, what)| {
                if place < end { what } else { T::default() }
            },
        )
    }

    /// Of all pages that the table with this number names, the stretches with what `read` makes of the entry of each.
    fn read(
        header: &Header<'_>,
        table: usize,
        entry: usize,
        read: impl Fn(&[u8], usize) -> Option<T>,
    ) -> Self {
        let mut all = Vec::new();
        let table = header.table(table).unwrap_or_default();
        let count = table.len().saturating_sub(4) / 8;
        let pages: BTreeSet<usize> = (0..count)
            .filter_map(|n| Some(size_at(table, 4 * (count + 1 + n))? & 0x3f_ffff))
            .collect();
        for number in pages {
            let Some(page) = part(header.main, number * PAGE, PAGE) else {
                continue;
            };
            let count = page.last().copied().map_or(0, usize::from);
            for n in 0..count {
                let stretch = size_at(page, 4 * n).zip(size_at(page, 4 * n + 4));
                let Some((start, end)) = stretch.filter(|(start, end)| start < end) else {
                    continue;
                };
                let what = u8_at(page, 4 * (count + 1) + entry * n).filter(|&word| word != 0);
                if let Some(what) = what.and_then(|word| read(page, 2 * usize::from(word))) {
                    all.push((start, end, what));
                }
            }
        }
        all.sort_by_key(|&(start, _, _)| start);
        Self(all)
    }
}

/// Which characters are not seen.
pub(super) struct Characters(Stretches<bool>);

impl Characters {
    pub(super) fn read(header: &Header<'_>) -> Self {
        Self(Stretches::read(header, CHARACTER_PAGES, 1, |page, at| {
            let length = u8_at(page, at)?;
            unseen(part(page, at + 1, usize::from(length))?).then_some(true)
        }))
    }

    pub(super) fn unseen(&self, place: usize) -> bool {
        self.0.at(place)
    }
}

/// What holds of each paragraph.
pub(super) struct Paragraphs(Stretches<Paragraph>);

impl Paragraphs {
    pub(super) fn read(header: &Header<'_>) -> Self {
        Self(Stretches::read(header, PARAGRAPH_PAGES, 13, |page, at| {
            let (start, length) = match usize::from(u8_at(page, at)?) {
                0 => (at + 2, 2 * usize::from(u8_at(page, at + 1)?)),
                words => (at + 1, 2 * words - 1),
            };
            let list = part(page, start, length)?;
            let mut paragraph = Paragraph {
                style: u16_at(list, 0)?,
                ..Paragraph::default()
            };
            paragraph.change(list.get(2..)?);
            Some(paragraph)
        }))
    }

    pub(super) fn at(&self, place: usize) -> Paragraph {
        self.0.at(place)
    }
}

/// The changes of a list, each with what it is given.
fn changes(list: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let code = u16_at(list, at)?;
        let (skipped, length) = match (code, code >> 13) {
            (_, 0 | 1) => (2, 1),
            (_, 2 | 4 | 5) => (2, 2),
            (_, 3) => (2, 4),
            (_, 7) => (2, 3),
            // The definition of a table has two bytes for its length, and counts one of them.
            (0xd608, _) => (4, usize::from(u16_at(list, at + 2)?).checked_sub(1)?),
            _ => (3, usize::from(u8_at(list, at + 2)?)),
        };
        let operand = part(list, at + skipped, length)?;
        at += skipped + length;
        Some((code, operand))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_told_apart_by_the_lengths_in_their_codes() {
        let list = [
            0x16, 0x24, 1, // in a table
            0x08, 0xd6, 3, 0, 9, 9, // the definition of one
            0x15, 0xc6, 2, 7, 7, // tabulators
            0x0b, 0x46, 2, 0, // list 2
            0x0a, 0x26, 1,    // level 1
            0x17, // cut off
        ];
        let mut paragraph = Paragraph::default();
        paragraph.change(&list);
        assert_eq!(
            paragraph,
            Paragraph {
                list: Some(2),
                level: Some(1),
                in_table: true,
                ..Paragraph::default()
            }
        );
    }

    #[test]
    fn deleted_hidden_and_symbols_are_not_seen() {
        for (list, expected) in [
            (&[0x00, 0x08, 1][..], true),
            (&[0x00, 0x08, 0], false),
            (&[0x01, 0x08, 1], false), // inserted
            (&[0x3c, 0x08, 1], true),
            (&[0x3c, 0x08, 0x80], false),
            (&[0x09, 0x6a, 3, 0, 0xfc, 0xf0], true),
            (&[0x35, 0x08, 1], false), // bold
        ] {
            assert_eq!(unseen(list), expected, "{list:x?}");
        }
    }
}
