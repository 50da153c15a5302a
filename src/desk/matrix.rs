//! 报告: the matrix, a row a report, and what is asked of it: words, a choice, a year, groups, an order.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use gloo::events::EventListener;
use js_sys::Date;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::item::{Checked, Item, State};
use super::table::{Key, Line, Table};
use super::text as words;
use crate::app::dom::{by_id, child, hide, say, set};
use crate::batch::{Column, Entry, Group, Only, Query, arranged, key_indicators};
use crate::export::words::{self as told, Tone};
use crate::profiles::ANNUAL_REPORT;
use crate::report::Genre;

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
    /// How often what is asked has changed: the names of groups change with it.
    asked: Cell<u32>,
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
        let indicators = key_indicators().count().to_string();
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
            asked: Cell::default(),
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
        self.query.borrow_mut().sort(*column);
        self.table.to_top();
        true
    }

    /// Shows the reports as they stand.
    pub fn draw(&self, items: &[Item]) {
        self.ask(items);
        let query = self.query.borrow();
        let entries: Vec<Entry<'_>> = items.iter().map(entry).collect();
        let groups = arranged(&entries, &query);
        if *self.groups.borrow() != groups {
            self.asked.set(self.asked.get() + 1);
        }
        let mut lines: Vec<Key> = Vec::with_capacity(items.len());
        for (at, group) in groups.iter().enumerate() {
            if query.grouped {
                lines.push((Line::Group(at), self.asked.get()));
            }
            let reports = group.reports.iter();
            lines.extend(reports.filter_map(|&number| {
                let version = items.get(number)?.version;
                Some((Line::Report(number), version))
            }));
        }
        hide(&self.none, !lines.is_empty() || items.is_empty());
        for (column, head) in &self.heads {
            let sorted = query.order.filter(|order| order.column == *column);
            match sorted {
                None => drop(head.remove_attribute("aria-sort")),
                Some(order) if order.descending => set(head, "aria-sort", "descending"),
                Some(_) => set(head, "aria-sort", "ascending"),
            }
        }
        self.table.draw(&lines, |row, line| match line {
            Line::Group(at) => {
                if let Some(group) = groups.get(at) {
                    group_row(row, group, items);
                }
            }
            Line::Report(number) => {
                if let Some(item) = items.get(number) {
                    report_row(row, number, item);
                }
            }
        });
        *self.groups.borrow_mut() = groups;
    }

    /// Reads what is asked, and offers the years that there are.
    fn ask(&self, items: &[Item]) {
        let input = |id| by_id(id)?.dyn_into::<HtmlInputElement>().ok();
        let select = |id| by_id(id)?.dyn_into::<HtmlSelectElement>().ok();
        let mut query = self.query.borrow_mut();
        query.words = input(SEARCH).map(|it| it.value()).unwrap_or_default();
        query.grouped = input(GROUPED).is_some_and(|it| it.checked());
        query.only = match select(ONLY).map(|it| it.value()).as_deref() {
            Some("lacking") => Only::Lacking,
            Some("errors") => Only::Errors,
            Some("failed") => Only::Failed,
            _ => Only::All,
        };
        if let Some(select) = select(YEAR) {
            let rows = items.iter().filter_map(Item::checked);
            let years: BTreeSet<u16> = rows.filter_map(|it| it.row.year).collect();
            let value = select.value();
            while select.length() > 1 {
                select.remove_with_index(1);
            }
            for year in years {
                let option = say(&select, "option", "", &words::year(year));
                set(&option, "value", &year.to_string());
            }
            select.set_value(&value);
            query.year = select.value().parse().ok();
        }
    }
}

fn entry(item: &Item) -> Entry<'_> {
    Entry {
        file: &item.name,
        row: item.checked().map(|checked| &checked.row),
        failed: matches!(item.state, State::Failed(_)),
    }
}

fn heads(head: &Element) -> Vec<(Column, Element)> {
    let row = child(head, "tr", &[("role", "row"), ("aria-rowindex", "1")]);
    let pick = child(&row, "td", &[("role", "cell")]);
    say(&pick, "span", "vh", words::CHOOSE);
    let mut columns = vec![
        (Column::Body, words::BODY.to_owned(), "body"),
        (Column::Kind, words::KIND.to_owned(), ""),
        (Column::Year, words::YEAR.to_owned(), "number"),
        (Column::Parts, words::PARTS.to_owned(), ""),
    ];
    for (at, severity) in crate::batch::SEVERITIES.iter().enumerate() {
        columns.push((Column::Findings(at), severity.name().to_owned(), "number"));
    }
    for (at, indicator) in key_indicators().enumerate() {
        columns.push((Column::Indicator(at), indicator.name.to_owned(), "number"));
    }
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

fn group_row(row: &Element, group: &Group, items: &[Item]) {
    row.set_class_name("group");
    let name = group.kind.map_or(words::NO_KIND, |kind| kind.name());
    let cell = child(row, "th", &[("role", "rowheader"), ("scope", "rowgroup")]);
    say(&cell, "span", "", name);
    let rows: Vec<_> = group
        .reports
        .iter()
        .filter_map(|&number| Some(&items.get(number)?.checked()?.row))
        .collect();
    let lacking = rows.iter().filter(|row| row.lacks_parts()).count();
    let errors = rows.iter().filter_map(|row| row.findings.first()).sum();
    say(
        &cell,
        "small",
        "",
        &words::group(group.reports.len(), lacking, errors),
    );
}

fn report_row(row: &Element, number: usize, item: &Item) {
    let pick = cell(row, "pick", "");
    let input = child(
        &pick,
        "input",
        &[("type", "checkbox"), ("autocomplete", "off")],
    );
    set(&input, "data-pick", &number.to_string());
    set(&input, "aria-label", &words::choose(item.title()));
    if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
        input.set_checked(item.chosen);
        input.set_disabled(item.checked().is_none());
    }
    let head = child(row, "th", &[("role", "rowheader"), ("scope", "row")]);
    head.set_class_name("body");
    let Some(checked) = item.checked() else {
        say(&head, "span", "name", item.title());
        let told = match &item.state {
            State::Failed(why) => {
                row.set_class_name("failed");
                why
            }
            State::Working => words::WORKING,
            State::Skipped => words::SKIPPED,
            State::Waiting | State::Checked(_) => words::WAITING,
        };
        set(&cell(row, "told", told), "title", told);
        return;
    };
    let button = say(&head, "button", "", item.title());
    set(&button, "type", "button");
    set(&button, "id", &id(number));
    set(&button, "data-report", &number.to_string());
    say(&head, "small", "", &words::file(&item.name, item.edited));
    known(row, item, checked);
}

/// What is known of a report that was checked.
fn known(row: &Element, item: &Item, checked: &Checked) {
    let known = &checked.row;
    cell(row, "", known.kind.map_or("", |kind| kind.name()));
    number(row, known.year.map(|year| year.to_string()), "");
    if known.genre == Genre::Other {
        let cell = cell(row, "", told::OTHER_GENRE);
        set(&cell, "title", told::OTHER_GENRE);
    } else {
        let parts = cell(row, "", "");
        let parts = child(&parts, "span", &[("class", "parts-row")]);
        for (part, spec) in known.parts.iter().zip(ANNUAL_REPORT.parts) {
            let tone = told::tone(part.status, part.required);
            let chip = say(&parts, "span", tone_class(tone), spec.short);
            let status = format!(
                "{}：{}",
                spec.name,
                told::status(part.status, part.required)
            );
            set(&chip, "title", &status);
            set(&chip, "role", "img");
            set(&chip, "aria-label", &status);
        }
    }
    for (count, tone) in known.findings.into_iter().zip(["bad", "fair", ""]) {
        let tone = if count > 0 { tone } else { "none" };
        number(row, Some(count.to_string()), tone);
    }
    for value in &known.indicators {
        number(row, value.map(told::value), "");
    }
    number(row, Some(told::grouped(known.chars)), "");
    cell(row, "", &item.changed.map(moment).unwrap_or_default());
}

fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Fair => "fair",
        Tone::Bad => "bad",
        Tone::Quiet => "quiet",
    }
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
pub fn moment(ms: f64) -> String {
    let date = Date::new(&JsValue::from_f64(ms));
    format!(
        "{}-{:02}-{:02} {:02}:{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        date.get_hours(),
        date.get_minutes()
    )
}
