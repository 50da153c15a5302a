//! How fast a thousand reports become rows, and how fast text alike is found among them: prints times, asserts nothing.
//!
//! `cargo bench --bench batch`: this project's samples, filled up with paragraphs of each other to 5,000 characters, the numbers changed.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::time::Instant;

use fazhi_check::batch::alike::{Text, alike};
use fazhi_check::batch::row::Row;
use fazhi_check::compare::compare;
use fazhi_check::report::Settings;
use fazhi_check::text::Source;

const REPORTS: usize = 1000;
const CHARS: usize = 5000;

/// A number that looks random and is the same every time.
fn random(seed: &mut u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
    (*seed >> 33) as usize
}

/// A report with other digits, and filled up with paragraphs.
fn mutated(text: &str, paragraphs: &[&str], seed: &mut u64) -> String {
    let mut long = text.to_owned();
    while long.chars().count() < CHARS {
        long.push('\n');
        long += paragraphs
            .get(random(seed) % paragraphs.len())
            .unwrap_or(&"");
    }
    let other = |c: char, seed: &mut u64| match c {
        '3'..='9' => char::from(b'3' + (random(seed) % 7) as u8),
        _ => c,
    };
    long.chars().map(|c| other(c, seed)).collect()
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths: Vec<_> = fs::read_dir("tests/samples/reports")?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    paths.sort();
    let samples: Vec<String> = paths
        .iter()
        .map(fs::read_to_string)
        .collect::<Result<_, _>>()?;
    let lines = samples.iter().flat_map(|text| text.lines());
    let paragraphs: Vec<&str> = lines.filter(|line| line.len() > 180).collect();
    let mut seed = 7;
    let texts: Vec<String> = samples
        .iter()
        .cycle()
        .take(REPORTS)
        .map(|text| mutated(text, &paragraphs, &mut seed))
        .collect();

    let start = Instant::now();
    let sources: Vec<Source> = texts.iter().map(|text| Source::new(text)).collect();
    let reports: Vec<_> = sources
        .iter()
        .map(|source| fazhi_check::analyse(source, &Settings::default()).to_utf16(source))
        .collect();
    println!(
        "{REPORTS} reports analysed  {:7.1} ms",
        start.elapsed().as_secs_f64() * 1e3
    );
    let start = Instant::now();
    let read = sources.iter().zip(&reports);
    let rows: Vec<Row> = read
        .clone()
        .map(|(source, report)| Row::new("", None, source, report))
        .collect();
    println!(
        "rows                   {:7.1} ms",
        start.elapsed().as_secs_f64() * 1e3
    );

    // Every text is a body of its own.
    let inputs: Vec<Text<'_>> = texts.iter().map(|text| Text { text, body: "" }).collect();
    let start = Instant::now();
    let pairs = black_box(alike(&inputs));
    let took = start.elapsed().as_secs_f64() * 1e3;
    println!(
        "alike                  {took:7.1} ms  {} pairs of {} rows",
        pairs.len(),
        rows.len()
    );
    let one: Vec<Text<'_>> = inputs.iter().map(|_| inputs[0]).collect();
    let start = Instant::now();
    black_box(alike(&one));
    println!(
        "alike, all of one text {:7.1} ms",
        start.elapsed().as_secs_f64() * 1e3
    );

    let read: Vec<_> = read.collect();
    let start = Instant::now();
    for pair in read.windows(2).take(100) {
        if let &[old, new] = pair {
            black_box(compare(old, new));
        }
    }
    println!(
        "one comparison         {:7.2} ms",
        start.elapsed().as_secs_f64() * 10.0
    );
    Ok(())
}
