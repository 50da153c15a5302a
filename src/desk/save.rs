//! 导出列表: all that is known of all reports, as a workbook, a table, or JSON.

use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Uint8Array};
use leptos::prelude::window;
use serde_json::json;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::item::{Checked, Item};
use super::matrix::moment;
use super::{Desk, text as words};
use crate::api::to_js;
use crate::app::dom::{on, target};
use crate::app::export::Form;
use crate::app::hand::Trouble;
use crate::app::menu::Menu;
use crate::app::save::{offer, today};
use crate::app::text as page;
use crate::app::{office, word};
use crate::batch::tables;
use crate::export::{self, csv};

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
    match form {
        "json" => desk.offer(Form::Json.mime(), &name, &all(desk).await),
        "csv" => {
            let table = csv(&tables::reports(&desk.0.rows.borrow(), &moment));
            desk.offer(Form::Csv.mime(), &name, &Array::of1(&table.into()));
        }
        _ => {
            let reports: Array = desk.0.items.borrow().iter().map(handed).collect();
            match office::list(&office::hand(), &reports, words::TITLE).await {
                Ok(bytes) => desk.offer(Form::Xlsx.mime(), &name, &Array::of1(&bytes)),
                Err(why) => desk.tell(&page::unwritten(Form::Xlsx, why).body),
            }
        }
    }
}

impl Desk {
    /// Offers a file, or tells that the browser does not take it.
    fn offer(&self, mime: &str, name: &str, parts: &Array) {
        if offer(mime, name, parts).is_err() {
            self.tell(&page::unsaved(name).body);
        }
    }
}

/// Saves the comparison of two years, or prints it.
pub fn comparison(desk: &Desk, form: String) {
    if form == "print" {
        let _ = window().print();
        return;
    }
    let Some((sheet, tables)) = desk.0.years.taken() else {
        return;
    };
    let desk = desk.clone();
    spawn_local(async move {
        let name = words::years_file(&today(), &form);
        let (mime, written) = match &*form {
            "docx" => {
                let bytes = match to_js(&sheet) {
                    Ok(sheet) => word::check_sheet(&word::hand(), &sheet).await,
                    Err(_) => Err(Trouble::Broken),
                };
                (Form::Docx.mime(), bytes.map(JsValue::from))
            }
            "xlsx" => {
                let bytes = match to_js(&tables) {
                    Ok(tables) => office::workbook(&office::hand(), &tables, words::TITLE).await,
                    Err(_) => Err(Trouble::Broken),
                };
                (Form::Xlsx.mime(), bytes.map(JsValue::from))
            }
            _ => (Form::Html.mime(), Ok(export::html(&sheet).into())),
        };
        match written {
            Ok(content) => desk.offer(mime, &name, &Array::of1(&content)),
            Err(why) => desk.tell(
                &page::unwritten(
                    if form == "docx" {
                        Form::Docx
                    } else {
                        Form::Xlsx
                    },
                    why,
                )
                .body,
            ),
        }
    });
}

/// A report as the writer of workbooks takes it: see [`crate::api::list`].
fn handed(item: &Item) -> Array {
    let handed = Array::of1(&(&*item.name).into());
    let changed = item.changed.map_or(JsValue::NULL, JsValue::from);
    handed.push(&changed);
    handed.push(
        &item
            .changed
            .map_or(JsValue::NULL, |ms| moment(ms as u64).into()),
    );
    match item.checked() {
        Some(checked) => {
            handed.push(&(&*checked.text).into());
            handed.push(&Uint8Array::from(checked.packed()));
        }
        None => {
            handed.push(&item.row().verdict.into());
        }
    }
    handed
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
        let report = item.map(|item| match item.checked().and_then(Checked::report) {
            Some(report) => export::json(&item.name, &report),
            None => json!({ "file": item.name, "error": item.row().verdict }).to_string(),
        });
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
