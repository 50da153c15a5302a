//! The wasm that reads the documents that offices have, all but PDF, and the files in archives, and writes Word documents: the page loads it into a worker
//! when the first one comes or is wanted.

#[cfg(target_arch = "wasm32")]
mod exports {
    use fazhi_check::api;
    use fazhi_check::export::{Sheet, docx};
    use fazhi_check::input::{self, Comment, Member};
    use js_sys::{Array, Uint8Array};
    use wasm_bindgen::prelude::*;

    /// The text of a document, as [`api::answer`] tells it.
    #[wasm_bindgen]
    pub fn read(bytes: &[u8]) -> Array {
        let text = input::format(bytes).and_then(|kind| input::document(kind, bytes));
        api::answer(text.map(JsValue::from))
    }

    /// The names and bytes of the files in an archive, in the place of the text of [`read`].
    #[wasm_bindgen]
    pub fn unpack(bytes: &[u8]) -> Array {
        let pair = |it: Member| Array::of2(&it.name.into(), &Uint8Array::from(&*it.bytes));
        let members = input::unpack(bytes);
        api::answer(members.map(|all| all.into_iter().map(pair).collect::<Array>().into()))
    }

    /// The bytes of a Word document with comments in it, in the place of the text of [`read`]. `comments` is a list of [`Comment`]s, whose spans are those
    /// of the text that [`read`] gave.
    #[wasm_bindgen]
    pub fn annotate(bytes: &[u8], comments: JsValue) -> Result<Array, JsError> {
        let comments: Vec<Comment> = serde_wasm_bindgen::from_value(comments)?;
        let written = input::annotate(bytes, &comments);
        Ok(api::answer(
            written.map(|bytes| Uint8Array::from(&*bytes).into()),
        ))
    }

    /// The bytes of a Word document that holds a check sheet, a [`Sheet`].
    #[wasm_bindgen]
    pub fn check_sheet(sheet: JsValue) -> Result<Vec<u8>, JsError> {
        let sheet: Sheet = serde_wasm_bindgen::from_value(sheet)?;
        Ok(docx(&sheet)?)
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a part of the page; build it with `make dist`.");
}
