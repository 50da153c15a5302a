//! How fast the figures alone are read (the text already laid out), and that it grows with the text: prints MB/s and ratios, asserts nothing.
//!
//! `cargo bench --bench figures [-- FILE…]`: the files put together and repeated to 1 MB and 10 MB; this project's samples unless named.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::time::Instant;

use fazhi_check::figures;
use fazhi_check::text::{Layout, Source};

/// The best of some runs over a text of so many bytes, in seconds.
fn time(text: &str, bytes: usize, runs: usize) -> f64 {
    let mut long = text.repeat(bytes / text.len() + 1);
    long.truncate(long.floor_char_boundary(bytes));
    let source = Source::new(&long);
    let layout = Layout::new(&source);
    (0..runs)
        .map(|_| {
            let start = Instant::now();
            black_box(figures::extract(&source, &layout));
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min)
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
    let figures = figures::extract(&source, &Layout::new(&source)).len();
    println!(
        "{} files, {} bytes, {figures} figures",
        files.len(),
        text.len()
    );
    let (t1, t10) = (time(&text, 1_000_000, 15), time(&text, 10_000_000, 15));
    println!("1 MB   {:7.2} ms  {:6.1} MB/s", t1 * 1e3, 1.0 / t1);
    println!(
        "10 MB  {:7.2} ms  {:6.1} MB/s  {:.1} times the 1 MB",
        t10 * 1e3,
        10.0 / t10,
        t10 / t1
    );
    Ok(())
}
