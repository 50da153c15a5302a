//! The analysis of any text: its report keeps the laws.
#![no_main]

use fazhi_check::text::Source;
use fazhi_check_fuzz::{settings, text};
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/laws/law.rs"]
mod law;

fuzz_target!(|bytes: &[u8]| {
    law::lawful("", &Source::new(&text(bytes)), &settings(bytes));
});
