//! What is kept of the ignored findings on this machine: their keys, and nothing of any text.

use leptos::prelude::*;

use super::state::Session;
use super::storage::storage;
use crate::listing::Ignored;

const NAME: &str = "fazhi-check.ignored";

/// What was kept.
pub fn read() -> Ignored {
    let written = storage().and_then(|storage| storage.get_item(NAME).ok().flatten());
    Ignored::read(&written.unwrap_or_default())
}

/// Takes over what is ignored now, and keeps it where the browser lets it.
pub fn keep(session: Session, ignored: Ignored) {
    if session.ignored.with_untracked(|before| *before == ignored) {
        return;
    }
    if let Some(storage) = storage() {
        let _ = storage.set_item(NAME, &ignored.written());
    }
    session.ignored.set(ignored);
    session.redraw.notify();
}
