//! 年度对比: two reports of one body side by side: indicators, parts, last year's plan, problems that return, passages taken over.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement};

use super::item::Item;
use super::quote::Quoted;
use super::text as words;
use crate::app::dom::{by_id, child, hide_by_id, say, set, show};
use crate::app::save::today;
use crate::batch::bodies::Name;
use crate::batch::row::Row;
use crate::compare::{self, Comparison, Fit, carried::Passage, fits, plan};
use crate::export::blocks::Sheet;
use crate::export::tables::Table;
use crate::report::Utf16Report;
use crate::text::Source;

// What stands in index.html.
const BAR: &str = "years-bar";
const BODY: &str = "years-body";
const COUNT: &str = "desk-bodies";
/// The choice of the old report, and of the new one.
pub const CHOICES: [&str; 2] = ["years-old", "years-new"];

/// So many passages are shown at first.
const FEW: usize = 10;

/// Which two reports are compared, and what came of it.
#[derive(Default)]
pub struct Years {
    pair: Cell<Option<[usize; 2]>>,
    shown: RefCell<Option<Shown>>,
}

/// A comparison that is shown.
struct Shown {
    files: [String; 2],
    sources: [Source; 2],
    reports: [Utf16Report; 2],
    notices: Vec<String>,
    comparison: Comparison,
}

impl Years {
    /// Forgets the comparison.
    pub fn clear(&self) {
        self.pair.set(None);
        self.shown.take();
    }

    /// Chooses two reports, the older one first as far as their years tell.
    pub fn choose(&self, items: &[Item], [one, other]: [usize; 2]) {
        let report = |number: usize| {
            Some((
                &*items.get(number)?.name,
                items.get(number)?.checked()?.report()?,
            ))
        };
        let swapped = match (report(one), report(other)) {
            (Some((name, report)), Some((other_name, other))) => {
                fits((name, &report), (other_name, &other)).swapped
            }
            _ => false,
        };
        self.pair
            .set(Some(if swapped { [other, one] } else { [one, other] }));
    }

    /// Changes which of the two is the older one.
    pub fn swap(&self) {
        self.pair.set(self.pair.get().map(|[old, new]| [new, old]));
    }

    /// Takes over what is chosen by hand.
    pub fn take_over(&self) {
        let chosen = CHOICES.map(|id| {
            let select: HtmlSelectElement = by_id(id)?.dyn_into().ok()?;
            select.value().parse().ok()
        });
        if let [Some(old), Some(new)] = chosen {
            self.pair.set(Some([old, new]));
        }
    }

    /// Shows the comparison, or which reports can be compared.
    pub fn draw(&self, items: &[Item], rows: &[Row]) {
        let pairs = pairs(rows);
        show(
            COUNT,
            Some(&pairs.len().to_string())
                .filter(|_| !pairs.is_empty())
                .map(|it| &**it),
        );
        let Some(body) = by_id(BODY) else {
            return;
        };
        body.set_text_content(None);
        let pair = self.pair.get();
        let compared = pair.and_then(|pair| Some((pair, compared(items, pair)?)));
        hide_by_id(BAR, compared.is_none());
        let Some((pair, compared)) = compared else {
            self.shown.take();
            return offer(&body, &pairs, rows);
        };
        options(items, rows, pair);
        draw(&body, pair, rows, &compared);
        *self.shown.borrow_mut() = Some(compared);
    }

    /// The comparison as a sheet, and as tables.
    pub fn taken(&self) -> Option<(Sheet, Vec<Table>)> {
        let shown = self.shown.borrow();
        let shown = shown.as_ref()?;
        let [old, new] =
            [0, 1].map(|side| Some((shown.sources.get(side)?, shown.reports.get(side)?)));
        let (old, new) = (old?, new?);
        let circumstances = compare::Circumstances {
            facts: &[(words::DAY, today())],
            files: shown.files.each_ref().map(String::as_str),
            notices: &shown.notices,
        };
        let sheet = compare::sheet(&shown.comparison, old, new, &circumstances);
        Some((sheet, compare::tables(&shown.comparison, old, new)))
    }
}

fn compared(items: &[Item], pair: [usize; 2]) -> Option<Shown> {
    let side = |number: usize| {
        let item = items.get(number)?;
        let checked = item.checked()?;
        Some((
            item.name.clone(),
            Source::new(&checked.text),
            checked.report()?,
        ))
    };
    let [one, other] = pair.map(side);
    let (one, other) = (one?, other?);
    let Fit { notices, swapped } = fits((&one.0, &one.2), (&other.0, &other.2));
    let turned = swapped.then(|| words::TURNED.to_owned());
    Some(Shown {
        comparison: compare::compare((&one.1, &one.2), (&other.1, &other.2)),
        files: [one.0, other.0],
        sources: [one.1, other.1],
        reports: [one.2, other.2],
        notices: notices.into_iter().chain(turned).collect(),
    })
}

/// The pairs of reports of one body in two years that follow each other, the older one first.
fn pairs(rows: &[Row]) -> Vec<[usize; 2]> {
    let mut bodies: HashMap<String, Vec<(u16, usize)>> = HashMap::new();
    for (number, row) in rows.iter().enumerate() {
        if let Some(year) = row.year {
            bodies
                .entry(Name::of(&row.body).short())
                .or_default()
                .push((year, number));
        }
    }
    let mut pairs = Vec::new();
    for (name, mut years) in bodies {
        years.sort_unstable();
        let neighbours = years.iter().zip(years.iter().skip(1));
        let follow = neighbours.filter(|(old, new)| new.0 == old.0 + 1 && !name.is_empty());
        pairs.extend(follow.map(|(old, new)| [old.1, new.1]));
    }
    pairs.sort_unstable();
    pairs
}

/// Offers the pairs that there are.
fn offer(body: &Element, pairs: &[[usize; 2]], rows: &[Row]) {
    let hint = if pairs.is_empty() {
        words::NO_YEARS
    } else {
        words::YEARS_HINT
    };
    say(body, "p", "calm", hint);
    let list = child(body, "ul", &[("class", "offers")]);
    for [old, new] in pairs {
        let (Some(old_row), Some(new_row)) = (rows.get(*old), rows.get(*new)) else {
            continue;
        };
        let item = child(&list, "li", &[]);
        let button = say(
            &item,
            "button",
            "link",
            &words::offer(&new_row.body, old_row.year, new_row.year),
        );
        set(&button, "type", "button");
        set(&button, "data-pair", &format!("{old}-{new}"));
    }
}

/// Lets any two reports be chosen.
fn options(items: &[Item], rows: &[Row], pair: [usize; 2]) {
    for (id, chosen) in CHOICES.into_iter().zip(pair) {
        let Some(select) = by_id(id).and_then(|it| it.dyn_into::<HtmlSelectElement>().ok()) else {
            continue;
        };
        select.set_text_content(None);
        for (number, (item, row)) in items.iter().zip(rows).enumerate() {
            if item.checked().is_some() {
                let option = say(
                    &select,
                    "option",
                    "",
                    &words::report(&row.body, row.year, &row.file),
                );
                set(&option, "value", &number.to_string());
            }
        }
        select.set_value(&chosen.to_string());
    }
}

fn draw(body: &Element, pair: [usize; 2], rows: &[Row], shown: &Shown) {
    let [old, new] = [0, 1].map(|side: usize| {
        let number = pair.get(side).copied()?;
        Some(Quoted {
            number,
            name: &rows.get(number)?.body,
            source: shown.sources.get(side)?,
        })
    });
    let (Some(old), Some(new)) = (old, new) else {
        return;
    };
    let page = Page {
        body,
        comparison: &shown.comparison,
        sides: [&old, &new],
    };
    for notice in &shown.notices {
        say(body, "p", "hint", notice);
    }
    page.indicators();
    page.parts();
    page.plan();
    page.passages(
        words::PROBLEMS,
        &shown.comparison.problems,
        words::NO_PROBLEMS,
    );
    let carried = &shown.comparison.carried;
    page.passages(words::CARRIED, &carried.passages, &carried.words());
}

/// The comparison as it is put on the page.
struct Page<'a> {
    body: &'a Element,
    comparison: &'a Comparison,
    sides: [&'a Quoted<'a>; 2],
}

impl Page<'_> {
    fn part(&self, name: &str, count: usize) -> Element {
        let part = child(self.body, "section", &[]);
        let head = say(&part, "h3", "", name);
        if count > 0 {
            say(&head, "small", "", &format!(" {count}"));
        }
        part
    }

    fn indicators(&self) {
        let lines = &self.comparison.indicators;
        let part = self.part(words::INDICATORS, lines.len());
        if lines.is_empty() {
            say(&part, "p", "", words::NO_INDICATORS);
            return;
        }
        let table = table(
            &part,
            words::INDICATORS,
            &[words::INDICATOR, words::OLD, words::NEW, words::CHANGE, ""],
        );
        for line in lines {
            let row = child(&table, "tr", &[]);
            head(&row, &line.name);
            for (side, value) in self.sides.iter().zip([&line.old, &line.new]) {
                let cell = say(&row, "td", "number", "");
                match value {
                    Some(value) => {
                        side.lead(&say(&cell, "button", "link", &value.words()), value.span)
                    }
                    None => cell.set_text_content(Some("—")),
                }
            }
            say(&row, "td", "number", &line.difference());
            say(&row, "td", "number", &line.ratio());
        }
    }

    fn parts(&self) {
        let part = self.part(words::PARTS_LINES, 0);
        let table = table(
            &part,
            words::PARTS_LINES,
            &[words::PARTS, words::OLD, words::NEW, words::CHANGE],
        );
        for line in &self.comparison.parts {
            let row = child(&table, "tr", &[]);
            head(&row, &line.name);
            for (side, cell) in self.sides.iter().zip([&line.old, &line.new]) {
                let place = say(&row, "td", "", "");
                let Some(told) = cell else {
                    continue;
                };
                let told_words = words::part(&told.words, told.chars);
                match told.span {
                    Some(span) => side.lead(&say(&place, "button", "link", &told_words), span),
                    None => place.set_text_content(Some(&told_words)),
                }
            }
            say(&row, "td", "number", &line.grown());
        }
    }

    fn plan(&self) {
        let items = &self.comparison.plan;
        let part = self.part(words::PLAN, items.len());
        if items.is_empty() {
            say(&part, "p", "", words::NO_PLAN);
            return;
        }
        say(&part, "p", "", plan::HINT);
        let [old, new] = self.sides;
        for item in items {
            let tone = match item.outcome {
                plan::Outcome::Found => "good",
                plan::Outcome::Partly => "fair",
                plan::Outcome::NotFound => "quiet",
            };
            let row = child(&part, "div", &[("class", "beside")]);
            old.quote(&row, item.span);
            let found = child(&row, "div", &[("class", &format!("found {tone}"))]);
            say(&found, "span", "st", item.outcome.name());
            for evidence in &item.evidence {
                new.quote(&found, evidence.span);
            }
        }
    }

    fn passages(&self, name: &str, passages: &[Passage], told: &str) {
        let part = self.part(name, passages.len());
        if passages.is_empty() || name == words::CARRIED {
            say(&part, "p", "", told);
        }
        let (few, more) = passages.split_at(passages.len().min(FEW));
        self.beside(&part, few);
        if !more.is_empty() {
            let fold = child(&part, "details", &[]);
            say(&fold, "summary", "", &words::more_passages(more.len()));
            self.beside(&fold, more);
        }
    }

    fn beside(&self, parent: &Element, passages: &[Passage]) {
        for passage in passages {
            say(parent, "p", "kind", passage.name());
            let row = child(parent, "div", &[("class", "beside")]);
            for (side, span) in self.sides.iter().zip(passage.spans) {
                side.quote(&row, span);
            }
        }
    }
}

fn table(parent: &Element, name: &str, heads: &[&str]) -> Element {
    let frame = child(parent, "div", &[("class", "wide")]);
    let table = child(&frame, "table", &[("class", "years"), ("aria-label", name)]);
    let row = child(&child(&table, "thead", &[]), "tr", &[]);
    for name in heads {
        let kind = if name.is_empty() { "td" } else { "th" };
        let cell = say(&row, kind, "", name);
        if !name.is_empty() {
            set(&cell, "scope", "col");
        }
    }
    child(&table, "tbody", &[])
}

fn head(row: &Element, name: &str) {
    set(&say(row, "th", "", name), "scope", "row");
}

/// A span of a pair: old, hyphen, new.
pub fn read_pair(words: &str) -> Option<[usize; 2]> {
    let (old, new) = words.split_once('-')?;
    Some([old.parse().ok()?, new.parse().ok()?])
}
