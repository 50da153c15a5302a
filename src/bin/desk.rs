//! The wasm of many reports at once: the page loads it when more than one file is opened, and a worker runs it once more to look for what is alike.

#[cfg(target_arch = "wasm32")]
mod exports {
    use fazhi_check::desk;
    use wasm_bindgen::prelude::{JsError, wasm_bindgen};
    use web_sys::File;

    /// See [`desk::open`].
    #[wasm_bindgen]
    pub fn open(files: Vec<File>) {
        desk::open(files);
    }

    /// See [`desk::against`].
    #[wasm_bindgen]
    pub fn against(name: &str, text: &str, files: Vec<File>) {
        desk::against(name, text, files);
    }

    /// See [`fazhi_check::api::alike`]; called in a worker.
    #[wasm_bindgen]
    pub fn alike(texts: Vec<String>, bodies: Vec<String>) -> Result<Vec<u8>, JsError> {
        fazhi_check::api::alike(&texts, &bodies)
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a part of the page; build it with `make dist`.");
}
