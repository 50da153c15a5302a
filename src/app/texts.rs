//! The client of `bin/texts.rs`: what is told of the rules, and the sample, loaded when either is first asked for.

use std::cell::OnceCell;
use std::rc::Rc;

use leptos::prelude::Set;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use super::dom::{child, say};
use super::state::Session;
use super::text as words;
use super::worker::glue;
use crate::rules::{RULES, Rule, Texts};

#[wasm_bindgen]
extern "C" {
    type Glue;
    #[wasm_bindgen(method)]
    fn texts(this: &Glue) -> String;
    #[wasm_bindgen(method)]
    fn sample(this: &Glue) -> String;
}

thread_local! {
    static LOADED: OnceCell<Rc<str>> = const { OnceCell::new() };
}

fn loaded() -> Option<Rc<str>> {
    LOADED.with(|loaded| loaded.get().cloned())
}

/// Goes on once the texts are there: at once, where they have been asked for before. Where they cannot be had, the reader is told.
pub fn then(session: Session, next: impl FnOnce() + 'static) {
    if loaded().is_some() {
        return next();
    }
    with(session, words::GUIDE_TEXTS, move |glue| {
        LOADED.with(|loaded| loaded.get_or_init(|| glue.texts().into()).clone());
        next();
    });
}

/// Goes on with the sample. Where it cannot be had, the reader is told.
pub fn sample(session: Session, next: impl FnOnce(&str) + 'static) {
    with(session, words::SAMPLE, move |glue| next(&glue.sample()));
}

fn with(session: Session, what: &'static str, next: impl FnOnce(Glue) + 'static) {
    spawn_local(async move {
        match glue("texts").await {
            Ok(glue) => next(glue.unchecked_into()),
            Err(_) => session.notice.set(Some(words::untold(what))),
        }
    });
}

/// The rules, each with its texts; these are empty as long as they are not there.
pub fn each(mut visit: impl FnMut(&'static Rule, Texts<'_>)) {
    let loaded = loaded();
    let mut texts = Texts::read(loaded.as_deref().unwrap_or_default());
    for rule in RULES {
        visit(rule, texts.next().unwrap_or_default());
    }
}

/// Puts the texts of a rule at the end of an element.
pub fn tell(parent: &Element, texts: &Texts<'_>) {
    for (name, text) in [
        (words::WHAT, texts.what),
        (words::WHY, texts.why),
        (words::EXAMPLE, texts.example),
    ] {
        let line = child(parent, "p", &[]);
        say(&line, "b", "", name);
        say(&line, "span", "", text);
    }
}
