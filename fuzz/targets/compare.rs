//! Any two texts beside each other: the comparison of two years as sheet and tables, and what is alike.
#![no_main]

use std::hint::black_box;

use fazhi_check::batch::alike::{self, alike};
use fazhi_check::compare::{self, Circumstances};
use fazhi_check::export;
use fazhi_check::text::Source;
use fazhi_check::{analyse, report::Settings};
use fazhi_check_fuzz::texts;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let sources = texts(bytes).map(|text| Source::new(&text));
    let reports = [0, 1].map(|n| analyse(&sources[n], &Settings::default()).to_utf16(&sources[n]));
    let [old, new] = [0, 1].map(|n| (&sources[n], &reports[n]));
    let comparison = compare::compare(old, new);
    for (source, span) in comparison
        .carried
        .passages
        .iter()
        .flat_map(|passage| sources.iter().zip(passage.spans))
    {
        assert!(
            source.utf16(source.bytes(span)) == span,
            "a passage between characters"
        );
    }
    let sheet = compare::sheet(
        &comparison,
        old,
        new,
        &Circumstances {
            facts: &[],
            files: ["去年.txt", "今年.txt"],
            notices: &[],
        },
    );
    black_box(export::markdown(&sheet));
    black_box(export::html(&sheet));
    export::docx(&sheet).expect("a sheet that is no document");
    black_box(
        export::xlsx(&compare::tables(&comparison, old, new), "对照")
            .expect("tables that are no workbook"),
    );
    black_box(compare::fits(
        ("去年.txt", &reports[0]),
        ("今年.txt", &reports[1]),
    ));
    let sides = [0, 1].map(|n| alike::Text {
        text: sources[n].text(),
        body: ["", "青禾镇"][n],
    });
    black_box(alike(&sides));
});
