//! Comments written into a copy of a document, each at the words that it is about. All else in the file stays byte for byte as it was.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::super::Unreadable;
use super::super::flow::{self, Line, Piece};
use super::super::package::Package;
use super::super::xml::Tree;
use super::Parts;
use super::comments::Words;
use super::edits::{Edits, Side};
use crate::text::{Source, Utf16Span};

/// A remark on some words of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// The words, in the text that reading the document gave, in UTF-16 code units. Where nothing in the file stands for them, as with a number that Word
    /// makes, the comment is on their paragraph.
    pub span: Utf16Span,
    /// Who says it.
    pub author: String,
    /// When, in ISO 8601 (2026-01-05T09:30:00), where that is known.
    #[serde(default)]
    pub date: Option<String>,
    /// What is said, a paragraph a line.
    pub text: String,
}

/// A copy of a document with comments in it. Comments and tracked changes that it has already stay.
///
/// # Errors
/// Where the document cannot be read, with the reason in words for the user.
pub fn annotate(bytes: &[u8], comments: &[Comment]) -> Result<Vec<u8>, Unreadable> {
    let mut package = Package::open(bytes)?;
    let parts = Parts::find(&mut package)?;
    let tree = Tree::new(&parts.document)?;
    let lines = parts.lines(&tree)?;
    let source = Source::new(&flow::text(&lines));
    let laid = Laid::new(&lines);
    let words = Words::new(&mut package, &parts, tree.root()?)?;
    let mut edits = Edits::new(&parts.document);
    let mut placed = Vec::new();
    for comment in comments {
        let span = source.bytes(comment.span);
        let ends = match laid.find(span.start..span.end) {
            Found::Words(first, last) => [
                edits.place(&tree, first, Side::Start),
                edits.place(&tree, last, Side::End),
            ],
            Found::Paragraph(at) => {
                let Some(paragraph) = tree.node(at).all().find(|node| node.name() == "p") else {
                    continue;
                };
                edits.around(paragraph)
            }
        };
        let id = words.id(placed.len());
        edits.mark(ends, words.start(id), words.end(id));
        placed.push(comment);
    }
    let mut changed = vec![(parts.name.clone(), edits.written())];
    changed.extend(words.parts(&mut package, &parts, &placed)?);
    package.with(&changed)
}

/// Lines with the byte of the text that each begins at.
struct Laid<'l> {
    lines: &'l [Line],
    starts: Vec<usize>,
}

/// What bytes of the text stand for in the file.
enum Found<'l> {
    /// From a byte of a piece to a byte of the same or another one.
    Words((&'l Piece, usize), (&'l Piece, usize)),
    /// Nothing, in the paragraph at a place in the tree.
    Paragraph(usize),
}

impl<'l> Laid<'l> {
    fn new(lines: &'l [Line]) -> Self {
        let mut next = 0;
        let starts = lines.iter().map(|line| {
            let start = next;
            next += line.text.len() + 1;
            start
        });
        Self {
            starts: starts.collect(),
            lines,
        }
    }

    fn find(&self, bytes: Range<usize>) -> Found<'l> {
        let on = self.starts.partition_point(|start| *start <= bytes.start);
        let lines = self
            .starts
            .iter()
            .zip(self.lines)
            .skip(on.saturating_sub(1));
        let mut lines = lines
            .take_while(|(start, _)| **start < bytes.end)
            .peekable();
        let paragraph = lines.peek().map_or_else(
            || {
                self.lines
                    .get(on.saturating_sub(1))
                    .map_or(0, |line| line.paragraph)
            },
            |(_, line)| line.paragraph,
        );
        let mut touched = lines.flat_map(|(start, line)| {
            let bytes = bytes.clone();
            line.pieces.iter().filter_map(move |piece| {
                let begin = start + piece.text.start;
                let from = bytes.start.max(begin);
                let to = bytes.end.min(start + piece.text.end);
                (from < to).then(|| (piece, from - begin, to - begin))
            })
        });
        let Some(first @ (piece, from, _)) = touched.next() else {
            return Found::Paragraph(paragraph);
        };
        let (last, _, to) = touched.last().unwrap_or(first);
        Found::Words((piece, from), (last, to))
    }
}

#[cfg(test)]
mod tests;
