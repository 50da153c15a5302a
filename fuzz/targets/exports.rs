//! The report of any text as every file that it can be taken away as. The Word document can be read again.
#![no_main]

use std::hint::black_box;

use fazhi_check::batch::row::Row;
use fazhi_check::batch::tables as rows;
use fazhi_check::export::{self, Circumstances, tables};
use fazhi_check::input::{self, Format};
use fazhi_check::text::Source;
use fazhi_check::{analyse, listing};
use fazhi_check_fuzz::{settings, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (source, settings) = (Source::new(&text(bytes)), settings(bytes));
    let report = analyse(&source, &settings).to_utf16(&source);
    // Whatever the key, some are ignored and some are not.
    let ignored = |key: &str| key.ends_with(|c: char| c.is_ascii_digit());
    let sheet = export::sheet(
        &source,
        &report,
        &Circumstances {
            facts: &[("核对日期", "2026-01-05".to_owned())],
            settings: &settings,
            ignored: &ignored,
        },
    );
    black_box(export::markdown(&sheet));
    black_box(export::html(&sheet));
    let docx = export::docx(&sheet).expect("a sheet that is no document");
    input::document(Format::Docx, &docx).expect("a document that cannot be read");
    black_box(export::summary(&source, &report, &ignored));
    black_box(export::comments(&report, &ignored, None));
    black_box(export::json("报告.txt", &report));
    black_box(export::file_name(&report, "核对单", "2026-01-05"));
    let workbook = tables::workbook(&source, &report, &[]);
    black_box(export::xlsx(&workbook, "报告").expect("tables that are no workbook"));
    for table in &workbook {
        black_box(export::csv(table));
        black_box(export::tab_separated(table));
    }
    let row = [Row::new("报告.txt", None, &source, &report)];
    let lists = rows::workbook(&row, &|ms| ms.to_string());
    black_box(export::xlsx(&lists, "报告").expect("rows that are no workbook"));
    black_box(listing::Listing::new(&source, &report));
});
