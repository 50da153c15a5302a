//! The three views of the list, and the tabs that lead to them.

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::app::dom::{by_id, hide_by_id, on, say_whether, set};

/// A view, by the end of its ids in index.html.
const VIEWS: [&str; 3] = ["reports", "alike", "years"];

/// Lets the tabs be clicked, and walked through by arrow keys.
pub fn start() {
    for view in VIEWS {
        let tab = tab(view);
        on(&tab, "click", move |_| show(view));
        on(&tab, "keydown", move |event| {
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
                crate::app::dom::focus(&self::tab(view));
            }
        });
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
