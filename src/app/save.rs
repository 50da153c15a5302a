//! Hands files to the browser, which saves them.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Date};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::dom::element;

/// A browser may read a download a little later than it is told of it.
const READ_MS: u32 = 40_000;

/// The day, as file names and sheets write it.
pub fn today() -> String {
    let now = Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    format!("{year}-{month:02}-{day:02}")
}

/// Offers words or bytes, or several one after another, as a file.
///
/// # Errors
/// Where the browser does not take it.
pub fn offer(mime: &str, name: &str, content: &Array) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    // The browser takes bytes the same way.
    let blob = Blob::new_with_str_sequence_and_options(content, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = element("a", &[]).dyn_into().map_err(JsValue::from)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Timeout::new(READ_MS, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
