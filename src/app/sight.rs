//! Which rows of a long table are in sight: all have one height, and of many only those in sight and a few around them are in the page.

use std::ops::Range;

use leptos::prelude::window;
use web_sys::Element;

/// So many rows beyond the ones in sight are kept ready on either side.
pub const READY: usize = 12;

/// How much of the rows is in sight, in pixels.
pub struct Sight {
    /// The height of a row.
    pub row: f64,
    /// The top of what is in sight, from the top of the first row.
    pub top: f64,
    /// The height of what is in sight.
    pub height: f64,
}

impl Sight {
    /// Of so many rows in an element that scrolls; none where they are not shown.
    pub fn of(rows: usize, body: &Element, frame: &Element) -> Option<Self> {
        let all = body.get_bounding_client_rect();
        let row = all.height() / rows.max(1) as f64;
        if !row.is_normal() {
            return None;
        }
        // On a phone and at high zoom it is the page that scrolls.
        let page = window().inner_height().ok()?.as_f64()?;
        let frame = frame.get_bounding_client_rect();
        let (top, bottom) = (frame.top().max(0.0), frame.bottom().min(page));
        Some(Self {
            row,
            top: (top - all.top()).max(0.0),
            height: (bottom - top.max(all.top())).max(0.0),
        })
    }

    /// The rows in sight, and those kept ready.
    pub fn rows(&self) -> Range<usize> {
        let first = (self.top / self.row) as usize;
        let last = ((self.top + self.height) / self.row) as usize;
        first.saturating_sub(READY)..last + READY
    }
}
