//! Tables as an Excel workbook: a sheet a table, typed cells, heads that stay in sight and filter.
//!
//! `rust_xlsxwriter` writes the file; it is heavy, so only the wasm of `bin/office.rs` may reach this module.

use rust_xlsxwriter::{
    ColNum, Color, DocProperties, Format, FormatAlign, FormatBorder, RowNum, Workbook, Worksheet,
    XlsxError,
};

use super::tables::{Cell, Column, Form, Table};
use super::words;

/// A font that Excel and WPS have wherever they speak Chinese; where it is missing, the charset makes them choose another Chinese one.
const FONT: &str = "微软雅黑";
const CHARSET_GB2312: u8 = 134;
const FONT_SIZE: f64 = 10.0;
/// Excel's own: with another one, rows would not grow with the words in them.
const ROW_PIXELS: u32 = 20;
/// A line of wrapped words takes so much, and a row may have 409 points.
const LINE_POINTS: f64 = 15.0;
const MOST_LINES: usize = 27;
const COLUMN_PIXELS: u32 = 64;
const PAPER_A4: u8 = 9;
const HEAD_FILL: Color = Color::RGB(0xE8EEF4);
const LINES: Color = Color::RGB(0xC4CCD4);
/// Excel holds 32,767 UTF-16 code units in a cell, two a character at most.
const MOST_CHARS: usize = 16_000;

/// The workbook's bytes. `title` is what its properties call it.
///
/// # Errors
/// Where a table has more rows than a sheet can hold (1,048,576).
pub fn xlsx(tables: &[Table], title: &str) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut book = Workbook::new();
    book.set_default_format(&looks.plain, ROW_PIXELS, COLUMN_PIXELS)?;
    book.set_properties(&DocProperties::new().set_title(title));
    for table in tables {
        sheet(book.add_worksheet(), table, &looks)?;
    }
    book.save_to_buffer()
}

/// How cells look.
struct Looks {
    head: Format,
    plain: Format,
    wrapped: Format,
    share: Format,
    fact: Format,
}

impl Looks {
    fn new() -> Self {
        let plain = Format::new()
            .set_font_name(FONT)
            .set_font_charset(CHARSET_GB2312)
            .set_font_size(FONT_SIZE)
            .set_align(FormatAlign::Top);
        let edge = |format: Format| {
            format
                .set_border(FormatBorder::Thin)
                .set_border_color(LINES)
        };
        Self {
            head: edge(plain.clone())
                .set_bold()
                .set_background_color(HEAD_FILL),
            wrapped: plain.clone().set_text_wrap(),
            share: plain.clone().set_num_format("0.0%"),
            fact: plain.clone().set_text_wrap().set_align(FormatAlign::Left),
            plain,
        }
    }

    fn of(&self, form: Form) -> &Format {
        match form {
            Form::Plain => &self.plain,
            Form::Wrapped => &self.wrapped,
            Form::Share => &self.share,
        }
    }
}

fn sheet(sheet: &mut Worksheet, table: &Table, looks: &Looks) -> Result<(), XlsxError> {
    sheet
        .set_name(&table.name)?
        .set_paper_size(PAPER_A4)
        .set_landscape()
        .set_print_fit_to_pages(1, 0);
    for (at, column) in (0..).zip(&table.columns) {
        sheet.set_column_width(at, column.width)?;
    }
    let mut first: RowNum = 0;
    if table.list {
        heads(sheet, table, looks)?;
        first = 1;
    }
    for (row, cells) in (first..).zip(&table.rows) {
        for (at, (cell, column)) in (0..).zip(cells.iter().zip(&table.columns)) {
            let look = match (table.list, at) {
                (true, _) => looks.of(column.form),
                (false, 0) => &looks.head,
                (false, _) => &looks.fact,
            };
            match cell {
                Cell::Number(number) => {
                    sheet.write_number_with_format(row, at, *number, look)?;
                }
                Cell::Text(text) => {
                    let text = words::clipped(text, MOST_CHARS);
                    sheet.write_string_with_format(row, at, text, look)?;
                }
                Cell::Empty => {}
            }
        }
        let lines = lines(cells, &table.columns);
        if lines > 1 {
            sheet.set_row_height(row, LINE_POINTS * lines as f64)?;
        }
    }
    Ok(())
}

/// The heads of a list: they stay in sight, filter what is below them, and stand on every page that is printed.
fn heads(sheet: &mut Worksheet, table: &Table, looks: &Looks) -> Result<(), XlsxError> {
    for (at, column) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(0, at, &column.head, &looks.head)?;
    }
    let last_row = RowNum::try_from(table.rows.len()).unwrap_or(RowNum::MAX);
    let columns = ColNum::try_from(table.columns.len()).unwrap_or(ColNum::MAX);
    let last_column = columns.saturating_sub(1);
    sheet
        .set_freeze_panes(1, 0)?
        .set_repeat_rows(0, 0)?
        .set_print_area(0, 0, last_row, last_column)?
        .autofilter(0, 0, last_row, last_column)?;
    Ok(())
}

/// The lines that a row needs for its wrapped words. Excel would find out by itself; others show one line where nothing is said.
fn lines(cells: &[Cell], columns: &[Column]) -> usize {
    let lines = cells.iter().zip(columns).map(|(cell, column)| match cell {
        Cell::Text(text) if column.form == Form::Wrapped => {
            let wide = text.chars().filter(|c| !c.is_ascii()).count();
            let width = text.chars().count() + wide;
            (width as f64 / column.width).ceil() as usize
        }
        _ => 1,
    });
    lines.max().unwrap_or(1).min(MOST_LINES)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use calamine::{Data, Reader, Xlsx};

    use super::*;

    fn table(name: &str, list: bool, rows: Vec<Vec<Cell>>) -> Table {
        let column = |head: &str, form| Column {
            head: head.to_owned(),
            width: 12.0,
            form,
        };
        Table {
            name: name.to_owned(),
            list,
            columns: vec![
                column("对象", Form::Wrapped),
                column("数值", Form::Plain),
                column("占比", Form::Share),
            ],
            rows,
        }
    }

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut xml = String::new();
        archive
            .by_name(name)
            .unwrap()
            .read_to_string(&mut xml)
            .unwrap();
        xml
    }

    #[test]
    fn cells_keep_their_kind() {
        let rows = vec![
            vec![text("=1+1"), Cell::Number(98.2), Cell::Number(0.25)],
            vec![text("-5"), text("007"), Cell::Empty],
            vec![text("@SUM(A1)"), text("http://example.org"), Cell::Empty],
        ];
        let bytes = xlsx(&[table("数据", true, rows)], "核对").unwrap();
        let mut book = Xlsx::new(Cursor::new(&bytes)).unwrap();
        let sheet = book.worksheet_range("数据").unwrap();
        let string = |text: &str| Data::String(text.to_owned());
        let rows: Vec<&[Data]> = sheet.rows().collect();
        assert_eq!(
            rows,
            [
                [string("对象"), string("数值"), string("占比")].as_slice(),
                &[string("=1+1"), Data::Float(98.2), Data::Float(0.25)],
                &[string("-5"), string("007"), Data::Empty],
                &[
                    string("@SUM(A1)"),
                    string("http://example.org"),
                    Data::Empty
                ],
            ]
        );
        let formulas = book.worksheet_formula("数据").unwrap();
        assert!(formulas.is_empty());
        assert!(part(&bytes, "xl/styles.xml").contains("微软雅黑"));
    }

    #[test]
    fn a_list_has_heads_that_stay_and_filter_and_facts_have_none() {
        let rows = || vec![vec![text("镇"), Cell::Number(4.0), Cell::Number(0.5)]];
        let tables = [table("概况", false, rows()), table("部分", true, rows())];
        let bytes = xlsx(&tables, "核对").unwrap();
        let facts = part(&bytes, "xl/worksheets/sheet1.xml");
        let list = part(&bytes, "xl/worksheets/sheet2.xml");
        assert!(!facts.contains("frozen") && !facts.contains("autoFilter"));
        assert!(list.contains(r#"topLeftCell="A2" activePane="bottomLeft" state="frozen""#));
        assert!(!list.contains("customHeight"), "one line needs no height");
        assert!(list.contains(r#"<autoFilter ref="A1:C2"/>"#));
        let mut book = Xlsx::new(Cursor::new(&bytes)).unwrap();
        assert_eq!(book.sheet_names(), ["概况", "部分"]);
        assert_eq!(book.worksheet_range("概况").unwrap().height(), 1);
        // The third column of both is a share.
        let share = list.split(r#"<c r="C2" s=""#).nth(1).unwrap();
        let style: usize = share.split('"').next().unwrap().parse().unwrap();
        let styles = part(&bytes, "xl/styles.xml");
        let shares = styles.split("<cellXfs").nth(1).unwrap();
        let share = shares.split("<xf ").nth(style + 1).unwrap();
        let format = share.split(r#"numFmtId=""#).nth(1).unwrap();
        let format = format.split('"').next().unwrap();
        assert!(styles.contains(&format!(r#"numFmtId="{format}" formatCode="0.0%""#)));
    }

    #[test]
    fn words_longer_than_a_cell_holds_are_cut_and_no_rows_are_no_fault() {
        let long = "🚓".repeat(40_000);
        let rows = vec![vec![text(&long), Cell::Empty, Cell::Empty]];
        let tables = [table("长", true, rows), table("空", true, Vec::new())];
        let bytes = xlsx(&tables, "").unwrap();
        let mut book = Xlsx::new(Cursor::new(&bytes)).unwrap();
        let xml = part(&bytes, "xl/worksheets/sheet1.xml");
        assert!(xml.contains(r#"<row r="2" spans="1:3" ht="405" customHeight="1">"#));
        let sheet = book.worksheet_range("长").unwrap();
        let cell = sheet.get((1, 0)).unwrap().to_string();
        assert_eq!(cell.chars().count(), MOST_CHARS + 1);
        assert_eq!(book.worksheet_range("空").unwrap().height(), 1);
    }
}
