//! How much of a file is read at most, so that none of a few bytes becomes gigabytes or keeps on for ever.

use std::borrow::Cow;

use flate2::{Decompress, FlushDecompress, Status};
use hayro_syntax::Filter;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Dict, FromBytes, Stream};

use crate::input::Unreadable;

/// The largest stream, and all that hold objects, unpacked. In bytes.
const STREAM: usize = 32 << 20;
const OBJECTS: usize = 24 << 20;
/// How much dearer than a byte of objects one of a table of objects is: each can stand for an object.
const TABLE: usize = 12;
/// Dictionaries in all: a page or an element of the structure is one.
const DICTS: usize = 200_000;
/// Inline images times the bytes of their stream: the library looks through the rest of it for the end of each.
const INLINE: usize = 4_000_000_000;
/// The most that deflate and LZW make of a byte.
const DEFLATE: usize = 1032;
const LZW: usize = 1400;
/// How much is looked at to find a dictionary: most are small, so the rest may be long for a few only.
const DICTIONARY: usize = 64 << 10;
const DICTIONARIES: usize = 64 << 20;

/// What is left of what may be done for a file.
pub(super) struct Budget {
    /// Bytes of unpacked streams.
    bytes: usize,
    /// Operators of content streams, glyphs, entries of tables.
    steps: usize,
}

impl Budget {
    pub fn new() -> Self {
        Self {
            bytes: 96 << 20,
            steps: 8_000_000,
        }
    }

    /// Takes the next steps.
    pub fn step(&mut self, steps: usize) -> Result<(), Unreadable> {
        self.steps = self.steps.checked_sub(steps).ok_or(Unreadable::TooMuch)?;
        Ok(())
    }

    /// A stream unpacked; none where it cannot be.
    pub fn decoded<'a>(
        &mut self,
        stream: &Stream<'a>,
    ) -> Result<Option<Cow<'a, [u8]>>, Unreadable> {
        let raw = stream.raw_data();
        let limit = STREAM.min(self.bytes);
        let size = match *stream.filters() {
            [Filter::FlateDecode] => {
                inflated(&raw, limit, |_| {}).unwrap_or_else(|| raw.len().saturating_mul(DEFLATE))
            }
            ref filters => {
                let grows = filters.iter().map(|filter| match filter {
                    Filter::FlateDecode => DEFLATE,
                    Filter::LzwDecode => LZW,
                    Filter::RunLengthDecode => 64,
                    _ => 1,
                });
                grows.fold(raw.len(), usize::saturating_mul)
            }
        };
        if size > limit {
            return Err(Unreadable::TooMuch);
        }
        let data = stream.decoded_data().ok();
        let size = data.as_ref().map_or(0, |data| data.len());
        self.bytes = self.bytes.checked_sub(size).ok_or(Unreadable::TooMuch)?;
        Ok(data)
    }
}

/// Refuses a content stream that would take long to be read.
pub(super) fn check_content(data: &[u8]) -> Result<(), Unreadable> {
    let images = data.windows(2).filter(|pair| pair == b"BI").count();
    if images.saturating_mul(data.len()) > INLINE {
        return Err(Unreadable::TooMuch);
    }
    Ok(())
}

/// Looks for streams of objects that are too large unpacked, before they are read: the library unpacks those by itself.
///
/// Streams that are encrypted cannot be looked into; of those a long one is taken for too large.
pub(super) fn check(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut left = OBJECTS;
    let mut dicts = count(bytes);
    let mut search = DICTIONARIES;
    let mut from = 0;
    while let Some(at) = find(bytes.get(from..).unwrap_or_default(), b"obj") {
        from += at + 3;
        let rest = token(bytes.get(from..).unwrap_or_default());
        if !rest.starts_with(b"<<") {
            continue;
        }
        let dict = match Dict::from_bytes(rest.get(..DICTIONARY).unwrap_or(rest)) {
            Some(dict) => Some(dict),
            None => {
                search = search.checked_sub(rest.len()).ok_or(Unreadable::TooMuch)?;
                Dict::from_bytes(rest)
            }
        };
        let Some(dict) = dict else { continue };
        if !(dict.contains_key(keys::FIRST) || dict.contains_key(keys::W)) {
            continue;
        }
        let after = rest.get(dict.data().len()..).unwrap_or_default();
        if !token(after).starts_with(b"stream") {
            continue;
        }
        let Some(stream) = Stream::from_bytes(rest) else {
            search = search.checked_sub(rest.len()).ok_or(Unreadable::TooMuch)?;
            continue;
        };
        let size = match *stream.filters() {
            [] if !dict.contains_key(keys::FILTER) => 0,
            [Filter::FlateDecode] => {
                let data = stream.raw_data();
                // The length that the file tells is not to be trusted: the stream goes on as far as it makes sense.
                let offset = (data.as_ptr() as usize).wrapping_sub(bytes.as_ptr() as usize);
                let data_on = bytes.get(offset..).unwrap_or(&data);
                match inflated(data_on, left, |data| dicts += count(data)) {
                    Some(size) => size,
                    None if data.len().saturating_mul(DEFLATE) > 2 * OBJECTS => usize::MAX,
                    None => 0,
                }
            }
            _ => usize::MAX,
        };
        let weight = if dict.contains_key(keys::W) { TABLE } else { 1 };
        left = left
            .checked_sub(size.saturating_mul(weight))
            .ok_or(Unreadable::TooMuch)?;
    }
    if dicts > DICTS {
        return Err(Unreadable::TooMuch);
    }
    Ok(())
}

/// How many dictionaries begin in some bytes.
fn count(bytes: &[u8]) -> usize {
    bytes.windows(2).filter(|pair| pair == b"<<").count()
}

/// How large deflated bytes are unpacked, at least if more than the limit; none where they are damaged. What comes out is seen in pieces.
fn inflated(data: &[u8], limit: usize, mut see: impl FnMut(&[u8])) -> Option<usize> {
    // The same test as the library makes.
    let zlib = matches!(data, [a, b, ..] if a & 15 == 8 && (usize::from(*a) * 256 + usize::from(*b)).is_multiple_of(31) && b & 32 == 0);
    let data = if zlib { data.get(2..)? } else { data };
    let mut inflate = Decompress::new(false);
    let mut out = [0; 4096];
    loop {
        let (read, written) = (inflate.total_in(), inflate.total_out());
        let input = data.get(usize::try_from(read).ok()?..)?;
        let status = inflate
            .decompress(input, &mut out, FlushDecompress::None)
            .ok()?;
        let new = usize::try_from(inflate.total_out() - written).ok()?;
        see(out.get(..new)?);
        let size = usize::try_from(inflate.total_out()).ok()?;
        if status == Status::StreamEnd || size > limit {
            return Some(size);
        }
        if (read, written) == (inflate.total_in(), inflate.total_out()) {
            return None;
        }
    }
}

/// What comes after white space and comments.
fn token(mut bytes: &[u8]) -> &[u8] {
    loop {
        let blank = |byte: &&u8| matches!(byte, b'\0' | b'\t' | b'\n' | b'\x0c' | b'\r' | b' ');
        let start = bytes.iter().take_while(blank).count();
        bytes = bytes.get(start..).unwrap_or_default();
        if !bytes.starts_with(b"%") {
            return bytes;
        }
        let comment = bytes
            .iter()
            .take_while(|&&byte| byte != b'\n' && byte != b'\r')
            .count();
        bytes = bytes.get(comment..).unwrap_or_default();
    }
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}
