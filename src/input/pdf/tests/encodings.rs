//! Each way that fonts tell their characters.

use super::{File, hex};
use crate::input::{Unreadable, pdf};

/// The text of a string in a font.
fn shown(file: File, font: &str, string: &str) -> Result<String, Unreadable> {
    let mut file = file;
    let content = format!("BT /T 10 Tf 50 700 Td {string} Tj ET");
    let resources = format!("/Font<</T<</Type/Font/BaseFont/X{font}>>>>");
    pdf(&file.pages(&[&content], &resources, "")).map(|text| text.trim_end().to_owned())
}

fn simple(font: &str, string: &str) -> Result<String, Unreadable> {
    shown(File::default(), &format!("/Subtype/Type1{font}"), string)
}

/// A font with a table of characters.
fn with_table(table: &str, font: &str, string: &str) -> Result<String, Unreadable> {
    let mut file = File::default();
    let table = format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n1 begincodespacerange <0000> <ffff> endcodespacerange\n{table}\nendcmap end end"
    );
    let number = file.stream("", table);
    shown(file, &format!("{font}/ToUnicode {number} 0 R"), string)
}

const IDENTITY: &str = "/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]";

fn predefined(name: &str, string: &str) -> Result<String, Unreadable> {
    let font = format!(
        "/Subtype/Type0/Encoding/{name}/DescendantFonts[<</Subtype/CIDFontType0/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>>>]"
    );
    shown(File::default(), &font, string)
}

fn ok(text: &str) -> Result<String, Unreadable> {
    Ok(text.to_owned())
}

#[test]
fn simple_fonts_by_encoding_and_names() {
    assert_eq!(
        simple("/Encoding/WinAnsiEncoding", "(A\\223b\\224 \\200)"),
        ok("A“b” €")
    );
    assert_eq!(
        simple("/Encoding/MacRomanEncoding", "(A\\322b\\323)"),
        ok("A“b”")
    );
    assert_eq!(simple("", "(it's)"), ok("it’s"));
    assert_eq!(
        simple(
            "/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/uni6CD5/uni6CBB 65/B/five]>>",
            "(\\001\\002AB)"
        ),
        ok("法治B5")
    );
}

#[test]
fn tables_of_characters() {
    let table = "3 beginbfchar <0001> <6cd5> <0002> <d840dc00> <0003> <00660069> endbfchar\n\
        2 beginbfrange <0010> <0012> <4e00> <0020> <0021> [<6cbb> <653f5e9c>] endbfrange";
    assert_eq!(
        with_table(table, IDENTITY, "<000100020003001000120020 0021>"),
        ok("法\u{20000}fi一丂治政府")
    );
    // Radicals that look the same are the characters that were meant.
    assert_eq!(
        with_table(
            "2 beginbfchar <0001> <2f00> <0002> <2f8f> endbfchar",
            IDENTITY,
            "<00010002>"
        ),
        ok("一行")
    );
    // Entries that say nothing are none.
    assert_eq!(
        with_table("1 beginbfchar <0001> <0000> endbfchar", IDENTITY, "<0001>"),
        Err(Unreadable::Fonts)
    );
    let one = "1 beginbfchar <41> <6cd5> endbfchar";
    assert_eq!(
        with_table(one, "/Subtype/Type1/Encoding/WinAnsiEncoding", "(AB)"),
        ok("法B")
    );
}

#[test]
fn predefined_encodings_of_chinese() {
    let gb = |text: &str| {
        let bytes = encoding_rs::GB18030.encode(text).0.into_owned();
        let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("<{digits}>")
    };
    let words = "法治2024年，“学法”4次";
    for name in ["UniGB-UCS2-H", "UniGB-UTF16-H"] {
        assert_eq!(predefined(name, &hex(words)), ok(words), "{name}");
    }
    for name in [
        "GB-EUC-H",
        "GBK-EUC-H",
        "GBKp-EUC-H",
        "GBK2K-H",
        "GBpc-EUC-H",
    ] {
        assert_eq!(predefined(name, &gb(words)), ok(words), "{name}");
    }
    assert_eq!(predefined("GBK2K-H", &gb("㐀法")), ok("㐀法"));
    assert_eq!(
        predefined("UniGB-UTF16-H", &hex("\u{20000}法")),
        ok("\u{20000}法")
    );
    let utf32: String = "法治"
        .chars()
        .map(|c| format!("{:08x}", u32::from(c)))
        .collect();
    assert_eq!(
        predefined("UniGB-UTF32-H", &format!("<{utf32}>")),
        ok("法治")
    );
}

#[test]
fn numbers_of_glyphs_of_adobe_gb1() {
    assert_eq!(predefined("Identity-H", "<064511cd>"), ok("法治"));
}

#[test]
fn a_table_in_the_file_can_number_the_glyphs() {
    let mut file = File::default();
    let table = file.stream(
        "/Type/CMap",
        "begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 begincidchar <01> 1605 endcidchar endcmap",
    );
    let font = format!(
        "/Subtype/Type0/Encoding {table} 0 R/DescendantFonts[<</Subtype/CIDFontType0/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>>>]"
    );
    assert_eq!(shown(file, &font, "<01>"), ok("法"));
}

/// A font file with nothing but a table of characters: glyphs 5 and 6 are 法 and 治.
fn font_file() -> Vec<u8> {
    let mut font = b"\0\x01\0\0\0\x01\0\0\0\0\0\0cmap\0\0\0\0\0\0\0\x1c\0\0\0\xff".to_vec();
    let mut words = |words: &[u16]| font.extend(words.iter().flat_map(|it| it.to_be_bytes()));
    words(&[0, 1, 3, 1, 0, 12]);
    let delta = |code: u16, glyph: u16| glyph.wrapping_sub(code);
    words(&[
        4, 40, 0, 6, 0, 0, 0, 0x6cbb, 0x6cd5, 0xffff, 0, 0x6cbb, 0x6cd5, 0xffff,
    ]);
    words(&[delta(0x6cbb, 6), delta(0x6cd5, 5), 1, 0, 0, 0]);
    font
}

#[test]
fn the_font_itself_tells_where_the_file_does_not() {
    let font = |map: &str, file: usize| {
        format!(
            "/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/CIDToGIDMap {map}/FontDescriptor<</FontFile2 {file} 0 R>>>>]"
        )
    };
    let mut file = File::default();
    let number = file.stream("", font_file());
    let map = file.stream("", b"\0\0\0\x06\0\x05");
    let identity = font("/Identity", number);
    assert_eq!(shown(file.clone(), &identity, "<00050006>"), ok("法治"));
    let mapped = font(&format!("{map} 0 R"), number);
    assert_eq!(shown(file, &mapped, "<00020001>"), ok("法治"));
}

#[test]
fn fonts_that_tell_nothing_are_said_to_be_so() {
    assert_eq!(
        shown(File::default(), IDENTITY, "<00010002>"),
        Err(Unreadable::Fonts)
    );
    let unnamed = "/Encoding<</Differences[1/g12/g13]>>/FontDescriptor<</Flags 4>>";
    assert_eq!(simple(unnamed, "(\\001\\002)"), Err(Unreadable::Fonts));
    // A bullet of a font of signs is no text that is lost.
    let mut file = File::default();
    let signs =
        "/W<</Type/Font/BaseFont/ABCDEF+Wingdings/Subtype/TrueType/FontDescriptor<</Flags 4>>>>";
    let bytes = file.pages(
        &["BT /W 10 Tf 50 700 Td (l) Tj /F 10 Tf 5 0 Td (item) Tj ET"],
        &format!("/Font<<{signs}{}>>", super::LATIN),
        "",
    );
    assert_eq!(pdf(&bytes), ok("item\n"));
}
