//! Rows of digits in the source, as long numbers are written that belong to persons.

use super::{Source, Span};

/// A row of digits, half-width or full-width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub span: Span,
    /// Its digits, half-width.
    pub digits: String,
}

/// The rows of at least three digits, in the order of the text.
#[must_use]
pub fn rows(source: &Source) -> Vec<Row> {
    const SHORTEST: usize = 3;
    let mut rows = Vec::new();
    let mut digits = String::new();
    let mut start = 0;
    let end = (source.text().len(), '\n');
    for (at, c) in source.text().char_indices().chain([end]) {
        if let Some(digit) = half(c) {
            if digits.is_empty() {
                start = at;
            }
            digits.push(digit);
        } else if !digits.is_empty() {
            if digits.len() >= SHORTEST {
                let (span, digits) = (Span::new(start, at), digits.clone());
                rows.push(Row { span, digits });
            }
            digits.clear();
        }
    }
    rows
}

/// A digit, half-width.
fn half(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_rows_are_left_out_and_full_width_ones_are_read() {
        let source = Source::new("１38号，12件，共00元7，电话138１２");
        let found = rows(&source).into_iter();
        let found: Vec<_> = found
            .map(|row| (source.slice(row.span).to_owned(), row.digits))
            .collect();
        let row = |words: &str, digits: &str| (words.to_owned(), digits.to_owned());
        assert_eq!(found, [row("１38", "138"), row("138１２", "13812")]);
    }
}
