//! The wasm entry. One module serves two places: in a window it mounts the page, in a worker it waits for `api::analyse` to be called.

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
