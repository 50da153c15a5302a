//! What JavaScript is given: `analyse` and `rules` are for other programs, `check` is for the page and its worker, which hand each other bytes.

mod settings;

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::{JsError, JsValue};

use crate::report::{Settings, Severity, Utf16Report};
use crate::rules::{Certainty, RULES, TEXTS};
use crate::text::{Source, Utf16Span};

/// Analyses a text. What the settings leave open is recognised. Positions in the report count as JavaScript counts.
///
/// # Errors
/// Where the text is none, or a setting is wrong, in words for the user.
pub fn analyse(text: &JsValue, settings: &JsValue) -> Result<JsValue, JsError> {
    let Some(words) = text.as_string() else {
        return Err(settings::wrong("正文", text, "字符串"));
    };
    let report = report(&words, &settings::read(settings)?);
    Ok(to_js(&report)?)
}

/// All that is told of every rule, category by category.
///
/// # Errors
/// None that is known: JavaScript can say whatever is told of a rule.
pub fn rules() -> Result<JsValue, JsError> {
    let told = RULES.iter().zip(TEXTS).map(|(rule, texts)| Told {
        code: rule.code,
        slug: rule.slug,
        title: rule.title,
        category: Kind {
            letter: rule.category.letter(),
            name: rule.category.name(),
        },
        severity: rule.severity,
        certainty: match rule.certainty {
            Certainty::Sure => "sure",
            Certainty::Hint => "hint",
        },
        any_genre: rule.any_genre,
        what: texts.what,
        why: texts.why,
        example: texts.example,
    });
    Ok(to_js(&told.collect::<Vec<_>>())?)
}

/// A rule and what is told of it.
#[derive(Serialize)]
struct Told {
    code: &'static str,
    slug: &'static str,
    title: &'static str,
    category: Kind,
    severity: Severity,
    certainty: &'static str,
    any_genre: bool,
    what: &'static str,
    why: &'static str,
    example: &'static str,
}

/// A category of rules.
#[derive(Serialize)]
struct Kind {
    letter: char,
    name: &'static str,
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
