//! What is printed: the 核对单 in the place of the page, whatever of it is open. It is there only while the browser prints.

use gloo::events::EventListener;
use leptos::prelude::*;

use super::dom::by_id;
use super::export::sheet_of;
use super::state::Session;
use super::text as words;
use crate::export::{blank, html_sheet};

/// What `html_sheet` calls the element.
const SHEET: &str = "sheet";

/// Puts the sheet up before each print, and takes it away afterwards.
pub fn start(session: Session) {
    for name in ["beforeprint", "afterprint"] {
        EventListener::new(&window(), name, move |event| {
            if let Some(sheet) = by_id(SHEET) {
                sheet.remove();
            }
            if event.type_() == "beforeprint" {
                put_up(session);
            }
        })
        .forget();
    }
}

fn put_up(session: Session) {
    // A window over the page is printed itself (see print.css).
    let over = document().query_selector("dialog[open]");
    let Some(body) = document().body().filter(|_| over == Ok(None)) else {
        return;
    };
    let sheet = session.report.with_untracked(|checked| match checked {
        Some(checked) => sheet_of(session, checked),
        None => blank(words::NOTHING_TO_PRINT),
    });
    let _ = body.insert_adjacent_html("afterbegin", &html_sheet(&sheet));
}
