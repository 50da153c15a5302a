//! Files made to take all memory or time.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::{File, LATIN, page, read};
use crate::input::Unreadable;

fn deflated(byte: u8, times: usize) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    let block = vec![byte; 1 << 16];
    for _ in 0..times >> 16 {
        encoder.write_all(&block).unwrap();
    }
    encoder.finish().unwrap()
}

const BOMB: usize = 200 << 20;

/// A file whose only page has its content in a stream.
fn with_content(file: &mut File, content: usize, resources: &str) -> Vec<u8> {
    let tree = file.later();
    let page = file.add(format!(
        "<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 600 800]/Contents {content} 0 R/Resources<<{resources}>>>>"
    ));
    file.set(tree, format!("<</Type/Pages/Kids[{page} 0 R]/Count 1>>"));
    let root = file.add(format!("<</Type/Catalog/Pages {tree} 0 R>>"));
    file.finish(root)
}

#[test]
fn a_content_that_grows_is_too_much() {
    let data = deflated(b' ', BOMB);
    for (filter, data) in [
        ("/Filter/FlateDecode", data.clone()),
        ("/Filter[/FlateDecode/FlateDecode]", deflated(0, 1 << 20)),
        ("/Filter/LZWDecode", vec![0; 1 << 20]),
    ] {
        let mut file = File::default();
        let content = file.stream(filter, data);
        let bytes = with_content(&mut file, content, "");
        assert_eq!(read(&bytes), Err(Unreadable::TooMuch), "{filter}");
    }
}

#[test]
fn objects_that_grow_are_too_much() {
    let data = deflated(b' ', BOMB);
    for dict in [
        "/Type/ObjStm/N 1/First 4/Filter/FlateDecode",
        "/Type/XRef/Size 9/W[1 2 1]/Filter/FlateDecode",
        "/Type/Obj#53tm/N 1/F#69rst 4/Filter/Fl",
        "/Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]",
        "/Type/ObjStm/N 1/First 4/Filter 7 0 R",
        "/Type/ObjStm/N 1/First 4/Filter/FlateDecode/A<<>>%>>stream\n",
    ] {
        let mut file = File::default();
        file.stream(dict, &data);
        let bytes = file.pages(&["BT ET"], "", "");
        assert_eq!(read(&bytes), Err(Unreadable::TooMuch), "{dict}");
    }
}

#[test]
fn a_table_of_characters_that_grows_is_too_much() {
    let mut file = File::default();
    let table = file.stream("/Filter/FlateDecode", deflated(b' ', BOMB));
    let font = format!("/Font<</F<</Type/Font/Subtype/Type1/ToUnicode {table} 0 R>>>>");
    let bytes = file.pages(&["BT /F 9 Tf (x) Tj ET"], &font, "");
    assert_eq!(read(&bytes), Err(Unreadable::TooMuch));
}

/// Forms that each show the next one so many times, the last one the first.
fn forms(count: usize, times: usize) -> Vec<u8> {
    let mut file = File::default();
    let content = "/X Do ".repeat(times);
    for at in 1..=count {
        let next = at % count + 1;
        file.stream(
            &format!("/Type/XObject/Subtype/Form/Resources<</XObject<</X {next} 0 R>>>>"),
            &content,
        );
    }
    file.pages(&["/X Do"], "/XObject<</X 1 0 R>>", "")
}

#[test]
fn forms_that_show_themselves_end() {
    for count in 1..4 {
        assert_eq!(read(&forms(count, 2)), Ok(String::new()), "{count}");
    }
    assert_eq!(read(&forms(20, 20)), Err(Unreadable::TooMuch));
}

#[test]
fn operators_and_glyphs_without_end_are_too_much() {
    let operators = "q ".repeat(9_000_000);
    assert_eq!(page(&operators), Err(Unreadable::TooMuch));
    let glyphs = format!("BT /F 9 Tf ({}) Tj ET", "x".repeat(9_000_000));
    assert_eq!(page(&glyphs), Err(Unreadable::TooMuch));
}

#[test]
fn widths_without_end_are_too_much() {
    let widths = "0 65535 500 ".repeat(1000);
    let font = format!(
        "/Font<</F<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/W[{widths}]>>]>>>>"
    );
    let bytes = File::default().pages(&["BT /F 9 Tf <0001> Tj ET"], &font, "");
    assert_eq!(read(&bytes), Err(Unreadable::TooMuch));
}

#[test]
fn pages_without_end_are_too_much() {
    let contents = vec![""; 2001];
    let bytes = File::default().pages(&contents, "", "");
    assert_eq!(read(&bytes), Err(Unreadable::TooMuch));
}

#[test]
fn trees_and_references_in_a_circle_end() {
    let mut file = File::default();
    let (tree, other) = (file.later(), file.later());
    file.set(
        tree,
        format!("<</Type/Pages/Kids[{other} 0 R {tree} 0 R]/Count 9>>"),
    );
    file.set(
        other,
        format!("<</Type/Pages/Kids[{tree} 0 R {other} 0 R]/Count 9>>"),
    );
    let root = file.add(format!("<</Type/Catalog/Pages {tree} 0 R>>"));
    assert_eq!(read(&file.finish(root)), Ok(String::new()));

    let mut file = File::default();
    let number = file.later();
    file.set(number, format!("{number} 0 R"));
    let content = file.add(format!("<</Length {number} 0 R>>stream\nBT ET\nendstream"));
    let bytes = with_content(&mut file, content, &format!("/Font {number} 0 R"));
    assert_eq!(read(&bytes), Ok(String::new()));
}

#[test]
fn nests_do_not_overflow_the_stack() {
    const DEEP: usize = 1_000_000;
    let contents = ["[", "<<", "<</A", "(", "[<</A["].map(|open| open.repeat(DEEP));
    // The stack that threads of WebAssembly have.
    let run = move || {
        for content in &contents {
            page(content).unwrap_or_default();
            let mut file = File::default();
            file.add(content);
            let bytes = file.pages(&["BT ET"], &format!("/Font<<{LATIN}>>"), "");
            read(&bytes).unwrap_or_default();
        }
    };
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(run);
    thread.unwrap().join().unwrap();
}

#[test]
fn dictionaries_without_end_are_too_much() {
    let mut file = File::default();
    let kids = "<</Type/Page>>".repeat(250_000);
    let tree = file.add(format!("<</Type/Pages/Kids[{kids}]>>"));
    let root = file.add(format!("<</Type/Catalog/Pages {tree} 0 R>>"));
    assert_eq!(read(&file.finish(root)), Err(Unreadable::TooMuch));
}

#[test]
fn inline_images_that_do_not_end_are_too_much() {
    assert_eq!(page(&"BI ID ".repeat(100_000)), Err(Unreadable::TooMuch));
}

#[test]
fn long_words_for_short_ones_are_bounded() {
    let words = "x".repeat(1_000_000);
    let shown = "/S/A BDC BT /F 9 Tf (x) Tj ET EMC ".repeat(100);
    let resources = format!("/Font<<{LATIN}>>/Properties<</A<</ActualText({words})>>>>");
    let bytes = File::default().pages(&[&shown], &resources, "");
    assert_eq!(read(&bytes), Err(Unreadable::TooMuch));
}
