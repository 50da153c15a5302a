//! 格式: the form of an official document.

pub mod numbering;
pub mod submission_form;
