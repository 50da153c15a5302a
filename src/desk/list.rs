//! The reports of the list and what becomes of them: they are added, checked by the `queue`, drawn, compared, and taken away.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;
use leptos::prelude::request_animation_frame;
use wasm_bindgen_futures::spawn_local;

use super::item::{Checked, Item, State};
use super::matrix::Matrix;
use super::pairs::{self, Pairs};
use super::queue::{Event, Input, Outcome, Queue};
use super::tabs;
use super::text as words;
use super::years::Years;
use super::{BACK, CANCEL};
use crate::app::dom::{by_id, hide_by_id, set, show};
use crate::batch::row::Row;

/// While reports are being checked, the list is drawn anew after so long.
const DRAWN_MS: u32 = 250;

// What stands in index.html.
const TOLD: &str = "desk-told";
const PROGRESS: &str = "desk-progress";
const COUNT: &str = "desk-count";
pub(super) const COMPARE: &str = "desk-compare";

/// The list. Cloning it gives another handle of the same.
#[derive(Clone)]
pub(super) struct Desk(pub(super) Rc<Inner>);

pub(super) struct Inner {
    pub(super) items: RefCell<Vec<Item>>,
    /// What the list tells of each.
    pub(super) rows: RefCell<Vec<Row>>,
    pub(super) queue: Queue,
    pub(super) matrix: Option<Matrix>,
    pub(super) pairs: Pairs,
    pub(super) years: Years,
    /// The report that is open in the editor, by its number.
    pub(super) opened: Cell<Option<usize>>,
    /// The two that are chosen are to be compared as soon as they are checked.
    pub(super) comparing: Cell<bool>,
    /// The list is drawn with the next picture on the screen.
    due: Cell<bool>,
    /// It is going to be drawn then.
    later: RefCell<Option<Timeout>>,
}

impl Desk {
    /// An empty one, of which nothing is drawn.
    pub(super) fn new() -> Self {
        Self(Rc::new_cyclic(|inner: &Weak<Inner>| {
            let [telling, drawing] = [inner.clone(), inner.clone()];
            Inner {
                items: RefCell::default(),
                rows: RefCell::default(),
                queue: Queue::new(move |event| {
                    if let Some(inner) = telling.upgrade() {
                        Self(inner).heard(event);
                    }
                }),
                matrix: Matrix::build(move || {
                    if let Some(inner) = drawing.upgrade() {
                        Self(inner).draw_soon();
                    }
                }),
                pairs: Pairs::new(),
                years: Years::default(),
                opened: Cell::default(),
                comparing: Cell::default(),
                due: Cell::default(),
                later: RefCell::default(),
            }
        }))
    }

    /// Adds reports to the list, and has them checked.
    pub(super) fn add(&self, items: impl IntoIterator<Item = Item>) {
        let work: Vec<(usize, Input)> = {
            let mut all = self.0.items.borrow_mut();
            let first = all.len();
            all.extend(items);
            let rows = all.iter().skip(first).map(Item::row);
            self.0.rows.borrow_mut().extend(rows);
            let added = all.iter().enumerate().skip(first);
            added
                .map(|(number, item)| (number, item.input.clone()))
                .collect()
        };
        self.0.pairs.clear();
        self.0.queue.add(work);
        self.draw_soon();
    }

    fn heard(&self, event: Event) {
        match event {
            Event::Begun(number) => self.begun(number),
            Event::Done(number, Outcome::Failed(why)) => self.set(number, State::Failed(why)),
            Event::Done(number, Outcome::Files(files)) => {
                self.set(number, State::Failed(words::unpacked(files.len())));
                self.add(files.into_iter().map(Item::file));
            }
            Event::Done(number, Outcome::Checked { text, docx, report }) => {
                self.checked(number, text, docx, report);
            }
            Event::Idle => {
                self.draw_soon();
                self.rested();
            }
        }
        self.draw_later();
    }

    fn set(&self, number: usize, state: State) {
        if let Some(item) = self.0.items.borrow_mut().get_mut(number) {
            item.set(state);
            if let Some(row) = self.0.rows.borrow_mut().get_mut(number) {
                *row = item.row();
            }
        }
    }

    /// One that is checked once more stands as it was until that is done.
    fn begun(&self, number: usize) {
        let items = self.0.items.borrow();
        let waits = items.get(number).is_some_and(Item::is_open);
        drop(items);
        if waits {
            self.set(number, State::Working);
        }
    }

    fn checked(&self, number: usize, text: String, docx: Option<bool>, packed: Vec<u8>) {
        let before = self
            .0
            .items
            .borrow()
            .get(number)
            .and_then(|item| Some(item.checked()?.docx));
        let docx = docx.or(before).unwrap_or(false);
        let checked = Checked::new(text, docx, packed);
        self.set(number, State::Checked(Box::new(checked)));
    }

    /// All that there is has been checked: now the reports can be laid beside each other.
    fn rested(&self) {
        if self.0.comparing.take() {
            self.compare();
        }
        self.draw_years();
        let reports = self.reports();
        let desk = self.clone();
        spawn_local(async move { desk.0.pairs.search(reports).await });
    }

    fn reports(&self) -> Vec<pairs::Report> {
        let items = self.0.items.borrow();
        let rows = self.0.rows.borrow();
        let both = items.iter().zip(rows.iter()).enumerate();
        let checked = both.filter_map(|(number, (item, row))| {
            Some(pairs::Report {
                number,
                body: row.body.clone(),
                text: item.checked()?.text.clone(),
            })
        });
        checked.collect()
    }

    /// Gives up what is not done.
    pub(super) fn cancel(&self) {
        self.0.queue.cancel();
        let open: Vec<usize> = {
            let items = self.0.items.borrow();
            let open = items.iter().enumerate().filter(|(_, item)| item.is_open());
            open.map(|(number, _)| number).collect()
        };
        for number in open {
            self.set(number, State::Skipped);
        }
        self.draw_soon();
    }

    /// Empties the list, and shows the one report again.
    pub(super) fn clear(&self) {
        self.cancel();
        self.0.pairs.clear();
        self.0.years.clear();
        self.0.items.take();
        self.0.rows.take();
        self.0.opened.set(None);
        hide_by_id(BACK, true);
        self.show_report();
    }

    pub(super) fn take_over(&self, number: usize, text: String) {
        {
            let mut items = self.0.items.borrow_mut();
            let Some(item) = items.get_mut(number) else {
                return;
            };
            if text.trim().is_empty() || item.checked().is_none_or(|before| before.text == text) {
                return;
            }
            item.edited = true;
        }
        self.0.pairs.clear();
        self.0.queue.add([(number, Input::Text(text))]);
    }

    /// Compares the two reports that are chosen.
    pub(super) fn compare(&self) {
        let chosen: Vec<usize> = {
            let items = self.0.items.borrow();
            let chosen = items.iter().enumerate().filter(|(_, item)| item.chosen);
            chosen.map(|(number, _)| number).collect()
        };
        if let [one, other] = *chosen {
            self.0.years.choose(&self.0.items.borrow(), [one, other]);
            self.draw_years();
            tabs::show("years");
        }
    }

    pub(super) fn draw_years(&self) {
        self.0
            .years
            .draw(&self.0.items.borrow(), &self.0.rows.borrow());
    }

    /// Tells what went wrong, beside how far the work has come.
    pub(super) fn tell(&self, words: &str) {
        show(TOLD, Some(words));
    }

    /// Draws with the next picture on the screen.
    pub(super) fn draw_soon(&self) {
        if !self.0.due.replace(true) {
            let desk = self.clone();
            request_animation_frame(move || {
                desk.0.due.set(false);
                desk.draw();
            });
        }
    }

    /// Draws in a while: drawing at every report would take as long as checking it.
    fn draw_later(&self) {
        let desk = self.clone();
        let mut later = self.0.later.borrow_mut();
        later.get_or_insert_with(|| {
            Timeout::new(DRAWN_MS, move || {
                desk.0.later.take();
                desk.draw_soon();
            })
        });
    }

    fn draw(&self) {
        let items = self.0.items.borrow();
        let done = items.iter().filter(|item| !item.is_open()).count();
        let failed = items
            .iter()
            .filter(|item| matches!(item.state, State::Failed(_)))
            .count();
        let busy = done < items.len();
        show(TOLD, Some(&words::told(done, items.len(), failed)));
        show(COUNT, Some(&items.len().to_string()));
        let chosen = items.iter().filter(|item| item.chosen).count();
        if let Some(button) = by_id(COMPARE) {
            let _ = button.toggle_attribute_with_force("disabled", chosen != 2);
        }
        hide_by_id(CANCEL, !busy);
        hide_by_id(PROGRESS, !busy);
        if let Some(bar) = by_id(PROGRESS) {
            set(&bar, "max", &items.len().to_string());
            set(&bar, "value", &done.to_string());
        }
        if let Some(matrix) = &self.0.matrix {
            matrix.draw(&items, &self.0.rows.borrow());
        }
    }
}
