//! What a check is saved, printed and told as, made by another instance than that which shows it.

use js_sys::Array;
use wasm_bindgen::prelude::JsValue;

use super::{packed, to_js, unpacked};
use crate::app::text::about;
use crate::export::{
    Circumstances, csv, file_name, html, html_sheet, json, markdown, sheet, summary, tables,
};
use crate::report::{Settings, Utf16Report};
use crate::text::Source;

/// A check, for another instance: its text, report and settings, the name of the file, the day, and the keys of the findings that are ignored.
///
/// # Errors
/// None that is known: a report can always be packed.
pub fn asked(
    text: &str,
    report: &Utf16Report,
    settings: &Settings,
    file: &str,
    today: &str,
    ignored: &[&str],
) -> Result<Vec<u8>, JsValue> {
    packed(&(text, report, settings, file, today, ignored))
}

/// What comes of a check that [`asked`] has packed, with the name of a file for it, in an array. For people words, for the writers of office files
/// what they write down.
#[must_use]
pub fn written(asked: &[u8], form: &str) -> Option<Array> {
    type Asked = (String, Utf16Report, Settings, String, String, Vec<String>);
    let (text, report, settings, file, today, ignored): Asked = unpacked(asked)?;
    let source = Source::new(&text);
    let ignored = |key: &str| ignored.iter().any(|other| other == key);
    let facts = about(&file, &today);
    let sheet = || {
        let of = Circumstances {
            facts: &facts,
            settings: &settings,
            ignored: &ignored,
        };
        sheet(&source, &report, &of)
    };
    let content = match form {
        "html" => html(&sheet()).into(),
        "print" => html_sheet(&sheet()).into(),
        "md" => markdown(&sheet()).into(),
        "docx" => to_js(&sheet()).ok()?,
        "json" => json(&file, &report).into(),
        "csv" => csv(&tables::figures(&source, &report)).into(),
        "xlsx" => to_js(&tables::workbook(&source, &report, &facts)).ok()?,
        _ => summary(&source, &report, &ignored).into(),
    };
    let of = if matches!(form, "csv" | "xlsx") {
        "数据"
    } else {
        "核对"
    };
    let name = JsValue::from(file_name(&report, of, &today));
    Some(Array::of2(&name, &content))
}
