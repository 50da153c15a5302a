//! Many reports, in the place of the one: the `list` sends files through the `queue`, each is an `item`, what is told of them stands in the `matrix`,
//! what some of them share in `pairs`, one year against another in `years`. `table` shows a long list, `save` and `print` take it away. Here stands
//! what the buttons do, and the way to the one report and back.
//!
//! A wasm of its own, without views and signals: what stands in index.html is found by its id and filled by hand.

mod item;
mod list;
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

use std::cell::OnceCell;

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, File};

use crate::app::dom::{focus, hide_by_id, on, target};
use crate::app::print::list_shown;
use crate::app::worker::glue;
use crate::text::Utf16Span;
use item::Item;
use list::{COMPARE, Desk};
use matrix::Matrix;
use queue::Input;

// What stands in index.html.
const DESK: &str = "desk";
const BACK: &str = "desk-back";
const CANCEL: &str = "desk-cancel";
const CLEAR: &str = "desk-clear";
const LEAVE: &str = "desk-leave";
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

impl Desk {
    fn start() -> Self {
        let desk = Self::new();
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
}

/// A span as an attribute has it: start, hyphen, end.
fn read_span(words: &str) -> Option<Utf16Span> {
    let (start, end) = words.split_once('-')?;
    Some(Utf16Span {
        start: start.parse().ok()?,
        end: end.parse().ok()?,
    })
}
