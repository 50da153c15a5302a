//! A report as a file to keep or send on: `markdown` for people, `json` for programs, `csv` and `xlsx` for spreadsheets, which write
//! what `tables` lays out; `name` is what a file is called; `words` are the words both the files and the page use.

mod csv;
mod json;
mod markdown;
mod name;
pub mod tables;
pub mod words;
mod xlsx;

pub use csv::{csv, tab_separated};
pub use json::json;
pub use markdown::markdown;
pub use name::file_name;
pub use xlsx::xlsx;

/// Something said of a check, with its name: 核对日期, 2026-01-05.
pub type Fact = (&'static str, String);
