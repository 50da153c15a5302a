//! The wasm of what a check is saved, printed and told as: the page loads it once there is a report, so that it is at hand when the browser prints.

#[cfg(target_arch = "wasm32")]
mod exports {
    use js_sys::Array;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// See [`fazhi_check::api::saved::written`].
    #[wasm_bindgen]
    pub fn written(asked: &[u8], form: &str) -> Option<Array> {
        fazhi_check::api::saved::written(asked, form)
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a part of the page; build it with `make dist`.");
}
