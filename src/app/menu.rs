//! A menu that stands in index.html: a button, and the choices that it opens.

use wasm_bindgen::JsCast;
use web_sys::{Event, FocusEvent, KeyboardEvent, Node};

use super::dom::{by_id, focus, hide_by_id, on, say_whether};

/// A menu, by the ids of its parts.
#[derive(Clone, Copy)]
pub struct Menu {
    /// What holds the two others.
    pub whole: &'static str,
    /// The button.
    pub button: &'static str,
    /// The choices.
    pub choices: &'static str,
}

impl Menu {
    /// Lets the button open it; it closes at Escape, and when the focus leaves it.
    pub fn start(self) {
        on(self.button, "click", move |_| self.open(!self.opened()));
        on(self.whole, "keydown", move |event| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            if self.opened() && key.as_deref() == Some("Escape") {
                self.close();
            }
        });
        on(self.whole, "focusout", move |event| {
            if !self.stays_inside(event) {
                self.open(false);
            }
        });
    }

    /// Closes it after a choice: the focus must not vanish with what it stands on.
    pub fn close(self) {
        self.open(false);
        focus(self.button);
    }

    fn opened(self) -> bool {
        by_id(self.choices).is_some_and(|choices| !choices.has_attribute("hidden"))
    }

    fn open(self, open: bool) {
        hide_by_id(self.choices, !open);
        if let Some(button) = by_id(self.button) {
            say_whether(&button, "aria-expanded", open);
        }
    }

    fn stays_inside(self, event: &Event) -> bool {
        let to = event
            .dyn_ref::<FocusEvent>()
            .and_then(FocusEvent::related_target);
        let to = to.and_then(|to| to.dyn_into::<Node>().ok());
        by_id(self.whole).is_some_and(|menu| to.is_some() && menu.contains(to.as_ref()))
    }
}
