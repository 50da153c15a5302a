//! The table: a header that sorts, and rows that lead to their words in the text, by the mouse or by the keyboard.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::window::Window;
use super::{List, Shown, rows};
use crate::app::dom::{by_id, child, hide, say, set, target};
use crate::app::panel::{go, reveal};
use crate::app::state::Target;
use crate::app::text as words;
use crate::listing::Column;

/// The element that holds the rows: as high as all of them together.
pub const ROWS: &str = "figure-rows";

/// The table, all but its rows.
pub struct Table {
    table: Element,
    heads: [(Column, Element); 5],
    body: HtmlElement,
    /// What is said where no row is left.
    none: Element,
}

impl Table {
    pub fn make(tab: &Element) -> Self {
        let table = child(tab, "table", &[("class", "figures"), ("role", "table")]);
        set(&table, "aria-label", words::FIGURES_LABEL);
        let head = child(&table, "thead", &[("role", "rowgroup")]);
        let head = child(&head, "tr", &[("role", "row"), ("aria-rowindex", "1")]);
        let heads = Column::ALL.map(|column| {
            let role = [("role", "columnheader"), ("scope", "col")];
            let cell = child(&head, "th", &role);
            cell.set_class_name(class(column));
            let button = say(&cell, "button", "", words::column(column));
            set(&button, "type", "button");
            (column, cell)
        });
        let body = child(&table, "tbody", &[("id", ROWS), ("role", "rowgroup")]);
        Self {
            body: body.unchecked_into(),
            none: say(tab, "p", "calm", words::NO_ROWS),
            table,
            heads,
        }
    }

    pub fn draw(&self, shown: &Shown) {
        let rows = shown.rows.len();
        let all = shown.listing.rows.len();
        hide(&self.table, all == 0);
        hide(&self.none, all == 0 || rows > 0);
        set(&self.table, "aria-rowcount", &(rows + 1).to_string());
        let rows = rows.to_string();
        set(&self.body, "data-rows", &rows);
        let _ = self.body.style().set_property("--rows", &rows);
        let order = shown.query.order;
        for (column, head) in &self.heads {
            if *column != order.column {
                let _ = head.remove_attribute("aria-sort");
            } else if order.descending {
                set(head, "aria-sort", "descending");
            } else {
                set(head, "aria-sort", "ascending");
            }
        }
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

/// A head sorts, a row leads to its words.
pub fn clicked(list: List, target: &Element) {
    let Ok(Some(line)) = target.closest(".figures tr") else {
        return;
    };
    let index = line.get_attribute("aria-rowindex");
    let index: Option<usize> = index.and_then(|index| index.parse().ok());
    match index.map(|index| index.checked_sub(2)) {
        Some(Some(at)) => jump(list, at),
        _ => sort(list, target),
    }
}

fn sort(list: List, target: &Element) {
    let Ok(Some(head)) = target.closest("th") else {
        return;
    };
    let mut columns = Column::ALL.into_iter();
    if let Some(column) = columns.find(|&column| class(column) == head.class_name()) {
        list.query
            .update(|query| query.order = query.order.after(column));
        list.chosen.set(0);
        list.window.to_top();
    }
}

fn jump(list: List, at: usize) {
    list.chosen.set(at);
    let shown = list.view.get_untracked();
    if let Some(&index) = shown.rows.get(at) {
        go(list.session, Some(Target::Figure(index)), |report| {
            Some(report.figures.get(index)?.span)
        });
    }
}

/// Keys lead from row to row.
pub fn moved(list: List, event: &KeyboardEvent) {
    let target = target(event).and_then(|target| target.closest("tbody").ok()?);
    let rows = list.view.get_untracked().rows.len();
    let at = list.chosen.get_untracked().min(rows.saturating_sub(1));
    if target.is_some()
        && let Some(to) = step(event, at, rows, list.window)
    {
        event.prevent_default();
        list.chosen.set(to);
        // The row may have to be put into the page first.
        request_animation_frame(move || {
            focus(to);
        });
    }
}

fn step(event: &KeyboardEvent, at: usize, rows: usize, window: Window) -> Option<usize> {
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
fn focus(at: usize) -> Option<()> {
    let button: HtmlElement = by_id(&rows::id(at))?.dyn_into().ok()?;
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = button.focus_with_options(&options);
    reveal(&button.closest("tr").ok()??);
    Some(())
}
