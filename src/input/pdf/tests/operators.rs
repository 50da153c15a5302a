//! Each operator that moves or shows text.

use super::{File, hex, page};
use crate::input::Unreadable;

fn text(content: &str) -> String {
    page(content).unwrap_or_else(|why| format!("{why:?}"))
}

#[test]
fn every_way_to_show_and_to_move() {
    for (content, expected) in [
        ("BT /F 10 Tf 50 700 Td (one) Tj ET", "one\n"),
        (
            "BT /F 10 Tf 50 700 Td [(on)-20(e)-500(two)] TJ ET",
            "one two\n",
        ),
        (
            "BT /F 10 Tf 14 TL 50 700 Td (one) Tj T* (two) Tj (three) ' ET",
            "one\ntwo\nthree\n",
        ),
        (
            "BT /F 10 Tf 50 700 Td (one) Tj 0 -14 TD (two) Tj T* (three) Tj ET",
            "one\ntwo\nthree\n",
        ),
        ("BT /F 10 Tf 14 TL 50 700 Td 1 2 (one) \" ET", "one\n"),
        (
            "BT /F 1 Tf 10 0 0 10 50 700 Tm (one) Tj 10 0 0 10 75 700 Tm (two) Tj ET",
            "one two\n",
        ),
        // Ten units between letters are the font's own here, and no space.
        ("BT /F 10 Tf 10 Tc 50 700 Td (one) Tj ET", "one\n"),
        (
            "BT /F 10 Tf 50 Tz 50 700 Td (one) Tj 7.5 0 Td (two) Tj ET",
            "onetwo\n",
        ),
        (
            "BT /F 10 Tf 50 700 Td (x) Tj /F 6 Tf 4 Ts (2) Tj ET",
            "x2\n",
        ),
        (
            "q 2 0 0 2 0 0 cm BT /F 10 Tf 50 300 Td (one) Tj ET Q BT /F 10 Tf 50 700 Td (two) Tj ET",
            "two\none\n",
        ),
        ("BT /F -10 Tf -1 0 0 -1 50 700 Tm (one) Tj ET", "one\n"),
        // Up the edge, and across as a watermark.
        (
            "BT /F 10 Tf 0 1 -1 0 20 300 Tm (edge) Tj .7 .7 -.7 .7 200 300 Tm (mark) Tj 1 0 0 1 50 700 Tm (one) Tj ET",
            "one\n",
        ),
        (
            "BT /F 10 Tf 50 700 Td (a\\(b\\)\\101\\\nc) Tj ET",
            "a(b)Ac\n",
        ),
        ("BT 50 700 Td (no font) Tj /F 10 Tf (one) Tj ET", "one\n"),
        (
            "/Artifact BMC BT /F 10 Tf 50 700 Td (head) Tj ET EMC BT /F 10 Tf 50 600 Td (one) Tj ET",
            "one\n",
        ),
        (
            "/Span<</ActualText(fi)>>BDC BT /F 10 Tf 50 700 Td (x) Tj ET EMC BT /F 10 Tf 55 700 Td (ne) Tj ET",
            "fine\n",
        ),
        (
            "/Span<</ActualText()>>BDC BT /F 10 Tf 50 700 Td (x) Tj ET EMC BT /F 10 Tf 55 700 Td (one) Tj ET",
            "one\n",
        ),
    ] {
        assert_eq!(text(content), expected, "{content}");
    }
}

#[test]
fn a_paragraph_of_chinese_is_one_line() {
    let first = hex("全年办理行政复议案件十二件调解结案三件其中有两件是新类型");
    let second = hex("逐家上门检查发现的问题当场交办并且全部整改到位群众都很满意");
    let third = hex("结案三件。");
    let content =
        format!("BT /C 16 Tf 28 TL 82 700 Td {first} Tj -32 -28 Td {second} Tj T* {third} Tj ET");
    assert_eq!(
        text(&content),
        "全年办理行政复议案件十二件调解结案三件其中有两件是新类型逐家上门检查发现的问题当场交办并且全部整改到位群众都很满意结案三件。\n"
    );
}

#[test]
fn pages_turned_by_the_viewer_are_read_upright() {
    let mut file = File::default();
    let content = file.stream("", "BT /F 10 Tf 0 1 -1 0 300 100 Tm (turned) Tj ET");
    let font = super::LATIN;
    let tree = file.later();
    let page = file.add(format!(
        "<</Type/Page/Parent {tree} 0 R/Rotate 90/MediaBox[0 0 600 800]/Contents {content} 0 R/Resources<</Font<<{font}>>>>>>"
    ));
    file.set(tree, format!("<</Type/Pages/Kids[{page} 0 R]/Count 1>>"));
    let root = file.add(format!("<</Type/Catalog/Pages {tree} 0 R>>"));
    assert_eq!(super::read(&file.finish(root)), Ok("turned\n".to_owned()));
}

#[test]
fn forms_are_run_where_they_stand() {
    let mut file = File::default();
    let font = super::LATIN;
    let form = file.stream(
        &format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Matrix[1 0 0 1 25 0]/Resources<</Font<<{font}>>>>"),
        "BT /F 10 Tf (inside) Tj ET",
    );
    let bytes = file.pages(
        &["BT /F 10 Tf 50 700 Td (out) Tj ET q 1 0 0 1 50 700 cm /X Do Q"],
        &format!("/Font<<{font}>>/XObject<</X {form} 0 R>>"),
        "",
    );
    assert_eq!(super::read(&bytes), Ok("out inside\n".to_owned()));
}

#[test]
fn pages_of_pictures_are_told_from_empty_ones() {
    let mut file = File::default();
    let image = file.stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
        "x",
    );
    let resources = format!("/XObject<</X {image} 0 R>>/Font<<{}>>", super::LATIN);
    let scanned = "q 600 0 0 800 0 0 cm /X Do Q BT /F 9 Tf 9 9 Td (Scanned by A) Tj ET";
    assert_eq!(
        super::read(&file.clone().pages(&[scanned, scanned], &resources, "")),
        Err(Unreadable::Scanned)
    );
    let inline = "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI";
    assert_eq!(page(inline), Err(Unreadable::Scanned));
    assert_eq!(page("0 0 m 9 9 l S"), Ok(String::new()));
    assert_eq!(
        crate::input::pdf(&file.pages(&["0 0 m"], &resources, "")),
        Err(Unreadable::Empty)
    );
}

#[test]
fn a_logo_does_not_make_a_report_a_scan() {
    let long = "(The words of a report that go on for a while) Tj T* ".repeat(3);
    let content =
        format!("BI /W 1 /H 1 /BPC 8 /CS /G ID x EI BT /F 10 Tf 14 TL 50 700 Td {long} ET");
    assert!(page(&content).is_ok());
}
