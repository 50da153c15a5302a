//! Prints the report of each file, of whatever format, as one JSON object a line, in the order given.
//!
//! `cargo run --release --example analyze -- FILE…`

use std::error::Error;
use std::io::Write;
use std::time::Instant;

use fazhi_check::export::json;
use fazhi_check::input;
use fazhi_check::report::Settings;
use fazhi_check::text::Source;

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    for file in std::env::args().skip(1) {
        let text = input::read(&file, &std::fs::read(&file)?)?;
        let start = Instant::now();
        let source = Source::new(&text);
        let mut report = fazhi_check::analyse(&source, &Settings::default()).to_utf16(&source);
        report.stats.elapsed_us = u64::try_from(start.elapsed().as_micros())?;
        writeln!(out, "{}", json(&file, &report))?;
    }
    Ok(())
}
