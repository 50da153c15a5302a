//! A report as a file to keep or send on: for people `markdown`, `html` and `docx`, which write down a sheet (`blocks`; the one of a check is made by
//! `sheet`), and `summary`; `comments` for the document it came from; for programs `json`; for spreadsheets `csv` and `xlsx`, which write what
//! `tables` lays out. `name` is what a file is called; `words` are the words that the files and the page share.

pub mod blocks;
mod comments;
mod csv;
mod docx;
mod html;
mod json;
mod markdown;
mod name;
mod sheet;
mod summary;
pub mod tables;
pub mod words;
mod xlsx;

pub use blocks::Sheet;
pub use comments::comments;
pub use csv::{csv, tab_separated};
pub use docx::docx;
pub use html::{html, html_sheet};
pub use json::json;
pub use markdown::markdown;
pub use name::{body_name, file_name, named_in};
pub use sheet::{Circumstances, TITLE, sheet};
pub use summary::summary;
pub use xlsx::xlsx;

/// Something said of a check, with its name: 核对日期, 2026-01-05.
pub type Fact = (&'static str, String);
