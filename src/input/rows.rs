//! Paragraphs and rows of tables become lines as they come: for the formats that are read from front to back.

use super::flow::{self, Line};

/// The text so far.
#[derive(Default)]
pub(super) struct Rows {
    out: String,
    /// What has been read of the paragraph.
    pub(super) paragraph: String,
    /// Finished paragraphs of the cell, and finished cells of the row.
    cell: Vec<Line>,
    row: Vec<Vec<Line>>,
}

impl Rows {
    /// The paragraph ends, outside of tables.
    pub(super) fn end_paragraph(&mut self) {
        self.end_row();
        self.out.push_str(&self.paragraph);
        self.out.push('\n');
        self.paragraph.clear();
    }

    /// The paragraph ends if there is anything of it.
    pub(super) fn end_started(&mut self) {
        if !self.paragraph.is_empty() {
            self.end_paragraph();
        }
    }

    /// A paragraph in a cell ends.
    pub(super) fn end_in_cell(&mut self) {
        let text = std::mem::take(&mut self.paragraph);
        self.cell.push(Line {
            text,
            ..Line::default()
        });
    }

    /// A cell ends, and the paragraph in it if one has begun.
    pub(super) fn end_cell(&mut self) {
        if !self.paragraph.is_empty() {
            self.end_in_cell();
        }
        self.row.push(std::mem::take(&mut self.cell));
    }

    /// The row ends, if there is one; what was begun after its last cell does not belong to it.
    pub(super) fn end_row(&mut self) {
        if !self.cell.is_empty() {
            self.row.push(std::mem::take(&mut self.cell));
        }
        let lines = flow::row(std::mem::take(&mut self.row), 0);
        self.out.push_str(&flow::text(&lines));
    }

    /// Lines that stand beside the paragraph, before it; in a cell as a part of it.
    pub(super) fn beside(&mut self, lines: &str, in_cell: bool) {
        if !in_cell {
            self.out.push_str(lines);
            return;
        }
        self.cell.extend(lines.lines().map(|line| Line {
            text: line.to_owned(),
            ..Line::default()
        }));
    }

    /// All of it, the paragraph that is open too.
    pub(super) fn finish(mut self) -> String {
        self.end_row();
        self.end_started();
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paragraphs end at `/`, those in a cell at `,`, cells at `|`, rows at `;`.
    fn lines(plan: &str) -> String {
        let mut lines = Rows::default();
        for c in plan.chars() {
            match c {
                '/' => lines.end_paragraph(),
                ',' => lines.end_in_cell(),
                '|' => lines.end_cell(),
                ';' => lines.end_row(),
                c => lines.paragraph.push(c),
            }
        }
        lines.finish()
    }

    #[test]
    fn rows_are_lines_and_cells_stand_between_tabs() {
        for (plan, text) in [
            ("一/二/", "一\n二\n"),
            ("一//二", "一\n\n二\n"),
            ("前/甲|乙|;丙|丁|;后/", "前\n甲\t乙\n丙\t丁\n后\n"),
            // A cell that is empty keeps its place.
            ("|乙|;", "\t乙\n"),
            ("序,号,|2023,2024|次数,5|;", "序 号\t2023 2024\t次数 5\n"),
            // One cell is a frame.
            ("一、甲,二、乙,|;", "一、甲\n二、乙\n"),
            // A row that does not end.
            ("甲|乙|后/", "甲\t乙\n后\n"),
            ("甲|乙,后/", "甲\t乙\n后\n"),
        ] {
            assert_eq!(lines(plan), text, "{plan}");
        }
    }
}
