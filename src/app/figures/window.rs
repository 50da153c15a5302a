//! The window on a long table: all rows have one height, and only those in sight and a few around them are in the page.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};

/// So many rows beyond the ones in sight are kept ready on either side.
const READY: usize = 12;
/// The window moves by so many rows at a time.
const STEP: usize = 6;

/// Which rows are in the page.
#[derive(Clone, Copy)]
pub struct Window {
    /// The first row, and the one after the last. When printing it is all of them.
    range: RwSignal<(usize, usize)>,
    printing: RwSignal<bool>,
    /// What holds the rows: as high as all of them together.
    pub body: NodeRef<html::Tbody>,
    rows: Signal<usize>,
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
    /// A window on so many rows.
    pub fn new(rows: Signal<usize>) -> Self {
        let window = Self {
            range: RwSignal::new((0, READY)),
            printing: RwSignal::new(false),
            body: NodeRef::new(),
            rows,
        };
        let watch = StoredValue::new_local(None::<Watch>);
        Effect::new(move || {
            if let Some(body) = window.body.get() {
                watch.set_value(Watch::start(window, &body));
            }
        });
        window
    }

    /// The rows in the page, in order, and besides them `others` wherever they are.
    pub fn positions(self, others: [Option<usize>; 2]) -> Vec<usize> {
        let rows = self.rows.get();
        if self.printing.get() {
            return (0..rows).collect();
        }
        let (first, last) = self.range.get();
        let mut positions: Vec<usize> = (first..last.min(rows)).collect();
        let others = others.into_iter().flatten().filter(|&at| at < rows);
        positions.extend(others);
        positions.sort_unstable();
        positions.dedup();
        positions
    }

    /// How many rows are in sight at once.
    pub fn page(self) -> usize {
        self.sight()
            .map_or(1, |sight| (sight.height / sight.row) as usize)
            .max(2)
            - 1
    }

    /// Scrolls back to the first row, where it is out of sight.
    pub fn to_top(self) {
        if let Some(sight) = self.sight().filter(|sight| sight.top > 0.0) {
            let list = &sight.list;
            list.set_scroll_top(list.scroll_top() - sight.top as i32);
        }
    }

    /// Moves the window to where the rows are in sight.
    fn look(self) {
        let Some(sight) = self.sight() else {
            return;
        };
        let first = (sight.top / sight.row) as usize;
        let last = ((sight.top + sight.height) / sight.row) as usize;
        let range = (
            first.saturating_sub(READY) / STEP * STEP,
            (last + READY).div_ceil(STEP) * STEP,
        );
        if self.range.get_untracked() != range {
            self.range.set(range);
        }
    }

    fn sight(self) -> Option<Sight> {
        let body = self.body.get_untracked()?;
        let list = body.closest(".list").ok().flatten()?;
        let rows = body.get_bounding_client_rect();
        let row = rows.height() / self.rows.get_untracked() as f64;
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
}

/// What tells that other rows may have come in sight.
struct Watch {
    observer: ResizeObserver,
    _resized: Closure<dyn FnMut()>,
    _listeners: [EventListener; 3],
}

impl Watch {
    fn start(look: Window, body: &HtmlElement) -> Option<Self> {
        let resized = Closure::<dyn FnMut()>::new(move || look.look());
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
        // The tab changes its height with what is above the table, the list with the window.
        let list = body.closest(".list").ok().flatten()?;
        observer.observe(&list);
        observer.observe(&body.closest(".figures-tab").ok().flatten()?);
        // A scroll event does not bubble.
        let capture = EventListenerOptions::run_in_capture_phase();
        let printing = move |printing: bool| move |_: &_| look.printing.set(printing);
        let listeners = [
            EventListener::new_with_options(&document(), "scroll", capture, move |_| look.look()),
            EventListener::new(&window(), "beforeprint", printing(true)),
            EventListener::new(&window(), "afterprint", printing(false)),
        ];
        Some(Self {
            observer,
            _resized: resized,
            _listeners: listeners,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
