//! Lists every numeral of each line of standard input as one JSON object a line, in order; see `figures::numbers` for the kinds.
//!
//! `echo 两千四百五十人，占七成六 | cargo run --release --example numerals`
//!
//! `{"text": …, "numerals": [{"text": "两千四百五十", "span": [0, 6], "kind": "number", "value": 2450.0, "unit": ""}, …]}`. A span is `[start, end)` in
//! UTF-16 code units of the line; `text` is as written, full-width signs made half-width. A range has `low`, `high` (null where it is open)
//! and `interval`, in which a round bracket leaves the number out.

use std::error::Error;
use std::io::{BufRead, Write};

use fazhi_check::figures::numbers::{self, Bound, Reading};
use fazhi_check::text::{Folded, Source};
use serde::Serialize;

#[derive(Serialize)]
struct Line<'a> {
    text: &'a str,
    numerals: Vec<Told>,
}

/// A reading as it is printed.
#[derive(Serialize)]
struct Told {
    text: String,
    span: [u32; 2],
    kind: String,
    value: f64,
    unit: String,
    #[serde(flatten)]
    range: Option<Range>,
}

/// The ends of a range.
#[derive(Serialize)]
struct Range {
    low: Option<f64>,
    high: Option<f64>,
    interval: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let source = Source::new(&line);
        let folded = Folded::line(source.text());
        let numerals = numbers::all(folded.text())
            .into_iter()
            .map(|reading| told(reading, &source, &folded))
            .collect();
        let line = Line {
            text: &line,
            numerals,
        };
        writeln!(out, "{}", serde_json::to_string(&line)?)?;
    }
    Ok(())
}

fn told(reading: Reading, source: &Source, folded: &Folded) -> Told {
    let span = folded.source_span(reading.start, reading.end, source.text());
    let utf16 = source.utf16(span);
    Told {
        text: source.slice(span).chars().map(half_width).collect(),
        span: [utf16.start, utf16.end],
        kind: format!("{:?}", reading.kind).to_lowercase(),
        value: reading.value,
        unit: reading.unit,
        range: reading.interval.map(|ends| Range {
            low: ends.low.map(|end| end.value),
            high: ends.high.map(|end| end.value),
            interval: interval(ends.low, ends.high),
        }),
    }
}

/// An interval as mathematics writes it: `[20,100)`, `(1000,)`.
fn interval(low: Option<Bound>, high: Option<Bound>) -> String {
    let included = |end: Option<Bound>| end.is_some_and(|end| end.included);
    let number = |end: Option<Bound>| end.map_or(String::new(), |end| end.value.to_string());
    let open = if included(low) { '[' } else { '(' };
    let close = if included(high) { ']' } else { ')' };
    format!("{open}{},{}{close}", number(low), number(high))
}

fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    }
}
