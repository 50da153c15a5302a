//! A copy of the text made uniform for matching, with the way back. It is never shown.
//!
//! Full-width ASCII becomes half-width, traditional characters become simplified, and white space inside a line goes,
//! except between two ASCII letters or digits, where one space stays.

use super::marker::{is_han, is_numeral};
use super::source::{Span, count_bytes};
use super::sparse::han_run;

/// The uniform copy. Offsets into it are bytes of [`Folded::text`]; [`Folded::source_span`] leads back.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    text: String,
    /// Where the distance between copy and source changes: (byte in the copy, byte in the source), in order.
    steps: Vec<(usize, usize)>,
    /// End in the source of the last character copied.
    source_end: usize,
}

impl Folded {
    /// One line made uniform by itself, apart from any report.
    #[must_use]
    pub fn line(line: &str) -> Self {
        let mut folded = Self::default();
        folded.push_line(line, true, 0);
        folded
    }

    /// The uniform text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether nothing has been copied.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The words between two offsets of the copy; nothing where they do not fit.
    #[must_use]
    pub fn slice(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Empties it.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.steps.clear();
        self.source_end = 0;
    }

    /// Adds one character that stands at byte `at` of the source.
    pub(super) fn push(&mut self, c: char, at: usize, source_len: usize) {
        self.step(at);
        self.text.push(c);
        self.source_end = at + source_len;
        // A character whose width changes throws the distance off for all that follows, so the next push opens a new step.
    }

    /// Adds words that stand as they are at byte `at` of the source.
    fn push_as_is(&mut self, words: &str, at: usize) {
        self.step(at);
        self.text.push_str(words);
        self.source_end = at + words.len();
    }

    /// Adds another copy of the same source.
    pub(super) fn append(&mut self, other: &Self) {
        let here = self.text.len();
        let mut steps = other.steps.iter();
        if let Some(&(_, at)) = steps.next() {
            self.step(at);
        }
        let moved = steps.map(|&(copy, source)| (here + copy, source));
        self.steps.extend(moved);
        self.text.push_str(&other.text);
        self.source_end = self.source_end.max(other.source_end);
    }

    /// Notes where in the source stands what comes next.
    fn step(&mut self, at: usize) {
        let here = self.text.len();
        let continues = match self.steps.last() {
            Some(&(copy, source)) => here - copy == at.wrapping_sub(source),
            None => false,
        };
        if !continues {
            self.steps.push((here, at));
        }
    }

    /// Adds a line that starts at byte `start` of the source.
    pub(super) fn push_line(&mut self, line: &str, traditional: bool, start: usize) {
        let mut last = '\0';
        let mut only_number = true;
        let mut space: Option<(usize, usize)> = None;
        let mut before = '\0';
        let mut at = 0;
        while let Some(rest) = line.get(at..) {
            let run = if traditional {
                0
            } else {
                // In a simplified text they stay as they are.
                han_run(rest.as_bytes())
            };
            if let Some(words) = rest.get(..run).filter(|words| !words.is_empty()) {
                self.push_as_is(words, start + at);
                only_number = only_number && words.chars().all(is_numeral);
                last = words.chars().next_back().unwrap_or_default();
                before = last;
                space = None;
                at += run;
                continue;
            }
            let mut chars = rest.chars();
            let Some(c) = chars.next() else { break };
            let (here, width) = (start + at, c.len_utf8());
            at += width;
            let next = chars.next();
            let previous = std::mem::replace(&mut before, c);
            // Bold in Markdown: **…**.
            if c == '*' && (next == Some('*') || previous == '*') {
                continue;
            }
            let Some(folded) = fold(c, traditional) else {
                space.get_or_insert((here, width));
                continue;
            };
            if let Some((at, len)) = space.take()
                && last.is_ascii_alphanumeric()
                && folded.is_ascii_alphanumeric()
            {
                self.push(' ', at, len);
            }
            // A half-width full stop ends a sentence after a Chinese word: 工作. but not 1. nor 一. nor 3.5 nor …
            let ends = folded == '.'
                && !only_number
                && (is_han(last) || matches!(last, '”' | '》' | ')' | '%'))
                && !next.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.');
            let folded = if ends { '。' } else { folded };
            self.push(folded, here, width);
            only_number = only_number && is_numeral(folded);
            last = folded;
        }
    }

    /// Where the character at an offset of the copy starts in the source.
    #[must_use]
    pub fn source_at(&self, offset: usize) -> usize {
        self.source_from(self.step_of(offset), offset)
    }

    /// How many steps begin at or before an offset of the copy.
    fn step_of(&self, offset: usize) -> usize {
        self.steps.partition_point(|&(copy, _)| copy <= offset)
    }

    /// Where an offset of the copy, at which so many steps have begun, stands in the source.
    fn source_from(&self, steps: usize, offset: usize) -> usize {
        match self.steps.get(steps.saturating_sub(1)) {
            Some(&(copy, source)) if steps > 0 => (source + (offset - copy)).min(self.source_end),
            _ => 0,
        }
    }

    /// Where the character that starts at a byte of the source stands in the copy; for one that was dropped, where the next one stands.
    #[must_use]
    pub fn copy_at(&self, source: usize) -> usize {
        let index = self.steps.partition_point(|&(_, from)| from <= source);
        let next = self.steps.get(index).map_or(self.len(), |step| step.0);
        match self.steps.get(index.saturating_sub(1)) {
            Some(&(copy, from)) if index > 0 => (copy + (source - from)).min(next),
            _ => 0,
        }
    }

    /// The span of the source that a non-empty range of the copy came from: from its first character to the end of its last.
    #[must_use]
    pub fn source_span(&self, start: usize, end: usize, source: &str) -> Span {
        let mut steps = self.step_of(start);
        let first = self.source_from(steps, start);
        let Some(last) = self.slice(start, end).chars().next_back() else {
            return Span::new(first, first);
        };
        let last = end - last.len_utf8();
        // The end is near.
        while self.steps.get(steps).is_some_and(|step| step.0 <= last) {
            steps += 1;
        }
        let last_at = self.source_from(steps, last);
        let width = source
            .get(last_at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        Span::new(first, last_at + width)
    }
}

/// How many characters other than white space a part of a uniform copy has: a blank and a line end are all that it may hold.
#[must_use]
pub fn count_folded(text: &str) -> usize {
    count_bytes(text, |byte| {
        (byte & 0xc0 != 0x80) & (byte != b' ') & (byte != b'\n')
    })
}

/// Words as they are searched: uniform in width and case, without white space, simplified.
#[must_use]
pub fn search_form(words: &str) -> String {
    let folded = words.chars().filter_map(|c| fold(c, true));
    folded.map(|c| c.to_ascii_lowercase()).collect()
}

/// One character made uniform; `None` for white space and for marks that have no width.
pub(super) fn fold(c: char, traditional: bool) -> Option<char> {
    match c {
        '\u{3000}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{ad}' => None,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0),
        _ if c.is_whitespace() => None,
        _ if traditional => Some(super::variants::simplified(c)),
        _ => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::source::count_chars;

    #[test]
    fn blanks_and_line_ends_are_all_the_white_space_of_a_copy() {
        for blank in (0..=0x3000).filter_map(char::from_u32) {
            let folded = Folded::line(&format!("甲{blank}乙 a{blank}b𠀀"));
            let text = folded.text();
            assert_eq!(count_folded(text), count_chars(text), "{blank:?}");
        }
        assert_eq!(count_folded("甲 a\né"), 3);
    }
}
