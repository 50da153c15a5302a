//! The wasm of what is heavy and seldom asked for, office files: the page loads it into a worker of its own when one is wanted.

#[cfg(target_arch = "wasm32")]
mod exports {
    use fazhi_check::export::tables::Table;
    use fazhi_check::export::xlsx;
    use js_sys::Array;
    use wasm_bindgen::prelude::*;

    /// The bytes of a workbook that holds the tables.
    #[wasm_bindgen]
    pub fn workbook(tables: JsValue, title: &str) -> Result<Vec<u8>, JsError> {
        let tables: Vec<Table> = serde_wasm_bindgen::from_value(tables)?;
        Ok(xlsx(&tables, title)?)
    }

    /// The bytes of a workbook of many reports: see [`fazhi_check::api::list`].
    #[wasm_bindgen]
    pub fn list(reports: &Array, title: &str) -> Result<Vec<u8>, JsError> {
        Ok(xlsx(&fazhi_check::api::list(reports), title)?)
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a part of the page; build it with `make dist`.");
}
