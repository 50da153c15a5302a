//! How fast the whole analysis is, and that its cost grows with the text: prints MB/s and ratios, asserts nothing.
//!
//! `cargo bench --bench analyse [-- FOLDER]`; the texts are this project's samples unless a folder is named.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::time::Instant;

use fazhi_check::report::Settings;
use fazhi_check::text::Source;

/// The best of some runs, in seconds.
fn time(text: &str, runs: usize) -> f64 {
    (0..runs)
        .map(|_| {
            let start = Instant::now();
            let source = Source::new(text);
            black_box(fazhi_check::analyse(&source, &Settings::default()));
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min)
}

/// A text repeated to so many bytes, cut at a character.
fn repeated(text: &str, bytes: usize) -> String {
    let mut long = text.repeat(bytes / text.len() + 1);
    long.truncate(long.floor_char_boundary(bytes));
    long
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'))
        .unwrap_or_else(|| "tests/samples/reports".to_owned());
    let mut paths: Vec<_> = fs::read_dir(&folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    let mut all = String::new();
    for path in &paths {
        all.push_str(&fs::read_to_string(path)?);
        all.push('\n');
    }
    println!("{} texts of {folder}", paths.len());
    let (one, ten) = (repeated(&all, 1_000_000), repeated(&all, 10_000_000));
    let (t1, t10) = (time(&one, 7), time(&ten, 3));
    println!("1 MB   {:7.1} ms  {:6.1} MB/s", t1 * 1e3, 1.0 / t1);
    println!(
        "10 MB  {:7.1} ms  {:6.1} MB/s  {:.1} times the 1 MB",
        t10 * 1e3,
        10.0 / t10,
        t10 / t1
    );
    let report = fs::read_to_string(paths.first().ok_or("no text")?)?;
    let t = time(&report, 200);
    println!("one report of {} bytes  {:.3} ms", report.len(), t * 1e3);
    println!("adversarial texts, 1 MB against 100 kB (10 is linear):");
    for unit in [
        "9",
        "1,",
        "１",
        "万",
        "百分之",
        "数千",
        "零点五",
        "（",
        "“",
        "《",
        "。",
        " ",
        "一是",
        "（一）",
        "一、",
        "一、主要举措和成效\n",
        "一是好。",
        "存在的不足，",
        "第一责任人，",
        "第一责任人",
        "《第一责任人",
        "1次，降幅1%，",
        "其中1件、",
        "分别为1件、",
        "审核1件，",
        "啊a ",
        "2024年",
        "（一）学习。（二）执法。",
        "- 3 -\n",
        "习近平法治思想",
    ] {
        let (small, large) = (repeated(unit, 100_000), repeated(unit, 1_000_000));
        let (t1, t10) = (time(&small, 5), time(&large, 2));
        println!(
            "  {:24} {:8.1} ms  {:5.1}",
            unit.trim(),
            t10 * 1e3,
            t10 / t1
        );
    }
    Ok(())
}
