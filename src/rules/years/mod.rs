//! 年度: years, dates and periods that do not fit the report year.

pub mod document_years;
pub mod period_outside_year;
pub mod year_conflict;
