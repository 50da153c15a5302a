//! 年度: years, dates and periods that do not fit the report year.

pub mod backward_range;
pub mod document_years;
pub mod impossible_date;
pub mod late_date;
pub mod observance_date;
pub mod period_outside_year;
pub mod programme_out_of_time;
pub mod short_year;
pub mod this_year;
pub mod year_conflict;
pub mod year_not_stated;

/// The digits that a folded text ends with.
fn digits_before(text: &str) -> &str {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit());
    text.get(rest.len()..).unwrap_or_default()
}

/// The digits that a folded text begins with.
fn digits_behind(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    text.get(..text.len() - rest.len()).unwrap_or_default()
}

/// A number of at most so many digits.
fn number(digits: &str, most: usize) -> Option<u16> {
    (digits.len() <= most)
        .then(|| digits.parse().ok())
        .flatten()
}
