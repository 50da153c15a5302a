//! Lists every numeral of each line of standard input as one JSON object a line, in order; see `figures::listing` for the kinds.
//!
//! `echo 两千四百五十人，占七成六 | cargo run --release --example numerals`
//!
//! `{"text": …, "numerals": [{"span": [0, 5], "text": "两千四百五十", "kind": "number", "value": 2450, "unit": ""}, …]}`. A span is `[start, end)` in
//! UTF-16 code units of the line; `text` is as written, full-width signs made half-width. A range has `low`, `high` (null where it is open)
//! and `interval`, in which a round bracket leaves the number out. The fields are those of the report's figures wherever they mean the same.

use std::error::Error;
use std::io::{BufRead, Write};

use fazhi_check::figures::listing::{self, Bound, Interval, Reading};
use fazhi_check::text::{Folded, Source};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let source = Source::new(&line);
        let folded = Folded::line(source.text());
        let numerals: Vec<Value> = listing::all(folded.text())
            .iter()
            .map(|reading| told(reading, &source, &folded))
            .collect();
        writeln!(out, "{}", json!({"text": line, "numerals": numerals}))?;
    }
    Ok(())
}

/// A reading as JSON.
fn told(reading: &Reading, source: &Source, folded: &Folded) -> Value {
    let span = folded.source_span(reading.start, reading.end, source.text());
    let utf16 = source.utf16(span);
    let text: String = source.slice(span).chars().map(half_width).collect();
    let kind = format!("{:?}", reading.kind).to_lowercase();
    let mut told = json!({"span": [utf16.start, utf16.end], "text": text, "kind": kind, "value": reading.value, "unit": reading.unit});
    if let (Some(interval), Some(fields)) = (reading.interval, told.as_object_mut()) {
        fields.insert("low".into(), json!(interval.low.map(|end| end.value)));
        fields.insert("high".into(), json!(interval.high.map(|end| end.value)));
        fields.insert("interval".into(), json!(brackets(interval)));
    }
    told
}

/// An interval as mathematics writes it: `[20,100)`, `(1000,)`.
fn brackets(Interval { low, high }: Interval) -> String {
    let end = |end: Option<Bound>| end.map_or(String::new(), |end| end.value.to_string());
    let bracket = |end: Option<Bound>, included, left_out| match end {
        Some(end) if end.included => included,
        _ => left_out,
    };
    format!(
        "{}{},{}{}",
        bracket(low, '[', '('),
        end(low),
        end(high),
        bracket(high, ']', ')')
    )
}

fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    }
}
