//! The report's own number bears a year before the year reported on.

use crate::document::Document;
use crate::report::Severity;

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "F05",
    slug: "doc-number-year",
    title: "发文字号的年份早于报告年度",
    category: Category::Format,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "报告自己的发文字号，年份是不是比报告年度还早。",
    why: "年度报告在次年年初印发，发文字号的年份应当是次年；比报告年度还早，多半是沿用了旧稿。",
    example: "2024年度的报告，字号却是“安政发〔2023〕2号”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let Some((number, year)) = document
        .found
        .elements
        .doc_number
        .as_ref()
        .zip(document.year())
    else {
        return Vec::new();
    };
    let bytes = number.text.as_bytes();
    let own = bytes
        .windows(4)
        .filter(|four| four.iter().all(u8::is_ascii_digit))
        .find_map(|four| std::str::from_utf8(four).ok()?.parse::<u16>().ok());
    let early = own.filter(|own| (2000..year).contains(own));
    early
        .map(|own| {
            Draft::at(
                Severity::Warning,
                number.span,
                format!(
                    "发文字号的年份是{own}年，报告年度是{year}年，请核对是不是沿用了旧的字号。"
                ),
            )
        })
        .into_iter()
        .collect()
}
