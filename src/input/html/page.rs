//! The pieces of a page as lines.

use std::collections::BTreeMap;

use super::pieces::{Element, Kind, Piece};
use crate::input::ordinal::Ordinal;
use crate::input::rows::Rows;
use crate::text::marker::is_numeral;

/// Tables inside tables; what lies deeper stands in lines of its own.
const DEEPEST: usize = 50;

#[derive(Default)]
struct Page {
    rows: Rows,
    /// The tables that are open: whether a cell is, and the lines around the table.
    tables: Vec<(bool, Rows)>,
    /// The lists that are open, each with the number of its next item if it has numbers.
    lists: Vec<Option<(Ordinal, u32)>>,
    /// The number of the item that begins.
    number: String,
    preformatted: usize,
    /// White space that is a space if words follow; whether a line of the file ended in it.
    space: Option<bool>,
}

/// The lines of what is seen.
pub(super) fn text(text: &str, pieces: &[Piece], unseen: &BTreeMap<usize, usize>) -> String {
    let mut page = Page::default();
    let mut seen_from = 0;
    for (at, piece) in pieces.iter().enumerate() {
        if at < seen_from {
            continue;
        }
        if let Some(&last) = unseen.get(&at) {
            seen_from = last + 1;
            if let Piece::Open(element) = piece
                && element.name.kind() != Kind::Inline
            {
                page.end_line();
            }
            continue;
        }
        match piece {
            Piece::Words(range) => page.words(text.get(range.clone()).unwrap_or_default()),
            Piece::Open(element) => page.open(element),
            Piece::Close(name) => page.close(name.kind()),
        }
    }
    page.end_line();
    while !page.tables.is_empty() {
        page.close(Kind::Table);
    }
    page.rows.finish()
}

impl Page {
    fn in_cell(&self) -> bool {
        self.tables.last().is_some_and(|&(in_cell, _)| in_cell)
    }

    fn set_in_cell(&mut self, now: bool) -> bool {
        let last = self.tables.last_mut();
        last.is_some_and(|(in_cell, _)| std::mem::replace(in_cell, now))
    }

    /// Ends the line if there is anything in it.
    fn end_line(&mut self) {
        self.space = None;
        if self.rows.paragraph.is_empty() {
            return;
        }
        if self.in_cell() {
            self.rows.end_in_cell();
        } else {
            self.rows.end_paragraph();
        }
    }

    fn end_cell(&mut self) {
        self.end_line();
        if self.set_in_cell(false) {
            self.rows.end_cell();
        }
    }

    fn open(&mut self, element: &Element) {
        match element.name.kind() {
            Kind::Inline | Kind::Link | Kind::Gone => return,
            Kind::Break => {
                self.line_break();
                return;
            }
            _ => self.end_line(),
        }
        match element.name.kind() {
            Kind::Preformatted => self.preformatted += 1,
            Kind::Table if self.tables.len() < DEEPEST => {
                let around = std::mem::take(&mut self.rows);
                self.tables.push((false, around));
            }
            Kind::Row => {
                self.end_cell();
                self.rows.end_row();
            }
            Kind::Cell => {
                self.end_cell();
                self.set_in_cell(true);
            }
            Kind::List => self.lists.push(None),
            Kind::Ordered => {
                let ordinal = ordinal(element.numbered.as_deref());
                self.lists.push(Some((ordinal, element.start)));
            }
            Kind::Item => self.count(),
            _ => {}
        }
    }

    fn close(&mut self, kind: Kind) {
        match kind {
            Kind::Inline | Kind::Link | Kind::Gone | Kind::Break => return,
            Kind::Cell => {
                self.end_cell();
                return;
            }
            _ => self.end_line(),
        }
        match kind {
            Kind::Preformatted => self.preformatted = self.preformatted.saturating_sub(1),
            Kind::Row => {
                self.end_cell();
                self.rows.end_row();
            }
            Kind::Table => {
                self.end_cell();
                if let Some((_, around)) = self.tables.pop() {
                    let table = std::mem::replace(&mut self.rows, around).finish();
                    let in_cell = self.in_cell();
                    self.rows.beside(&table, in_cell);
                }
            }
            Kind::List | Kind::Ordered => {
                self.lists.pop();
            }
            Kind::Item => self.number.clear(),
            _ => {}
        }
    }

    fn line_break(&mut self) {
        if self.in_cell() || !self.rows.paragraph.is_empty() {
            self.end_line();
        } else {
            self.rows.end_paragraph();
        }
    }

    fn count(&mut self) {
        self.number.clear();
        if let Some(Some((ordinal, next))) = self.lists.last_mut() {
            self.number = ordinal.write(*next);
            *next = next.saturating_add(1);
            let chinese = matches!(ordinal, Ordinal::Chinese { .. } | Ordinal::Legal);
            if *ordinal != Ordinal::None {
                self.number.push(if chinese { '、' } else { '.' });
            }
        }
    }

    fn words(&mut self, words: &str) {
        if self.preformatted > 0 {
            for line in words.split_inclusive('\n') {
                self.rows.paragraph.push_str(line.trim_end_matches('\n'));
                if line.ends_with('\n') {
                    self.line_break();
                }
            }
            return;
        }
        for c in words.chars() {
            if c.is_ascii_whitespace() {
                let ended = c == '\n' || self.space == Some(true);
                self.space = Some(ended);
                continue;
            }
            if self.rows.paragraph.is_empty() {
                self.space = None;
                let number = std::mem::take(&mut self.number);
                if !is_marked(words) {
                    self.rows.paragraph.push_str(&number);
                }
            }
            if let Some(ended) = self.space.take() {
                // Where the file broke a line between Chinese characters there is no space.
                let last = self.rows.paragraph.chars().next_back();
                if !(ended && (is_wide(c) || last.is_some_and(is_wide))) {
                    self.rows.paragraph.push(' ');
                }
            }
            self.rows.paragraph.push(c);
        }
    }
}

/// The names of HTML and of CSS.
fn ordinal(name: Option<&str>) -> Ordinal {
    match name.unwrap_or_default() {
        "a" | "lower-alpha" | "lower-latin" => Ordinal::Letter,
        "i" | "lower-roman" => Ordinal::Roman,
        "upper-alpha" | "upper-latin" => Ordinal::UpperLetter,
        "upper-roman" => Ordinal::UpperRoman,
        "cjk-ideographic" | "simp-chinese-informal" | "cjk-decimal" => {
            Ordinal::Chinese { thousands: true }
        }
        "simp-chinese-formal" => Ordinal::Legal,
        "none" | "disc" | "circle" | "square" => Ordinal::None,
        _ => Ordinal::Decimal,
    }
}

/// Whether an item has a number that was typed; the page's style then hides the one of the list.
fn is_marked(words: &str) -> bool {
    let words = words.trim_start();
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit() || is_numeral(c));
    words.starts_with(['（', '(', '①', '第'])
        || rest.len() < words.len() && rest.starts_with(['、', '.', '．', '是'])
}

fn is_wide(c: char) -> bool {
    c >= '\u{2000}'
}
