//! The piece table: of which stretches of the file the text is made ([MS-DOC] 2.4.1).

use std::ops::Range;

use super::Header;
use super::formats::unseen;
use crate::input::Unreadable;
use crate::input::bytes::{part, size_at, u8_at, u16_at, u32_at, utf16};
use crate::input::encoding::labelled;

/// The number of the piece table in the list of tables.
const CLX: usize = 33;
/// Formats of a piece beyond so many bytes are left out.
const MOST_FORMATS: usize = 256;

/// A stretch of the text, in order.
pub(super) struct Piece {
    /// The number of its first character in the text.
    pub(super) first: usize,
    /// Its UTF-16 units.
    pub(super) units: Vec<u16>,
    /// Where the first of them lies in the stream.
    pub(super) start: usize,
    /// How many bytes each takes.
    pub(super) width: usize,
    /// Formats that a quick save put on all of it, and whether they make that it is not seen.
    pub(super) formats: Vec<u8>,
    pub(super) unseen: bool,
}

/// All pieces; none begins before the end of the last.
pub(super) struct Pieces(Vec<Piece>);

impl Pieces {
    /// None where there is no piece table; an error where it makes more of the file than is in it.
    pub(super) fn read(header: &Header<'_>) -> Result<Option<Self>, Unreadable> {
        let Some((kept, table)) = header.table(CLX).and_then(split) else {
            return Ok(None);
        };
        let count = table.len().saturating_sub(4) / 12;
        let mut pieces = Vec::new();
        let (mut room, mut end) = (header.main.len(), 0);
        for n in 0..count {
            let piece = piece(header.main, table, (n, count), &kept);
            let Some((piece, bytes)) = piece.filter(|(piece, _)| piece.first >= end) else {
                break;
            };
            end = piece.first + piece.units.len();
            // Every character lies in the file once.
            room = room.checked_sub(bytes).ok_or(Unreadable::TooMuch)?;
            pieces.push(piece);
        }
        Ok(Some(Self(pieces)))
    }

    /// The pieces that a stretch of the text has a part in.
    pub(super) fn of(&self, stretch: &Range<usize>) -> impl Iterator<Item = &Piece> {
        let from = self
            .0
            .partition_point(|piece| piece.first + piece.units.len() <= stretch.start);
        let pieces = self.0.get(from..).unwrap_or_default().iter();
        let end = stretch.end;
        pieces.take_while(move |piece| piece.first < end)
    }
}

/// The formats kept for pieces, and the table itself.
fn split(clx: &[u8]) -> Option<(Vec<&[u8]>, &[u8])> {
    let (mut at, mut kept) = (0, Vec::new());
    while u8_at(clx, at)? == 1 {
        let length = usize::from(u16_at(clx, at + 1)?);
        kept.push(part(clx, at + 3, length)?);
        at += 3 + length;
    }
    let length = (u8_at(clx, at)? == 2).then(|| size_at(clx, at + 1))??;
    let rest = clx.get(at + 5..)?;
    Some((kept, rest.get(..length).unwrap_or(rest)))
}

/// A piece and how many bytes of the file it takes.
fn piece(
    main: &[u8],
    table: &[u8],
    (n, count): (usize, usize),
    kept: &[&[u8]],
) -> Option<(Piece, usize)> {
    let from = size_at(table, 4 * n)?;
    let to = size_at(table, 4 * n + 4)?;
    let described = 4 * (count + 1) + 8 * n;
    let place = u32_at(table, described + 2)?;
    let modifier = u16_at(table, described + 6)?;
    let characters = to.checked_sub(from)?;
    let compressed = place & 0x4000_0000 != 0;
    let place = usize::try_from(place & 0x3fff_ffff).ok()?;
    let (start, width) = if compressed {
        (place / 2, 1)
    } else {
        (place, 2)
    };
    let there = main.len().saturating_sub(start) / width;
    let characters = characters.min(there);
    let units = if compressed {
        let text = labelled("windows-1252", part(main, start, characters)?)?;
        text.encode_utf16().collect()
    } else {
        utf16(main, start, characters)?
    };
    let formats = formats(modifier, kept);
    let piece = Piece {
        first: from,
        units,
        start,
        width,
        unseen: unseen(&formats),
        formats,
    };
    Some((piece, characters * width))
}

/// A modifier is one of a few formats in short, or the number of a list of formats that is kept before the table.
fn formats(modifier: u16, kept: &[&[u8]]) -> Vec<u8> {
    if modifier & 1 != 0 {
        let kept = kept.get(usize::from(modifier >> 1));
        return kept.map_or_else(Vec::new, |list| {
            list.iter().copied().take(MOST_FORMATS).collect()
        });
    }
    let [short, value] = (modifier >> 1 & 0x7f | modifier & 0xff00).to_le_bytes();
    match short {
        0x41 => vec![0x00, 0x08, value],
        0x5c => vec![0x3c, 0x08, value],
        _ => Vec::new(),
    }
}
