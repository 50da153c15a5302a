//! A report as a row of the matrix: what is compared with the other reports, and what the exports tell of it. The text itself is not kept.

use serde::{Deserialize, Serialize};

use crate::export::{self, words};
use crate::listing::readings;
use crate::report::{BodyKind, FigureKind, Genre, PartStatus, Severity, Utf16Report};
use crate::text::Source;
use crate::text::sentence::Sentences;

/// Quoted words are cut after so many characters.
const QUOTE: usize = 80;

/// The indicators that stand in the matrix itself, by their ids: those that are compared most.
pub const KEY_INDICATORS: [&str; 12] = [
    "meetings",
    "documents_issued",
    "legal_reviews",
    "contracts_reviewed",
    "penalties",
    "mediations",
    "reconsidered",
    "reconsiderations",
    "lawsuits",
    "appearance_rate",
    "publicity_events",
    "trainings",
];

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// It is such a report and was checked.
    Checked,
    /// It was read, but is another kind of text: no part is judged.
    OtherGenre,
    /// It could not be read.
    Unreadable,
}

/// One report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The name of the file, with its folder where it has one.
    pub file: String,
    /// The name of the body: as the report gives it, or else as the file is called.
    pub body: String,
    /// The kind of body.
    pub kind: Option<BodyKind>,
    /// The report year.
    pub year: Option<u16>,
    /// What became of it.
    pub state: State,
    /// The same in words: 四部分中缺一, or why it was not checked.
    pub verdict: String,
    /// How the five parts are present, in the order of the rules; empty where none was judged.
    pub parts: Vec<PartCell>,
    /// How many findings there are of each severity, in the order of [`Severity::ALL`].
    pub counts: [usize; 3],
    /// Characters other than white space.
    pub chars: usize,
    /// When the file was last changed, in milliseconds since 1970, where the system tells.
    pub changed: Option<u64>,
    /// All figures that have an indicator, in the order of the text.
    pub figures: Vec<FigureCell>,
    /// The findings in the order of the text.
    pub findings: Vec<FindingCell>,
}

/// How a part is present.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartCell {
    /// How.
    pub status: PartStatus,
    /// The same in words.
    pub words: String,
    /// Whether a report must have it, and this one has not.
    pub lacking: bool,
}

/// A figure that has an indicator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureCell {
    /// The indicator, by its id.
    pub indicator: String,
    /// Whether it is the one that stands for the indicator in the matrix.
    pub chosen: bool,
    /// The number.
    pub value: f64,
    /// As written.
    pub unit: String,
    /// 余, 近, 以上 and the like.
    pub qualifier: Option<String>,
    /// As printed.
    pub text: String,
    /// The sentence around it.
    pub sentence: String,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingCell {
    /// How much it matters.
    pub severity: Severity,
    /// The code and the title of its rule.
    pub rule: String,
    /// What it says.
    pub message: String,
    /// The words it is about.
    pub quote: Option<String>,
    /// The line they stand on, from 1.
    pub line: Option<usize>,
}

impl Row {
    /// The row of a report. `changed` is in milliseconds since 1970.
    #[must_use]
    pub fn new(file: &str, changed: Option<u64>, source: &Source, report: &Utf16Report) -> Self {
        let parts = report.parts.iter().map(|part| PartCell {
            status: part.status,
            words: words::status(part.status, part.required).to_owned(),
            lacking: part.required && words::tone(part.status, part.required) == words::Tone::Bad,
        });
        let findings = report.findings.iter().map(|finding| {
            let span = finding.span.map(|span| source.bytes(span));
            FindingCell {
                severity: finding.severity,
                rule: words::rule(finding),
                message: finding.message.clone(),
                quote: span.map(|span| words::clipped(source.slice(span), QUOTE)),
                line: span.map(|span| source.line(span)),
            }
        });
        let (state, verdict) = match report.genre {
            Genre::AnnualReport => (
                State::Checked,
                words::headline(report).map(|(words, _)| words),
            ),
            Genre::Other => (State::OtherGenre, Some(words::OTHER_GENRE.to_owned())),
        };
        Self {
            body: export::body_name(&report.elements).unwrap_or_else(|| named_by(file)),
            kind: report.elements.body_kind,
            year: report.elements.report_year,
            state,
            verdict: verdict.unwrap_or_default(),
            parts: parts.collect(),
            counts: Severity::ALL.map(|severity| words::count(&report.findings, severity)),
            chars: report.chars,
            figures: figures(source, report),
            findings: findings.collect(),
            ..Self::untold(file, changed, "")
        }
    }

    /// The row of a file that could not be read, with the words that say why.
    #[must_use]
    pub fn unreadable(file: &str, changed: Option<u64>, why: &str) -> Self {
        Self {
            body: named_by(file),
            ..Self::untold(file, changed, why)
        }
    }

    /// The row of a file of which nothing is known yet, with the words that say how far it has come.
    #[must_use]
    pub fn untold(file: &str, changed: Option<u64>, how_far: &str) -> Self {
        Self {
            file: file.to_owned(),
            body: stem(file).to_owned(),
            kind: None,
            year: None,
            state: State::Unreadable,
            verdict: how_far.to_owned(),
            parts: Vec::new(),
            counts: [0; 3],
            chars: 0,
            changed,
            figures: Vec::new(),
            findings: Vec::new(),
        }
    }

    /// What stands under a key indicator, by its place in [`KEY_INDICATORS`].
    #[must_use]
    pub fn key(&self, index: usize) -> Option<&FigureCell> {
        let id = KEY_INDICATORS.get(index)?;
        let mut chosen = self.figures.iter().filter(|figure| figure.chosen);
        chosen.find(|figure| figure.indicator == *id)
    }

    /// How many of the required parts it lacks; none where no part was judged.
    #[must_use]
    pub fn lacking(&self) -> Option<usize> {
        let lacking = self.parts.iter().filter(|part| part.lacking).count();
        (!self.parts.is_empty()).then_some(lacking)
    }
}

/// The figures that have an indicator.
fn figures(source: &Source, report: &Utf16Report) -> Vec<FigureCell> {
    let chosen = readings::of(report);
    let sentences = Sentences::of(source);
    let figures = report.figures.iter().filter_map(|figure| {
        let indicator = figure.indicator.clone()?;
        Some(FigureCell {
            indicator,
            chosen: chosen
                .iter()
                .any(|reading| std::ptr::eq(reading.figure, figure)),
            value: figure.value,
            unit: figure.unit.clone(),
            qualifier: figure.qualifier.clone(),
            text: figure.text.clone(),
            sentence: sentences.around(source.bytes(figure.span)).text(),
        })
    });
    figures.collect()
}

/// The name of a body as a file is called: the body that its name begins with, or else all of it without folder and ending.
fn named_by(file: &str) -> String {
    let stem = stem(file);
    export::named_in(stem).unwrap_or_else(|| stem.to_owned())
}

/// The name of a file without folder and ending.
fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Whether the values of a key indicator may be added up: counts may, shares may not.
#[must_use]
pub fn adds_up(index: usize) -> bool {
    let indicator = KEY_INDICATORS
        .get(index)
        .and_then(|id| crate::profiles::indicators::find(id));
    indicator.is_some_and(|indicator| indicator.kind != FigureKind::Percent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profiles::indicators;
    use crate::report::Settings;

    fn row(file: &str, text: &str) -> Row {
        let source = Source::new(text);
        let report = crate::analyse(&source, &Settings::default()).to_utf16(&source);
        Row::new(file, Some(1), &source, &report)
    }

    #[test]
    fn every_key_indicator_is_in_the_table() {
        assert!(
            KEY_INDICATORS
                .iter()
                .all(|id| indicators::find(id).is_some())
        );
        let shares: Vec<_> = (0..13).filter(|&index| !adds_up(index)).collect();
        assert_eq!(shares, [9, 12]);
    }

    #[test]
    fn a_row_tells_what_is_compared() {
        let text = "青禾镇2024年度法治政府建设情况报告\n一、2024年主要举措和成效\n（一）规范执法。全年办理行政处罚案件186件，其中三季度办理行政处罚案件40件。拆除违建3000平米。\n二、存在的不足和原因\n一是执法力量不足，主要原因是流动较快。\n三、2025年主要安排\n充实力量，每季度开展一次检查。\n";
        let row = row("材料/青禾.txt", text);
        assert_eq!(
            (row.body.as_str(), row.kind, row.year),
            ("青禾镇", Some(BodyKind::Township), Some(2024))
        );
        assert_eq!((row.parts.len(), row.lacking()), (5, Some(1)));
        assert_eq!(row.key(4).map(|figure| figure.value), Some(186.0));
        assert!(row.key(0).is_none());
        assert_eq!(row.counts.iter().sum::<usize>(), row.findings.len());
        let unit = row
            .findings
            .iter()
            .find(|finding| finding.quote.as_deref() == Some("平米"))
            .unwrap();
        assert_eq!(
            (unit.line, unit.rule.as_str()),
            (Some(3), "H04 计量单位不规范")
        );
        assert!(
            row.figures
                .iter()
                .all(|figure| figure.sentence.contains(&figure.text))
        );
    }

    #[test]
    fn a_file_that_was_not_read_is_known_by_its_name() {
        let row = Row::unreadable("a/青禾镇2024年报告.pdf", None, "这是图片");
        assert_eq!((row.body.as_str(), row.lacking()), ("青禾镇", None));
        assert_eq!(
            (row.state, row.verdict.as_str()),
            (State::Unreadable, "这是图片")
        );
        assert_eq!(Row::unreadable("报告终稿.docx", None, "").body, "报告终稿");
    }

    #[test]
    fn another_kind_of_text_has_no_parts() {
        let row = row(
            "通知.txt",
            "关于召开会议的通知\n各科室：\n定于明日开会。\n办公室",
        );
        assert_eq!((row.state, row.parts.len()), (State::OtherGenre, 0));
    }
}
