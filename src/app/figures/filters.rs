//! What narrows the table down, how many rows are left, and the button that copies them.

use leptos::task::spawn_local;
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::InputEvent;

use super::List;
use crate::app::clipboard;
use crate::app::text as words;
use crate::listing::{Choice, Group, Query};

/// The row above the table.
#[component]
pub fn Filters(list: List) -> impl IntoView {
    let List {
        session,
        query,
        listing,
        shown,
    } = list;
    let search = NodeRef::<html::Input>::new();
    let copied = RwSignal::new(None::<usize>);
    let take = move || {
        if let Some(search) = search.get_untracked() {
            query.update(|query| query.words = search.value());
        }
    };
    let typed = move |event: leptos::ev::Event| {
        // The letters of an input method are not yet words.
        let input = event.dyn_ref::<InputEvent>();
        if !input.is_some_and(InputEvent::is_composing) {
            take();
        }
    };
    let clear = move |_| {
        query.update(|query| {
            *query = Query {
                order: query.order,
                ..Query::default()
            };
        });
        if let Some(search) = search.get_untracked() {
            search.set_value("");
            let _ = search.focus();
        }
    };
    let narrowed = move || query.with(|query| !query.is_open());
    let count = move || words::shown(list.len(), list.all());
    // How many are left is read out when the reader asks for others, not when the text changes.
    Effect::watch(
        move || query.with(|q| (q.words.clone(), q.indicator.clone(), q.section.clone())),
        move |_, _, _| session.said.set(untrack(count)),
        false,
    );
    Effect::new(move || {
        shown.track();
        copied.set(None);
    });
    let copy = move |_| {
        let (rows, text) = shown.with_untracked(|shown| {
            let text = |list: &std::sync::Arc<crate::listing::Listing>| {
                list.tab_separated(shown, words::COPY_HEADS)
            };
            (shown.len(), listing.with_untracked(text))
        });
        spawn_local(async move {
            if clipboard::write(&text).await {
                copied.set(Some(rows));
                session.said.set(words::copied(rows));
            } else {
                session.notice.set(Some(words::uncopied()));
            }
        });
    };
    let indicators = Memo::new(move |_| listing.with(|listing| listing.indicators.clone()));
    let sections = Memo::new(move |_| listing.with(|listing| listing.sections.clone()));
    view! {
        <form
            class="filters"
            role="search"
            aria-label=words::FILTERS_LABEL
            on:submit=|event| event.prevent_default()
        >
            <input
                type="search"
                node_ref=search
                aria-label=words::SEARCH
                placeholder=words::SEARCH
                autocomplete="off"
                spellcheck="false"
                on:input=typed
                on:compositionend=move |_| take()
            />
            <Filter
                label=words::INDICATOR
                all=words::ALL_INDICATORS
                without=words::NO_INDICATOR
                groups=indicators
                chosen=Signal::derive(move || query.with(|query| query.indicator.clone()))
                choose=move |choice| query.update(|query| query.indicator = choice)
            />
            <Filter
                label=words::SECTION
                all=words::ALL_SECTIONS
                without=words::NO_SECTION
                groups=sections
                chosen=Signal::derive(move || query.with(|query| query.section.clone()))
                choose=move |choice| query.update(|query| query.section = choice)
            />
            <p class="shown">
                <span>{count}</span>
                <Show when=narrowed>
                    <button type="button" class="link" on:click=clear>{words::CLEAR}</button>
                </Show>
            </p>
            <p class="copy">
                {move || copied.get().map(|rows| view! { <span>{words::copied(rows)}</span> })}
                <button
                    type="button"
                    class="btn"
                    disabled=move || list.len() == 0
                    on:click=copy
                >
                    {words::COPY}
                </button>
            </p>
        </form>
    }
}

/// A choice among the groups there are, each with its number of rows.
#[component]
fn Filter(
    label: &'static str,
    all: &'static str,
    without: &'static str,
    groups: Memo<Vec<Group>>,
    chosen: Signal<Choice>,
    choose: impl Fn(Choice) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    // A group chosen that the text has no longer stays in the list: a filter does not go by itself.
    let offered = Memo::new(move |_| {
        let mut groups = groups.get();
        let chosen = chosen.get();
        if chosen != Choice::All && groups.iter().all(|group| group.choice != chosen) {
            groups.push(Group::empty(chosen));
        }
        groups
    });
    let options = move || {
        let groups = offered.get().into_iter().enumerate();
        let option = |(at, group): (usize, Group)| {
            let name = match group.choice {
                Choice::Without => without,
                _ => &group.name,
            };
            let name = words::group(name, group.depth, group.count);
            let selected = move || chosen.with(|chosen| *chosen == group.choice);
            view! { <option value=at.to_string() prop:selected=selected>{name}</option> }
        };
        groups.map(option).collect_view()
    };
    let changed = move |event: leptos::ev::Event| {
        let at: Option<usize> = event_target_value(&event).parse().ok();
        let choice = offered.with_untracked(|groups| Some(groups.get(at?)?.choice.clone()));
        choose(choice.unwrap_or_default());
    };
    view! {
        <label class="choice">
            <span class="vh">{label}</span>
            <select on:change=changed>
                <option value="" prop:selected=move || chosen.with(|c| *c == Choice::All)>{all}</option>
                {options}
            </select>
        </label>
    }
}
