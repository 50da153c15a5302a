//! The three views of the list, and the tabs that lead to them.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::app::dom::{by_id, focus, hide_by_id, on, say_whether, set};

/// A view, by the end of its ids in index.html.
const VIEWS: [&str; 3] = ["reports", "alike", "years"];

/// Lets the tabs be clicked, and walked through by arrow keys.
pub fn start() {
    for view in VIEWS {
        let tab = tab(view);
        on(&tab, "click", move |_| show(view));
        let Some(button) = by_id(&tab) else {
            continue;
        };
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&button, "keydown", options, move |event| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            let at = VIEWS.iter().position(|&other| other == view).unwrap_or(0);
            let to = match key.as_deref() {
                Some("ArrowRight") => at + 1,
                Some("ArrowLeft") => at + VIEWS.len() - 1,
                _ => return,
            };
            if let Some(&view) = VIEWS.get(to % VIEWS.len()) {
                event.prevent_default();
                show(view);
                focus(&self::tab(view));
            }
        })
        .forget();
    }
}

/// Shows a view.
pub fn show(shown: &str) {
    for view in VIEWS {
        hide_by_id(&format!("desk-{view}"), view != shown);
        if let Some(tab) = by_id(&tab(view)) {
            say_whether(&tab, "aria-selected", view == shown);
            set(&tab, "tabindex", if view == shown { "0" } else { "-1" });
        }
    }
}

fn tab(view: &str) -> String {
    format!("desk-tab-{view}")
}
