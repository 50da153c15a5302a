//! The JavaScript API: `analyse(text, settings)` gives the report of a text. The worker serves the page through it.

use serde::Serialize;
use wasm_bindgen::prelude::{JsError, JsValue};

use crate::report::{Settings, Utf16Report};
use crate::text::{Source, Utf16Span};

/// Analyses a text. `settings` may leave out what is to be recognised. Positions in the report count as JavaScript counts.
///
/// # Errors
/// Where the settings have an unknown form.
pub fn analyse(text: &str, settings: JsValue) -> Result<JsValue, JsError> {
    let settings = if settings.is_undefined() || settings.is_null() {
        Settings::default()
    } else {
        serde_wasm_bindgen::from_value(settings)?
    };
    Ok(to_js(&check(text, &settings))?)
}

/// A value of the core as JavaScript has it.
pub(crate) fn to_js<T: Serialize + ?Sized>(
    value: &T,
) -> Result<JsValue, serde_wasm_bindgen::Error> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())
}

/// Analyses a text as it stands in a textarea, and measures it.
pub(crate) fn check(text: &str, settings: &Settings) -> Utf16Report {
    let start = js_sys::Date::now();
    let source = Source::new(text);
    let mut report = crate::analyse(&source, settings).to_utf16(&source);
    // The core drops a leading byte order mark; a textarea keeps one that was pasted.
    if text.starts_with('\u{feff}') {
        report = report.map_spans(|span| Utf16Span {
            start: span.start + 1,
            end: span.end + 1,
        });
    }
    report.stats.elapsed_us = ((js_sys::Date::now() - start) * 1000.0) as u64;
    report
}
