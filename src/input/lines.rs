//! Paragraphs and the rows of tables as lines: how every reader of documents puts its text together.

/// The lines so far.
#[derive(Default)]
pub(super) struct Lines {
    out: String,
    /// What has been read of the paragraph.
    pub(super) paragraph: String,
    /// Finished paragraphs of the cell, and finished cells of the row.
    cell: Vec<String>,
    row: Vec<String>,
}

impl Lines {
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
        self.cell.push(std::mem::take(&mut self.paragraph));
    }

    pub(super) fn end_cell(&mut self) {
        self.end_in_cell();
        self.cell.retain(|paragraph| !paragraph.is_empty());
        self.row.push(self.cell.join("\n"));
        self.cell.clear();
    }

    /// The row ends. Paragraphs of its cells are put together, or stand as lines where it has but one cell, which then is a frame and no table.
    pub(super) fn end_row(&mut self) {
        if !self.cell.is_empty() {
            let rest = std::mem::take(&mut self.paragraph);
            self.end_cell();
            self.paragraph = rest;
        }
        match self.row.as_slice() {
            [] => return,
            [frame] => self.out.push_str(frame),
            cells => {
                for (n, cell) in cells.iter().enumerate() {
                    if n > 0 {
                        self.out.push('\t');
                    }
                    join(&mut self.out, cell);
                }
            }
        }
        self.out.push('\n');
        self.row.clear();
    }

    /// Lines that stand beside the paragraph, before it; in a table as a part of the cell.
    pub(super) fn beside(&mut self, lines: &str) {
        if self.row.is_empty() && self.cell.is_empty() {
            self.out.push_str(lines);
        } else {
            self.cell.extend(lines.lines().map(str::to_owned));
        }
    }

    /// All of it, the paragraph that is open too.
    pub(super) fn finish(mut self) -> String {
        self.end_row();
        self.end_started();
        self.out
    }
}

/// Lines one behind the other, with a space where words or numbers would run together.
fn join(out: &mut String, lines: &str) {
    for (n, line) in lines.split('\n').enumerate() {
        let apart = n > 0
            && out.ends_with(|c: char| c.is_ascii_alphanumeric())
            && line.starts_with(|c: char| c.is_ascii_alphanumeric());
        if apart {
            out.push(' ');
        }
        out.push_str(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paragraphs end at `/`, those in a cell at `,`, cells at `|`, rows at `;`.
    fn lines(plan: &str) -> String {
        let mut lines = Lines::default();
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
            // A cell that is empty keeps its place, paragraphs in one are joined.
            ("|乙|;", "\t乙\n"),
            ("序,号,|2023,2024|次数,5|;", "序号\t2023 2024\t次数5\n"),
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
