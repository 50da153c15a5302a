//! What JavaScript is given: `analyse(text, settings)` gives the report of a text as an object. The page has its worker `check`, which gives the
//! same report as bytes: they are made and read in a fraction of the code and the time.

use serde::Serialize;
use wasm_bindgen::prelude::{JsCast, JsError, JsValue};

use crate::report::{Settings, Utf16Report};
use crate::text::{Source, Utf16Span};

/// Analyses a text. `settings` may leave out what is to be recognised. Positions in the report count as JavaScript counts.
///
/// # Errors
/// Where the settings have an unknown form.
pub fn analyse(text: &str, settings: JsValue) -> Result<JsValue, JsError> {
    let report = report(text, &read(settings)?);
    let report = js_sys::JSON::parse(&serde_json::to_string(&report)?);
    report.map_err(|_| JsError::new("a report that is no JSON"))
}

/// Analyses a text for another instance of this wasm, which reads the bytes with [`unpacked`].
///
/// # Errors
/// Where the settings have an unknown form.
pub fn check(text: &str, settings: JsValue) -> Result<Vec<u8>, JsError> {
    Ok(postcard::to_allocvec(&report(text, &read(settings)?))?)
}

/// The report that the bytes of [`check`] hold.
pub(crate) fn unpacked(bytes: &JsValue) -> Option<Utf16Report> {
    let bytes: &js_sys::Uint8Array = bytes.dyn_ref()?;
    postcard::from_bytes(&bytes.to_vec()).ok()
}

fn read(settings: JsValue) -> Result<Settings, serde_wasm_bindgen::Error> {
    if settings.is_undefined() || settings.is_null() {
        return Ok(Settings::default());
    }
    serde_wasm_bindgen::from_value(settings)
}

/// A value of the core as JavaScript has it.
pub(crate) fn to_js<T: Serialize + ?Sized>(
    value: &T,
) -> Result<JsValue, serde_wasm_bindgen::Error> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())
}

/// Analyses a text as it stands in a textarea, and measures it.
pub(crate) fn report(text: &str, settings: &Settings) -> Utf16Report {
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
