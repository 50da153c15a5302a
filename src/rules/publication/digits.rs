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
    let mut rows = Vec::new();
    let mut digits = String::new();
    let mut start = 0;
    for (at, c) in document
        .source
        .text()
        .char_indices()
        .chain([(document.source.text().len(), ' ')])
    {
        let half = match c {
            '0'..='9' => Some(c),
            '０'..='９' => char::from_u32(u32::from(c) - 0xfee0),
            _ => None,
        };
        if let Some(half) = half {
            if digits.is_empty() {
                start = at;
            }
            digits.push(half);
        } else if !digits.is_empty() {
            if digits.len() >= SHORTEST {
                rows.push(Row {
                    span: Span::new(start, at),
                    digits: std::mem::take(&mut digits),
                });
            }
            digits.clear();
        }
    }
    rows
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
