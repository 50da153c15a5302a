//! 数据: the figures as a table to sort, filter, search and copy, with two pictures above it.
//!
//! The tab is made by hand (see `dom`): `make` puts an element up once, `draw` brings it up to what is shown, and what the reader does
//! is heard by the tab as a whole.

mod charts;
mod filters;
mod rows;
mod table;
mod window;

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::alphabet::alphabet;
use super::dom::{child, hear, hide, say, target, watch};
use super::panel::lit;
use super::state::{Checked, Session, Tab, Target};
use super::text as words;
use crate::export::tables;
use crate::listing::{Listing, Query};
use window::Window;

const TAB: &str = "figures";

/// What the parts of this tab share.
#[derive(Clone, Copy)]
struct List {
    session: Session,
    query: RwSignal<Query>,
    view: Memo<Arc<Shown>>,
    /// The row that the Tab key leads to.
    chosen: RwSignal<usize>,
    window: Window,
}

/// What the tab shows.
#[derive(Default)]
struct Shown {
    of: Option<Arc<Checked>>,
    listing: Arc<Listing>,
    query: Query,
    /// The rows that answer the query, by their indices.
    rows: Vec<usize>,
}

impl List {
    fn new(session: Session) -> Self {
        let query = RwSignal::new(Query::default());
        let view = Memo::new_with_compare(
            move |before: Option<&Arc<Shown>>| match before {
                // Nothing is listed that is not seen.
                Some(before) if session.tab.get() != Tab::Figures => before.clone(),
                _ => Arc::new(Shown::now(before, session.report.get(), query.get())),
            },
            |before, now| !before.zip(now).is_some_and(|(a, b)| Arc::ptr_eq(a, b)),
        );
        Self {
            session,
            query,
            view,
            chosen: RwSignal::new(0),
            window: Window::new(),
        }
    }
}

impl Shown {
    fn now(before: Option<&Arc<Self>>, of: Option<Arc<Checked>>, query: Query) -> Self {
        let same = |before: &&Arc<Self>| match (&before.of, &of) {
            (Some(before), Some(of)) => Arc::ptr_eq(before, of),
            _ => false,
        };
        // The rows of a check are made once, however often they are sorted and filtered.
        let listing = match (before.filter(same), &of) {
            (Some(before), _) => before.listing.clone(),
            (None, Some(of)) => Listing::new(&of.source, &of.report).into(),
            (None, None) => Arc::default(),
        };
        Self {
            rows: listing.select(&query, alphabet),
            of,
            listing,
            query,
        }
    }

    /// How many rows are shown, in words.
    fn count(&self) -> String {
        words::shown(self.rows.len(), self.listing.rows.len())
    }

    /// The rows shown, as they go into files.
    fn table(&self) -> Option<tables::Table> {
        let of = self.of.as_ref()?;
        let mut table = tables::figures(&of.source, &of.report);
        let rows = self.rows.iter();
        table.rows = rows
            .filter_map(|&index| table.rows.get(index).cloned())
            .collect();
        Some(table)
    }
}

/// Puts up the tab.
pub fn start(session: Session, body: &Element) {
    let list = List::new(session);
    let tab = child(body, "div", &[("id", TAB), ("class", "figures-tab")]);
    hear(&tab, "click", move |event| {
        if let Some(target) = target(event) {
            filters::clicked(list, &target);
            table::clicked(list, &target);
        }
    });
    hear(&tab, "keydown", move |event| {
        if let Some(event) = event.dyn_ref() {
            table::moved(list, event);
        }
    });
    hear(&tab, "input", move |event| filters::typed(list, event));
    hear(&tab, "compositionend", move |_| filters::searched(list));
    hear(&tab, "change", move |event| {
        if let Some(target) = target(event) {
            filters::chosen(list, &target);
        }
    });

    let lit = lit(session, Tab::Figures, Target::Figure, |report| {
        let figures = report.figures.iter().enumerate();
        figures.map(|(index, f)| (index, f.span)).collect()
    });
    // What does not change while the rows are scrolled and walked through.
    let drawn = RefCell::new(None);
    watch(move || {
        // Nothing is listed that is not seen.
        if session.tab.get() == Tab::Figures {
            let shown = list.view.get();
            let mut drawn = drawn.borrow_mut();
            let drawn = drawn.get_or_insert_with(|| Drawn::make(&tab));
            drawn.charts.draw(&shown);
            hide(&drawn.nothing, !shown.listing.rows.is_empty());
            drawn.filters.draw(&shown);
            drawn.table.draw(&shown);
        }
    });
    let drawn = RefCell::new(Vec::new());
    watch(move || {
        if session.tab.get() == Tab::Figures {
            let before = drawn.take();
            let now = rows::draw(list, &list.view.get(), lit.get(), before);
            drawn.replace(now);
        }
    });
}

/// The parts of the tab as they were last drawn.
struct Drawn {
    charts: charts::Charts,
    /// What is said where there are no figures.
    nothing: Element,
    filters: filters::Filters,
    table: table::Table,
}

impl Drawn {
    fn make(tab: &Element) -> Self {
        Self {
            charts: charts::Charts::make(tab),
            nothing: say(tab, "p", "calm", words::NO_FIGURES),
            filters: filters::Filters::make(tab),
            table: table::Table::make(tab),
        }
    }
}
