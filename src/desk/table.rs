//! The window on the matrix: its rows are made when they come in sight and taken away when they have gone.

use std::cell::RefCell;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use leptos::prelude::{document, window};

use crate::app::dom::{child, element, focus, set};
use crate::app::sight::{READY, Sight};

/// A row that is to be seen: what it is, and how often that has changed.
pub type Key = (Line, u32);

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The name of a group, by its number.
    Group(usize),
    /// A report, by its number.
    Report(usize),
}

/// A table of rows of one height, in an element that scrolls.
pub struct Table {
    frame: Element,
    /// The table itself.
    pub table: Element,
    /// Where the names of its columns stand.
    pub head: Element,
    body: Element,
    /// What is in the page: where it stands, what it is.
    drawn: RefCell<Vec<(usize, Key, Element)>>,
    _listeners: [EventListener; 2],
}

impl Table {
    /// Builds it; `scrolled` is called whenever other rows may have come in sight.
    pub fn build(frame: Element, name: &str, scrolled: impl Fn() + Clone + 'static) -> Self {
        let table = child(&frame, "table", &[("class", "matrix"), ("role", "table")]);
        set(&table, "aria-label", name);
        let head = child(&table, "thead", &[("role", "rowgroup")]);
        let body = child(&table, "tbody", &[("role", "rowgroup")]);
        let resized = scrolled.clone();
        let listeners = [
            EventListener::new(&frame, "scroll", move |_| scrolled()),
            EventListener::new(&window(), "resize", move |_| resized()),
        ];
        Self {
            frame,
            table,
            head,
            body,
            drawn: RefCell::default(),
            _listeners: listeners,
        }
    }

    /// Shows the rows that are in sight; `make` fills a row that is not in the page yet.
    pub fn draw(&self, lines: &[Key], make: impl Fn(&Element, Line)) {
        let count = lines.len().to_string();
        set(&self.table, "aria-rowcount", &(lines.len() + 1).to_string());
        property(&self.body, "--rows", &count);
        let sight = Sight::of(lines.len(), &self.body, &self.frame);
        let seen = sight.map_or(0..READY, |sight| sight.rows());
        let focused = document().active_element().map(|it| it.id());
        let mut drawn = self.drawn.borrow_mut();
        drawn.retain(|(at, key, row)| {
            let kept = seen.contains(at) && lines.get(*at) == Some(key);
            if !kept {
                row.remove();
            }
            kept
        });
        for at in seen {
            let Some(&key) = lines.get(at) else {
                break;
            };
            let place = drawn.partition_point(|&(other, ..)| other < at);
            if drawn.get(place).is_some_and(|&(other, ..)| other == at) {
                continue;
            }
            let row = element("tr", &[("role", "row")]);
            set(&row, "aria-rowindex", &(at + 2).to_string());
            property(&row, "--at", &at.to_string());
            make(&row, key.0);
            let next = drawn.get(place).map(|(.., row)| row.as_ref());
            let _ = self.body.insert_before(&row, next);
            drawn.insert(place, (at, key, row));
        }
        // The focus must not vanish with a row that is made anew.
        if let Some(id) = focused.filter(|id| !id.is_empty())
            && document().active_element().is_none_or(|it| it.id() != id)
        {
            focus(&id);
        }
    }

    /// Scrolls back to the first row.
    pub fn to_top(&self) {
        self.frame.set_scroll_top(0);
    }
}

/// Sets a property for the styles.
pub fn property(element: &Element, name: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property(name, value);
    }
}
