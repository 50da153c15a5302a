//! 数据: the figures as a table to sort, filter, search and copy, with two pictures above it.

mod charts;
mod filters;
mod rows;
mod table;
mod window;

use std::sync::Arc;

use js_sys::{Array, Function, Intl, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::state::{Checked, Session, Tab, use_session};
use super::text as words;
use crate::export::tables;
use crate::listing::{Listing, Query};
use charts::Charts;
use filters::Filters;
use table::Table;

/// What the parts of this tab share.
#[derive(Clone, Copy)]
struct List {
    session: Session,
    query: RwSignal<Query>,
    view: Memo<Arc<Shown>>,
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
        }
    }

    /// Changes what is asked for.
    fn ask(self, change: &dyn Fn(&mut Query)) {
        self.query.update(change);
    }

    /// How many rows are shown, in words.
    fn count(self) -> String {
        let shown = self.view.get();
        words::shown(shown.rows.len(), shown.listing.rows.len())
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

/// Words in the order of the Chinese alphabet, as the browser knows it.
fn alphabet(list: Vec<&str>) -> Vec<String> {
    let array: Array = list.into_iter().map(JsValue::from_str).collect();
    let collator = Intl::Collator::new(&Array::of1(&"zh-CN".into()), &Object::new());
    // The browser's own sort calls the browser's own comparison, without a detour through here.
    if let Ok(sort) = Reflect::get(&array, &"sort".into()) {
        let _ = Function::from(sort).call1(&array, &collator.compare());
    }
    array.iter().filter_map(|words| words.as_string()).collect()
}

/// The tab.
#[component]
pub fn Figures() -> impl IntoView {
    let list = List::new(use_session());
    let none = move || list.view.get().listing.rows.is_empty();
    view! {
        <div class="figures-tab">
            <Charts list/>
            <p class="calm" hidden=move || !none()>{words::NO_FIGURES}</p>
            <div hidden=none>
                <Filters list/>
                <Table list/>
            </div>
        </div>
    }
}
