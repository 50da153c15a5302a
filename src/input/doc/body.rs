//! The characters of the main text and what the signs among them do: fields, ends of paragraphs, cells, rows and pages.

use super::formats::{Characters, Paragraph, Paragraphs, unseen};
use super::lists::Lists;
use super::pieces::Pieces;
use super::styles::Styles;
use crate::input::rows::Rows;

const CELL: u16 = 0x07;
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

struct Body {
    lines: Rows,
    /// UTF-16 units of the paragraph.
    paragraph: Vec<u16>,
    /// Those that are open, one in the other, and how many of them are not seen.
    fields: Vec<Field>,
    unseen: usize,
}

/// The text that is seen.
pub(super) fn text(
    pieces: &Pieces,
    characters: &Characters,
    paragraphs: &Paragraphs,
    styles: &Styles,
    mut lists: Lists,
) -> String {
    let mut body = Body {
        lines: Rows::default(),
        paragraph: Vec::new(),
        fields: Vec::new(),
        unseen: 0,
    };
    for piece in &pieces.0 {
        for (n, &unit) in piece.units.iter().enumerate() {
            let place = piece.start + n * piece.width;
            let unseen = unseen(characters.unseen(place), &piece.formats);
            match unit {
                // A deleted end puts two paragraphs together.
                PARAGRAPH | PAGE if unseen => {}
                PARAGRAPH | PAGE | CELL => {
                    let mut format = paragraphs.at(place);
                    format.change(&piece.formats);
                    body.end(unit, &styles.complete(format), &mut lists);
                }
                _ => body.character(unit, unseen),
            }
        }
    }
    body.end(PAGE, &Paragraph::default(), &mut lists);
    body.lines.finish()
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
