//! The client of `bin/office.rs`: each file is written in a worker of its own, which ends with it.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::hand::{Hand, Trouble};

/// A file that takes longer than this is given up.
const LIMIT_MS: u32 = 90_000;

/// The bytes of a workbook that holds tables, as JavaScript has them, written by such a hand as [`hand`] gives.
///
/// # Errors
/// Where it could not be written.
pub async fn workbook(hand: &Hand, tables: &JsValue, title: &str) -> Result<Uint8Array, Trouble> {
    let args = Array::of2(tables, &title.into());
    let bytes = hand.ask("workbook", args, LIMIT_MS).await?;
    bytes.dyn_into().map_err(|_| Trouble::Broken)
}

/// The bytes of a workbook of many reports: see [`crate::api::list`].
///
/// # Errors
/// Where it could not be written.
pub async fn list(hand: &Hand, reports: &Array, title: &str) -> Result<Uint8Array, Trouble> {
    let args = Array::of2(reports, &title.into());
    let bytes = hand.ask("list", args, LIMIT_MS).await?;
    bytes.dyn_into().map_err(|_| Trouble::Broken)
}

/// A worker that writes office files.
#[must_use]
pub fn hand() -> Hand {
    Hand::new("office")
}
