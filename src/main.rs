//! The wasm of the page. One module serves two places: in a window it mounts the page, in a worker it waits for `check` to be called.

#[cfg(target_arch = "wasm32")]
mod exports {
    use wasm_bindgen::prelude::*;

    /// See [`fazhi_check::api::check`]. Were it exported by the library, every wasm made with that would hold the core.
    #[wasm_bindgen]
    pub fn check(text: &str, settings: &[u8]) -> Result<Vec<u8>, JsError> {
        fazhi_check::api::check(text, settings)
    }

    /// See [`fazhi_check::api::warm`].
    #[wasm_bindgen]
    pub fn warm() {
        fazhi_check::api::warm();
    }

    /// See [`fazhi_check::app::put`]; for the list of many reports.
    #[wasm_bindgen]
    pub fn put(name: &str, text: &str, docx: Option<web_sys::File>) {
        fazhi_check::app::put(name, text, docx);
    }

    /// See [`fazhi_check::app::select`]; for the list of many reports.
    #[wasm_bindgen]
    pub fn select(start: u32, end: u32) {
        fazhi_check::app::select(start, end);
    }

    /// See [`fazhi_check::app::current`]; for the list of many reports.
    #[wasm_bindgen]
    pub fn text() -> String {
        fazhi_check::app::current()
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {
    if web_sys::window().is_some() {
        fazhi_check::app::mount();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "This is the page; build it with `make dist`. On the command line: cargo run --example analyze -- FILE…"
    );
}
