//! The wasm for other programs: what the npm package exports.

#[cfg(target_arch = "wasm32")]
mod exports {
    use fazhi_check::api;
    use wasm_bindgen::prelude::*;

    /// See [`api::analyse`].
    #[wasm_bindgen]
    pub fn analyse(text: &JsValue, settings: &JsValue) -> Result<JsValue, JsError> {
        api::analyse(text, settings)
    }

    /// See [`api::rules`].
    #[wasm_bindgen]
    pub fn rules() -> Result<JsValue, JsError> {
        api::rules()
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is the npm package; build it with `make npm`.");
}
