//! One report of many: what the matrix tells of it.

use crate::profiles::indicators::{self, Indicator};
use crate::report::{BodyKind, Figure, Genre, PartId, PartStatus, Report, Severity, Utf16Report};

/// The indicators that stand in the matrix, by their ids: those that most reports give and most readers compare.
pub const KEY_INDICATORS: [&str; 10] = [
    "pre_meeting_study",
    "legal_reviews",
    "documents_issued",
    "penalties",
    "reconsidered",
    "lawsuits",
    "appearance_rate",
    "mediations",
    "publicity_events",
    "trainings",
];

/// The indicators that stand in the matrix.
pub fn key_indicators() -> impl Iterator<Item = &'static Indicator> {
    KEY_INDICATORS.iter().filter_map(|id| indicators::find(id))
}

/// A report as the matrix tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The name of its file.
    pub file: String,
    /// When that was last changed, in milliseconds since 1970.
    pub changed: Option<f64>,
    /// The body that reports, as the text names it; empty where it does not.
    pub body: String,
    /// The kind of body.
    pub kind: Option<BodyKind>,
    /// The year that it reports on.
    pub year: Option<u16>,
    /// Whether it is such a report at all.
    pub genre: Genre,
    /// Its parts in their order, and how each stands; none where it is no such report.
    pub parts: Vec<Standing>,
    /// How many errors, warnings and notices it has.
    pub findings: [usize; 3],
    /// Characters other than white space.
    pub chars: usize,
    /// The value of each of the [`KEY_INDICATORS`], as far as the report gives it, with its unit folded in.
    pub indicators: Vec<Option<f64>>,
}

/// How a part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which part.
    pub id: PartId,
    /// Whether every report must have it.
    pub required: bool,
    /// How it stands.
    pub status: PartStatus,
}

impl Standing {
    /// Whether it lacks a place of its own that it must have.
    #[must_use]
    pub fn is_lacking(self) -> bool {
        let lacking = matches!(self.status, PartStatus::Missing | PartStatus::Mentioned);
        self.required && lacking
    }
}

/// The severities in the order of [`Row::findings`].
pub const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Notice];

impl Row {
    /// What is told of a report, read from a file with this name, last changed then.
    #[must_use]
    pub fn of(file: &str, changed: Option<f64>, report: &Utf16Report) -> Self {
        let parts = report.parts.iter().map(|part| Standing {
            id: part.id,
            required: part.required,
            status: part.status,
        });
        Self {
            file: file.to_owned(),
            changed,
            body: report
                .elements
                .issuer
                .as_ref()
                .map_or_else(String::new, |issuer| issuer.text.clone()),
            kind: report.elements.body_kind,
            year: report.elements.report_year,
            genre: report.genre,
            parts: parts.collect(),
            findings: SEVERITIES.map(|severity| {
                let found = report.findings.iter();
                found.filter(|found| found.severity == severity).count()
            }),
            chars: report.chars,
            indicators: KEY_INDICATORS
                .iter()
                .map(|id| Some(indicator(report, id)?.value))
                .collect(),
        }
    }

    /// What it is called: its body, or else the name of its file without the ending.
    #[must_use]
    pub fn name(&self) -> &str {
        if self.body.is_empty() {
            self.file
                .rsplit_once('.')
                .map_or(&*self.file, |(stem, _)| stem)
        } else {
            &self.body
        }
    }

    /// Whether a part that it must have is missing or only mentioned.
    #[must_use]
    pub fn lacks_parts(&self) -> bool {
        self.parts.iter().any(|part| part.is_lacking())
    }
}

/// The figure that gives an indicator: the first that is a whole.
#[must_use]
pub fn indicator<'a, S>(report: &'a Report<S>, id: &str) -> Option<&'a Figure<S>> {
    let mut figures = report.figures.iter();
    let of = |figure: &&Figure<S>| figure.indicator.as_deref() == Some(id);
    let whole = figures.clone().find(|it| of(it) && it.whole.is_none());
    whole.or_else(|| figures.find(of))
}
