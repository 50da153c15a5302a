//! The browser's storage on this machine.

use leptos::prelude::window;
use web_sys::Storage;

/// The storage, where the browser lets the page have it: some refuse it in a private window.
pub fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
