//! The list of many reports, in the place of the one: files go through the `queue`, each is an `item`, what is told of them stands in the `matrix`,
//! what some of them share in `pairs`, one year against another in `years`. `table` shows a long list, `save` and `print` take it away.
//!
//! A wasm of its own, without views and signals: what stands in index.html is found by its id and filled by hand.

mod item;
mod matrix;
mod pairs;
mod print;
mod queue;
mod quote;
mod save;
mod table;
mod tabs;
mod text;
mod years;

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, File};

use crate::app::dom::{by_id, focus, hide_by_id, on, set, show, target};
use crate::app::print::list_shown;
use crate::app::worker::glue;
use crate::batch::row::Row;
use crate::text::Utf16Span;
use item::{Checked, Item, State};
use matrix::Matrix;
use pairs::Pairs;
use queue::{Event, Input, Outcome, Queue};
use text as words;
use years::Years;

/// While reports are being checked, the list is drawn anew after so long.
const DRAWN_MS: u32 = 250;

// What stands in index.html.
const DESK: &str = "desk";
const BACK: &str = "desk-back";
const TOLD: &str = "desk-told";
const PROGRESS: &str = "desk-progress";
const CANCEL: &str = "desk-cancel";
const CLEAR: &str = "desk-clear";
const LEAVE: &str = "desk-leave";
const COUNT: &str = "desk-count";
const COMPARE: &str = "desk-compare";
const SWAP: &str = "years-swap";

#[wasm_bindgen]
extern "C" {
    /// The page with its one report: see main.rs.
    type Page;
    #[wasm_bindgen(method)]
    fn put(this: &Page, name: &str, text: &str, docx: Option<File>);
    #[wasm_bindgen(method)]
    fn select(this: &Page, start: u32, end: u32);
    #[wasm_bindgen(method)]
    fn text(this: &Page) -> String;
}

thread_local! {
    static OPEN: OnceCell<Desk> = const { OnceCell::new() };
}

/// Adds files to the list, and shows it.
pub fn open(files: Vec<File>) {
    with(|desk| {
        desk.add(files.into_iter().map(Item::file));
        desk.show_list();
    });
}

/// Adds the text of the editor and files to the list, and shows the one against the other once they are checked.
pub fn against(name: &str, text: &str, files: Vec<File>) {
    with(|desk| {
        for item in desk.0.items.borrow_mut().iter_mut() {
            item.choose(false);
        }
        let mut added = [Item::text(name, text)]
            .into_iter()
            .chain(files.into_iter().map(Item::file))
            .collect::<Vec<_>>();
        for item in added.iter_mut().take(2) {
            item.choose(true);
        }
        desk.add(added);
        desk.0.comparing.set(true);
        desk.show_list();
    });
}

fn with(act: impl FnOnce(&Desk)) {
    OPEN.with(|desk| act(desk.get_or_init(Desk::start)));
}

/// The list. Cloning it gives another handle of the same.
#[derive(Clone)]
struct Desk(Rc<Inner>);

struct Inner {
    items: RefCell<Vec<Item>>,
    /// What the list tells of each.
    rows: RefCell<Vec<Row>>,
    queue: Queue,
    matrix: Option<Matrix>,
    pairs: Pairs,
    years: Years,
    /// The report that is open in the editor, by its number.
    opened: Cell<Option<usize>>,
    /// The two that are chosen are to be compared as soon as they are checked.
    comparing: Cell<bool>,
    /// The list is drawn with the next picture on the screen.
    due: Cell<bool>,
    /// It is going to be drawn then.
    later: RefCell<Option<Timeout>>,
}

impl Desk {
    fn start() -> Self {
        let desk = Rc::new_cyclic(|inner: &std::rc::Weak<Inner>| {
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
        });
        let desk = Self(desk);
        tabs::start();
        save::start(&desk);
        print::start(&desk);
        let own = desk.clone();
        on(BACK, "click", move |_| own.come_back());
        let own = desk.clone();
        on(CANCEL, "click", move |_| own.cancel());
        let own = desk.clone();
        on(CLEAR, "click", move |_| own.clear());
        let own = desk.clone();
        on(LEAVE, "click", move |_| {
            own.show_report();
            hide_by_id(BACK, false);
            focus(BACK);
        });
        let own = desk.clone();
        on(COMPARE, "click", move |_| own.compare());
        let own = desk.clone();
        on(SWAP, "click", move |_| {
            own.0.years.swap();
            own.draw_years();
        });
        for id in years::CHOICES {
            let own = desk.clone();
            on(id, "change", move |_| {
                own.0.years.take_over();
                own.draw_years();
            });
        }
        let own = desk.clone();
        on(DESK, "click", move |event| {
            if let Some(target) = target(event) {
                own.clicked(&target);
            }
        });
        desk
    }

    /// Adds reports to the list, and has them checked.
    fn add(&self, items: impl IntoIterator<Item = Item>) {
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
    fn cancel(&self) {
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
    fn clear(&self) {
        self.cancel();
        self.0.pairs.clear();
        self.0.years.clear();
        self.0.items.take();
        self.0.rows.take();
        self.0.opened.set(None);
        hide_by_id(BACK, true);
        self.show_report();
    }

    fn show_list(&self) {
        hide_by_id(DESK, false);
        hide_by_id(BACK, true);
        list_shown(true);
        self.draw_soon();
    }

    fn show_report(&self) {
        hide_by_id(DESK, true);
        list_shown(false);
    }

    /// Opens a report in the editor, and selects words there.
    fn open_report(&self, number: usize, span: Option<Utf16Span>) {
        let (name, text, docx) = {
            let items = self.0.items.borrow();
            let Some((item, checked)) = items.get(number).and_then(|it| Some((it, it.checked()?)))
            else {
                return;
            };
            let docx = match &item.input {
                Input::File(file) if checked.docx => Some(file.clone()),
                _ => None,
            };
            (item.name.clone(), checked.text.clone(), docx)
        };
        let desk = self.clone();
        spawn_local(async move {
            // It is there: it has opened this list.
            if let Ok(page) = glue("app").await {
                let page: Page = page.unchecked_into();
                desk.show_report();
                hide_by_id(BACK, false);
                desk.0.opened.set(Some(number));
                page.put(&name, &text, docx);
                if let Some(span) = span {
                    page.select(span.start, span.end);
                }
                focus(BACK);
            }
        });
    }

    /// Comes back from the one report: where its text was changed meanwhile, it is checked anew.
    fn come_back(&self) {
        let desk = self.clone();
        spawn_local(async move {
            let number = desk.0.opened.take();
            if let (Some(number), Ok(page)) = (number, glue("app").await) {
                desk.take_over(number, page.unchecked_into::<Page>().text());
            }
            desk.show_list();
            if let Some(number) = number {
                request_animation_frame(move || focus(&matrix::id(number)));
            }
        });
    }

    fn take_over(&self, number: usize, text: String) {
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
    fn compare(&self) {
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

    fn draw_years(&self) {
        self.0
            .years
            .draw(&self.0.items.borrow(), &self.0.rows.borrow());
    }

    /// Tells what went wrong, beside how far the work has come.
    fn tell(&self, words: &str) {
        show(TOLD, Some(words));
    }

    /// A head sorts, a report or a passage of it is opened, a report is chosen.
    fn clicked(&self, target: &Element) {
        let sorted = |matrix: &Matrix| matrix.sort(target);
        if self.0.matrix.as_ref().is_some_and(sorted) {
            return self.draw_soon();
        }
        let leads = "[data-report], [data-pick], [data-pair], [data-years], [data-more]";
        let Ok(Some(target)) = target.closest(leads) else {
            return;
        };
        let number = |name: &str| target.get_attribute(name)?.parse::<usize>().ok();
        if let Some(number) = number("data-report") {
            let span = target.get_attribute("data-span");
            self.open_report(number, span.and_then(|span| read_span(&span)));
        } else if let Some(number) = number("data-pick") {
            if let Some(item) = self.0.items.borrow_mut().get_mut(number) {
                item.chosen = !item.chosen;
            }
            self.draw_soon();
        } else if let Some(pair) = target.get_attribute("data-pair") {
            if let Some(pair) = years::read_pair(&pair) {
                self.0.years.choose(&self.0.items.borrow(), pair);
                self.draw_years();
            }
        } else if let Some(form) = target.get_attribute("data-years") {
            save::comparison(self, form);
        } else {
            self.0.pairs.more();
        }
    }

    /// Draws with the next picture on the screen.
    fn draw_soon(&self) {
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

/// A span as an attribute has it: start, hyphen, end.
fn read_span(words: &str) -> Option<Utf16Span> {
    let (start, end) = words.split_once('-')?;
    Some(Utf16Span {
        start: start.parse().ok()?,
        end: end.parse().ok()?,
    })
}
