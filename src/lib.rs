//! 法治年报核对: checks a draft of the 法治政府建设年度报告.
//!
//! The map, in the order data flows: a file or a paste becomes a [`text::Source`], the source a [`document::Document`]
//! (text, structure, figures, by the [`profiles`]), the document's [`rules`] findings, and all of it a [`report::Report`].

#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::todo,
    clippy::unimplemented
)]

pub mod input;

pub mod text;

pub mod structure;

pub mod figures;

pub mod profiles;

pub mod document;

pub mod rules;

pub mod report;

pub mod edit;

pub mod export;

pub mod listing;

pub mod batch;

pub mod compare;

mod decimal;

mod sort;

#[cfg(target_arch = "wasm32")]
pub mod api;

#[cfg(target_arch = "wasm32")]
pub mod app;

#[cfg(target_arch = "wasm32")]
pub mod desk;

use document::Document;
use report::{Genre, Part, PartCheck, PartStatus, Report, Settings, Stats};
use structure::coverage;
use structure::outline::section_id;
use structure::parts::PartFound;
use text::source::count_chars;
use text::{Source, Span};

/// Analyses a text. Any text: a bad one gives a poorer report, never an error.
#[must_use]
pub fn analyse(source: &Source, settings: &Settings) -> Report<Span> {
    let document = Document::new(source, settings);
    let judged = document.genre == Genre::AnnualReport;
    let sections = document.outline.sections(source, &document.layout);
    let parts = if judged {
        let chars = |index: usize| sections.get(index).map_or(0, |section| section.chars);
        let found = &document.parts.found;
        found
            .iter()
            .zip(&document.checks)
            .filter_map(|(part, checks)| tell(&document, part, checks, chars))
            .collect()
    } else {
        Vec::new()
    };
    Report {
        chars: count_chars(source.text()),
        genre: document.genre,
        parts,
        coverage: if judged {
            coverage::of(&document)
        } else {
            Vec::new()
        },
        findings: rules::run(&document),
        sections,
        elements: document.found.elements,
        figures: document.figures,
        stats: Stats::default(),
    }
}

/// A part as the report tells it.
fn tell(
    document: &Document<'_>,
    part: &PartFound,
    checks: &[PartCheck<Span>],
    chars: impl Fn(usize) -> usize,
) -> Option<Part<Span>> {
    let spec = document
        .profile
        .parts
        .iter()
        .find(|spec| spec.id == part.id)?;
    let sections = document.own_sections(part);
    Some(Part {
        id: part.id,
        name: spec.name.to_owned(),
        required: spec.required,
        status: part.status,
        chars: sections.iter().map(|&index| chars(index)).sum(),
        sections: sections.into_iter().map(section_id).collect(),
        evidence: part
            .evidence
            .iter()
            .map(|range| document.span(range))
            .collect(),
        basis: spec.basis.to_owned(),
        advice: advice(part.status, spec.required).map(str::to_owned),
        checks: checks.to_vec(),
    })
}

fn advice(status: PartStatus, required: bool) -> Option<&'static str> {
    match status {
        PartStatus::Own | PartStatus::Merged => None,
        PartStatus::Nested => Some("写在其他部分里面；单独成章更清楚。"),
        PartStatus::Mentioned => Some("没有单独的一部分；请加上标题，写明具体情况。"),
        PartStatus::Missing if required => Some("没有找到；请补写这一部分。"),
        PartStatus::Missing => None,
        PartStatus::CutOff => Some("文本在句子中间结束，像是节选；粘贴全文后再看。"),
    }
}
