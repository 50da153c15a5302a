//! The check sheets of the sample reports against the ones kept in `tests/samples/goldens`.
//!
//! A sheet that differs, or has none kept, is written anew and the test fails: look at the difference, and commit it if it is right.

use std::fs;
use std::path::Path;

use fazhi_check::export::{Circumstances, markdown, sheet};
use fazhi_check::report::Settings;
use fazhi_check::text::Source;

#[test]
fn check_sheets_are_as_kept() {
    let root = Path::new("tests/samples");
    let mut rewritten = Vec::new();
    let mut seen = 0;
    for entry in fs::read_dir(root.join("reports")).unwrap() {
        let path = entry.unwrap().path();
        let source = Source::new(&fs::read_to_string(&path).unwrap());
        let report = fazhi_check::analyse(&source, &Settings::default()).to_utf16(&source);
        let of = Circumstances {
            facts: &[],
            settings: &Settings::default(),
            ignored: &|_| false,
        };
        let sheet = markdown(&sheet(&source, &report, &of));
        let golden = root
            .join("goldens")
            .join(path.file_name().unwrap())
            .with_extension("md");
        if fs::read_to_string(&golden).ok().as_deref() != Some(sheet.as_str()) {
            fs::write(&golden, sheet).unwrap();
            rewritten.push(golden.display().to_string());
        }
        seen += 1;
    }
    assert!(seen >= 30, "only {seen} reports");
    assert!(
        rewritten.is_empty(),
        "written anew, look at the difference: {}",
        rewritten.join(" ")
    );
}
