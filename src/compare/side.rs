//! One of the two reports that are compared: its text laid out, and where its parts stand in it.

use std::ops::Range;

use crate::report::{Part, PartId, PartStatus, Section, Utf16Report};
use crate::text::stream::{self, NUMBER, Sign, Stream};
use crate::text::{BlockKind, Folded, Layout, Source, Span, Utf16Span};

/// Of a report, so many characters are compared.
const MOST_CHARS: usize = 100_000;

/// A report and its text.
pub struct Side<'a> {
    /// The text.
    pub source: &'a Source,
    /// Its report.
    pub report: &'a Utf16Report,
    /// Its blocks.
    pub layout: Layout,
    /// Its numbers, each a sign.
    signs: Vec<Sign>,
}

impl<'a> Side<'a> {
    /// Lays out a text.
    #[must_use]
    pub fn of((source, report): (&'a Source, &'a Utf16Report)) -> Self {
        let layout = Layout::new(source);
        let mut side = Self {
            source,
            report,
            layout,
            signs: Vec::new(),
        };
        side.signs = side.numbers();
        side
    }

    /// The numbers of the figures without their measure words, and whatever else is written in digits.
    fn numbers(&self) -> Vec<Sign> {
        let figures = self.report.figures.iter().map(|figure| {
            let range = self.folded(figure.span);
            let text = self.words(&range);
            let unit = Folded::line(&figure.unit);
            let number = text.strip_suffix(unit.text()).unwrap_or(text);
            (range.start..range.start + number.len(), NUMBER)
        });
        let digits = stream::numbers(self.layout.folded.text());
        stream::in_order(figures.chain(digits).collect())
    }

    /// Where a span stands in the folded text.
    #[must_use]
    pub fn folded(&self, span: Utf16Span) -> Range<usize> {
        self.layout.folded_range(self.source.bytes(span))
    }

    /// The folded words of a range.
    #[must_use]
    pub fn words(&self, range: &Range<usize>) -> &str {
        self.layout.folded.slice(range.start, range.end)
    }

    /// Where a range of the folded text stands in the text.
    #[must_use]
    pub fn span(&self, range: &Range<usize>) -> Utf16Span {
        self.source.utf16(self.bytes(range))
    }

    fn bytes(&self, range: &Range<usize>) -> Span {
        self.layout.source_span(range.start, range.end, self.source)
    }

    /// Where characters of a stream stand in the text, with the marks that belong to them.
    #[must_use]
    pub fn span_of(&self, stream: &Stream, chars: &Range<usize>) -> Utf16Span {
        let range = stream.bytes(chars).unwrap_or_default();
        let span = stream::with_marks(self.source, self.bytes(&range));
        self.source.utf16(span)
    }

    /// A part.
    #[must_use]
    pub fn part(&self, id: PartId) -> Option<&'a Part<Utf16Span>> {
        self.report.parts.iter().find(|part| part.id == id)
    }

    /// The sections that hold a part, by their indices.
    #[must_use]
    pub fn sections(&self, part: &Part<Utf16Span>) -> Vec<usize> {
        let sections = self.report.sections.iter().enumerate();
        sections
            .filter(|(_, section)| part.sections.contains(&section.id))
            .map(|(index, _)| index)
            .collect()
    }

    /// Where a part stands in the folded text: its sections, or else the clauses that speak of it.
    #[must_use]
    pub fn ranges(&self, id: PartId) -> Vec<Range<usize>> {
        let Some(part) = self.part(id) else {
            return Vec::new();
        };
        if part.status == PartStatus::Mentioned {
            return part
                .evidence
                .iter()
                .map(|&span| self.folded(span))
                .collect();
        }
        let sections = self.sections(part).into_iter();
        sections
            .filter_map(|index| Some(self.folded(self.report.sections.get(index)?.span)))
            .collect()
    }

    /// The telling characters of the paragraphs, without headings that stand alone and without the marks of all others.
    #[must_use]
    pub fn paragraphs(&self) -> Stream {
        let whole = 0..self.layout.folded.len();
        self.stream(&[whole], |section| section.run_in)
    }

    /// The telling characters of some ranges; of the headings, those that are kept go without their marks.
    #[must_use]
    pub fn stream(
        &self,
        ranges: &[Range<usize>],
        kept: impl Fn(&Section<Utf16Span>) -> bool,
    ) -> Stream {
        let mut stream = Stream::default();
        let skipped = self.report.sections.iter().map(|section| {
            let heading = self.folded(section.heading);
            let mark = Folded::line(&section.marker).len();
            if kept(section) {
                heading.start..heading.start + mark
            } else {
                heading
            }
        });
        let mut skipped = skipped.peekable();
        for block in &self.layout.blocks {
            if stream.len() >= MOST_CHARS {
                break;
            }
            let text = self.layout.folded_of(block);
            let mut from = block.folded.start;
            let mut held = false;
            let mut read = |from: usize, to: usize| {
                for range in ranges {
                    let range = range.start.max(from)..range.end.min(to);
                    stream.read(&self.layout.folded, range, &self.signs);
                }
            };
            while let Some(heading) = skipped.next_if(|heading| heading.start < block.folded.end) {
                read(from, heading.start);
                from = from.max(heading.end);
                held = true;
            }
            // Lines of a title and names hold no sentence.
            if block.kind == BlockKind::Text && (held || text.contains(['。', ',', ';'])) {
                read(from, block.folded.end);
            }
        }
        stream
    }
}
