//! What is printed: the 核对单 in the place of the page, whatever of it is open. It is there only while the browser prints.

use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

use super::dom::{by_id, set};
use super::sheet::at_hand;
use super::state::Session;
use super::text as words;
use crate::export::TITLE;

/// On the body, where the list of many reports is shown in the place of the one.
const LISTING: &str = "data-shows";

/// What `html_sheet` calls the element.
pub const SHEET: &str = "sheet";

#[wasm_bindgen]
extern "C" {
    // See trusted.js.
    #[wasm_bindgen(js_namespace = fazhiBoot, js_name = put)]
    pub fn put(sheet: &str);
}

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

/// Whether the list of many reports is shown, which prints its own.
pub fn listing() -> bool {
    document()
        .body()
        .is_some_and(|body| body.has_attribute(LISTING))
}

/// Says whether the list of many reports is shown.
pub fn list_shown(shown: bool) {
    if let Some(body) = document().body() {
        if shown {
            set(&body, LISTING, "list");
        } else {
            let _ = body.remove_attribute(LISTING);
        }
    }
}

fn put_up(session: Session) {
    if listing() {
        return;
    }
    // That window is printed itself (see print.css).
    if document().query_selector(".guide[open]") != Ok(None) {
        return;
    }
    let sheet = session.report.with_untracked(|checked| match checked {
        Some(checked) => at_hand(session, checked, "print")
            .and_then(|sheet| sheet.content.as_string())
            .ok_or(words::NOT_YET_PRINTED),
        None => Err(words::NOTHING_TO_PRINT),
    });
    put(&sheet.unwrap_or_else(|why| {
        format!("<main id=\"{SHEET}\">\n<h1>{TITLE}</h1>\n<p>{why}</p>\n</main>")
    }));
}
