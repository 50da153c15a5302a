//! 导出列表: all that is known of all reports, as a workbook, a table, or JSON.

use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::item::{Item, State};
use super::matrix::moment;
use super::{Desk, text as words};
use crate::app::dom::{on, target};
use crate::app::menu::Menu;
use crate::app::office;
use crate::app::save::{offer, today};
use crate::app::text as page;
use crate::batch::Lists;
use crate::export::tables::Table;
use crate::export::{csv, json};

// What stands in index.html.
const MENU: Menu = Menu {
    whole: "desk-menu",
    button: "desk-export",
    choices: "desk-forms",
};

/// So many reports are written down before the page gets its turn again.
const AT_ONCE: usize = 20;

/// Lets the menu be used.
pub fn start(desk: &Desk) {
    MENU.start();
    let desk = desk.clone();
    on(MENU.choices, "click", move |event| {
        let form = target(event).and_then(|target| target.get_attribute("data-list"));
        if let Some(form) = form {
            MENU.close();
            let desk = desk.clone();
            spawn_local(async move { save(&desk, &form).await });
        }
    });
}

async fn save(desk: &Desk, form: &str) {
    let name = words::file_name(&today(), form);
    let saved = match form {
        "json" => offer("application/json;charset=utf-8", &name, &all(desk).await),
        "csv" => {
            let table = csv(&reports(&desk.0.items.borrow()));
            offer("text/csv;charset=utf-8", &name, &Array::of1(&table.into()))
        }
        _ => {
            let reports: Array = desk.0.items.borrow().iter().filter_map(handed).collect();
            let hand = office::hand();
            match office::list(&hand, &reports, words::TITLE).await {
                Ok(bytes) => offer(words::XLSX, &name, &Array::of1(&bytes)),
                Err(why) => return desk.tell(&page::unwritten(why).body),
            }
        }
    };
    if saved.is_err() {
        desk.tell(&page::unsaved(&name).body);
    }
}

/// The table of the reports, one a row.
fn reports(items: &[Item]) -> Table {
    let mut lists = Lists::default();
    for item in items {
        match &item.state {
            State::Failed(why) => lists.add_failed(&item.name, why),
            State::Checked(checked) => {
                lists.add_row(&checked.row, item.changed.map(moment).as_deref());
            }
            State::Waiting | State::Working | State::Skipped => {}
        }
    }
    let [reports, ..] = lists.tables();
    reports
}

/// A report as the writer of workbooks takes it: see [`crate::api::list`].
fn handed(item: &Item) -> Option<Array> {
    let name = JsValue::from(&*item.name);
    match &item.state {
        State::Failed(why) => Some(Array::of2(&name, &(&**why).into())),
        State::Checked(checked) => {
            let changed = item
                .changed
                .map(moment)
                .map_or(JsValue::NULL, JsValue::from);
            let packed = Uint8Array::from(checked.packed());
            Some(Array::of4(
                &name,
                &changed,
                &(&*checked.text).into(),
                &packed,
            ))
        }
        State::Waiting | State::Working | State::Skipped => None,
    }
}

/// The reports as JSON, one a line: in one piece a thousand of them would be too long for a string.
async fn all(desk: &Desk) -> Array {
    let parts = Array::new();
    let count = desk.0.items.borrow().len();
    for number in 0..count {
        if number % AT_ONCE == AT_ONCE - 1 {
            TimeoutFuture::new(0).await;
        }
        let items = desk.0.items.borrow();
        let item = items.get(number);
        let report = item.and_then(|item| Some(json(&item.name, &item.checked()?.report()?)));
        if let Some(report) = report {
            let before = if parts.length() == 0 { "[\n" } else { ",\n" };
            parts.push(&before.into());
            parts.push(&report.into());
        }
    }
    let end = if parts.length() == 0 { "[]\n" } else { "\n]\n" };
    parts.push(&end.into());
    parts
}
