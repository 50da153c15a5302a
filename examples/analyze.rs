//! Prints the report of each file as one JSON object a line, in the order given; of one that cannot be read, why, among the errors.
//!
//! `cargo run --release --example analyze -- FILE…`

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

use fazhi_check::export::json;
use fazhi_check::input;
use fazhi_check::report::Settings;
use fazhi_check::text::Source;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut code = ExitCode::SUCCESS;
    let mut out = std::io::stdout().lock();
    for file in std::env::args().skip(1) {
        let text = match input::read(&std::fs::read(&file)?) {
            Ok(text) => text,
            Err(why) => {
                eprintln!("{file}: {why}");
                code = ExitCode::FAILURE;
                continue;
            }
        };
        let start = Instant::now();
        let source = Source::new(&text);
        let mut report = fazhi_check::analyse(&source, &Settings::default()).to_utf16(&source);
        report.stats.elapsed_us = u64::try_from(start.elapsed().as_micros())?;
        writeln!(out, "{}", json(&file, &report))?;
    }
    Ok(code)
}
