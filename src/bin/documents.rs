//! The wasm that reads the documents that offices have, all but PDF, and the files in archives: the page loads it into a worker when the first one comes.

#[cfg(target_arch = "wasm32")]
mod exports {
    use fazhi_check::input::{self, Member, Unreadable};
    use js_sys::{Array, Uint8Array};
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// The text of a document in an array of one; or of two, in the place of the text why there is none.
    #[wasm_bindgen]
    pub fn read(name: &str, bytes: &[u8]) -> Array {
        let text = input::format(name, bytes).and_then(|kind| input::document(kind, bytes));
        told(text.map(JsValue::from))
    }

    /// The names and bytes of the files in an archive, in the place of the text of [`read`].
    #[wasm_bindgen]
    pub fn unpack(bytes: &[u8]) -> Array {
        let pair = |it: Member| Array::of2(&it.name.into(), &Uint8Array::from(&*it.bytes));
        let members = input::unpack(bytes);
        told(members.map(|all| all.into_iter().map(pair).collect::<Array>().into()))
    }

    fn told(result: Result<JsValue, Unreadable>) -> Array {
        match result {
            Ok(value) => Array::of1(&value),
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
