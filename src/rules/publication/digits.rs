//! Rows of digits in the source, for the rules that look for numbers that belong to persons.

use crate::document::Document;
use crate::text::Span;

/// A row of digits, half-width or full-width.
pub struct Row {
    /// Where it stands.
    pub span: Span,
    /// Its digits, half-width.
    pub digits: String,
}

/// The rows of at least three digits, in the order of the text.
pub fn rows(document: &Document<'_>) -> Vec<Row> {
    const SHORTEST: usize = 3;
    let text = document.source.text();
    let mut rows = Vec::new();
    let mut end = 0;
    while let Some(start) = next_digit(text.as_bytes(), end) {
        let row = text.get(start..).unwrap_or_default();
        let halves = row.chars().map_while(|c| match c {
            '0'..='9' => Some(c),
            '０'..='９' => char::from_u32(u32::from(c) - 0xfee0),
            _ => None,
        });
        let digits: String = halves.collect();
        let chars = row.chars().take(digits.len());
        end = start + chars.map(char::len_utf8).sum::<usize>();
        if digits.len() >= SHORTEST {
            let span = Span::new(start, end);
            rows.push(Row { span, digits });
        }
    }
    rows
}

/// Where the next digit from a byte on is, half-width or full-width.
fn next_digit(text: &[u8], from: usize) -> Option<usize> {
    const FULL_WIDTH: u8 = 0xef;
    let mut at = from;
    loop {
        let mut rest = text.get(at..)?.iter();
        at += rest.position(|byte| byte.is_ascii_digit() || *byte == FULL_WIDTH)?;
        match text.get(at..)? {
            [FULL_WIDTH, 0xbc, 0x90..=0x99, ..] => return Some(at),
            [FULL_WIDTH, ..] => at += 3,
            _ => return Some(at),
        }
    }
}

/// The words right before a span, so many characters at most.
pub fn before<'d>(document: &'d Document<'_>, span: Span, chars: usize) -> &'d str {
    let text = document.source.text().get(..span.start).unwrap_or_default();
    let from = text
        .char_indices()
        .rev()
        .nth(chars - 1)
        .map_or(0, |(at, _)| at);
    text.get(from..).unwrap_or_default()
}
