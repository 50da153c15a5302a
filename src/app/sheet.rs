//! The client of `bin/sheet.rs`, in the page's own thread: what a check is saved, printed and told as.

use std::cell::{Cell, OnceCell};

use js_sys::Array;
use leptos::prelude::{ReadUntracked, With, request_animation_frame};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::dom::watch;
use super::save::today;
use super::state::{Checked, Session};
use super::worker::glue;
use crate::api::saved::asked;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type Glue;
    #[wasm_bindgen(method)]
    fn written(this: &Glue, asked: &[u8], form: &str) -> Option<Array>;
}

thread_local! {
    static LOADED: OnceCell<Glue> = const { OnceCell::new() };
}

/// What a check is written down as, and the name of a file for it.
pub struct Written {
    /// The name, without its ending.
    pub name: String,
    /// Words, or what the writers of office files take.
    pub content: JsValue,
}

/// Loads it once the first report stands on the screen: a browser that prints waits for nothing.
pub fn start(session: Session) {
    let begun = Cell::new(false);
    watch(move || {
        if session.report.with(Option::is_some) && !begun.get() {
            begun.set(true);
            request_animation_frame(|| spawn_local(async { drop(load().await) }));
        }
    });
}

/// What a check is written down as, in a form; none where that cannot be had.
pub async fn written(session: Session, checked: &Checked, form: &str) -> Option<Written> {
    write(&load().await.ok()?, session, checked, form)
}

/// The same at once; none where what writes it is not there yet.
pub fn at_hand(session: Session, checked: &Checked, form: &str) -> Option<Written> {
    let glue = LOADED.with(|loaded| loaded.get().cloned())?;
    write(&glue, session, checked, form)
}

async fn load() -> Result<Glue, JsValue> {
    if let Some(glue) = LOADED.with(|loaded| loaded.get().cloned()) {
        return Ok(glue);
    }
    let glue: Glue = glue("sheet").await?.unchecked_into();
    Ok(LOADED.with(|loaded| loaded.get_or_init(|| glue).clone()))
}

fn write(glue: &Glue, session: Session, checked: &Checked, form: &str) -> Option<Written> {
    let ignored = session.ignored.read_untracked();
    let keys = checked.report.findings.iter().map(|finding| &*finding.key);
    let keys: Vec<&str> = keys.filter(|key| ignored.has(key)).collect();
    let asked = asked(
        checked.source.text(),
        &checked.report,
        &session.settings.read_untracked(),
        &session.file.read_untracked(),
        &today(),
        &keys,
    );
    let written = glue.written(&asked.ok()?, form)?;
    Some(Written {
        name: written.get(0).as_string()?,
        content: written.get(1),
    })
}
