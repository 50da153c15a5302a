//! How fast each phase of an analysis is, and the whole, over this project's samples repeated to 1 kB up to 10 MB.
//!
//! `cargo bench --bench phases [-- FILTER]`; TEXTS=FOLDER takes other texts. `analyse` looks at the growth, also for texts made to hurt.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use fazhi_check::document::Document;
use fazhi_check::report::Settings;
use fazhi_check::structure::outline::Outline;
use fazhi_check::text::{Layout, Source};
use fazhi_check::{figures, rules};

const SIZES: [usize; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

/// The texts put together; empty where there are none.
static TEXTS: LazyLock<String> = LazyLock::new(|| {
    let folder = std::env::var("TEXTS");
    let folder = folder.unwrap_or_else(|_| "tests/samples/reports".to_owned());
    let files = fs::read_dir(Path::new(&folder)).into_iter().flatten();
    let mut paths: Vec<_> = files.flatten().map(|file| file.path()).collect();
    paths.sort();
    let texts = paths.iter().filter_map(|path| fs::read_to_string(path).ok());
    texts.collect::<Vec<_>>().join("\n")
});

/// A source of so many bytes.
fn source(bytes: usize) -> Source {
    let mut text = TEXTS.repeat(bytes / TEXTS.len().max(1) + 1);
    text.truncate(text.floor_char_boundary(bytes));
    Source::new(&text)
}

fn measure<T>(bencher: Bencher<'_, '_>, bytes: usize, phase: impl Fn() -> T + Sync) {
    // What is made once is made.
    black_box(phase());
    bencher.counter(BytesCount::new(bytes)).bench(phase);
}

#[divan::bench(args = SIZES, sample_count = 7)]
fn source_of_text(bencher: Bencher<'_, '_>, bytes: usize) {
    let source = source(bytes);
    measure(bencher, bytes, || Source::new(source.text()));
}

#[divan::bench(args = SIZES, sample_count = 7)]
fn layout(bencher: Bencher<'_, '_>, bytes: usize) {
    let source = source(bytes);
    measure(bencher, bytes, || Layout::new(&source));
}

#[divan::bench(args = SIZES, sample_count = 7)]
fn outline(bencher: Bencher<'_, '_>, bytes: usize) {
    let source = source(bytes);
    let layout = Layout::new(&source);
    measure(bencher, bytes, || Outline::new(&layout));
}

#[divan::bench(args = SIZES, sample_count = 7)]
fn figures_of_layout(bencher: Bencher<'_, '_>, bytes: usize) {
    let source = source(bytes);
    let layout = Layout::new(&source);
    measure(bencher, bytes, || figures::extract(&source, &layout));
}

/// All that the rules are given, the phases above among it.
#[divan::bench(args = SIZES, sample_count = 7)]
fn whole_document(bencher: Bencher<'_, '_>, bytes: usize) {
    let source = source(bytes);
    measure(bencher, bytes, || {
        Document::new(&source, &Settings::default())
    });
}

#[divan::bench(args = SIZES, sample_count = 7)]
fn all_rules(bencher: Bencher<'_, '_>, bytes: usize) {
    let source = source(bytes);
    let settings = Settings::default();
    let document = Document::new(&source, &settings);
    black_box(rules::run(&document));
    let bytes = BytesCount::new(bytes);
    bencher
        .counter(bytes)
        .bench_local(|| rules::run(&document));
}

#[divan::bench(args = SIZES, sample_count = 7)]
fn whole_analysis(bencher: Bencher<'_, '_>, bytes: usize) {
    let source = source(bytes);
    measure(bencher, bytes, || {
        fazhi_check::analyse(&source, &Settings::default())
    });
}

fn main() {
    divan::main();
}
