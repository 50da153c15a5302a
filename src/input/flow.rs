//! Lines as documents that flow give them, each with the places in the file where its words come from, and how the cells of a table become lines.

use std::ops::Range;

/// A row of a table whose cells hold more characters than this, in several paragraphs, is there for the layout and no row of data.
const MOST_CELL: usize = 200;

/// A line of the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Its words.
    pub(super) text: String,
    /// Where they come from, in their order; what comes from nowhere, such as a number that Word makes, has no piece.
    pub(super) pieces: Vec<Piece>,
    /// The place in the tree of the paragraph that it belongs to.
    pub(super) paragraph: usize,
}

/// Words of a line that stand in one piece in the file.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// The bytes of the line.
    pub(super) text: Range<usize>,
    /// The place in the tree of the text, or of what stands for a character.
    pub(super) node: usize,
    /// Where in the file the words begin, if each byte of the line is one of the file.
    pub(super) from: Option<usize>,
}

impl Line {
    /// Puts words before all others.
    pub(super) fn put_before(&mut self, words: &str) {
        self.shift(words.len());
        self.text.insert_str(0, words);
    }

    fn shift(&mut self, by: usize) {
        for piece in &mut self.pieces {
            piece.text = piece.text.start + by..piece.text.end + by;
        }
    }

    /// Takes the lines of a cell into this one: paragraphs are parted by a space, so that figures do not run into each other.
    fn append(&mut self, cell: Vec<Self>) {
        let lines = cell.into_iter().filter(|line| !line.text.trim().is_empty());
        for (at, mut line) in lines.enumerate() {
            if at > 0 {
                self.text.push(' ');
            }
            line.shift(self.text.len());
            self.text.push_str(&line.text.replace(['\n', '\t'], " "));
            self.pieces.append(&mut line.pieces);
        }
    }
}

/// The lines of a row of a table, by the lines of its cells: one, with tabs between the cells; but the lines as they are where the row has one cell or
/// a cell holds a text, since the table is there for the layout then.
pub(super) fn row(cells: Vec<Vec<Line>>, paragraph: usize) -> Vec<Line> {
    let is_text = |cell: &Vec<Line>| {
        let lines = cell.iter().filter(|line| !line.text.trim().is_empty());
        let chars: usize = lines.clone().map(|line| line.text.chars().count()).sum();
        lines.count() > 1 && chars > MOST_CELL
    };
    if cells.len() < 2 || cells.iter().any(is_text) {
        return cells.into_iter().flatten().collect();
    }
    let first = cells.iter().flatten().next();
    let mut whole = Line {
        paragraph: first.map_or(paragraph, |line| line.paragraph),
        ..Line::default()
    };
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            whole.text.push('\t');
        }
        whole.append(cell);
    }
    vec![whole]
}

/// The text that the lines make.
pub(super) fn text(lines: &[Line]) -> String {
    let mut text = String::new();
    for line in lines {
        text.push_str(&line.text);
        text.push('\n');
    }
    text
}
