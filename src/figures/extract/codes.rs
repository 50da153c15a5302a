//! Digits that are part of a code, a time, a day or a telephone number: 1+4+N, 12:30, 3·15, 0000-123.

use super::super::numerals::{Numeral, char_at, char_before};
use super::super::units;
use super::Scanner;

impl Scanner<'_> {
    /// Where a code, a time, a day or a telephone number ends that the digits are part of.
    pub(super) fn code(&self, numeral: &Numeral) -> Option<usize> {
        let before = char_before(self.text, numeral.start);
        let joined = before.is_some_and(|c| match c {
            '+' | '×' | '#' | '_' | '*' | '〔' | '[' | '@' => true,
            '.' | '·' | ':' | '/' | '-' | '—' | '–' | ' ' => {
                char_before(self.text, numeral.start - c.len_utf8())
                    .is_some_and(|c| c.is_ascii_alphanumeric())
            }
            c => c.is_ascii_alphabetic(),
        });
        let bytes = self.text.as_bytes();
        let after = char_at(self.text, numeral.end);
        let second = after.and_then(|c| char_at(self.text, numeral.end + c.len_utf8()));
        let goes_on = after.is_some_and(|c| match c {
            '+' | '×' | '*' | '_' => true,
            '.' | '·' | ':' | '/' => second.is_some_and(|c| c.is_ascii_digit()),
            c if c.is_ascii_alphabetic() => units::read(self.rest(numeral.end)).is_none(),
            _ => false,
        });
        if !joined && !goes_on {
            return None;
        }
        let mut end = numeral.end;
        while let Some(&byte) = bytes.get(end) {
            let inside = byte.is_ascii_alphanumeric()
                || (b".+-/:*_,".contains(&byte)
                    && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric));
            if !inside {
                break;
            }
            end += 1;
        }
        Some(end)
    }
}
