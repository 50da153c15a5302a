//! All that is known of a text when the rules run, and the way from it to the report.

use std::ops::Range;

use crate::figures::places::{self, Place};
use crate::figures::wholes::{self, Group};
use crate::figures::{self, indicator};
use crate::profiles::{ANNUAL_REPORT, Profile};
use crate::report::{Figure, Genre, PartCheck, PartId, PartStatus, Settings};
use crate::structure::copies::{self, Copy};
use crate::structure::elements::{self, Found};
use crate::structure::outline::{Outline, section_id};
use crate::structure::parts::{self, PartFound, Parts};
use crate::structure::{checks, genre, wording};
use crate::text::digits::{self, Row};
use crate::text::{Layout, Source, Span};

/// A text, laid out and understood. Ranges are bytes of the folded text; spans are bytes of the source.
#[derive(Debug)]
pub struct Document<'a> {
    /// The text.
    pub source: &'a Source,
    /// What the user said.
    pub settings: Settings,
    /// What it is checked against.
    pub profile: &'static Profile,
    /// Its blocks.
    pub layout: Layout,
    /// Its sections.
    pub outline: Outline,
    /// Its elements.
    pub found: Found,
    /// Whether it is such a report.
    pub genre: Genre,
    /// Its parts.
    pub parts: Parts,
    /// Its figures, each with its section.
    pub figures: Vec<Figure<Span>>,
    /// Where each of them stands in the folded text.
    pub places: Vec<Place>,
    /// Which of them are parts of which.
    pub groups: Vec<Group>,
    /// The rows of digits in the source.
    pub digits: Vec<Row>,
    /// The passages that stand twice.
    pub copies: Vec<Copy>,
    /// The finer looks at each part, in the order of the parts found; none where the text is no such report.
    pub checks: Vec<Vec<PartCheck<Span>>>,
}

impl<'a> Document<'a> {
    /// Reads a text. Any text: a bad one gives a poorer document, never an error.
    #[must_use]
    pub fn new(source: &'a Source, settings: &'a Settings) -> Self {
        let settings = settings.sane();
        let layout = Layout::new(source);
        let mut outline = Outline::new(&layout);
        let mut found = elements::read(source, &layout, &outline, &settings);
        outline.close(found.body_end);
        let genre = genre::judge(&layout, &outline, &found);
        if genre == Genre::Other && found.elements.title.is_none() {
            found.elements.title = found.headline.take();
        }
        let parts = parts::find(&ANNUAL_REPORT, &layout, &outline, &found);
        let mut figures = figures::extract(source, &layout);
        let places = places::of(&layout, &figures);
        let groups = wholes::groups(&layout, &figures, &places);
        wholes::link(&mut figures, &groups);
        let copies = copies::find(&layout, &outline);
        let mut document = Self {
            source,
            settings,
            profile: &ANNUAL_REPORT,
            layout,
            outline,
            found,
            genre,
            parts,
            figures,
            places,
            groups,
            digits: digits::rows(source),
            copies,
            checks: Vec::new(),
        };
        document.place_figures();
        document.name_indicators();
        if genre == Genre::AnnualReport {
            let parts = document.parts.found.iter();
            document.checks = parts.map(|part| checks::of(&document, part)).collect();
        }
        document
    }

    /// Gives each figure the innermost section that it stands in.
    fn place_figures(&mut self) {
        let ranges: Vec<(Span, Option<usize>)> = self
            .outline
            .nodes
            .iter()
            .map(|node| (self.span(&node.range), node.parent))
            .collect();
        for figure in &mut self.figures {
            let mut index = ranges
                .partition_point(|(span, _)| span.start <= figure.span.start)
                .checked_sub(1);
            while let Some((at, (span, parent))) = index.and_then(|i| Some((i, ranges.get(i)?))) {
                if figure.span.start < span.end {
                    figure.section = Some(section_id(at));
                    break;
                }
                index = *parent;
            }
        }
    }

    /// Gives the figures their indicators; those of the plan are still to be done and have none.
    fn name_indicators(&mut self) {
        let plans: Vec<Span> = self
            .parts
            .get(PartId::NextPlan)
            .map(|part| self.own_bodies(part))
            .unwrap_or_default()
            .iter()
            .map(|body| self.span(body))
            .collect();
        let planned = |figure: &Figure<Span>| {
            plans
                .iter()
                .any(|plan| plan.start <= figure.span.start && figure.span.end <= plan.end)
        };
        indicator::assign(&mut self.figures, planned);
    }

    /// The report year, recognised or set.
    #[must_use]
    pub fn year(&self) -> Option<u16> {
        self.found.elements.report_year
    }

    /// Where a range of the folded text stands in the source.
    #[must_use]
    pub fn span(&self, range: &Range<usize>) -> Span {
        let text = self.layout.folded.slice(range.start, range.end);
        let end = range.start + text.trim_end_matches('\n').len();
        self.layout.source_span(range.start, end, self.source)
    }

    /// The words of a range, as printed.
    #[must_use]
    pub fn words(&self, range: &Range<usize>) -> &str {
        self.source.slice(self.span(range))
    }

    /// The folded words of a range.
    #[must_use]
    pub fn folded(&self, range: &Range<usize>) -> &str {
        self.layout.folded.slice(range.start, range.end)
    }

    /// The mark and title of a section.
    #[must_use]
    pub fn heading(&self, index: usize) -> Option<Range<usize>> {
        self.outline.heading(index)
    }

    /// The bodies of the sections that hold a part.
    pub fn bodies<'b>(&'b self, part: &'b PartFound) -> impl Iterator<Item = Range<usize>> + 'b {
        part.sections
            .iter()
            .filter_map(|&index| Some(self.outline.nodes.get(index)?.body()))
    }

    /// The sections of a part where it shares its top heading with another part that has headings of its own below it:
    /// then those that open this part; else its sections as they are.
    #[must_use]
    pub fn own_sections(&self, part: &PartFound) -> Vec<usize> {
        if part.status != PartStatus::Merged {
            return part.sections.clone();
        }
        let below: Vec<usize> = part
            .sections
            .iter()
            .flat_map(|&top| self.outline.below(top))
            .filter(|(_, node)| {
                let title = self.outline.title(&self.layout, node);
                node.level == 2 && wording::opened_by(title, self.year()).parts == [part.id]
            })
            .map(|(index, _)| index)
            .collect();
        if below.is_empty() {
            part.sections.clone()
        } else {
            below
        }
    }

    /// The bodies of a part's own sections.
    #[must_use]
    pub fn own_bodies(&self, part: &PartFound) -> Vec<Range<usize>> {
        self.own_sections(part)
            .into_iter()
            .filter_map(|index| Some(self.outline.nodes.get(index)?.body()))
            .collect()
    }

    /// What the top heading over an offset opens.
    #[must_use]
    pub fn parts_at(&self, offset: usize) -> &[PartId] {
        self.outline
            .top_at(offset)
            .map(|top| self.parts.opened_by(top))
            .unwrap_or_default()
    }
}
