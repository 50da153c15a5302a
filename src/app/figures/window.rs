//! The window on a long table: all rows have one height, and of many only those in sight and a few around them are in the page.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};

use super::table::ROWS;
use crate::app::dom::by_id;

/// So many rows beyond the ones in sight are kept ready on either side.
const READY: usize = 12;
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

/// Where the rows are and how much of them is in sight, in pixels.
struct Sight {
    list: Element,
    row: f64,
    /// The top of what is in sight, from the top of the first row.
    top: f64,
    height: f64,
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
        let sight = sight();
        sight.map_or(1, |sight| (sight.height / sight.row) as usize)
    }

    /// Scrolls back to the first row, where it is out of sight.
    pub fn to_top(self) {
        if let Some(sight) = sight() {
            let list = &sight.list;
            list.set_scroll_top(list.scroll_top() - sight.top as i32);
        }
    }

    /// Moves the window to where the rows are in sight.
    fn look(self) {
        let Some(sight) = sight() else {
            return;
        };
        let first = (sight.top / sight.row) as usize;
        let last = ((sight.top + sight.height) / sight.row) as usize;
        for (signal, now) in [
            (self.first, first.saturating_sub(READY) / STEP * STEP),
            (self.end, (last + READY).div_ceil(STEP) * STEP),
        ] {
            if signal.get_untracked() != now {
                signal.set(now);
            }
        }
    }
}

fn sight() -> Option<Sight> {
    let body = by_id(ROWS)?;
    let list = body.closest(".list").ok()??;
    let rows = body.get_bounding_client_rect();
    let count: u32 = body.get_attribute("data-rows")?.parse().ok()?;
    let row = rows.height() / f64::from(count);
    if !row.is_normal() {
        return None;
    }
    // At high zoom it is not the list that scrolls but the page.
    let page = window().inner_height().ok()?.as_f64()?;
    let frame = list.get_bounding_client_rect();
    let (top, bottom) = (frame.top().max(0.0), frame.bottom().min(page));
    Some(Sight {
        list,
        row,
        top: (top - rows.top()).max(0.0),
        height: (bottom - top.max(rows.top())).max(0.0),
    })
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
