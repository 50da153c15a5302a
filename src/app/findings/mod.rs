//! 问题: the findings that stand, by category and rule by rule, and what the reader does with them: look, change the text, ignore.
//!
//! The tab is made by hand (see `dom`): `list` says what is shown, `rows` draws it, and what the reader does is heard by the tab as a whole
//! and done by `acts`. An element says what it does in `data-do`, a row which finding it shows in `data-key`.

mod acts;
mod list;
mod rows;
mod view;

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

pub use acts::{step, take_back};
pub use rows::focus as focus_row;

use super::dom::{child, hear, target, watch};
use super::panel::{lit, reveal};
use super::state::{Session, Tab, Target};
use crate::listing::findings::shown_at;
use view::View;

/// The element that holds the tab.
const TAB: &str = "findings";

/// Puts up the tab.
pub fn start(session: Session, body: &Element) {
    let tab = child(body, "div", &[("id", TAB), ("class", "findings-tab")]);
    hear(&tab, "click", move |event| {
        if let Some(button) = acts::doer(event) {
            acts::act(session, &button);
        }
    });
    hear(&tab, "keydown", move |event| {
        if let Some(event) = event.dyn_ref() {
            pressed(session, event);
        }
    });
    hear(&tab, "focusin", |event| {
        if let Some(row) = target(event).and_then(|target| rows::of(&target)) {
            rows::choose(&row);
        }
    });

    let lit = lit(session, Tab::Findings, Target::Finding, move |report| {
        let standing = session.standing.read();
        let findings = standing
            .iter()
            .filter_map(|&index| Some((index, report.findings.get(index)?)));
        findings
            .filter_map(|(index, finding)| Some((index, shown_at(report, finding)?)))
            .collect()
    });
    let drawn = Trigger::new();
    let view = RefCell::new(None);
    watch(move || {
        // Nothing is listed that is not seen.
        if session.tab.get() == Tab::Findings {
            let shown = list::shown(session);
            let mut view = view.borrow_mut();
            let view = view.get_or_insert_with(|| View::make(&tab));
            rows::keep_focus(|| view.draw(shown));
            drawn.notify();
        }
    });
    watch(move || {
        drawn.track();
        rows::light(session, lit.get());
    });
}

/// Keys that lead from row to row and act on the one that has the focus.
fn pressed(session: Session, event: &KeyboardEvent) {
    if composing(event) || event.alt_key() {
        return;
    }
    let row = target(event).and_then(|target| rows::of(&target));
    let key = event.key().to_ascii_lowercase();
    let done = if event.ctrl_key() || event.meta_key() {
        key == "z" && !event.shift_key() && acts::undo(session, row)
    } else {
        match (&*key, row) {
            ("u", _) => acts::restore_last(session),
            (_, None) => false,
            ("i", Some(row)) => acts::press(session, &row, "ignore"),
            ("a", Some(row)) => acts::press(session, &row, "apply"),
            (_, Some(row)) => walk(&key, &row),
        }
    };
    if done {
        event.prevent_default();
    }
}

fn walk(key: &str, row: &Element) -> bool {
    let rows = rows::all();
    let at = rows.iter().position(|other| other == row);
    let to = at.and_then(|at| match key {
        "arrowdown" => Some(at + 1),
        "arrowup" => Some(at.saturating_sub(1)),
        "home" => Some(0),
        "end" => Some(usize::MAX),
        _ => None,
    });
    let row = to.and_then(|to| rows.get(to.min(rows.len() - 1)));
    if let Some(row) = row {
        rows::focus(row);
        reveal(row);
    }
    row.is_some()
}

/// Whether the key belongs to an input method.
fn composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// F8 and Alt+↓ lead to the next finding, Shift+F8 and Alt+↑ to the one before, wherever the focus is.
pub fn listen(session: Session) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let only_alt = event.alt_key() && !event.shift_key();
        let (forward, elsewhere) = match event.key().as_str() {
            "F8" if !event.alt_key() => (!event.shift_key(), "dialog"),
            "ArrowDown" if only_alt => (true, "dialog, select"),
            "ArrowUp" if only_alt => (false, "dialog, select"),
            _ => return,
        };
        // A list of choices opens by the same keys.
        let elsewhere = target(event).and_then(|target| target.closest(elsewhere).ok()?);
        if composing(event) || event.ctrl_key() || event.meta_key() || elsewhere.is_some() {
            return;
        }
        event.prevent_default();
        step(session, forward);
    })
    .forget();
}

/// Gives an element the focus, where it is.
fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}
