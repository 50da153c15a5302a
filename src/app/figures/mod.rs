//! 数据: the figures as a table to sort, filter, search and copy, with two pictures above it.

mod charts;
mod filters;
mod table;
mod window;

use std::sync::Arc;

use js_sys::{Array, Function, Intl, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::panel::count;
use super::state::{Session, Tab, use_session};
use super::text as words;
use crate::listing::{Listing, Query};
use charts::Charts;
use filters::Filters;
use table::Table;

/// What the parts of this tab share.
#[derive(Clone, Copy)]
struct List {
    session: Session,
    listing: Memo<Arc<Listing>>,
    query: RwSignal<Query>,
    /// The rows that answer the query, by their indices.
    shown: Memo<Vec<usize>>,
}

impl List {
    fn new(session: Session) -> Self {
        // Made once for each finished check, and only while it is seen.
        let listing = Memo::new_with_compare(
            move |before: Option<&Arc<Listing>>| match before {
                Some(before) if session.tab.get() != Tab::Figures => before.clone(),
                _ => session.report.with(|checked| {
                    let checked = checked.as_ref();
                    let listing = checked.map(|c| Listing::new(&c.source, &c.report));
                    Arc::new(listing.unwrap_or_default())
                }),
            },
            |before, now| !before.zip(now).is_some_and(|(a, b)| Arc::ptr_eq(a, b)),
        );
        let query = RwSignal::new(Query::default());
        let shown = Memo::new(move |_| {
            listing.with(|listing| query.with(|query| listing.select(query, alphabet)))
        });
        Self {
            session,
            listing,
            query,
            shown,
        }
    }

    /// How many rows are shown.
    fn len(self) -> usize {
        self.shown.with(Vec::len)
    }

    /// Of how many.
    fn all(self) -> usize {
        self.listing.with(|listing| listing.rows.len())
    }
}

/// Words in the order of the Chinese alphabet, as the browser knows it.
fn alphabet(list: Vec<String>) -> Vec<String> {
    let array: Array = list.iter().map(|words| JsValue::from_str(words)).collect();
    let collator = Intl::Collator::new(&Array::of1(&"zh-CN".into()), &Object::new());
    // The browser's own sort calls the browser's own comparison, without a detour through here.
    let sort = Reflect::get(&array, &"sort".into()).map(Function::from);
    let sorted = sort.and_then(|sort| sort.call1(&array, &collator.compare()));
    match sorted {
        Ok(_) => array.iter().filter_map(|words| words.as_string()).collect(),
        Err(_) => list,
    }
}

/// The tab.
#[component]
pub fn Figures() -> impl IntoView {
    let session = use_session();
    let figures = count(session, |report| report.figures.len());
    let list = List::new(session);
    view! {
        <div class="figures-tab">
            <Charts/>
            <Show
                when=move || { figures.get() > 0 }
                fallback=|| view! { <p class="calm">{words::NO_FIGURES}</p> }
            >
                <Filters list/>
                <Table list/>
            </Show>
        </div>
    }
}
