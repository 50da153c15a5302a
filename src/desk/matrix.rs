//! 报告: the matrix, a row a report, and what is asked of it: words, a choice, a year, groups, an order.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use gloo::events::EventListener;
use js_sys::Date;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::item::{Item, State};
use super::table::{Key, Line, Table};
use super::text as words;
use crate::app::alphabet::alphabet;
use crate::app::dom::{by_id, child, hide, say, set};
use crate::batch::row::{self as batch, KEY_INDICATORS, Row};
use crate::batch::select::{self, Column, Group, Query};
use crate::export::words as told;
use crate::listing::Choice;
use crate::profiles::{ANNUAL_REPORT, indicators};
use crate::report::Severity;

// What stands in index.html.
const PLACE: &str = "desk-table";
const SEARCH: &str = "desk-search";
const ONLY: &str = "desk-only";
const YEAR: &str = "desk-year";
const GROUPED: &str = "desk-grouped";

/// The matrix.
pub struct Matrix {
    table: Table,
    heads: Vec<(Column, Element)>,
    /// What is said where no row is left.
    none: Element,
    query: RefCell<Query>,
    groups: RefCell<Vec<Group>>,
    /// How often the groups have changed.
    changes: Cell<u32>,
    /// The years that are offered.
    years: RefCell<BTreeSet<u16>>,
    _listeners: Vec<EventListener>,
}

/// The id of the button of a report.
pub fn id(number: usize) -> String {
    format!("report-{number}")
}

impl Matrix {
    /// Builds it; `changed` is called whenever it has to be drawn anew.
    pub fn build(changed: impl Fn() + Clone + 'static) -> Option<Self> {
        let place = by_id(PLACE)?;
        let table = Table::build(place.clone(), words::MATRIX, changed.clone());
        let indicators = KEY_INDICATORS.len().to_string();
        super::table::property(&table.table, "--indicators", &indicators);
        let heads = heads(&table.head);
        let listeners = [SEARCH, ONLY, YEAR, GROUPED].into_iter().filter_map(|id| {
            let changed = changed.clone();
            let input = by_id(id)?;
            Some(EventListener::new(&input, "input", move |_| changed()))
        });
        Some(Self {
            heads,
            none: say(&place, "p", "desk-none", words::NO_ROWS),
            query: RefCell::default(),
            groups: RefCell::default(),
            changes: Cell::default(),
            years: RefCell::default(),
            _listeners: listeners.collect(),
            table,
        })
    }

    /// Sorts by the column of a head that was clicked. Whether it was one.
    pub fn sort(&self, target: &Element) -> bool {
        let Ok(Some(head)) = target.closest("th[scope=col]") else {
            return false;
        };
        let Some((column, _)) = self.heads.iter().find(|(_, known)| *known == head) else {
            return false;
        };
        let mut query = self.query.borrow_mut();
        query.order = query.order.after(*column);
        self.table.to_top();
        true
    }

    /// Shows the reports as they stand: what is told of each, and how it came to that.
    pub fn draw(&self, items: &[Item], rows: &[Row]) {
        self.ask(rows);
        let query = self.query.borrow();
        let shown = select::select(rows, &query, alphabet);
        let mut lines: Vec<Key> = Vec::with_capacity(shown.len());
        let line = |number: usize| {
            let version = items.get(number)?.version;
            Some((Line::Report(number), version))
        };
        let groups = if self.grouped() {
            let groups = select::groups(rows, &shown);
            if *self.groups.borrow() != groups {
                self.changes.set(self.changes.get() + 1);
            }
            for (at, group) in groups.iter().enumerate() {
                lines.push((Line::Group(at), self.changes.get()));
                lines.extend(group.rows.iter().copied().filter_map(line));
            }
            groups
        } else {
            lines.extend(shown.into_iter().filter_map(line));
            Vec::new()
        };
        hide(&self.none, !lines.is_empty() || items.is_empty());
        for (column, head) in &self.heads {
            if *column != query.order.column {
                let _ = head.remove_attribute("aria-sort");
            } else if query.order.descending {
                set(head, "aria-sort", "descending");
            } else {
                set(head, "aria-sort", "ascending");
            }
        }
        self.table.draw(&lines, |line, key| match key {
            Line::Group(at) => {
                if let Some(group) = groups.get(at) {
                    group_row(line, group);
                }
            }
            Line::Report(number) => {
                if let (Some(item), Some(row)) = (items.get(number), rows.get(number)) {
                    report_row(line, number, item, row);
                }
            }
        });
        *self.groups.borrow_mut() = groups;
    }

    fn grouped(&self) -> bool {
        let input = by_id(GROUPED).and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        input.is_some_and(|input| input.checked())
    }

    /// Reads what is asked, and offers the years that there are.
    fn ask(&self, rows: &[Row]) {
        let select = |id| by_id(id)?.dyn_into::<HtmlSelectElement>().ok();
        let mut query = self.query.borrow_mut();
        let words = by_id(SEARCH).and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        query.words = words.map(|it| it.value()).unwrap_or_default();
        let only = select(ONLY).map(|it| it.value()).unwrap_or_default();
        query.lacking = only == "lacking";
        query.errors = only == "errors";
        query.unchecked = only == "unchecked";
        if let Some(select) = select(YEAR) {
            let years: BTreeSet<u16> = rows.iter().filter_map(|row| row.year).collect();
            if *self.years.borrow() != years {
                let value = select.value();
                while select.length() > 1 {
                    select.remove_with_index(1);
                }
                for &year in &years {
                    let option = say(&select, "option", "", &words::year(year));
                    set(&option, "value", &year.to_string());
                }
                select.set_value(&value);
                *self.years.borrow_mut() = years;
            }
            let year = select.value().parse().ok();
            query.year = year.map_or(Choice::All, Choice::Only);
        }
    }
}

fn heads(head: &Element) -> Vec<(Column, Element)> {
    let row = child(head, "tr", &[("role", "row"), ("aria-rowindex", "1")]);
    let pick = child(&row, "td", &[("role", "cell")]);
    say(&pick, "span", "vh", words::CHOOSE);
    let mut columns = vec![
        (Column::Body, words::BODY.to_owned(), "body"),
        (Column::Year, words::YEAR.to_owned(), "number"),
        (Column::Lacking, words::PARTS.to_owned(), ""),
    ];
    columns.extend(Severity::ALL.map(|severity| {
        let name = severity.name().to_owned();
        (Column::Findings(severity), name, "number")
    }));
    columns.extend(KEY_INDICATORS.iter().enumerate().map(|(at, id)| {
        let name = indicators::find(id).map_or(*id, |indicator| indicator.name);
        (Column::Indicator(at), name.to_owned(), "number")
    }));
    columns.push((Column::Chars, words::CHARS.to_owned(), "number"));
    columns.push((Column::Changed, words::CHANGED.to_owned(), ""));
    let columns = columns.into_iter().map(|(column, name, class)| {
        let cell = child(&row, "th", &[("role", "columnheader"), ("scope", "col")]);
        cell.set_class_name(class);
        set(&say(&cell, "button", "", &name), "type", "button");
        (column, cell)
    });
    columns.collect()
}

fn group_row(line: &Element, group: &Group) {
    line.set_class_name("group");
    let name = group.kind.map_or(words::NO_KIND, |kind| kind.name());
    let cell = child(line, "th", &[("role", "rowheader"), ("scope", "rowgroup")]);
    say(&cell, "span", "", name);
    say(&cell, "small", "", &words::group(&group.totals));
    cells(line, &["", ""]);
    for count in group.totals.findings {
        number(line, Some(count.to_string()), "");
    }
    for sum in group.totals.indicators {
        number(line, sum.map(told::value), "");
    }
    number(line, Some(told::grouped(group.totals.chars)), "");
    cells(line, &[""]);
}

fn cells(line: &Element, words: &[&str]) {
    for words in words {
        cell(line, "", words);
    }
}

fn report_row(line: &Element, number: usize, item: &Item, row: &Row) {
    let pick = cell(line, "pick", "");
    let input = child(
        &pick,
        "input",
        &[("type", "checkbox"), ("autocomplete", "off")],
    );
    set(&input, "data-pick", &number.to_string());
    set(&input, "aria-label", &words::choose(&row.body));
    if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
        input.set_checked(item.chosen);
        input.set_disabled(item.checked().is_none());
    }
    let head = child(line, "th", &[("role", "rowheader"), ("scope", "row")]);
    head.set_class_name("body");
    if item.checked().is_none() {
        say(&head, "span", "", &row.file);
        if matches!(item.state, State::Failed(_)) {
            line.set_class_name("failed");
        }
        set(&cell(line, "told", &row.verdict), "title", &row.verdict);
        return;
    }
    let button = say(&head, "button", "", &row.body);
    set(&button, "type", "button");
    set(&button, "id", &id(number));
    set(&button, "data-report", &number.to_string());
    let kind = row.kind.map(|kind| kind.name());
    say(
        &head,
        "small",
        "",
        &words::file(kind, &row.file, item.edited),
    );
    known(line, row);
}

/// What is known of a report that was checked.
fn known(line: &Element, row: &Row) {
    number(line, row.year.map(|year| year.to_string()), "");
    if row.state == batch::State::OtherGenre {
        set(&cell(line, "other", words::OTHER), "title", &row.verdict);
    } else {
        let chips = child(&cell(line, "", ""), "span", &[("class", "parts-row")]);
        for (part, spec) in row.parts.iter().zip(ANNUAL_REPORT.parts) {
            let tone = told::tone(part.status, spec.required);
            let chip = say(&chips, "span", tone.class(), spec.short);
            let status = format!("{}：{}", spec.name, part.words);
            set(&chip, "title", &status);
            set(&chip, "role", "img");
            set(&chip, "aria-label", &status);
        }
    }
    for (count, tone) in row.counts.into_iter().zip(["bad", "fair", ""]) {
        let tone = if count > 0 { tone } else { "none" };
        number(line, Some(count.to_string()), tone);
    }
    for key in 0..KEY_INDICATORS.len() {
        let shown = row.key(key).map(|figure| {
            let percent = if figure.unit == "%" { "%" } else { "" };
            told::value(figure.value) + percent
        });
        number(line, shown, "");
    }
    number(line, Some(told::grouped(row.chars)), "");
    cell(line, "", &row.changed.map(moment).unwrap_or_default());
}

fn cell(row: &Element, class: &str, words: &str) -> Element {
    let cell = say(row, "td", class, words);
    set(&cell, "role", "cell");
    cell
}

fn number(row: &Element, value: Option<String>, class: &str) {
    let class = match (&value, class) {
        (None, _) => "number none",
        (_, "bad") => "number bad",
        (_, "fair") => "number fair",
        (_, "none") => "number none",
        _ => "number",
    };
    cell(row, class, value.as_deref().unwrap_or("—"));
}

/// A moment in the time of the place, to the minute.
pub fn moment(ms: u64) -> String {
    let date = Date::new(&JsValue::from_f64(ms as f64));
    format!(
        "{}-{:02}-{:02} {:02}:{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        date.get_hours(),
        date.get_minutes()
    )
}
