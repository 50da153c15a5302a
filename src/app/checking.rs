//! A check in a worker of its own, for what is not the text in the editor.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;

use super::hand::{Hand, Trouble};
use crate::api;
use crate::report::Settings;

/// A check is given up after so long, and a millisecond more for every few bytes.
const LIMIT_MS: u32 = 20_000;
const BYTES_A_MS: usize = 100;

/// After how many milliseconds a check of a text is given up.
fn limit_ms(text: &str) -> u32 {
    LIMIT_MS + u32::try_from(text.len() / BYTES_A_MS).unwrap_or(u32::MAX / 2)
}

/// A worker that checks.
#[must_use]
pub fn hand() -> Hand {
    Hand::new("app")
}

/// The report of a text, as [`api::packed`] packs it.
///
/// # Errors
/// Where nothing came of it.
pub async fn check(hand: &Hand, text: &str, settings: &Settings) -> Result<Vec<u8>, Trouble> {
    let settings = api::packed(settings).map_err(|_| Trouble::Broken)?;
    let args = Array::of2(&text.into(), &Uint8Array::from(&*settings));
    let report = hand.ask("check", args, limit_ms(text)).await?;
    let report: Uint8Array = report.dyn_into().map_err(|_| Trouble::Broken)?;
    Ok(report.to_vec())
}
