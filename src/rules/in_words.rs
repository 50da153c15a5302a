//! The figures with the folded words around them, for the rules that judge how a figure is written.

use std::ops::Range;

use crate::document::Document;
use crate::report::Figure;
use crate::text::Span;
use crate::text::layout::Block;

/// A figure in its block.
pub(super) struct InWords<'d> {
    /// The figure.
    pub figure: &'d Figure<Span>,
    /// The block that it stands in.
    pub block: &'d Block,
    /// Where it stands in the folded text.
    pub range: Range<usize>,
    /// The folded words of the block before it.
    pub before: &'d str,
    /// Its own.
    pub words: &'d str,
    /// Those behind it.
    pub after: &'d str,
}

/// Every figure in its words, in the order of the text.
pub(super) fn figures<'d>(document: &'d Document<'_>) -> impl Iterator<Item = InWords<'d>> {
    let mut blocks = document.layout.blocks.iter().peekable();
    let figures = document.figures.iter().zip(&document.places);
    figures.filter_map(move |(figure, place)| {
        let range = place.range.clone();
        while blocks
            .next_if(|block| block.folded.end <= range.start)
            .is_some()
        {}
        let block = *blocks.peek()?;
        let folded = &document.layout.folded;
        Some(InWords {
            figure,
            block,
            before: folded.slice(block.folded.start, range.start),
            words: folded.slice(range.start, range.end),
            after: folded.slice(range.end, block.folded.end),
            range,
        })
    })
}

impl InWords<'_> {
    /// The words of its clause before it, from the last mark of punctuation other than 、 on.
    pub fn clause(&self) -> &str {
        const LONGEST: usize = 180;
        let from = self
            .before
            .floor_char_boundary(self.before.len().saturating_sub(LONGEST));
        self.before
            .get(from..)
            .unwrap_or_default()
            .rsplit([',', ';', '。', ':', '!', '?', '(', ')'])
            .next()
            .unwrap_or_default()
    }

    /// 余 or 多 inside its numeral: where it stands in the words, and the word.
    pub fn loose(&self) -> Option<(usize, &'static str)> {
        self.words.char_indices().find_map(|(at, c)| match c {
            '余' => Some((at, "余")),
            '多' => Some((at, "多")),
            _ => None,
        })
    }
}
