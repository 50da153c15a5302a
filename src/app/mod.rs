//! The page. `state` is the session that all share; `engine` checks, `reader` reads files and `office` writes them, each in a `worker`; `sheet` has what a check is saved as; `texts` has what is told of the rules; `editor` and
//! `marks` are the text; the rest are views of the report.
//!
//! The frame stands in index.html, so that it is there, and takes a text, before any of this has come: each `start` finds its own by their ids. Views
//! take the session and give DOM; none computes. Words that do not stand in the frame stand in `text`.

pub(crate) mod alphabet;
pub(crate) mod checking;
mod checklist;
mod clipboard;
pub(crate) mod dom;
mod draft;
mod editor;
mod engine;
pub(crate) mod export;
mod figures;
mod files;
mod findings;
mod guide;
pub(crate) mod hand;
mod icon;
mod ignored;
mod marks;
pub(crate) mod menu;
pub(crate) mod office;
mod panel;
pub(crate) mod print;
pub(crate) mod reader;
pub(crate) mod save;
mod sections;
mod settings;
mod sheet;
pub(crate) mod sight;
mod state;
mod status;
mod storage;
pub(crate) mod text;
mod texts;
pub(crate) mod word;
pub(crate) mod worker;

use std::cell::OnceCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::text::Utf16Span;
use dom::{all, by_id, hide_by_id, on, say_whether, set, watch};
use state::{Session, View};

/// Brings the page to life: what stands in index.html is taken over as it is, with what was put into the text meanwhile; the report's views come
/// into the panel.
pub fn mount() {
    if let Some(panel) = by_id("panel").and_then(|panel| panel.dyn_into().ok()) {
        mount_to(panel, start).forget();
    }
    if let Some(boot) = by_id("boot") {
        boot.remove();
    }
    // What would have been clicked in vain.
    for waiting in all("[inert]") {
        let _ = waiting.remove_attribute("inert");
    }
}

thread_local! {
    static SESSION: OnceCell<Session> = const { OnceCell::new() };
}

/// Puts a report into the editor, under the name of its file, with the .docx that it was read from.
pub fn put(name: &str, text: &str, docx: Option<web_sys::File>) {
    if let Some(session) = SESSION.with(|session| session.get().copied()) {
        files::put(session, name, text, docx);
    }
}

/// Selects words of the editor's text, and brings them before the eyes.
pub fn select(start: u32, end: u32) {
    if let Some(session) = SESSION.with(|session| session.get().copied()) {
        editor::show(session, Utf16Span { start, end });
    }
}

/// The text of the editor as it stands.
#[must_use]
pub fn current() -> String {
    let session = SESSION.with(|session| session.get().copied());
    session.map(Session::text).unwrap_or_default()
}

fn start() {
    let session = Session::new();
    SESSION.with(|own| *own.get_or_init(|| session));
    settings::start(session);
    files::start(session);
    export::start(session);
    guide::start(session);
    sheet::start(session);
    print::start(session);
    draft::start(session);
    status::start(session);
    findings::listen(session);
    switch_views(session);
    watch(move || hide_by_id("intro", !session.empty.get()));
    watch(move || hide_by_id("waiting", session.report.with(Option::is_some)));
    panel::start(session);
    editor::start(session);
}

/// On a narrow screen: which of the halves is shown. Where the page scrolls as a whole, each is found again where it was left.
fn switch_views(session: Session) {
    let [text, panel] = [0.0; 2].map(StoredValue::new);
    for (id, view, own, other) in [
        ("view-text", View::Text, text, panel),
        ("view-panel", View::Panel, panel, text),
    ] {
        on(id, "click", move |_| session.view.set(view));
        watch(move || {
            let shown = session.view.get() == view;
            if let Some(button) = by_id(id) {
                say_whether(&button, "aria-pressed", shown);
            }
            let name = id.trim_start_matches("view-");
            let halves = by_id("halves").filter(|_| shown);
            let halves = halves.filter(|it| it.get_attribute("data-view").as_deref() != Some(name));
            if let Some(halves) = halves {
                other.set_value(window().scroll_y().unwrap_or_default());
                set(&halves, "data-view", name);
                window().scroll_to_with_x_and_y(0.0, own.get_value());
            }
        });
    }
}
