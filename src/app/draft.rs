//! 本机草稿: the text kept in this browser from one visit to the next, only where the user asks for it.
//!
//! How it lies there is the matter of draft.js: sealed, in one place that exists only while the switch is on. The text is put there after a check,
//! not at a keystroke, and once more when the page goes out of sight.
//!
//! In the same form the text is handed over through the one reload that changes to a new build; it is taken out as soon as the page is up again.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Object, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlInputElement;

use super::dom::{by_id, hide, on, show, watch};
use super::editor::{load, show as select};
use super::state::Session;
use super::text as words;
use crate::api::{one_of, to_js};
use crate::report::{BodyKind, Purpose, Settings};
use crate::text::Utf16Span;

const BOX: &str = "draft-box";
const WARNING: &str = "draft-warning";
const TROUBLE: &str = "draft-trouble";

/// What offline.js asks before it loads the page anew.
const HANDOVER: &str = "handover";

/// So long after a check the text is kept, unless another one comes.
const REST_MS: u32 = 200;

#[wasm_bindgen]
extern "C" {
    // See draft.js.
    #[wasm_bindgen(js_namespace = ["fazhiBoot", "draft"])]
    fn read() -> Promise;
    #[wasm_bindgen(js_namespace = ["fazhiBoot", "draft"])]
    fn turn(on: bool) -> Promise;
    #[wasm_bindgen(js_namespace = ["fazhiBoot", "draft"])]
    fn keep(draft: &JsValue) -> Promise;
    #[wasm_bindgen(js_namespace = ["fazhiBoot", "handed"])]
    fn take() -> Promise;
}

/// The names of what a draft holds.
const HOLDS: [&str; 5] = ["text", "file", "settings", "from", "to"];

/// The draft as it stands now; undefined where there is no text.
fn written(session: Session) -> Result<JsValue, JsValue> {
    if session.empty.get_untracked() {
        return Ok(JsValue::UNDEFINED);
    }
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
    Ok(draft.into())
}

/// Puts a draft in the place of the empty text. Gives what was selected in it; none where it cannot be read.
fn restore(session: Session, draft: &JsValue) -> Option<Utf16Span> {
    let values = HOLDS.map(|name| Reflect::get(draft, &name.into()).ok());
    let [text, file, settings, from, to] = values.map(Option::unwrap_or_default);
    let text = text.as_string().filter(|text| !text.trim().is_empty())?;
    load(session, &text);
    session.file.set(file.as_string().unwrap_or_default());
    let set = |name: &str| Reflect::get(&settings, &name.into()).unwrap_or_default();
    let purposes = [Purpose::Public, Purpose::Submission];
    session.settings.set(Settings {
        body_kind: one_of(&BodyKind::ALL, &set("body_kind")),
        report_year: set("report_year").as_f64().map(|year| year as u16),
        purpose: one_of(&purposes, &set("purpose")).unwrap_or_default(),
    });
    session.check();
    let at = |place: JsValue| place.as_f64().unwrap_or_default() as u32;
    Some(Utf16Span {
        start: at(from),
        end: at(to),
    })
}

/// Empties the text, and takes away what is kept of it.
pub fn clear(session: Session) {
    load(session, "");
    save(session);
}

/// Brings back what was kept, and keeps the text after each check as long as the switch is on.
pub fn start(session: Session) {
    EventListener::new(&window(), HANDOVER, move |event| {
        let asked = Reflect::get(event, &"detail".into()).unwrap_or_default();
        if let Ok(draft) = written(session) {
            let _ = Reflect::set(&asked, &"draft".into(), &draft);
        }
    })
    .forget();
    spawn_local(async move {
        take_over(session).await;
        start_switch(session);
    });
}

/// Takes what the page before this one has left. A text that has been put in since then goes before it.
async fn take_over(session: Session) {
    let handed = take().await.ok().filter(JsValue::is_object);
    let handed = handed.filter(|_| session.empty.get_untracked());
    if let Some(caret) = handed.and_then(|draft| restore(session, &draft)) {
        select(session, caret);
    }
}

fn start_switch(session: Session) {
    // A page that comes over plain http is given no cipher, and one that lies in a file shares its storage with every other file.
    if !window().is_secure_context() || window().origin() == "null" {
        return show(WARNING, Some(words::DRAFT_UNSAFE));
    }
    on(BOX, "change", move |_| switched(session));
    EventListener::new(&document(), "visibilitychange", move |_| save(session)).forget();
    let rest = StoredValue::new_local(None::<Timeout>);
    watch(move || {
        session.report.track();
        session.settings.track();
        if switch().is_some_and(|switch| switch.checked()) {
            rest.set_value(Some(Timeout::new(REST_MS, move || save(session))));
        }
    });
    spawn_local(async move {
        let kept = read().await.unwrap_or(JsValue::FALSE);
        let Some(switch) = switch() else {
            return;
        };
        switch.set_disabled(false);
        if kept == JsValue::FALSE {
            return;
        }
        switch.set_checked(true);
        if session.empty.get_untracked() && restore(session, &kept).is_some() {
            session.notice.set(Some(words::restored()));
        }
    });
}

fn switch() -> Option<HtmlInputElement> {
    by_id(BOX)?.dyn_into().ok()
}

fn switched(session: Session) {
    let Some(switch) = switch() else {
        return;
    };
    let on = switch.checked();
    spawn_local(async move {
        let turned = turn(on).await.is_ok();
        switch.set_checked(on && turned);
        tell(session, turned);
        save(session);
    });
}

/// Keeps the text, where that is wanted.
fn save(session: Session) {
    let Some(switch) = switch().filter(HtmlInputElement::checked) else {
        return;
    };
    let Ok(draft) = written(session) else {
        return;
    };
    spawn_local(async move {
        let kept = keep(&draft).await;
        // Another window of the page may have turned it off.
        if kept == Ok(JsValue::FALSE) {
            switch.set_checked(false);
        }
        tell(session, kept.is_ok());
    });
}

/// Says what came of keeping the text: above it once, and at the switch as long as it holds.
fn tell(session: Session, kept: bool) {
    let Some(trouble) = by_id(TROUBLE) else {
        return;
    };
    if !kept && trouble.has_attribute("hidden") {
        session.notice.set(Some(words::draft_unsaved()));
    }
    hide(&trouble, kept);
}
