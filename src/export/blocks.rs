//! A document as headings, points and tables in the order in which they are read, apart from how it is written: `markdown`, `html` and `docx` do that.

use serde::{Deserialize, Serialize};

use super::words::Tone;

/// A document, apart from how it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// What stands above all.
    pub title: String,
    /// What follows.
    pub blocks: Vec<Block>,
}

/// What a document is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A heading, by its level: 2 or 3.
    Heading(u8, String),
    /// A paragraph.
    Text(String),
    /// A list.
    Points(Vec<Point>),
    /// A table.
    Table(Table),
}

/// A point of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// How far it is set in: no more than one step further than the point before it.
    pub depth: usize,
    /// How it stands with what it tells.
    pub tone: Tone,
    /// What it is about, where that is to strike the eye; may be empty.
    pub name: String,
    /// What it says.
    pub words: String,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The heads of its columns, and whether there are numbers below them.
    pub columns: Vec<(String, bool)>,
    /// Its rows, each with a cell a column.
    pub rows: Vec<Vec<String>>,
}

/// The heads of columns, each with whether there are numbers below it.
#[must_use]
pub fn columns<const N: usize>(columns: [(&str, bool); N]) -> Vec<(String, bool)> {
    columns
        .map(|(head, number)| (head.to_owned(), number))
        .into()
}

/// Blocks as they are added.
#[derive(Debug, Default)]
pub struct Blocks(pub Vec<Block>);

impl Blocks {
    /// Adds a heading, by its level.
    pub fn heading(&mut self, level: u8, words: String) {
        self.0.push(Block::Heading(level, words));
    }

    /// Adds a paragraph.
    pub fn text(&mut self, words: String) {
        self.0.push(Block::Text(words));
    }

    /// Adds a point with a name.
    pub fn named(&mut self, tone: Tone, name: String, words: String) {
        self.push_point(Point {
            depth: 0,
            tone,
            name,
            words,
        });
    }

    /// Adds a point, set in so far.
    pub fn point(&mut self, depth: usize, words: String) {
        self.push_point(Point {
            depth,
            tone: Tone::Quiet,
            name: String::new(),
            words,
        });
    }

    /// Adds a table.
    pub fn table(&mut self, columns: Vec<(String, bool)>, rows: Vec<Vec<String>>) {
        self.0.push(Block::Table(Table { columns, rows }));
    }

    /// Points that follow each other are one list.
    fn push_point(&mut self, point: Point) {
        if let Some(Block::Points(points)) = self.0.last_mut() {
            points.push(point);
        } else {
            self.0.push(Block::Points(vec![point]));
        }
    }
}
