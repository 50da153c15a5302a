//! PDF with text: a library reads the objects, the text is put together here.
//!
//! `content` runs the pages, with a `font` for each string (`codes` of composite fonts, `names` of simple ones, `truetype` where only
//! the font file knows); paragraphs come from the file's own structure (`tags`) or from where the words stand (`input::lines`).
//! `bounds` is what keeps a file from taking too much.

mod bounds;
mod codes;
mod content;
mod font;
mod matrix;
mod names;
mod radicals;
mod tags;
mod truetype;

use hayro_syntax::{LoadPdfError, Pdf};

use self::content::Contents;
use super::{Unreadable, lines};

/// More pages than any report has.
const PAGES: usize = 2000;
/// One unknown character in so many is no damage to the text.
const LOST: usize = 20;
/// Pages with no more characters than these, and a picture each, are scanned: what stands on them is a stamp or the scanner's name.
const STAMP: usize = 20;

/// The text of it.
pub(super) fn read(bytes: &[u8]) -> Result<String, Unreadable> {
    bounds::check(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|why| match why {
        LoadPdfError::Decryption(_) => Unreadable::Encrypted,
        LoadPdfError::Invalid => Unreadable::Damaged,
    })?;
    let pages = pdf.pages();
    if pages.len() > PAGES {
        return Err(Unreadable::TooMuch);
    }
    let mut contents = Contents::new();
    for page in pages.iter() {
        contents.read(page)?;
    }
    if contents.images >= pages.len().max(1) && contents.shown <= STAMP * pages.len() {
        return Err(Unreadable::Scanned);
    }
    if contents.lost * LOST > contents.shown {
        return Err(Unreadable::Fonts);
    }
    let tagged = tags::text(&pdf, &mut contents)?;
    Ok(tagged.unwrap_or_else(|| lines::text(&contents.pages)))
}

#[cfg(test)]
mod tests;
