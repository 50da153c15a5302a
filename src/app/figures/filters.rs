//! What narrows the table down, how many rows are left, and the button that copies them.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, InputEvent};

use super::{List, Shown};
use crate::app::clipboard;
use crate::app::dom::{by_id, say};
use crate::app::text as words;
use crate::export::tab_separated;
use crate::listing::{Choice, Group, Listing, Query};

const SEARCH: &str = "figure-search";

/// One of the two choices among groups of rows.
#[derive(Clone, Copy)]
struct Filter {
    id: &'static str,
    label: &'static str,
    all: &'static str,
    without: &'static str,
    groups: fn(&Listing) -> &[Group],
    chosen: fn(&Query) -> &Choice,
    set: fn(&mut Query, Choice),
}

const FILTERS: [Filter; 2] = [
    Filter {
        id: "figure-indicator",
        label: words::INDICATOR,
        all: words::ALL_INDICATORS,
        without: words::NO_INDICATOR,
        groups: |listing| &listing.indicators,
        chosen: |query| &query.indicator,
        set: |query, choice| query.indicator = choice,
    },
    Filter {
        id: "figure-section",
        label: words::SECTION,
        all: words::ALL_SECTIONS,
        without: words::NO_SECTION,
        groups: |listing| &listing.sections,
        chosen: |query| &query.section,
        set: |query, choice| query.section = choice,
    },
];

impl Filter {
    /// The groups there are. One chosen that the text has no longer stays among them: a filter does not go by itself.
    fn offered(&self, shown: &Shown) -> Vec<Group> {
        let mut groups = (self.groups)(&shown.listing).to_vec();
        let chosen = (self.chosen)(&shown.query);
        if *chosen != Choice::All && groups.iter().all(|group| group.choice != *chosen) {
            groups.push(Group::gone(chosen.clone()));
        }
        groups
    }

    /// Puts the groups into the list, unless they are the same as before, and shows which is chosen.
    fn draw(&self, offered: &[Group], same: bool, chosen: &Choice) -> Option<()> {
        let select = select(*self)?;
        if !same {
            select.set_text_content(None);
            say(&select, "option", "", self.all)?;
            for group in offered {
                let name = match group.choice {
                    Choice::Without => self.without,
                    _ => &group.name,
                };
                let words = words::group(name, group.depth, group.count);
                say(&select, "option", "", &words)?;
            }
        }
        let at = offered.iter().position(|group| group.choice == *chosen);
        select.set_selected_index(at.map_or(0, |at| at as i32 + 1));
        Some(())
    }
}

fn select(filter: Filter) -> Option<HtmlSelectElement> {
    by_id(filter.id)?.dyn_into().ok()
}

fn search() -> Option<HtmlInputElement> {
    by_id(SEARCH)?.dyn_into().ok()
}

/// The row above the table.
#[component]
pub fn Filters(list: List) -> impl IntoView {
    let session = list.session;
    // What the last copy came to, until something else is asked for.
    let copied = RwSignal::new(String::new());
    let ask = move |change: &dyn Fn(&mut Query)| {
        list.ask(change);
        copied.set(String::new());
        session.say(untrack(|| list.count()));
    };
    let take = move || {
        let words = search().map(|search| search.value()).unwrap_or_default();
        ask(&|query| query.words.clone_from(&words));
    };
    let typed = move |event: leptos::ev::Event| {
        // The letters of an input method are not yet words.
        let input = event.dyn_ref::<InputEvent>();
        if !input.is_some_and(InputEvent::is_composing) {
            take();
        }
    };
    let clear = move |_| {
        ask(&|query| {
            let order = query.order;
            *query = Query::default();
            query.order = order;
        });
        if let Some(search) = search() {
            search.set_value("");
            let _ = search.focus();
        }
    };
    let copy = move |_| {
        let Some(table) = list.view.get_untracked().table() else {
            return;
        };
        spawn_local(async move {
            if clipboard::write(&tab_separated(&table)).await {
                let words = words::copied(table.rows.len());
                copied.set(words.clone());
                session.say(words);
            } else {
                session.notice.set(Some(words::uncopied()));
            }
        });
    };
    let choice = move |filter: Filter| {
        let changed = move |_| {
            let at = select(filter).map(|select| select.selected_index());
            let at = at.and_then(|at| usize::try_from(at - 1).ok());
            let offered = filter.offered(&list.view.get_untracked());
            let group = at.and_then(|at| offered.into_iter().nth(at));
            let choice = group.map(|group| group.choice).unwrap_or_default();
            ask(&|query| (filter.set)(query, choice.clone()));
        };
        view! {
            <label class="choice">
                <span class="vh">{filter.label}</span>
                <select id=filter.id on:change=changed></select>
            </label>
        }
    };
    Effect::new(move |drawn: Option<[Vec<Group>; 2]>| {
        let shown = list.view.get();
        let offered = FILTERS.map(|filter| filter.offered(&shown));
        for (at, (filter, offered)) in FILTERS.iter().zip(&offered).enumerate() {
            let same = drawn.as_ref().and_then(|drawn| drawn.get(at)) == Some(offered);
            filter.draw(offered, same, (filter.chosen)(&shown.query));
        }
        offered
    });
    view! {
        <form
            class="filters"
            role="search"
            aria-label=words::FILTERS_LABEL
            on:submit=|event| event.prevent_default()
        >
            <input
                id=SEARCH
                type="search"
                aria-label=words::SEARCH
                placeholder=words::SEARCH
                autocomplete="off"
                spellcheck="false"
                on:input=typed
                on:compositionend=move |_| take()
            />
            {FILTERS.map(choice).collect_view()}
            <p class="foot">
                <span>{move || list.count()}</span>
                <button
                    type="button"
                    class="link"
                    hidden=move || list.view.get().query.is_open()
                    on:click=clear
                >
                    {words::CLEAR}
                </button>
                <span class="copied">{copied}</span>
                <button
                    type="button"
                    class="btn"
                    disabled=move || list.view.get().rows.is_empty()
                    on:click=copy
                >
                    {words::COPY}
                </button>
            </p>
        </form>
    }
}
