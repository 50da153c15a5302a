//! Word 97 to 2003 and WPS ([MS-DOC]): the main text of a compound file, with what Word shows and the characters do not say.
//!
//! `pieces` is the text and where in the file each character lies; `formats` what holds of the stretches there (deleted, in a table, numbered);
//! `styles` and `lists` the numbering; `stories` what stands beside the main text; `body` puts it together.

mod body;
mod formats;
mod lists;
mod pieces;
mod stories;
mod styles;

use super::Unreadable;
use super::bytes::{size_at, u16_at};
use super::compound::Compound;
use super::letterhead;
use body::Source;
use formats::{Characters, Paragraphs};
use lists::Lists;
use pieces::Pieces;
use styles::Styles;

/// The first version whose files are built like this.
const WORD_97: u16 = 193;
/// What the stream of a document begins with; in Word 6 and 95 it was another.
const WORD: u16 = 0xa5ec;
const ENCRYPTED: u16 = 0x100;
const SECOND_TABLE: u16 = 0x200;

/// The text of it.
pub(super) fn read(bytes: &[u8]) -> Result<String, Unreadable> {
    let file = Compound::open(bytes).ok_or(Unreadable::Damaged)?;
    let main = file.stream("WordDocument").ok_or(Unreadable::Damaged)?;
    text(&file, &main)?.ok_or(Unreadable::Damaged)
}

fn text(file: &Compound<'_>, main: &[u8]) -> Result<Option<String>, Unreadable> {
    let (Some(mark), Some(version), Some(flags)) =
        (u16_at(main, 0), u16_at(main, 2), u16_at(main, 10))
    else {
        return Ok(None);
    };
    if flags & ENCRYPTED != 0 {
        return Err(Unreadable::Encrypted);
    }
    if mark != WORD || version < WORD_97 {
        return Err(Unreadable::Old);
    }
    let second = flags & SECOND_TABLE != 0;
    let Some(table) = file.stream(if second { "1Table" } else { "0Table" }) else {
        return Ok(None);
    };
    let header = Header {
        main,
        table: &table,
    };
    let Some(pieces) = Pieces::read(&header)? else {
        return Ok(None);
    };
    let source = Source {
        pieces,
        characters: Characters::read(&header),
        paragraphs: Paragraphs::read(&header),
        styles: Styles::read(&header),
        frames: stories::frames(&header),
    };
    let mut lists = Lists::read(&header);
    let text = source.text(0..header.length(0), &mut lists);
    let above = stories::headers(&header)
        .into_iter()
        .map(|story| source.text(story, &mut lists));
    Ok(Some(letterhead::put_above(
        &above.collect::<String>(),
        text,
    )))
}

/// The two streams of a document; the first begins with places in the second.
struct Header<'a> {
    main: &'a [u8],
    table: &'a [u8],
}

impl<'a> Header<'a> {
    /// How many characters a part of the text has: the main text is the first; footnotes, headers, macros, comments, endnotes, text boxes follow.
    fn length(&self, part: usize) -> usize {
        size_at(self.main, 0x4c + 4 * part).unwrap_or(0)
    }

    /// The number of the first character of a part of the text.
    fn start(&self, part: usize) -> usize {
        (0..part).fold(0, |sum, part| self.length(part).saturating_add(sum))
    }

    /// The table with this number in the list of [MS-DOC] 2.5.6, and all that follows it.
    fn table_from(&self, number: usize) -> Option<&'a [u8]> {
        self.table.get(size_at(self.main, 0x9a + 8 * number)?..)
    }

    /// The table with this number; as much as is there where the file was cut off.
    fn table(&self, number: usize) -> Option<&'a [u8]> {
        let from = self.table_from(number)?;
        let length = size_at(self.main, 0x9e + 8 * number)?;
        from.get(..length).or(Some(from))
    }
}

#[cfg(test)]
mod tests;
