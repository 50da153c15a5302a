//! The text as it is shown: LF line ends only, with the way between byte offsets and UTF-16 offsets.

use serde::{Deserialize, Serialize};

use super::sparse::sparse;

/// A half-open range of bytes of a [`Source`]. Both ends stand on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// A span from `start` to `end`; an `end` before `start` gives the empty span at `start`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end: end.max(start),
        }
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly within this span.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// A half-open range of UTF-16 code units of the text with LF line ends: what a browser's textarea counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Utf16Span {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

// A span leaves the core as a pair `[start, end]`, in files and in JavaScript alike.
impl Serialize for Utf16Span {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.start, self.end).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Utf16Span {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (start, end) = Deserialize::deserialize(deserializer)?;
        Ok(Self { start, end })
    }
}

/// A checkpoint of the counts is kept every so many bytes, so that one line of many megabytes costs no more than many lines.
const STRIDE: usize = 512;

/// What stands before a place in the text.
#[derive(Clone, Copy, Debug, Default)]
struct Checkpoint {
    /// The place: a byte offset on a character boundary.
    at: usize,
    /// UTF-16 code units before it.
    units: u32,
    /// Line feeds before it.
    lines: usize,
}

/// A text with LF line ends and without a byte order mark, and its checkpoints.
#[derive(Clone, Debug, Default)]
pub struct Source {
    text: String,
    /// One for the character that covers byte `i * STRIDE`.
    checkpoints: Vec<Checkpoint>,
}

impl Source {
    /// Takes any text: drops a leading byte order mark and makes CRLF and lone CR into LF.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text = if text.contains('\r') {
            text.replace("\r\n", "\n").replace('\r', "\n")
        } else {
            text.to_owned()
        };
        let mut here = Checkpoint::default();
        let places = (0..text.len()).step_by(STRIDE);
        let checkpoints = places.map(|place| {
            let at = text.floor_char_boundary(place);
            let passed = text.get(here.at..at).unwrap_or_default();
            here = Checkpoint {
                at,
                units: here.units + utf16_len(passed),
                lines: here.lines + lines(passed),
            };
            here
        });
        let checkpoints = checkpoints.collect();
        Self { text, checkpoints }
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words of a span; nothing where the span does not fit this text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// UTF-16 code units before a byte offset. An offset inside a character counts as that character's start; one past the end as the end.
    #[must_use]
    pub fn utf16_at(&self, byte: usize) -> u32 {
        let (before, rest) = self.before(byte);
        before.units + utf16_len(rest)
    }

    /// The checkpoint before a byte offset, and the text from there to the character that the offset stands in.
    fn before(&self, byte: usize) -> (Checkpoint, &str) {
        let byte = self.text.floor_char_boundary(byte);
        let checkpoint = self.checkpoints.get(byte / STRIDE);
        let checkpoint = checkpoint.or(self.checkpoints.last()).copied();
        let checkpoint = checkpoint.unwrap_or_default();
        let rest = self.text.get(checkpoint.at..byte);
        (checkpoint, rest.unwrap_or_default())
    }

    /// The byte offset of a count of UTF-16 code units; inside a surrogate pair, the pair's start; past the end, the end.
    #[must_use]
    pub fn byte_at(&self, units: u32) -> usize {
        let index = self
            .checkpoints
            .partition_point(|before| before.units <= units);
        let Some(before) = self.checkpoints.get(index.saturating_sub(1)) else {
            return 0;
        };
        let mut left = units - before.units.min(units);
        let rest = self.text.get(before.at..).unwrap_or_default();
        for (at, c) in rest.char_indices() {
            let width = c.len_utf16() as u32;
            if left < width {
                return before.at + at;
            }
            left -= width;
        }
        self.text.len()
    }

    /// A span in the units of the browser.
    #[must_use]
    pub fn utf16(&self, span: Span) -> Utf16Span {
        Utf16Span {
            start: self.utf16_at(span.start),
            end: self.utf16_at(span.end),
        }
    }

    /// A span of the browser in bytes.
    #[must_use]
    pub fn bytes(&self, span: Utf16Span) -> Span {
        Span::new(self.byte_at(span.start), self.byte_at(span.end))
    }

    /// The line that a span begins on, from 1.
    #[must_use]
    pub fn line(&self, span: Span) -> usize {
        let (before, rest) = self.before(span.start);
        before.lines + lines(rest) + 1
    }
}

/// The UTF-16 code units of a text: one for each character, and one more for those that take four bytes.
fn utf16_len(text: &str) -> u32 {
    let chars = count_bytes(text, |byte| byte & 0xc0 != 0x80);
    let long = count_bytes(text, |byte| byte >= 0xf0);
    (chars + long) as u32
}

/// The line feeds of a text.
fn lines(text: &str) -> usize {
    count_bytes(text, |byte| byte == b'\n')
}

/// How many bytes of a text are of a kind. Counted in pieces of which the count fits a byte: so the processor counts many at once.
#[inline]
pub(super) fn count_bytes(text: &str, is: impl Fn(u8) -> bool) -> usize {
    let pieces = text.as_bytes().chunks(usize::from(u8::MAX));
    let counts = pieces.map(|piece| piece.iter().map(|&byte| u8::from(is(byte))).sum::<u8>());
    counts.map(usize::from).sum()
}

/// Whether a character is anything but white space, of which there is none behind U+3000.
#[must_use]
pub fn is_printed(c: char) -> bool {
    c > '\u{3000}' || !c.is_whitespace()
}

/// How many characters other than white space a text has: the count that Chinese offices call 字数.
#[must_use]
pub fn count_chars(text: &str) -> usize {
    let blanks = sparse(text).filter(|(_, c)| !is_printed(*c));
    text.chars().count() - blanks.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_byte_order_mark_are_normalised() {
        assert_eq!(Source::new("\u{feff}一\r\n二\r三\n").text(), "一\n二\n三\n");
    }

    #[test]
    fn utf16_and_bytes_agree_everywhere() {
        let text = "法治🚓年报a\u{0}é\n".repeat(300);
        let source = Source::new(&text);
        let mut units = 0;
        for (at, c) in source.text().char_indices() {
            assert_eq!(source.utf16_at(at), units);
            assert_eq!(source.byte_at(units), at);
            units += c.len_utf16() as u32;
        }
        assert_eq!(source.utf16_at(text.len() + 9), units);
        assert_eq!(source.byte_at(units + 9), text.len());
    }

    #[test]
    fn a_line_is_counted_from_one_wherever_it_is() {
        let text = "法治\n\n年报🚓".repeat(300);
        let source = Source::new(&text);
        let mut line = 1;
        for (at, c) in source.text().char_indices() {
            assert_eq!(source.line(Span::new(at, at)), line);
            line += usize::from(c == '\n');
        }
        assert_eq!(source.line(Span::new(text.len() + 9, text.len() + 9)), line);
    }

    #[test]
    fn an_empty_text_has_only_zero() {
        let source = Source::new("");
        assert_eq!((source.utf16_at(3), source.byte_at(3)), (0, 0));
        assert_eq!(source.line(Span::new(3, 3)), 1);
    }

    #[test]
    fn white_space_does_not_count() {
        assert_eq!(count_chars(" 2022 年\u{3000}度\n"), 6);
    }
}
