//! The wasm that reads PDF: the page loads it into a worker when the first one comes.

#[cfg(target_arch = "wasm32")]
mod exports {
    use fazhi_check::{api, input};
    use js_sys::Array;
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// The text of a document, as [`api::answer`] tells it.
    #[wasm_bindgen]
    pub fn read(bytes: &[u8]) -> Array {
        api::answer(input::pdf(bytes).map(JsValue::from))
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a part of the page; build it with `make dist`.");
}
