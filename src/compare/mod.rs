//! Two reports of one body, last year's and this year's, laid beside each other: `fit` tells which is which; `indicators`, `parts`, `carried`
//! (passages taken over), `plan` (what was planned and whether it was done) and `problems` (that return) are what is compared; `side` is one
//! of the two reports; `sheet` and `tables` take the comparison away.

pub mod carried;
mod fit;
pub mod indicators;
pub mod parts;
pub mod plan;
mod problems;
mod sheet;
mod side;
mod tables;

pub use fit::{Fit, fits};
pub use sheet::{Circumstances, sheet};
pub use tables::tables;

use serde::{Deserialize, Serialize};

use crate::report::Utf16Report;
use crate::text::Source;
use carried::{Carried, Passage};
use side::Side;

/// A text and its report.
pub type Read<'a> = (&'a Source, &'a Utf16Report);

/// All that a comparison tells. Spans are pairs in the old and in the new text, in UTF-16 code units.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The report years of the old and the new one.
    pub years: [Option<u16>; 2],
    /// The characters of both.
    pub chars: [usize; 2],
    /// The indicators that at least one of them gives.
    pub indicators: Vec<indicators::Line>,
    /// The five parts; empty where neither was judged.
    pub parts: Vec<parts::PartLine>,
    /// The sections of the two upper levels.
    pub sections: Vec<parts::SectionLine>,
    /// What the new report takes over.
    pub carried: Carried,
    /// The items of the old report's plan.
    pub plan: Vec<plan::Item>,
    /// The problems of the old report that the new one has again.
    pub problems: Vec<Passage>,
}

/// Compares an old and a new report.
#[must_use]
pub fn compare(old: Read<'_>, new: Read<'_>) -> Comparison {
    let sides = [&Side::of(old), &Side::of(new)];
    let reports = [old.1, new.1];
    Comparison {
        years: reports.map(|report| report.elements.report_year),
        chars: reports.map(|report| report.chars),
        indicators: indicators::lines(old.1, new.1),
        parts: parts::parts(old.1, new.1),
        sections: parts::sections(old.1, new.1),
        carried: carried::find(sides),
        plan: plan::find(sides),
        problems: problems::find(sides),
    }
}
