//! What JavaScript is given: `analyse(text)` gives the report of a text as an object. The page has its worker `check`, which takes and gives
//! bytes: they are made and read in a fraction of the code and the time.

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::{JsError, JsValue};

use crate::report::{Settings, Utf16Report};
use crate::text::{Source, Utf16Span};

/// Analyses a text; all that settings could say is recognised. Positions in the report count as JavaScript counts.
///
/// # Errors
/// None that is known: JSON can say whatever is in a report.
pub fn analyse(text: &str) -> Result<JsValue, JsError> {
    let report = serde_json::to_string(&report(text, &Settings::default()))?;
    js_sys::JSON::parse(&report).map_err(|_| JsError::new("no JSON"))
}

/// Analyses a text for another instance of this wasm.
///
/// # Errors
/// Where the settings were not packed by such an instance.
pub fn check(text: &str, settings: &[u8]) -> Result<Vec<u8>, JsError> {
    let settings = unpacked(settings).ok_or_else(|| JsError::new("no settings"))?;
    packed(&report(text, &settings)).map_err(|_| JsError::new("no report"))
}

/// A value of the core for another instance of this wasm.
pub(crate) fn packed<T: Serialize>(value: &T) -> Result<Vec<u8>, JsValue> {
    postcard::to_allocvec(value).map_err(|_| JsValue::NULL)
}

/// What another instance packed.
pub(crate) fn unpacked<T: for<'de> Deserialize<'de>>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
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
