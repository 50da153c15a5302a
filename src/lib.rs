//! 法治年报核对: checks a draft of the 法治政府建设年度报告.
//!
//! The map, in the order data flows.

pub mod figures;
pub mod profiles;
pub mod report;
pub mod structure;
pub mod text;

pub mod edit;
pub mod export;
pub mod input;

#[cfg(target_arch = "wasm32")]
pub mod api;
#[cfg(target_arch = "wasm32")]
pub mod app;

use report::{Report, Settings, Stats};
use structure::{elements, genre, outline::Outline, parts};
use text::{Layout, Source, Span};

/// Analyses a text. Any text: a bad one gives a poorer report, never an error.
#[must_use]
pub fn analyse(source: &Source, settings: &Settings) -> Report<Span> {
    let layout = Layout::new(source);
    let mut outline = Outline::new(&layout);
    let found = elements::read(source, &layout, &outline, settings);
    outline.close(found.body_end);
    let genre = genre::judge(&layout, &outline, &found);
    let parts = parts::find(&layout, &outline, &found);
    let figures = figures::extract(source, &layout);
    Report {
        chars: text::source::count_chars(source.text()),
        genre,
        elements: found.elements,
        sections: outline.sections(source, &layout),
        parts: parts.found.iter().map(|p| report::Part { id: p.id, name: String::new(), required: true, status: p.status, sections: vec![], evidence: vec![], chars: 0, basis: String::new(), advice: None, checks: vec![]}).collect(),
        coverage: Vec::new(),
        figures,
        findings: Vec::new(),
        stats: Stats::default(),
    }
}
