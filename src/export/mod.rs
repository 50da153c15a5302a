//! A report as a file to keep or send on: `markdown` for people, `json` for programs; `words` are the words both the files and the page use.

mod json;
mod markdown;
pub mod words;

pub use json::json;
pub use markdown::markdown;

use crate::report::Utf16Report;

/// The name of an exported file without its ending: 机关名_年度_核对_日期, as far as each is known.
#[must_use]
pub fn file_name(report: &Utf16Report, date: &str) -> String {
    let elements = &report.elements;
    let issuer = elements.issuer.as_ref().or(elements.signature.as_ref());
    let issuer = issuer.map(|element| element.text.as_str());
    let year = elements.report_year.map(|year| format!("{year}年度"));
    [issuer, year.as_deref(), Some("核对"), Some(date)]
        .into_iter()
        .flatten()
        .map(|part| {
            part.chars()
                .filter(|c| !c.is_whitespace() && !c.is_control() && !r#"\/:*?"<>|"#.contains(*c))
                .take(40)
                .collect::<String>()
        })
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("_")
}
