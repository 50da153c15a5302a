//! A table as CSV that Excel opens in Chinese: UTF-8 with a byte order mark, lines that end in CRLF, quotes as RFC 4180 has them;
//! and, with tabs for commas, as what a spreadsheet takes from the clipboard.

use super::tables::{Cell, Table};
use crate::decimal;

/// What a spreadsheet takes for the beginning of a formula, the full-width forms that Chinese and Japanese ones take for it too included.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The table with its heads. Words that a spreadsheet would run as a formula get an apostrophe before them; numbers stay numbers.
#[must_use]
pub fn csv(table: &Table) -> String {
    format!("\u{feff}{}", lines(table, ','))
}

/// The same with tabs between the cells: pasted into a spreadsheet they come to stand side by side.
#[must_use]
pub fn tab_separated(table: &Table) -> String {
    lines(table, '\t')
}

fn lines(table: &Table, between: char) -> String {
    let mut out = String::new();
    let heads = table.columns.iter();
    line(
        &mut out,
        heads.map(|column| field(&column.head, between)),
        between,
    );
    for row in &table.rows {
        let cells = row.iter().map(|cell| match cell {
            Cell::Number(number) => decimal::written(*number),
            Cell::Text(text) => field(text, between),
            Cell::Empty => String::new(),
        });
        line(&mut out, cells, between);
    }
    out
}

fn line(out: &mut String, fields: impl Iterator<Item = String>, between: char) {
    for (index, field) in fields.enumerate() {
        if index > 0 {
            out.push(between);
        }
        out.push_str(&field);
    }
    out.push_str("\r\n");
}

fn field(text: &str, between: char) -> String {
    let guard = if text.starts_with(FORMULA) { "'" } else { "" };
    if text.contains([between, '"', '\r', '\n']) {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{guard}{text}")
    }
}

#[cfg(test)]
mod tests {
    use super::super::tables::{Column, Form};
    use super::*;

    fn table(cells: &[Cell]) -> Table {
        let column = |_| Column {
            head: "单位,\"量词\"".to_owned(),
            width: 8.0,
            form: Form::Plain,
        };
        Table {
            name: String::new(),
            list: true,
            columns: (0..cells.len()).map(column).collect(),
            rows: vec![cells.to_vec(), vec![Cell::Empty; cells.len()]],
        }
    }

    /// The fields of the first row after the heads, as another reader reads them.
    fn read_back(text: &str) -> Vec<String> {
        let text = text.strip_prefix('\u{feff}').unwrap();
        let mut reader = ::csv::ReaderBuilder::new()
            .terminator(::csv::Terminator::CRLF)
            .from_reader(text.as_bytes());
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 2);
        rows[0].iter().map(str::to_owned).collect()
    }

    #[test]
    fn bytes_are_as_excel_wants_them() {
        let cells = [Cell::Number(98.2), Cell::Text("人次".to_owned())];
        let head = "\"单位,\"\"量词\"\"\"";
        let expected = format!("\u{feff}{head},{head}\r\n98.2,人次\r\n,\r\n");
        assert_eq!(csv(&table(&cells)), expected);
    }

    #[test]
    fn on_the_clipboard_tabs_part_the_cells() {
        let cells = ["甲,乙", "丙\t丁", "=1"].map(|text| Cell::Text(text.to_owned()));
        let text = tab_separated(&table(&cells));
        let row = text.lines().nth(1);
        assert_eq!(row, Some("甲,乙\t\"丙\t丁\"\t'=1"));
        assert!(!text.starts_with('\u{feff}'));
    }

    #[test]
    fn what_goes_in_comes_out() {
        let texts = [
            "甲,乙",
            "说“好”和\"好\"",
            "上\n下",
            "上\r\n下",
            " 空 ",
            "🚓",
            "a\"",
            "",
        ];
        let cells: Vec<Cell> = texts.map(|text| Cell::Text(text.to_owned())).to_vec();
        assert_eq!(read_back(&csv(&table(&cells))), texts);
    }

    #[test]
    fn no_cell_is_a_formula_and_numbers_stay_numbers() {
        for start in FORMULA {
            let text = format!("{start}cmd|' /C calc'!A0,1");
            let cells = [Cell::Text(text.clone()), Cell::Number(1.0)];
            let found = read_back(&csv(&table(&cells)));
            assert_eq!(found, [format!("'{text}"), "1".to_owned()]);
        }
        let numbers = [-5.0, 0.0, 23000.0, 0.1, 1e21].map(Cell::Number);
        let expected = ["-5", "0", "23000", "0.1", "1000000000000000000000"];
        assert_eq!(read_back(&csv(&table(&numbers))), expected);
        // A sign inside is none at the start.
        let inside = ["1-5", "a=b"].map(|text| Cell::Text(text.to_owned()));
        assert_eq!(read_back(&csv(&table(&inside))), ["1-5", "a=b"]);
    }
}
