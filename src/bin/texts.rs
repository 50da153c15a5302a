//! The wasm of what is there to be read: what is told of the rules, and the sample. The page loads it when somebody wants it.

#[cfg(target_arch = "wasm32")]
mod exports {
    use wasm_bindgen::prelude::*;

    /// A street's report of this project's own making, with faults put in on purpose.
    #[wasm_bindgen]
    pub fn sample() -> String {
        include_str!("../app/sample.txt").to_owned()
    }

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
