//! Any bytes to every reader: by what the bytes say they are, and to each format's reader whatever they say.
#![no_main]

use fazhi_check::input::{self, Format};
use fazhi_check_fuzz::is_in_bounds;
use libfuzzer_sys::fuzz_target;

const FORMATS: [Format; 8] = [
    Format::Text,
    Format::Docx,
    Format::Doc,
    Format::Rtf,
    Format::Odt,
    Format::Html,
    Format::Mht,
    Format::Ofd,
];

fuzz_target!(|bytes: &[u8]| {
    let read = FORMATS.map(|format| input::document(format, bytes));
    let read = read
        .into_iter()
        .chain([input::pdf(bytes), input::read(bytes)]);
    for text in read.flatten() {
        is_in_bounds(bytes, &text);
    }
    for member in input::unpack(bytes).unwrap_or_default() {
        if let Ok(text) = input::read(&member.bytes) {
            is_in_bounds(&member.bytes, &text);
        }
    }
});
