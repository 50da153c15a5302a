//! 导出: the files that a check can be saved as, and its summary for the clipboard.

use std::sync::Arc;

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::checking;
use super::clipboard;
use super::dom::{by_id, hide_by_id, on, show, target, watch};
use super::hand::{Hand, Trouble};
use super::menu::Menu;
use super::office;
use super::save;
use super::sheet::{self, Written};
use super::state::{Checked, Session};
use super::text as words;
use super::word;
use crate::api;
use crate::report::Utf16Report;
use crate::text::Source;

// What stands in index.html; a choice says its form in `data-form`, by its ending.
const MENU: Menu = Menu {
    whole: "menu",
    button: "menu-open",
    choices: "export",
};
const ANNOTATED: &str = "annotated";
const COPY: &str = "copy-summary";

/// What a check can be saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The 核对单, to read and to print.
    Html,
    /// The same, for editors of text.
    Markdown,
    /// The same, for Word and WPS.
    Docx,
    /// A copy of the document that was read, with comments.
    Annotated,
    /// Everything in tables, for Excel and WPS.
    Xlsx,
    /// The figures, for any spreadsheet.
    Csv,
    /// The report, for programs.
    Json,
}

impl Form {
    /// The form that a choice of the menu has.
    fn of(slug: &str) -> Option<Self> {
        let all = [
            Self::Html,
            Self::Docx,
            Self::Annotated,
            Self::Markdown,
            Self::Xlsx,
            Self::Csv,
            Self::Json,
        ];
        all.into_iter().find(|form| form.slug() == slug)
    }

    fn slug(self) -> &'static str {
        match self {
            Self::Annotated => "annotated",
            form => form.ending(),
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Docx | Self::Annotated => "docx",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The type that a file of it has on the web.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Html => "text/html;charset=utf-8",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Docx | Self::Annotated => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
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
    watch(move || hide_by_id(ANNOTATED, session.docx.with(Option::is_none)));
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
            save(session, checked, form);
        } else if target.id() == COPY {
            copy(session, checked);
        }
    });
}

fn save(session: Session, checked: Arc<Checked>, form: Form) {
    if form == Form::Annotated {
        return annotate(session, &checked);
    }
    spawn_local(async move {
        let Some(Written { name, content }) =
            sheet::written(session, &checked, form.ending()).await
        else {
            return session.notice.set(Some(words::untold(words::EXPORT)));
        };
        match form {
            Form::Xlsx => {
                let hand = office::hand();
                let (writer, title) = (hand.clone(), name.clone());
                write(session, form, name, hand, async move {
                    office::workbook(&writer, &content, &title).await
                });
            }
            Form::Docx => {
                let hand = word::hand();
                let writer = hand.clone();
                write(session, form, name, hand, async move {
                    word::check_sheet(&writer, &content).await
                });
            }
            _ => download(session, form, &name, &content),
        }
    });
}

/// Copies the summary. The menu stays open, since it is here that one sees that it is done.
fn copy(session: Session, checked: Arc<Checked>) {
    spawn_local(async move {
        let written = sheet::written(session, &checked, "summary").await;
        match written.and_then(|written| written.content.as_string()) {
            Some(words) => {
                let done = words::COPIED_SUMMARY.to_owned();
                clipboard::copy(session, words, COPY, done);
            }
            None => session.notice.set(Some(words::untold(words::EXPORT))),
        }
    });
}

/// Whether the reader ignores the finding with a key.
fn ignored(session: Session) -> impl Fn(&str) -> bool {
    move |key| session.ignored.with_untracked(|ignored| ignored.has(key))
}

/// Has a copy of the document that was read written, with comments in it. Its faults are those of the document itself, whatever was changed since.
fn annotate(session: Session, checked: &Arc<Checked>) {
    let Some(docx) = session.docx.get_untracked() else {
        return;
    };
    let name = words::annotated(&docx.file.name());
    let text = Source::new(&docx.text).text().to_owned();
    let same = text == checked.source.text();
    let (checked, settings) = (checked.clone(), session.settings.get_untracked());
    let hand = word::hand();
    let writer = hand.clone();
    write(session, Form::Annotated, name, hand, async move {
        let ignored = ignored(session);
        if same {
            return word::annotated(&writer, &docx, &checked.report, &ignored).await;
        }
        let packed = checking::check(&checking::hand(), &text, &settings).await?;
        let report: Utf16Report = api::unpacked(&packed).ok_or(Trouble::Broken)?;
        word::annotated(&writer, &docx, &report, &ignored).await
    });
}

/// Has a file written; the page goes on meanwhile. One that was still being written is given up for it.
fn write(
    session: Session,
    form: Form,
    name: String,
    hand: Hand,
    written: impl Future<Output = Result<Uint8Array, Trouble>> + 'static,
) {
    session.begin(words::writing(form), move || hand.end());
    spawn_local(async move {
        let written = written.await;
        if matches!(written, Err(Trouble::Ended)) {
            return;
        }
        session.busy.set(None);
        match written {
            Ok(bytes) => download(session, form, &name, &bytes),
            Err(why) => session.notice.set(Some(words::unwritten(form, why))),
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
