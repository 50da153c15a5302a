//! 本机草稿: the text kept in this browser from one visit to the next, only where the user asks for it.
//!
//! One entry of the browser's storage is all there is: where it stands, the switch is on; what it holds is the draft, or nothing. The text is
//! put there after a check, not at a keystroke, and once more when the page is left.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::JSON;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use web_sys::{HtmlInputElement, Storage};

use super::editor::load;
use super::state::{Session, use_session};
use super::text as words;
use crate::api::to_js;
use crate::report::Settings;

const ENTRY: &str = "fazhi-check.draft";

/// A longer text is not kept, in UTF-16 units: browsers give a page some five million.
const MOST: u32 = 1_000_000;
/// So long after a check the text is kept, unless another one comes.
const REST_MS: u32 = 800;

#[derive(Default, Serialize, Deserialize)]
struct Draft {
    text: String,
    file: String,
    settings: Settings,
}

/// Why a text was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unkept {
    /// It is too long.
    Long,
    /// The browser lets the page keep nothing, or no more.
    Refused,
}

/// The browser's storage, where it lets the page have it.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What is kept. None where the switch is off.
fn entry() -> Option<String> {
    storage()?.get_item(ENTRY).ok().flatten()
}

fn write(words: &str) -> Result<(), Unkept> {
    let storage = storage().ok_or(Unkept::Refused)?;
    storage.set_item(ENTRY, words).map_err(|_| Unkept::Refused)
}

/// Takes away all that is kept.
fn remove() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(ENTRY);
    }
}

fn read(words: &str) -> Option<Draft> {
    let draft = JSON::parse(words).ok()?;
    serde_wasm_bindgen::from_value(draft).ok()
}

/// Keeps the text as it stands.
fn keep(session: Session) -> Result<(), Unkept> {
    let empty = session.empty.get_untracked();
    let long = session
        .textarea
        .get_untracked()
        .is_some_and(|area| area.text_length() > MOST);
    if empty || long {
        // What was kept before is not the text any more.
        write("")?;
        return if long { Err(Unkept::Long) } else { Ok(()) };
    }
    let draft = Draft {
        text: session.text(),
        file: session.file.get_untracked(),
        settings: session.settings.get_untracked(),
    };
    let draft = to_js(&draft).ok();
    let draft = draft.and_then(|draft| JSON::stringify(&draft).ok());
    let kept = write(&String::from(draft.ok_or(Unkept::Refused)?));
    if kept.is_err() {
        let _ = write("");
    }
    kept
}

/// Empties the text, and takes away what is kept of it.
pub fn clear(session: Session) {
    if entry().is_some() {
        let _ = write("");
    }
    load(session, "");
}

/// The switch, and what to know before it is turned on.
#[component]
pub fn DraftSwitch() -> impl IntoView {
    let session = use_session();
    let kept = entry();
    let on = RwSignal::new(kept.is_some());
    let trouble = RwSignal::new(None::<Unkept>);
    let rest = StoredValue::new_local(None::<Timeout>);

    let save = move || {
        rest.set_value(None);
        if !on.get_untracked() {
            return;
        }
        // Another window of the page may have turned it off.
        if entry().is_none() {
            on.set(false);
            return;
        }
        let now = keep(session).err();
        if let Some(why) = now.filter(|_| now != trouble.get_untracked()) {
            session.notice.set(Some(words::draft_unsaved(why)));
        }
        trouble.set(now);
    };
    let switch = move |wanted: bool| {
        rest.set_value(None);
        trouble.set(None);
        if !wanted {
            remove();
        } else if let Err(why) = write("") {
            session.notice.set(Some(words::draft_unsaved(why)));
            return;
        }
        on.set(wanted);
        save();
    };

    // The textarea is there once the page is.
    let draft = kept.as_deref().and_then(read);
    let draft = StoredValue::new(draft.filter(|draft| !draft.text.trim().is_empty()));
    Effect::new(move || {
        if session.textarea.get().is_some()
            && let Some(draft) = draft.try_update_value(Option::take).flatten()
        {
            load(session, &draft.text);
            session.file.set(draft.file);
            session.settings.set(draft.settings);
            session.check();
            session.notice.set(Some(words::restored()));
        }
    });
    Effect::new(move |first: Option<()>| {
        session.report.track();
        session.settings.track();
        if first.is_some() && on.get_untracked() {
            rest.set_value(Some(Timeout::new(REST_MS, save)));
        }
    });
    EventListener::new(&document(), "visibilitychange", move |_| save()).forget();
    EventListener::new(&window(), "pagehide", move |_| save()).forget();

    view! {
        <span class="draft">
            <label>
                <input
                    type="checkbox"
                    role="switch"
                    aria-describedby="draft-warning"
                    prop:checked=on
                    on:change=move |event| {
                        let input: HtmlInputElement = event_target(&event);
                        switch(input.checked());
                        // It shows what holds, whatever was wanted.
                        input.set_checked(on.get_untracked());
                    }
                />
                {words::DRAFT}
            </label>
            <small id="draft-warning">{words::DRAFT_WARNING}</small>
            <Show when=move || trouble.get().is_some()>
                <small class="trouble">{words::DRAFT_UNSAVED}</small>
            </Show>
        </span>
    }
}
