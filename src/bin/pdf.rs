//! The wasm that reads PDF: the page loads it into a worker when the first one comes.

#[cfg(target_arch = "wasm32")]
mod exports {
    use fazhi_check::input;
    use js_sys::Array;
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// The text of a document in an array of one; or of two, in the place of the text why there is none.
    #[wasm_bindgen]
    pub fn read(_name: &str, bytes: &[u8]) -> Array {
        match input::pdf(bytes) {
            Ok(text) => Array::of1(&text.into()),
            Err(why) => Array::of2(&JsValue::UNDEFINED, &why.message().into()),
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a part of the page; build it with `make dist`.");
}
