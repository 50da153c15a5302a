//! The sure fixes of any text: each can be made, all can be made at once, and to make them again and again comes to an end.
#![no_main]

use std::hint::black_box;

use fazhi_check::analyse;
use fazhi_check::edit::{joined, together};
use fazhi_check::report::{Edit, Fix};
use fazhi_check::text::{Source, Utf16Span};
use fazhi_check_fuzz::{settings, text};
use libfuzzer_sys::fuzz_target;

/// Nobody presses the button more often.
const ROUNDS: usize = 20;
/// So many are also made alone.
const ALONE: usize = 5;

/// The text after the edits; none where there are none.
fn mended(source: &Source, edits: &[Edit<Utf16Span>]) -> Option<String> {
    let one = joined(source, edits)?;
    let span = source.bytes(one.span);
    let (before, after) = (
        source.text().get(..span.start)?,
        source.text().get(span.end..)?,
    );
    Some([before, &one.text, after].concat())
}

fuzz_target!(|bytes: &[u8]| {
    let (mut source, settings) = (Source::new(&text(bytes)), settings(bytes));
    for round in 0.. {
        let report = analyse(&source, &settings).to_utf16(&source);
        let fixes = report
            .findings
            .iter()
            .filter_map(|finding| finding.fix.as_ref());
        let sure: Vec<&Fix<Utf16Span>> = fixes.filter(|fix| fix.sure).collect();
        if round == 0 {
            for fix in sure.iter().take(ALONE) {
                let alone = mended(&source, &fix.edits).expect("a fix that cannot be made");
                black_box(analyse(&Source::new(&alone), &settings));
            }
        }
        let edits: Vec<Vec<Edit<Utf16Span>>> = sure.iter().map(|fix| fix.edits.clone()).collect();
        let Some(all) = mended(&source, &together(&edits).0) else {
            break;
        };
        assert!(round < ROUNDS, "the fixes come to no end: {all}");
        source = Source::new(&all);
    }
});
