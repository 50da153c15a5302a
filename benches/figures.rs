//! How fast the figures alone are read (the text already laid out), and that it grows with the text: prints MB/s and ratios, asserts nothing.
//!
//! `cargo bench --bench figures [-- FILE…]`: the files put together and repeated to 1 MB and 10 MB; this project's samples unless named.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::time::Instant;

use fazhi_check::figures;
use fazhi_check::text::{BlockKind, Layout, Source};

/// The best of some runs of a phase over a text of so many bytes, in seconds.
fn time(text: &str, bytes: usize, phase: fn(&Source, &Layout) -> usize) -> f64 {
    const RUNS: usize = 15;
    let mut long = text.repeat(bytes / text.len() + 1);
    long.truncate(long.floor_char_boundary(bytes));
    let source = Source::new(&long);
    let layout = Layout::new(&source);
    (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            black_box(phase(&source, &layout));
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min)
}

/// What other tools give too: value, unit, and here the qualifier.
fn values(_: &Source, layout: &Layout) -> usize {
    let blocks = layout.blocks.iter();
    let texts = blocks.filter(|block| block.kind != BlockKind::Clutter);
    texts
        .map(|block| black_box(figures::extract::scan(layout.folded_of(block))).len())
        .sum()
}

/// With what is counted, the action and the period.
fn whole(source: &Source, layout: &Layout) -> usize {
    black_box(figures::extract(source, layout)).len()
}

fn main() -> Result<(), Box<dyn Error>> {
    let named = std::env::args().skip(1).filter(|a| !a.starts_with('-'));
    let mut files: Vec<_> = named.map(Into::into).collect();
    if files.is_empty() {
        files = fs::read_dir("tests/samples/reports")?
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<_, std::io::Error>>()?;
    }
    let mut text = String::new();
    for file in &files {
        text.push_str(&fs::read_to_string(file)?);
        text.push('\n');
    }
    let source = Source::new(&text);
    let figures = whole(&source, &Layout::new(&source));
    println!(
        "{} files, {} bytes, {figures} figures",
        files.len(),
        text.len()
    );
    for (name, phase) in [("", whole as fn(&_, &_) -> _), ("values alone ", values)] {
        let (t1, t10) = (
            time(&text, 1_000_000, phase),
            time(&text, 10_000_000, phase),
        );
        println!("{name}1 MB   {:7.2} ms  {:6.1} MB/s", t1 * 1e3, 1.0 / t1);
        println!(
            "{name}10 MB  {:7.2} ms  {:6.1} MB/s  {:.1} times the 1 MB",
            t10 * 1e3,
            10.0 / t10,
            t10 / t1
        );
    }
    Ok(())
}
