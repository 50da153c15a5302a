//! Any two texts: spans are carried over the edit between them and back, and the fixes of the first are made as one.
#![no_main]

use fazhi_check::analyse;
use fazhi_check::text::Source;
use fazhi_check_fuzz::{settings, texts};
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/laws/edits.rs"]
mod edits;

fuzz_target!(|bytes: &[u8]| {
    let [old, new] = texts(bytes);
    edits::carried(&old, &new);
    let source = Source::new(&old);
    let report = analyse(&source, &settings(bytes)).to_utf16(&source);
    edits::made_as_one(&source, &report);
});
