//! Paragraphs, rows of tables and fields, as lines.

use super::formats::{Characters, Paragraph, Paragraphs, unseen};
use super::lists::Lists;
use super::pieces::Pieces;
use super::styles::Styles;

const FIELD: u16 = 0x13;
const FIELD_RESULT: u16 = 0x14;
const FIELD_END: u16 = 0x15;
const CELL: u16 = 0x07;
const PARAGRAPH: u16 = 0x0d;
/// Ends of pages, sections and columns.
const PAGE: u16 = 0x0c;
const COLUMN: u16 = 0x0e;

/// What has been read of the text.
struct Lines {
    out: String,
    /// UTF-16 units of the paragraph so far.
    paragraph: Vec<u16>,
    /// Finished paragraphs of the cell, and cells of the row.
    cell: Vec<String>,
    row: Vec<String>,
    /// The fields that are open: for each whether its result is reached, which is what a reader sees.
    fields: Vec<bool>,
}

/// Lines of the text that is seen.
pub(super) fn put_together(
    pieces: &Pieces,
    characters: &Characters,
    paragraphs: &Paragraphs,
    styles: &Styles,
    mut lists: Lists,
) -> String {
    let mut lines = Lines {
        out: String::new(),
        paragraph: Vec::new(),
        cell: Vec::new(),
        row: Vec::new(),
        fields: Vec::new(),
    };
    for piece in &pieces.0 {
        for (n, &unit) in piece.units.iter().enumerate() {
            let place = piece.start + n * piece.width;
            let unseen = unseen(characters.unseen(place), &piece.formats);
            if matches!(unit, PARAGRAPH | CELL | PAGE) {
                // A deleted end of a paragraph puts two of them together.
                if unseen && unit != CELL {
                    continue;
                }
                let mut format = paragraphs.at(place);
                format.change(&piece.formats);
                lines.end(unit, styles.complete(format), &mut lists);
            } else {
                lines.character(unit, unseen);
            }
        }
    }
    lines.end(PARAGRAPH, Paragraph::default(), &mut lists);
    lines.out
}

impl Lines {
    fn character(&mut self, unit: u16, unseen: bool) {
        match unit {
            FIELD => self.fields.push(false),
            FIELD_RESULT => {
                if let Some(field) = self.fields.last_mut() {
                    *field = true;
                }
            }
            FIELD_END => {
                self.fields.pop();
            }
            _ if unseen || self.fields.contains(&false) => {}
            0x0b | COLUMN => self.paragraph.push(0x0a),
            0x1e => self.paragraph.push(u16::from(b'-')),
            // Pictures, notes, drawings, hyphens that are not seen.
            0..=0x08 | 0x0a..=0x1f => {}
            _ => self.paragraph.push(unit),
        }
    }

    /// The end of a paragraph, a cell, a row, a page.
    fn end(&mut self, unit: u16, format: Paragraph, lists: &mut Lists) {
        let words = String::from_utf16_lossy(&std::mem::take(&mut self.paragraph));
        if format.row_end {
            self.row_end();
            return;
        }
        let mut line = lists_before(&words, &format, lists);
        line.push_str(&words);
        if unit == CELL {
            self.cell.push(line);
            let cell = self.cell.drain(..).collect();
            self.row.push(cell);
        } else if format.in_table {
            if format.inner_cell {
                line.push('\t');
            }
            self.cell.push(line);
        } else if unit != PAGE || !line.is_empty() {
            self.row_end();
            self.out.push_str(&line);
            self.out.push('\n');
        }
    }

    fn row_end(&mut self) {
        if self.row.is_empty() && self.cell.is_empty() {
            return;
        }
        self.row.extend(self.cell.drain(..));
        self.out.push_str(&self.row.join("\t"));
        self.out.push('\n');
        self.row.clear();
    }
}

/// The number before a paragraph; one without words has none, as nothing is seen of it.
fn lists_before(words: &str, format: &Paragraph, lists: &mut Lists) -> String {
    if words.is_empty() {
        String::new()
    } else {
        lists.number(format)
    }
}
