//! 本机草稿: the text kept in this browser from one visit to the next, only where the user asks for it.
//!
//! One entry of the browser's storage is all there is: where it stands, the switch is on; what it holds is the draft, or nothing. The text is
//! put there after a check, not at a keystroke, and once more when the page is left.
//!
//! In the same form the text is handed over through the one reload that changes to a new build: in the storage of the window, from which it is
//! taken out as soon as the page is up again.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::{JSON, Object, Reflect};
use leptos::prelude::*;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget, HtmlInputElement};

use super::dom::{by_id, child, hide, say, set};
use super::editor::{area, load, show};
use super::state::Session;
use super::storage::{storage, window_storage};
use super::text as words;
use crate::api::to_js;
use crate::report::{BodyKind, Purpose, Settings};
use crate::text::Utf16Span;

/// Where the switch stands.
pub const SWITCH: &str = "draft";
const BOX: &str = "draft-box";
const WARNING: &str = "draft-warning";
const TROUBLE: &str = "draft-trouble";

const ENTRY: &str = "fazhi-check.draft";

const HANDED: &str = "fazhi-check.handed";
/// What src/web/offline.js asks before it loads the page anew; who cannot hand the text over says no.
const HANDOVER: &str = "handover";

/// A longer text is not kept, in UTF-16 units: browsers give a page some five million.
const MOST: u32 = 1_000_000;
/// So long after a check the text is kept, unless another one comes.
const REST_MS: u32 = 800;

/// Why a text was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unkept {
    /// It is too long.
    Long,
    /// The browser lets the page keep nothing, or no more.
    Refused,
}

/// What is kept. None where the switch is off.
fn entry() -> Option<String> {
    storage()?.get_item(ENTRY).ok().flatten()
}

fn write(words: &str) -> Result<(), Unkept> {
    let storage = storage().ok_or(Unkept::Refused)?;
    storage.set_item(ENTRY, words).map_err(|_| Unkept::Refused)
}

/// Keeps the text as it stands.
fn keep(session: Session) -> Result<(), Unkept> {
    let empty = session.empty.get_untracked();
    let long = area().is_some_and(|area| area.text_length() > MOST);
    if empty || long {
        // What was kept before is not the text any more.
        write("")?;
        return if long { Err(Unkept::Long) } else { Ok(()) };
    }
    let kept = written(session)
        .map_err(|_| Unkept::Refused)
        .and_then(|draft| write(&draft));
    if kept.is_err() {
        let _ = write("");
    }
    kept
}

/// The names of what a draft holds.
const HOLDS: [&str; 5] = ["text", "file", "settings", "from", "to"];

fn written(session: Session) -> Result<String, JsValue> {
    let settings = to_js(&session.settings.get_untracked())?;
    let caret = session.selection.get_untracked();
    let values = [
        session.text().into(),
        session.file.get_untracked().into(),
        settings,
        caret.start.into(),
        caret.end.into(),
    ];
    let draft = Object::new();
    for (name, value) in HOLDS.into_iter().zip(values) {
        Reflect::set(&draft, &name.into(), &value)?;
    }
    JSON::stringify(&draft).map(String::from)
}

/// Puts a draft in the place of the empty text. Gives what was selected in it; none where it cannot be read.
fn restore(session: Session, draft: &str) -> Option<Utf16Span> {
    let draft = JSON::parse(draft).ok()?;
    let values = HOLDS.map(|name| Reflect::get(&draft, &name.into()).ok());
    let [text, file, settings, from, to] = values.map(Option::unwrap_or_default);
    load(session, &text.as_string()?);
    session.file.set(file.as_string().unwrap_or_default());
    session.settings.set(Settings {
        body_kind: one_of(&BodyKind::ALL, &settings, "body_kind"),
        report_year: Reflect::get(&settings, &"report_year".into())
            .ok()
            .and_then(|year| Some(year.as_f64()? as u16)),
        purpose: one_of(
            &[Purpose::Public, Purpose::Submission],
            &settings,
            "purpose",
        )
        .unwrap_or_default(),
    });
    session.check();
    let at = |place: JsValue| place.as_f64().unwrap_or_default() as u32;
    Some(Utf16Span {
        start: at(from),
        end: at(to),
    })
}

/// Leaves the text for the page that this window loads next. Whether there was room for it.
fn hand_over(session: Session) -> bool {
    let written = written(session).ok();
    let storage = window_storage().zip(written);
    storage.is_some_and(|(storage, text)| storage.set_item(HANDED, &text).is_ok())
}

/// Takes what the page before this one has left, so that nothing stays of it. Whether there was anything.
fn take_over(session: Session) -> bool {
    let Some(storage) = window_storage() else {
        return false;
    };
    let handed = storage.get_item(HANDED).ok().flatten();
    let _ = storage.remove_item(HANDED);
    let caret = handed.and_then(|handed| restore(session, &handed));
    if let Some(caret) = caret
        && !session.empty.get_untracked()
    {
        show(session, caret);
    }
    caret.is_some()
}

/// The one of these that was written down under a name.
fn one_of<T: Serialize + Copy>(all: &[T], settings: &JsValue, name: &str) -> Option<T> {
    let written = Reflect::get(settings, &name.into()).ok()?;
    let same = |one: &&T| to_js(*one).is_ok_and(|one| one == written);
    all.iter().find(same).copied()
}

/// Empties the text, and takes away what is kept of it.
pub fn clear(session: Session) {
    if entry().is_some() {
        let _ = write("");
    }
    load(session, "");
}

/// Puts the switch up, brings back what was kept, and keeps the text after each check as long as the switch is on.
pub fn start(session: Session) {
    let rest = StoredValue::new_local(None::<Timeout>);
    Effect::new(move || {
        session.report.track();
        session.settings.track();
        match switch() {
            None => make(session),
            Some(switch) if switch.checked() => {
                rest.set_value(Some(Timeout::new(REST_MS, move || save(session))));
            }
            Some(_) => {}
        }
    });
}

fn switch() -> Option<HtmlInputElement> {
    by_id(BOX)?.dyn_into().ok()
}

fn make(session: Session) {
    let Some(place) = by_id(SWITCH) else {
        return;
    };
    let kept = entry();
    let label = child(&place, "label", &[]);
    let field = [
        ("id", BOX),
        ("type", "checkbox"),
        ("role", "switch"),
        ("aria-describedby", WARNING),
    ];
    let field = child(&label, "input", &field);
    if kept.is_some() {
        set(&field, "checked", "");
    }
    say(&label, "span", "", words::DRAFT);
    let small = |id, words| set(&say(&place, "small", "", words), "id", id);
    small(WARNING, words::DRAFT_WARNING);
    small(TROUBLE, words::DRAFT_UNSAVED);
    tell(session, Ok(()));
    let on = |target: &EventTarget, name, act: fn(Session)| {
        EventListener::new(target, name, move |_: &Event| act(session)).forget();
    };
    on(&field, "change", switched);
    on(&document(), "visibilitychange", save);
    on(&window(), "pagehide", save);
    let asked = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), HANDOVER, asked, move |event| {
        if !hand_over(session) {
            event.prevent_default();
        }
    })
    .forget();
    if take_over(session) {
        return;
    }
    let restored = kept.and_then(|draft| restore(session, &draft));
    if restored.is_some() && !session.empty.get_untracked() {
        session.notice.set(Some(words::restored()));
    }
}

fn switched(session: Session) {
    let Some(switch) = switch() else {
        return;
    };
    let mut made = Ok(());
    if switch.checked() {
        made = write("");
        switch.set_checked(made.is_ok());
    } else if let Some(storage) = storage() {
        let _ = storage.remove_item(ENTRY);
    }
    tell(session, made);
    if made.is_ok() {
        save(session);
    }
}

/// Keeps the text, where that is wanted.
fn save(session: Session) {
    let Some(switch) = switch().filter(HtmlInputElement::checked) else {
        return;
    };
    // Another window of the page may have turned it off.
    if entry().is_none() {
        switch.set_checked(false);
    } else {
        tell(session, keep(session));
    }
}

/// Says what came of keeping the text: above it once, and at the switch as long as it holds.
fn tell(session: Session, came: Result<(), Unkept>) {
    let Some(trouble) = by_id(TROUBLE) else {
        return;
    };
    if let Err(why) = came
        && trouble.has_attribute("hidden")
    {
        session.notice.set(Some(words::draft_unsaved(why)));
    }
    hide(&trouble, came.is_ok());
}
