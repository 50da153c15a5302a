use super::*;
use crate::input::compound::tests::compound;

/// Where the text lies in the stream.
const TEXT: usize = 0x800;

/// A document of one piece: its main text, and what follows as a footnote. No formats.
struct Sheet {
    main: Vec<u8>,
    table: Vec<u8>,
}

impl Sheet {
    fn new(text: &str, footnote: &str) -> Self {
        let units = |text: &str| text.encode_utf16().count();
        let mut sheet = Self {
            main: vec![0; TEXT],
            table: Vec::new(),
        };
        sheet.main[..4].copy_from_slice(&[0xec, 0xa5, 0xc1, 0]);
        sheet.set(0x0a, 0x200);
        sheet.set(0x4c, units(text));
        sheet.set(0x50, units(footnote));
        let all = format!("{text}{footnote}");
        sheet
            .main
            .extend(all.encode_utf16().flat_map(u16::to_le_bytes));
        sheet.pieces(&[(units(&all), TEXT, 0)]);
        sheet
    }

    fn set(&mut self, at: usize, number: usize) {
        let number = u32::try_from(number).unwrap();
        self.main[at..at + 4].copy_from_slice(&number.to_le_bytes());
    }

    /// Pieces, each with its characters, its place in the stream with the mark for single bytes, and its modifier.
    fn pieces(&mut self, pieces: &[(usize, usize, u16)]) {
        let mut table: Vec<u8> = Vec::new();
        let mut at = 0u32;
        table.extend(at.to_le_bytes());
        for (length, _, _) in pieces {
            at += u32::try_from(*length).unwrap();
            table.extend(at.to_le_bytes());
        }
        for (_, place, modifier) in pieces {
            table.extend([0, 0]);
            table.extend(u32::try_from(*place).unwrap().to_le_bytes());
            table.extend(modifier.to_le_bytes());
        }
        self.table = vec![2];
        self.table
            .extend(u32::try_from(table.len()).unwrap().to_le_bytes());
        self.table.extend(table);
        self.set(0x1a2, 0);
        self.set(0x1a6, self.table.len());
    }

    fn read(&self) -> Result<String, Unreadable> {
        read(&compound(&[
            ("WordDocument", &self.main),
            ("1Table", &self.table),
        ]))
    }
}

#[test]
fn the_characters_are_lines() {
    for (text, expected) in [
        ("一\r二\r", "一\n二\n"),
        ("一\r\r二", "一\n\n二\n"),
        ("一\u{b}二\u{c}三\r", "一\n二\n三\n"),
        // The end of a page after the end of a paragraph is no line.
        ("一\r\u{c}二\r", "一\n二\n"),
        ("a\u{1e}b\u{1f}c\u{a0}d\te\r", "a-bc\u{a0}d\te\n"),
        ("一\u{1}\u{2}\u{5}\u{8}二\r", "一二\n"),
        ("甲\u{7}乙\u{7}\r丙\r", "甲\t乙\n\n丙\n"),
        ("😀\r", "😀\n"),
    ] {
        assert_eq!(
            Sheet::new(text, "").read().as_deref(),
            Ok(expected),
            "{text:?}"
        );
    }
}

#[test]
fn of_fields_only_the_results_are_seen() {
    for (text, expected) in [
        ("一\u{13} PAGE \u{14}3\u{15}二\r", "一3二\n"),
        (
            "\u{13} HYPERLINK \"x\" \u{14}一\u{13} REF \u{14}二\u{15}\u{15}三\r",
            "一二三\n",
        ),
        (
            "\u{13} IF \u{13} PAGE \u{14}3\u{15} \u{14}一\u{15}\r",
            "一\n",
        ),
        ("一\u{13} ADVANCE \u{15}二\r", "一二\n"),
        ("\u{13} TOC \\o \u{14}一\t1\r二\t2\r\u{15}\r三\r", "\n三\n"),
        // Ends and results of no field.
        ("一\u{14}\u{15}\u{15}二\r", "一二\n"),
        ("一\u{13} PAGE", "一\n"),
    ] {
        assert_eq!(
            Sheet::new(text, "").read().as_deref(),
            Ok(expected),
            "{text:?}"
        );
    }
}

#[test]
fn what_follows_the_main_text_is_not_read() {
    assert_eq!(Sheet::new("一\r", "二\r").read().as_deref(), Ok("一\n"));
}

#[test]
fn pieces_are_put_in_order_and_some_have_one_byte_a_character() {
    let mut sheet = Sheet::new("一二三ab\r", "");
    sheet.main.extend(b"x\x93y");
    let single = (2 * (TEXT + 12)) | 0x4000_0000;
    sheet.pieces(&[(1, TEXT + 2, 0), (1, TEXT, 0), (3, single, 0)]);
    assert_eq!(sheet.read().as_deref(), Ok("二一x“y\n"));
    // A quick save deleted the second of them.
    sheet.pieces(&[(1, TEXT + 2, 0), (1, TEXT, 0x0182), (3, single, 0)]);
    assert_eq!(sheet.read().as_deref(), Ok("二x“y\n"));
    // The same bytes over and over.
    sheet.pieces(&[(1000, TEXT, 0); 20]);
    assert_eq!(sheet.read().map(|text| text.len() < 100), Ok(true));
    sheet.main.resize(TEXT + 4000, b' ');
    sheet.set(0x4c, 40_000);
    sheet.pieces(&[(2000, TEXT, 0); 20]);
    assert_eq!(sheet.read(), Err(Unreadable::TooMuch));
}

#[test]
fn what_cannot_be_read_says_why() {
    let whole = Sheet::new("一\r", "");
    let changed = |at: usize, byte: u8| {
        let mut sheet = Sheet::new("一\r", "");
        sheet.main[at] = byte;
        sheet.read()
    };
    assert_eq!(changed(0x0b, 0x03), Err(Unreadable::Encrypted));
    // Word 95 by its version, and by its mark.
    assert_eq!(changed(2, 104), Err(Unreadable::Old));
    assert_eq!(changed(0, 0xdc), Err(Unreadable::Old));
    // The other table is not there.
    assert_eq!(changed(0x0b, 0), Err(Unreadable::Damaged));
    assert_eq!(changed(0x1a5, 0x7f), Err(Unreadable::Damaged));
    let streams = [("WordDocument", whole.main.as_slice())];
    assert_eq!(read(&compound(&streams)), Err(Unreadable::Damaged));
    assert_eq!(read(b"words"), Err(Unreadable::Damaged));
}
