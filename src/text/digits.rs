//! Rows of digits in the source, as long numbers are written that belong to persons.

use super::sparse::sparse;
use super::{Source, Span};

/// A row of digits, half-width or full-width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub span: Span,
    /// Its digits, half-width.
    pub digits: String,
}

impl Row {
    /// Whether some of its digits are full-width.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        self.digits.len() < self.span.end - self.span.start
    }
}

/// The rows of at least three digits, and of fewer where they are full-width, in the order of the text.
#[must_use]
pub fn rows(source: &Source) -> Vec<Row> {
    /// In bytes, as many as one full-width digit has.
    const SHORTEST: usize = 3;
    let mut rows: Vec<Span> = Vec::new();
    for (at, c) in sparse(source.text()) {
        if half(c).is_none() {
            continue;
        }
        let end = at + c.len_utf8();
        match rows.last_mut().filter(|row| row.end == at) {
            Some(row) => row.end = end,
            None => rows.push(Span::new(at, end)),
        }
    }
    let long = rows
        .into_iter()
        .filter(|row| row.end - row.start >= SHORTEST);
    let read = long.map(|span| Row {
        span,
        digits: source.slice(span).chars().filter_map(half).collect(),
    });
    read.collect()
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
        let source = Source::new("１38号，12件，共00元7，电话138５２，310，６");
        let rows = rows(&source);
        let told = |row: &Row| {
            let words = source.slice(row.span);
            format!("{words} {} {}", row.digits, row.is_wide())
        };
        assert_eq!(
            rows.iter().map(told).collect::<Vec<_>>(),
            [
                "１38 138 true",
                "138５２ 13852 true",
                "310 310 false",
                "６ 6 true"
            ]
        );
    }
}
