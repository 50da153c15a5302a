//! The rows in the page, made by hand: each is kept as long as it says the same.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::table::ROWS;
use super::{List, Shown};
use crate::app::dom::{by_id, child, element, light, say, set};
use crate::app::text as words;
use crate::listing::Row;

/// Of a long sentence so many characters before the figure are seen. All of it is read out.
const LEAD: usize = 24;

/// A row in the page.
pub struct Drawn {
    /// Its place in the table, from 0.
    at: usize,
    row: Arc<Row>,
    element: Element,
}

/// Draws the rows that are in the page: those in sight, the lit one, and the one that the Tab key leads to.
pub fn draw(list: List, shown: &Shown, lit: Option<usize>, before: Vec<Drawn>) -> Vec<Drawn> {
    let Some(body) = by_id(ROWS) else {
        return before;
    };
    list.window.watch(&body);
    let rows = shown.rows.len();
    let stop = list.chosen.get().min(rows.saturating_sub(1));
    let lit = shown.rows.iter().position(|&index| Some(index) == lit);
    let wanted = list.window.positions(rows, [lit, Some(stop)]);
    let wanted = wanted.filter_map(|at| {
        let row = shown.listing.rows.get(*shown.rows.get(at)?)?;
        Some((at, row.clone()))
    });
    let drawn = replace(&body, before, wanted.collect());
    for row in &drawn {
        row.mark(lit == Some(row.at), stop == row.at);
    }
    drawn
}

/// Makes the rows in the page those that are wanted, which come in order.
fn replace(body: &Element, mut before: Vec<Drawn>, wanted: Vec<(usize, Arc<Row>)>) -> Vec<Drawn> {
    before.retain(|drawn| {
        let same = |(at, row): &(usize, Arc<Row>)| *at == drawn.at && *row == drawn.row;
        let kept = wanted.iter().any(same);
        if !kept {
            drawn.element.remove();
        }
        kept
    });
    let mut before = before.into_iter().peekable();
    let mut now = Vec::with_capacity(wanted.len());
    for (at, row) in wanted {
        if let Some(kept) = before.next_if(|drawn| drawn.at == at) {
            now.push(kept);
        } else {
            let element = make(at, &row);
            let next = before.peek().map(|drawn| drawn.element.as_ref());
            let _ = body.insert_before(&element, next);
            now.push(Drawn { at, row, element });
        }
    }
    now
}

impl Drawn {
    /// Shows whether it is the row of the place in the text, and whether the Tab key leads to it.
    fn mark(&self, lit: bool, stop: bool) {
        light(&self.element, lit);
        if let Ok(Some(button)) = self.element.query_selector("button") {
            set(&button, "tabindex", if stop { "0" } else { "-1" });
        }
    }
}

/// The id of the button of a row.
pub fn id(at: usize) -> String {
    format!("figure-{at}")
}

fn make(at: usize, row: &Row) -> Element {
    let line = element("tr", &[("role", "row")]);
    set(&line, "aria-rowindex", &(at + 2).to_string());
    if let Some(line) = line.dyn_ref::<HtmlElement>() {
        let _ = line.style().set_property("--at", &at.to_string());
    }

    let [number_id, unit_id] = ["number", "unit"].map(|cell| format!("{cell}-{at}"));
    let head = cell(&line, "th", "subject", "");
    set(&head, "scope", "row");
    let button = child(&head, "button", &[("type", "button")]);
    button.set_id(&id(at));
    set(
        &button,
        "aria-describedby",
        &format!("{number_id} {unit_id}"),
    );
    name(&button, row);

    let number = cell(&line, "td", "number", &row.number);
    number.set_id(&number_id);
    small(&number, "", &row.qualifier);
    small(&number, "period", &row.period);
    cell(&line, "td", "unit", &row.unit).set_id(&unit_id);
    say(&cell(&line, "td", "where", ""), "span", "", &row.heading);

    let sentence = say(&cell(&line, "td", "sentence", ""), "span", "", "");
    let (far, near) = row.sentence.lead(LEAD);
    if !far.is_empty() {
        say(&sentence, "span", "vh", far);
        set(&say(&sentence, "span", "cut", "…"), "aria-hidden", "true");
    }
    say(&sentence, "span", "", near);
    say(&sentence, "mark", "", &row.sentence.words);
    say(&sentence, "span", "", &row.sentence.after);
    line
}

fn cell(line: &Element, name: &str, class: &str, words: &str) -> Element {
    let cell = say(line, name, class, words);
    let role = if name == "th" { "rowheader" } else { "cell" };
    set(&cell, "role", role);
    cell
}

/// What the figure is known by in full, the rest in small.
fn name(button: &Element, row: &Row) {
    if row.is_part {
        say(button, "small", "tag", words::PART);
    }
    if row.indicator.is_none() {
        small(button, "action", &row.action);
    }
    let (class, words) = match row.name() {
        Some(name) => ("name", name),
        None => ("unknown", words::NO_SUBJECT),
    };
    say(button, "span", class, words);
    // Beside an indicator what else the report itself says of the figure is secondary.
    if let Some(indicator) = row.indicator {
        for words in [&row.action, &row.subject] {
            if words
                .as_ref()
                .is_some_and(|words| !indicator.contains(&**words))
            {
                small(button, "", words);
            }
        }
    }
}

/// Words in small, with a space on either side.
fn small(parent: &Element, class: &str, words: &Option<String>) {
    if let Some(words) = words {
        say(parent, "small", class, &format!(" {words} "));
    }
}
