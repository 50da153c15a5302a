//! What is printed while the list is shown: the comparison of two years, where that is open, or else the reports one by one.

use gloo::events::EventListener;
use leptos::prelude::window;

use super::{Desk, text as words};
use crate::app::dom::by_id;
use crate::app::print::{SHEET, listing, put};
use crate::batch::row::Row;
use crate::export::blocks::{Blocks, Sheet, columns};
use crate::export::html_sheet;
use crate::report::Severity;

/// Puts the sheet up before each print. The page takes it away again.
pub fn start(desk: &Desk) {
    let desk = desk.clone();
    EventListener::new(&window(), "beforeprint", move |_| {
        if listing() && by_id(SHEET).is_none() {
            let taken = by_id("desk-years").filter(|it| !it.has_attribute("hidden"));
            let compared = taken.and_then(|_| Some(desk.0.years.taken()?.0));
            let sheet = compared.unwrap_or_else(|| reports(&desk.0.rows.borrow()));
            put(&html_sheet(&sheet));
        }
    })
    .forget();
}

/// The reports as a sheet, one a row.
fn reports(rows: &[Row]) -> Sheet {
    let [error, warning, notice] = Severity::ALL.map(Severity::name);
    let columns = columns([
        (words::BODY, false),
        (words::YEAR, true),
        (words::VERDICT, false),
        (error, true),
        (warning, true),
        (notice, true),
        (words::CHARS, true),
    ]);
    let row = |row: &Row| {
        let [error, warning, notice] = row.counts.map(|count| count.to_string());
        let year = row.year.map_or_else(String::new, |year| year.to_string());
        let (body, verdict) = (row.body.clone(), row.verdict.clone());
        vec![
            body,
            year,
            verdict,
            error,
            warning,
            notice,
            row.chars.to_string(),
        ]
    };
    let mut blocks = Blocks::default();
    blocks.table(columns, rows.iter().map(row).collect());
    Sheet {
        title: words::TITLE.to_owned(),
        blocks: blocks.0,
    }
}
