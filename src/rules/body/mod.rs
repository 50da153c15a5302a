//! 单位: words that belong to another body.

mod own;

pub mod leftover_name;
pub mod misspelt_own_name;
pub mod other_department;
pub mod other_reviewing_body;
pub mod other_self_word;
pub mod signature_conflict;
pub mod wrong_body_name;
