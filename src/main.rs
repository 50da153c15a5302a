//! The wasm of the page. It lists and shows; the analysis is `bin/analyser.rs`.

#[cfg(target_arch = "wasm32")]
fn main() {
    fazhi_check::app::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "This is the page; build it with `make dist`. On the command line: cargo run --example analyze -- FILE…"
    );
}
