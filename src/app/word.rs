//! The client of what `bin/documents.rs` writes: the check sheet as a Word document, and a copy of a document with what was found as comments in it.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::hand::{Hand, Trouble};
use super::state::Docx;
use crate::api;
use crate::export::comments;
use crate::report::Utf16Report;

/// A document that takes longer than this is given up.
const LIMIT_MS: u32 = 30_000;

/// A worker that writes Word documents.
#[must_use]
pub fn hand() -> Hand {
    Hand::new("documents")
}

/// The bytes of a document that holds a check sheet, as JavaScript has it.
///
/// # Errors
/// Where it could not be written.
pub async fn check_sheet(hand: &Hand, sheet: &JsValue) -> Result<Uint8Array, Trouble> {
    let bytes = hand.ask("check_sheet", Array::of1(sheet), LIMIT_MS).await?;
    bytes.dyn_into().map_err(|_| Trouble::Broken)
}

/// The bytes of a copy of a document with comments in it, one for each finding that is not ignored. `report` is of the document as it was read.
///
/// # Errors
/// Where it could not be written.
pub async fn annotated(
    hand: &Hand,
    docx: &Docx,
    report: &Utf16Report,
    ignored: &dyn Fn(&str) -> bool,
) -> Result<Uint8Array, Trouble> {
    let buffer = docx.file.array_buffer().await;
    let bytes = Uint8Array::new(&buffer.map_err(|_| Trouble::Unloaded)?);
    let comments = comments(report, ignored, None);
    let comments = api::to_js(&comments).map_err(|_| Trouble::Broken)?;
    let answer = hand
        .ask("annotate", Array::of2(&bytes, &comments), LIMIT_MS)
        .await?;
    let answer: Array = answer.dyn_into().map_err(|_| Trouble::Broken)?;
    answer.get(0).dyn_into().map_err(|_| Trouble::Broken)
}
