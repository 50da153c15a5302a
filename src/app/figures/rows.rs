//! The rows in the page, made by hand: each is kept as long as it says the same.

use std::sync::Arc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::app::dom::{child, element, say, set};
use crate::app::text as words;
use crate::listing::Row;

/// Of a long sentence so many characters before the figure are seen. All of it is read out.
const LEAD: usize = 24;

/// A row in the page.
pub struct Drawn {
    /// Its place in the table, from 0.
    pub at: usize,
    row: Arc<Row>,
    element: Element,
}

/// Makes the rows in the page those that are wanted, which come in order.
pub fn draw(body: &Element, mut before: Vec<Drawn>, wanted: Vec<(usize, Arc<Row>)>) -> Vec<Drawn> {
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
        } else if let Some(element) = make(at, &row) {
            let next = before.peek().map(|drawn| drawn.element.as_ref());
            let _ = body.insert_before(&element, next);
            now.push(Drawn { at, row, element });
        }
    }
    now
}

impl Drawn {
    /// Shows whether it is the row of the place in the text, and whether the Tab key leads to it.
    pub fn mark(&self, lit: bool, stop: bool) {
        let element = &self.element;
        let _ = element.class_list().toggle_with_force("lit", lit);
        if lit {
            set(element, "aria-current", "true");
        } else {
            let _ = element.remove_attribute("aria-current");
        }
        if let Ok(Some(button)) = element.query_selector("button") {
            set(&button, "tabindex", if stop { "0" } else { "-1" });
        }
    }
}

/// The id of the button of a row.
pub fn id(at: usize) -> String {
    format!("figure-{at}")
}

fn make(at: usize, row: &Row) -> Option<Element> {
    let index = (at + 2).to_string();
    let line = element("tr", &[("role", "row"), ("aria-rowindex", &index)])?;
    let style = line.dyn_ref::<HtmlElement>()?.style();
    let _ = style.set_property("--at", &at.to_string());

    let [number_id, unit_id] = ["number", "unit"].map(|cell| format!("{cell}-{at}"));
    let head = [
        ("role", "rowheader"),
        ("scope", "row"),
        ("class", "subject"),
    ];
    let head = child(&line, "th", &head)?;
    let button = [
        ("type", "button"),
        ("id", &id(at)),
        ("aria-describedby", &format!("{number_id} {unit_id}")),
    ];
    name(&child(&head, "button", &button)?, row)?;

    let cell = |class: &str, id: &str, words: &str| {
        let cell = say(&line, "td", class, words)?;
        set(&cell, "role", "cell");
        if !id.is_empty() {
            set(&cell, "id", id);
        }
        Some(cell)
    };
    let number = cell("number", &number_id, &row.number)?;
    small(&number, "", &row.qualifier);
    small(&number, "period", &row.period);
    cell("unit", &unit_id, &row.unit)?;
    say(&cell("where", "", "")?, "span", "", &row.heading)?;

    let sentence = say(&cell("sentence", "", "")?, "span", "", "")?;
    let (far, near) = row.sentence.lead(LEAD);
    if !far.is_empty() {
        say(&sentence, "span", "vh", far)?;
        set(&say(&sentence, "span", "cut", "…")?, "aria-hidden", "true");
    }
    say(&sentence, "span", "", near)?;
    say(&sentence, "mark", "", &row.sentence.words)?;
    say(&sentence, "span", "", &row.sentence.after)?;
    Some(line)
}

/// What the figure is known by in full, the rest in small.
fn name(button: &Element, row: &Row) -> Option<()> {
    if row.is_part {
        say(button, "small", "tag", words::PART)?;
    }
    if row.indicator.is_none() {
        small(button, "", &row.action);
    }
    let (class, words) = match row.name() {
        Some(name) => ("name", name),
        None => ("unknown", words::NO_SUBJECT),
    };
    say(button, "span", class, words)?;
    // Beside an indicator all that the report itself says of the figure is secondary.
    if row.indicator.is_some() {
        small(button, "", &row.action);
        small(button, "", &row.subject);
    }
    Some(())
}

/// Words in small, with a space on either side.
fn small(parent: &Element, class: &str, words: &Option<String>) -> Option<()> {
    let words = format!(" {} ", words.as_deref()?);
    say(parent, "small", class, &words).map(|_| ())
}
