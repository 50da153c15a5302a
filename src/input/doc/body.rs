//! The characters of the main text and what the signs among them do: fields, ends of paragraphs, cells, rows and pages.

use std::collections::BTreeMap;
use std::ops::Range;

use super::formats::{Characters, Paragraph, Paragraphs};
use super::lists::Lists;
use super::pieces::Pieces;
use super::styles::Styles;
use crate::input::rows::Rows;

const CELL: u16 = 0x07;
/// A drawing, such as a text box, is anchored here.
const ANCHOR: u16 = 0x08;
const PARAGRAPH: u16 = 0x0d;
/// The end of a page or section.
const PAGE: u16 = 0x0c;

/// A field says first what it is, then what it gives.
enum Field {
    Instruction(Vec<u16>),
    Result,
    /// A table of contents gives what stands in the text once more.
    Contents,
}

/// What is known of the text.
pub(super) struct Source {
    pub(super) pieces: Pieces,
    pub(super) characters: Characters,
    pub(super) paragraphs: Paragraphs,
    pub(super) styles: Styles,
    /// For anchors the texts of their boxes.
    pub(super) frames: BTreeMap<usize, Range<usize>>,
}

#[derive(Default)]
struct Body {
    lines: Rows,
    /// UTF-16 units of the paragraph, and lines in frames beside it.
    paragraph: Vec<u16>,
    beside: String,
    /// Those that are open, one in the other, and how many of them are not seen.
    fields: Vec<Field>,
    unseen: usize,
}

impl Source {
    /// What is seen of a stretch of the text.
    pub(super) fn text(&self, stretch: Range<usize>, lists: &mut Lists) -> String {
        self.read(stretch, lists, true)
    }

    /// No frame is in a frame.
    fn read(&self, stretch: Range<usize>, lists: &mut Lists, framed: bool) -> String {
        let mut body = Body::default();
        for piece in self.pieces.of(&stretch) {
            let from = stretch.start.saturating_sub(piece.first);
            let to = stretch.end.saturating_sub(piece.first);
            let units = piece.units.iter().enumerate().take(to).skip(from);
            for (n, &unit) in units {
                let place = piece.start + n * piece.width;
                let unseen = piece.unseen || self.characters.unseen(place);
                match unit {
                    // A deleted end puts two paragraphs together.
                    PARAGRAPH | PAGE | ANCHOR if unseen => {}
                    PARAGRAPH | PAGE | CELL => {
                        let mut format = self.paragraphs.at(place);
                        format.change(&piece.formats);
                        body.end(unit, &self.styles.complete(format), lists);
                    }
                    ANCHOR => {
                        let frame = self.frames.get(&(piece.first + n));
                        if let Some(frame) = frame.filter(|_| framed) {
                            // The text of a box has an end more than it has paragraphs.
                            let text = self.read(frame.clone(), lists, false);
                            body.beside.extend([text.trim_end_matches('\n'), "\n"]);
                        }
                    }
                    _ => body.character(unit, unseen),
                }
            }
        }
        body.end(PAGE, &Paragraph::default(), lists);
        body.lines.finish()
    }
}

impl Body {
    fn character(&mut self, unit: u16, unseen: bool) {
        match unit {
            0x13 => {
                self.fields.push(Field::Instruction(Vec::new()));
                self.unseen += 1;
            }
            0x14 => self.result(),
            0x15 => {
                if !matches!(self.fields.pop(), None | Some(Field::Result)) {
                    self.unseen -= 1;
                }
            }
            _ if self.unseen > 0 => {
                if let Some(Field::Instruction(words)) = self.fields.last_mut() {
                    words.push(unit);
                }
            }
            _ if unseen => {}
            // The end of a line, and of a column.
            0x0b | 0x0e => self.paragraph.push(0x0a),
            0x1e => self.paragraph.push(u16::from(b'-')),
            // Pictures, notes, drawings, hyphens that are not seen.
            0..=0x08 | 0x0a..=0x1f => {}
            _ => self.paragraph.push(unit),
        }
    }

    fn result(&mut self) {
        if let Some(field) = self.fields.last_mut()
            && let Field::Instruction(words) = field
        {
            let contents = String::from_utf16_lossy(words)
                .trim_start()
                .starts_with("TOC");
            if contents {
                *field = Field::Contents;
            } else {
                *field = Field::Result;
                self.unseen -= 1;
            }
        }
    }

    /// The end of a paragraph, a cell, a row, a page.
    fn end(&mut self, unit: u16, format: &Paragraph, lists: &mut Lists) {
        let words = String::from_utf16_lossy(&std::mem::take(&mut self.paragraph));
        if format.row_end {
            self.lines.end_row();
            return;
        }
        if self.unseen > 0 && words.is_empty() {
            return;
        }
        let in_cell = unit == CELL || format.in_table;
        self.lines
            .beside(&std::mem::take(&mut self.beside), in_cell);
        // Nothing is seen of the number of a paragraph without words.
        if !words.is_empty() {
            let number = lists.number(format);
            self.lines.paragraph.extend([number, words]);
        }
        match unit {
            CELL => self.lines.end_cell(),
            PAGE => self.lines.end_started(),
            _ if format.inner_cell => self.lines.paragraph.push('\t'),
            _ if format.in_table => self.lines.end_in_cell(),
            _ => self.lines.end_paragraph(),
        }
    }
}
