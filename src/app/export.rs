//! 导出: the files that a check can be saved as, and its summary for the clipboard.

use std::sync::Arc;

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::clipboard;
use super::dom::{by_id, on, show, target, watch};
use super::hand::Trouble;
use super::menu::Menu;
use super::office;
use super::save::{self, today};
use super::state::{Checked, Session};
use super::text as words;
use crate::export::{
    Circumstances, Fact, Sheet, csv, file_name, html as web_page, json, markdown, sheet, summary,
    tables,
};

// What stands in index.html; a choice says its form in `data-form`, by its ending.
const MENU: Menu = Menu {
    whole: "menu",
    button: "menu-open",
    choices: "export",
};
const COPY: &str = "copy-summary";

/// What a check can be saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The 核对单, to read and to print.
    Html,
    /// The same, for editors of text.
    Markdown,
    /// Everything in tables, for Excel and WPS.
    Xlsx,
    /// The figures, for any spreadsheet.
    Csv,
    /// The report, for programs.
    Json,
}

impl Form {
    /// The form with an ending.
    fn of(ending: &str) -> Option<Self> {
        let all = [
            Self::Html,
            Self::Markdown,
            Self::Xlsx,
            Self::Csv,
            Self::Json,
        ];
        all.into_iter().find(|form| form.ending() == ending)
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    fn mime(self) -> &'static str {
        match self {
            Self::Html => "text/html;charset=utf-8",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv;charset=utf-8",
            Self::Json => "application/json;charset=utf-8",
        }
    }
}

/// The menu: its button, its choices, and how it closes.
pub fn start(session: Session) {
    watch(move || {
        let nothing = session.report.with(Option::is_none);
        if let Some(button) = by_id(MENU.button) {
            let _ = button.toggle_attribute_with_force("disabled", nothing);
        }
    });
    MENU.start();
    on(MENU.button, "click", |_| {
        show(COPY, Some(words::COPY_SUMMARY))
    });
    on(MENU.choices, "click", move |event| {
        let Some(checked) = session.report.get_untracked() else {
            return;
        };
        let Some(target) = target(event) else {
            return;
        };
        let form = target.get_attribute("data-form");
        if let Some(form) = form.and_then(|form| Form::of(&form)) {
            MENU.close();
            save(session, &checked, form);
        } else if target.id() == COPY {
            // The menu stays open, since it is here that one sees that it is done.
            let words = summary(&checked.source, &checked.report, &ignored(session));
            clipboard::copy(session, words, COPY, words::COPIED_SUMMARY.to_owned());
        }
    });
}

/// The 核对单 of a check, as it is saved and printed.
pub fn sheet_of(session: Session, checked: &Checked) -> Sheet {
    let of = Circumstances {
        facts: &facts(session),
        settings: &session.settings.get_untracked(),
        ignored: &ignored(session),
    };
    sheet(&checked.source, &checked.report, &of)
}

fn facts(session: Session) -> Vec<Fact> {
    words::about(&session.file.get_untracked(), &today())
}

fn save(session: Session, checked: &Arc<Checked>, form: Form) {
    let Checked { source, report } = checked.as_ref();
    let name = file_name(report, words::content(form), &today());
    let sheet = || sheet_of(session, checked);
    let text = match form {
        Form::Html => web_page(&sheet()),
        Form::Markdown => markdown(&sheet()),
        Form::Csv => csv(&tables::figures(source, report)),
        Form::Json => json(&session.file.get_untracked(), report),
        Form::Xlsx => {
            let tables = tables::workbook(source, report, &facts(session));
            return write(session, tables, name);
        }
    };
    download(session, form, &name, &text.into());
}

/// Whether the reader ignores the finding with a key.
fn ignored(session: Session) -> impl Fn(&str) -> bool {
    move |key| session.ignored.with_untracked(|ignored| ignored.has(key))
}

/// Has a workbook written; the page goes on meanwhile. One that was still being written is given up for it.
fn write(session: Session, tables: Vec<tables::Table>, name: String) {
    let hand = office::hand();
    let writer = hand.clone();
    session.begin(words::WRITING.to_owned(), move || hand.end());
    spawn_local(async move {
        let written = office::workbook(&writer, &tables, &name).await;
        if matches!(written, Err(Trouble::Ended)) {
            return;
        }
        session.busy.set(None);
        match written {
            Ok(bytes) => download(session, Form::Xlsx, &name, &bytes),
            Err(why) => session.notice.set(Some(words::unwritten(why))),
        }
    });
}

/// Hands words or bytes to the browser as a file.
fn download(session: Session, form: Form, name: &str, content: &JsValue) {
    let name = format!("{name}.{}", form.ending());
    if save::offer(form.mime(), &name, &Array::of1(content)).is_err() {
        session.notice.set(Some(words::unsaved(&name)));
    }
}
