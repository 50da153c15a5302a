//! The table: a header that sorts, and rows that lead to their words in the text, by the mouse or by the keyboard.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::List;
use super::rows::{self, Drawn};
use super::window::Window;
use crate::app::dom::{by_id, set};
use crate::app::panel::{go, lit, reveal};
use crate::app::state::Target;
use crate::app::text as words;
use crate::listing::Column;

/// The element that holds the rows: as high as all of them together.
pub const ROWS: &str = "figure-rows";

/// The table.
#[component]
pub fn Table(list: List) -> impl IntoView {
    let session = list.session;
    let window = Window::new();
    let lit = lit(session, Target::Figure, |report| {
        let figures = report.figures.iter().enumerate();
        figures.map(|(index, f)| (index, f.span)).collect()
    });
    // The row that the Tab key leads to.
    let chosen = RwSignal::new(0usize);
    let stop = move |rows: usize| chosen.get().min(rows.saturating_sub(1));
    Effect::new(move |drawn: Option<Vec<Drawn>>| {
        let drawn = drawn.unwrap_or_default();
        let shown = list.view.get();
        let Some(body) = by_id(ROWS) else {
            return drawn;
        };
        window.watch(&body);
        let rows = shown.rows.len();
        size(&body, rows);
        let lit = lit.get();
        let lit = shown.rows.iter().position(|&index| Some(index) == lit);
        let stop = stop(rows);
        let wanted = window.positions(rows, [lit, Some(stop)]);
        let wanted = wanted.filter_map(|at| {
            let row = shown.listing.rows.get(*shown.rows.get(at)?)?;
            Some((at, row.clone()))
        });
        let drawn = rows::draw(&body, drawn, wanted.collect());
        for row in &drawn {
            row.mark(lit == Some(row.at), stop == row.at);
        }
        drawn
    });
    let clicked = move |event: MouseEvent| {
        if let Some(at) = row_of(&event) {
            chosen.set(at);
            let shown = list.view.get_untracked();
            if let Some(&index) = shown.rows.get(at) {
                go(session, Some(Target::Figure(index)), |report| {
                    Some(report.figures.get(index)?.span)
                });
            }
        }
    };
    let moved = move |event: KeyboardEvent| {
        let rows = list.view.get_untracked().rows.len();
        let at = untrack(|| stop(rows));
        if let Some(to) = target(&event, at, rows, window) {
            event.prevent_default();
            chosen.set(to);
            // The row may have to be put into the page first.
            request_animation_frame(move || focus(to));
        }
    };
    let head = move |column: Column| {
        let sorted = move || {
            let order = list.view.get().query.order;
            let direction = if order.descending {
                "descending"
            } else {
                "ascending"
            };
            (order.column == column).then_some(direction)
        };
        let sort = move |_| {
            list.ask(&|query| query.order = query.order.after(column));
            chosen.set(0);
            window.to_top();
        };
        view! {
            <th role="columnheader" scope="col" class=class(column) aria-sort=sorted>
                <button type="button" on:click=sort>{words::column(column)}</button>
            </th>
        }
    };
    view! {
        <table
            class="figures"
            role="table"
            aria-label=words::FIGURES_LABEL
            aria-rowcount=move || list.view.get().rows.len() + 1
        >
            <thead role="rowgroup">
                <tr role="row" aria-rowindex="1">{Column::ALL.map(head).collect_view()}</tr>
            </thead>
            <tbody id=ROWS role="rowgroup" on:click=clicked on:keydown=moved></tbody>
        </table>
        <p class="calm" hidden=move || !list.view.get().rows.is_empty()>{words::NO_ROWS}</p>
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

/// Makes room for all rows.
fn size(body: &Element, rows: usize) {
    let rows = rows.to_string();
    set(body, "data-rows", &rows);
    if let Some(body) = body.dyn_ref::<HtmlElement>() {
        let _ = body.style().set_property("--rows", &rows);
    }
}

/// The place of the row that was clicked.
fn row_of(event: &MouseEvent) -> Option<usize> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let row = target.closest("tr").ok()??;
    let index: usize = row.get_attribute("aria-rowindex")?.parse().ok()?;
    index.checked_sub(2)
}

/// Where a key leads to from a row.
fn target(event: &KeyboardEvent, at: usize, rows: usize, window: Window) -> Option<usize> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let last = rows.checked_sub(1)?;
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
    let button = by_id(&rows::id(at));
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = button.focus_with_options(&options);
        if let Ok(Some(row)) = button.closest("tr") {
            reveal(&row);
        }
    }
}
