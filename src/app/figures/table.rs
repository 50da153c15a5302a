//! The table: a header that sorts, and rows that lead to their words in the text, by the mouse or by the keyboard.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::List;
use super::window::Window;
use crate::app::panel::{go, lit, reveal};
use crate::app::state::Target;
use crate::app::text as words;
use crate::listing::{Column, Order, Row};

/// Of a long sentence so many characters before the figure are seen. All of it is read out.
const LEAD: usize = 24;

/// The table.
#[component]
pub fn Table(list: List) -> impl IntoView {
    let session = list.session;
    let window = Window::new(Signal::derive(move || list.len()));
    let lit = lit(session, Target::Figure, |report| {
        let figures = report.figures.iter().enumerate();
        figures.map(|(index, f)| (index, f.span)).collect()
    });
    let lit_at = Memo::new(move |_| {
        let lit = lit.get()?;
        list.shown
            .with(|shown| shown.iter().position(|&index| index == lit))
    });
    // The row that the Tab key leads to.
    let chosen = RwSignal::new(0usize);
    let stop = Memo::new(move |_| chosen.get().min(list.len().saturating_sub(1)));
    let positions = move || window.positions([Some(stop.get()), lit_at.get()]);
    let sort = move |column: Column| {
        list.query
            .update(|query| query.order = query.order.after(column));
        chosen.set(0);
        window.to_top();
    };
    let moved = move |event: KeyboardEvent| {
        if let Some(to) = target(&event, stop.get_untracked(), list, window) {
            event.prevent_default();
            chosen.set(to);
            // The row may have to be put into the page first.
            request_animation_frame(move || focus(to));
        }
    };
    view! {
        <table
            class="figures"
            role="table"
            aria-label=words::FIGURES_LABEL
            aria-rowcount=move || list.len() + 1
        >
            <thead role="rowgroup">
                <tr role="row" aria-rowindex="1">
                    {Column::ALL.map(|column| view! { <Head list column sort/> }).collect_view()}
                </tr>
            </thead>
            <tbody
                role="rowgroup"
                node_ref=window.body
                style:--rows=move || list.len().to_string()
                on:keydown=moved
            >
                <For each=positions key=|at| *at let(at)>
                    <FigureRow
                        list
                        at
                        lit=Signal::derive(move || lit_at.get() == Some(at))
                        stop=Signal::derive(move || stop.get() == at)
                        choose=move || chosen.set(at)
                    />
                </For>
            </tbody>
        </table>
        <Show when=move || list.len() == 0>
            <p class="calm">{words::NO_ROWS}</p>
        </Show>
    }
}

#[component]
fn Head(
    list: List,
    column: Column,
    sort: impl Fn(Column) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let order = Memo::new(move |_| {
        let order: Order = list.query.with(|query| query.order);
        (order.column == column).then_some(order.descending)
    });
    let sorted = move || {
        order.get().map(|descending| match descending {
            false => "ascending",
            true => "descending",
        })
    };
    view! {
        <th role="columnheader" scope="col" class=class(column) aria-sort=sorted>
            <button type="button" title=words::SORT on:click=move |_| sort(column)>
                {words::column(column)}
                <svg class="icon" viewBox="0 0 12 20" aria-hidden="true">
                    <path class="up" d="M3 8l3-3.5L9 8"></path>
                    <path class="down" d="M3 12l3 3.5L9 12"></path>
                </svg>
            </button>
        </th>
    }
}

fn class(column: Column) -> &'static str {
    match column {
        Column::Name => "subject",
        Column::Value => "number",
        Column::Unit => "unit",
        Column::Section => "where",
        Column::Sentence => "sentence",
    }
}

/// The row at a position of the table: which figure stands in it changes with the order and the filters.
#[component]
fn FigureRow(
    list: List,
    at: usize,
    #[prop(into)] lit: Signal<bool>,
    #[prop(into)] stop: Signal<bool>,
    choose: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let index = Memo::new(move |_| list.shown.with(|shown| shown.get(at).copied()));
    let row = Memo::new(move |_| {
        let index = index.get()?;
        list.listing
            .with(|listing| listing.rows.get(index).cloned())
    });
    let jump = move |_| {
        choose();
        if let Some(index) = index.get_untracked() {
            go(list.session, Some(Target::Figure(index)), |report| {
                Some(report.figures.get(index)?.span)
            });
        }
    };
    view! {
        <tr
            role="row"
            class:lit=lit
            style:--at=at.to_string()
            aria-rowindex=at + 2
            aria-current=move || lit.get().then_some("true")
            on:click=jump
        >
            {move || row.get().map(|row| cells(&row, at, stop))}
        </tr>
    }
}

fn cells(row: &Arc<Row>, at: usize, stop: Signal<bool>) -> impl IntoView + use<> {
    let small = |words: Option<String>| words.map(|words| view! { <small>{words}</small> });
    let joined = |words: [&Option<String>; 2]| {
        let words: Vec<&str> = words.into_iter().flatten().map(String::as_str).collect();
        (!words.is_empty()).then(|| words.join(" "))
    };
    // Beside an indicator all that the report itself says of the figure is secondary.
    let (name, detail) = match row.indicator {
        Some(indicator) => (
            Some(indicator.to_owned()),
            joined([&row.action, &row.subject]),
        ),
        None => (row.subject.clone(), row.action.clone()),
    };
    let unknown = name.is_none();
    let name = name.unwrap_or_else(|| words::NO_SUBJECT.to_owned());
    let part = row
        .is_part
        .then(|| view! { <small class="tag">{words::PART}</small> });
    let sentence = row.sentence.clone();
    let (far, near) = sentence.lead(LEAD);
    let far = Some(far.to_owned()).filter(|far| !far.is_empty());
    let near = near.to_owned();
    let [number, unit] = ["number", "unit"].map(|cell| format!("{cell}-{at}"));
    view! {
        <th role="rowheader" scope="row" class="subject">
            <button
                type="button"
                id=row_id(at)
                tabindex=move || if stop.get() { "0" } else { "-1" }
                aria-describedby=format!("{number} {unit}")
                class:unknown=unknown
            >
                {part}
                <span>{name}</span>
                {small(detail)}
            </button>
        </th>
        <td role="cell" class="number" id=number>
            {row.number.clone()} {small(row.qualifier.clone())} {small(row.period.clone())}
        </td>
        <td role="cell" class="unit" id=unit>{row.unit.clone()}</td>
        <td role="cell" class="where"><span>{row.heading.to_string()}</span></td>
        <td role="cell" class="sentence">
            <span>
                {far.map(|far| view! { <span class="vh">{far}</span><span aria-hidden="true">"…"</span> })}
                {near} <mark>{sentence.figure}</mark> {sentence.after}
            </span>
        </td>
    }
}

fn row_id(at: usize) -> String {
    format!("figure-{at}")
}

/// Where a key leads to from a row.
fn target(event: &KeyboardEvent, at: usize, list: List, window: Window) -> Option<usize> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let last = untrack(|| list.len()).checked_sub(1)?;
    let to = match event.key().as_str() {
        "ArrowDown" => at + 1,
        "ArrowUp" => at.saturating_sub(1),
        "PageDown" => at + window.page(),
        "PageUp" => at.saturating_sub(window.page()),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    Some(to.min(last))
}

/// Gives a row the focus and brings it in sight.
fn focus(at: usize) {
    let button = document().get_element_by_id(&row_id(at));
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = button.focus_with_options(&options);
        if let Ok(Some(row)) = button.closest("tr") {
            reveal(&row);
        }
    }
}
