//! The wasm of the analysis: the page loads it into a worker.

#[cfg(target_arch = "wasm32")]
mod exports {
    use wasm_bindgen::prelude::*;

    /// See [`fazhi_check::api::check`].
    #[wasm_bindgen]
    pub fn check(text: &str, settings: &[u8]) -> Result<Vec<u8>, JsError> {
        fazhi_check::api::check(text, settings)
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a part of the page; build it with `make dist`.");
}
