//! 格式: the form of an official document.

pub mod addressee_form;
pub mod attachment_mark;
pub mod date_form;
pub mod doc_number_form;
pub mod doc_number_year;
pub mod heading_end_marks;
pub mod heading_levels;
pub mod number_in_title_marks;
pub mod numbering;
pub mod repeated_heading;
pub mod request_in_report;
pub mod submission_form;
pub mod title_incomplete;
