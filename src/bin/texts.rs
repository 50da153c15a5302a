//! The wasm of what is told of the rules: the page loads it when somebody wants to read that.

#[cfg(target_arch = "wasm32")]
mod exports {
    use wasm_bindgen::prelude::*;

    /// See [`fazhi_check::rules::texts`].
    #[wasm_bindgen]
    pub fn texts() -> String {
        fazhi_check::rules::texts()
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a part of the page; build it with `make dist`.");
}
