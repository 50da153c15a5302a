//! What JavaScript is given: `analyse` and `rules` are for other programs, `check` and `saved` are for the page and its wasms, which hand each other bytes.

pub mod saved;
mod settings;

use std::collections::HashMap;

use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsError, JsValue};

use crate::batch::alike::{self, Text};
use crate::batch::row::Row;
use crate::batch::tables;
use crate::export::tables::Table;
use crate::input::Unreadable;
use crate::report::{Settings, Severity, Utf16Report};
use crate::rules::{Certainty, RULES, TEXTS};
use crate::text::{Source, Utf16Span};

pub(crate) use settings::one_of;

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

/// The tables of many reports. Each is an array: the name of its file, when that was last changed, in milliseconds since 1970 and in words, its
/// text, and its report as [`check`] packed it; or in the place of the text why there is none, and no report.
#[must_use]
pub fn list(reports: &Array) -> Vec<Table> {
    let mut moments = HashMap::new();
    let mut row = |report: JsValue| {
        let report = Array::from(&report);
        let words = |at| report.get(at).as_string();
        let name = words(0).unwrap_or_default();
        let changed = report.get(1).as_f64().map(|ms| ms as u64);
        moments.extend(changed.zip(words(2)));
        let packed = report.get(4).dyn_into::<Uint8Array>().ok();
        let checked: Option<Utf16Report> = packed.and_then(|packed| unpacked(&packed.to_vec()));
        match (words(3), checked) {
            (Some(text), Some(report)) => Row::new(&name, changed, &Source::new(&text), &report),
            (why, _) => Row::unreadable(&name, changed, &why.unwrap_or_default()),
        }
    };
    let rows: Vec<Row> = reports.iter().map(&mut row).collect();
    tables::workbook(&rows, &|ms| moments.get(&ms).cloned().unwrap_or_default())
}

/// Analyses a few lines for nobody: the words that rules look for are laid out at the first analysis, and browsers compile what they run when it
/// runs first.
pub fn warm() {
    report(include_str!("api/warm.txt"), &Settings::default());
}

/// What reports of different bodies share, for another instance of this wasm: see [`alike::alike`]. The body of each text stands at its place.
///
/// # Errors
/// None that is known: the pairs can always be packed.
pub fn alike(texts: &[String], bodies: &[String]) -> Result<Vec<u8>, JsError> {
    let texts = texts.iter().zip(bodies);
    let texts: Vec<Text<'_>> = texts.map(|(text, body)| Text { text, body }).collect();
    packed(&alike::alike(&texts)).map_err(|_| JsError::new("no pairs"))
}

/// What a reader answers: what it read in an array of one; or of two, in the place of that why there is none.
#[must_use]
pub fn answer(result: Result<JsValue, Unreadable>) -> Array {
    match result {
        Ok(value) => Array::of1(&value),
        Err(why) => Array::of2(&JsValue::UNDEFINED, &why.message().into()),
    }
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
