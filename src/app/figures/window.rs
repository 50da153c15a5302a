//! The window on the table of figures, which moves with what is in sight of it.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};

use super::table::ROWS;
use crate::app::dom::by_id;
use crate::app::sight::{READY, Sight};

/// The window moves by so many rows at a time.
const STEP: usize = 6;
/// So few rows are all in the page, where the browser's own search finds them.
const FEW: usize = 300;

/// Which rows are in the page: the first, and the one after the last.
#[derive(Clone, Copy)]
pub struct Window {
    first: RwSignal<usize>,
    end: RwSignal<usize>,
    watch: StoredValue<Option<Watch>, LocalStorage>,
}

impl Window {
    /// A window on the first rows.
    pub fn new() -> Self {
        Self {
            first: RwSignal::new(0),
            end: RwSignal::new(READY),
            watch: StoredValue::new_local(None),
        }
    }

    /// Lets the window follow what is in sight of the element that holds the rows.
    pub fn watch(self, body: &Element) {
        if self.watch.with_value(Option::is_none) {
            self.watch.set_value(Watch::start(self, body));
        }
    }

    /// Which of so many rows are in the page: those of the window, and `others` wherever they are.
    pub fn positions(self, rows: usize, others: [Option<usize>; 2]) -> impl Iterator<Item = usize> {
        let (first, end) = (self.first.get(), self.end.get());
        let window = if rows <= FEW { 0..rows } else { first..end };
        (0..rows).filter(move |at| window.contains(at) || others.contains(&Some(*at)))
    }

    /// How many rows are in sight at once.
    pub fn page(self) -> usize {
        sight().map_or(1, |(_, sight)| (sight.height / sight.row) as usize)
    }

    /// Scrolls back to the first row, where it is out of sight.
    pub fn to_top(self) {
        if let Some((list, sight)) = sight() {
            list.set_scroll_top(list.scroll_top() - sight.top as i32);
            // Where it is the page that scrolls, what stays at its top must not lie over the row.
            let by = if sight.top > 0.0 {
                sight.top + sight.row
            } else {
                0.0
            };
            window().scroll_by_with_x_and_y(0.0, -by);
        }
    }

    /// Moves the window to where the rows are in sight.
    fn look(self) {
        let Some((_, sight)) = sight() else {
            return;
        };
        let rows = sight.rows();
        for (signal, now) in [
            (self.first, rows.start / STEP * STEP),
            (self.end, rows.end.div_ceil(STEP) * STEP),
        ] {
            if signal.get_untracked() != now {
                signal.set(now);
            }
        }
    }
}

/// The list that the rows are in, and how much of them is in sight.
fn sight() -> Option<(Element, Sight)> {
    let body = by_id(ROWS)?;
    let list = body.closest(".list").ok()??;
    let rows = body.get_attribute("data-rows")?.parse().ok()?;
    let sight = Sight::of(rows, &body, &list)?;
    Some((list, sight))
}

/// What tells that other rows may have come in sight.
struct Watch {
    observer: ResizeObserver,
    _resized: Closure<dyn FnMut()>,
    _scrolled: EventListener,
}

impl Watch {
    fn start(window_on: Window, body: &Element) -> Option<Self> {
        let resized = Closure::<dyn FnMut()>::new(move || window_on.look());
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
        // The tab changes its height with what is above the table, the list with the window.
        for around in [".list", ".figures-tab"] {
            observer.observe(&body.closest(around).ok()??);
        }
        // A scroll event does not bubble.
        let capture = EventListenerOptions::run_in_capture_phase();
        let scrolled = EventListener::new_with_options(&document(), "scroll", capture, move |_| {
            window_on.look()
        });
        Some(Self {
            observer,
            _resized: resized,
            _scrolled: scrolled,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
