//! 法治年报核对: checks a draft of the 法治政府建设年度报告.
//!
//! The map, in the order data flows.

pub mod input;
pub mod text;

pub mod figures;

pub mod edit;
pub mod export;
pub mod report;

#[cfg(target_arch = "wasm32")]
pub mod api;
#[cfg(target_arch = "wasm32")]
pub mod app;

use report::{Elements, Genre, Report, Settings, Stats};
use text::{Layout, Source, Span};

/// Analyses a text. Any text: a bad one gives a poorer report, never an error.
#[must_use]
pub fn analyse(source: &Source, _settings: &Settings) -> Report<Span> {
    let layout = Layout::new(source);
    let figures = figures::extract(source, &layout);
    Report {
        chars: text::source::count_chars(source.text()),
        genre: Genre::AnnualReport,
        elements: Elements::default(),
        sections: Vec::new(),
        parts: Vec::new(),
        coverage: Vec::new(),
        figures,
        findings: Vec::new(),
        stats: Stats::default(),
    }
}
