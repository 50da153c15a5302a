//! Files with a structure.

use super::{CHINESE, File, hex, read};

/// A file of pages whose parts are marked, with elements that are given the numbers of the pages.
fn tagged(pages: &[&str], elements: impl Fn(&[usize]) -> String, roles: &str) -> Vec<u8> {
    let mut file = File::default();
    let numbers: Vec<usize> = (0..pages.len()).map(|at| 4 + 2 * at).collect();
    let root = file.add(format!(
        "<</Type/StructTreeRoot/RoleMap<<{roles}>>/K[{}]>>",
        elements(&numbers)
    ));
    assert_eq!(root, 1);
    file.pages(
        pages,
        &format!("/Font<<{CHINESE}>>"),
        "/MarkInfo<</Marked true>>/StructTreeRoot 1 0 R",
    )
}

fn part(id: usize, y: usize, text: &str) -> String {
    format!(
        "/P<</MCID {id}>>BDC BT /C 16 Tf 50 {y} Td {} Tj ET EMC\n",
        hex(text)
    )
}

#[test]
fn paragraphs_are_those_of_the_structure() {
    let first = [
        part(0, 700, "标题"),
        part(1, 672, "第一段的话"),
        part(2, 644, "在这里继续"),
        format!(
            "/Artifact BMC BT /C 16 Tf 300 20 Td {} Tj ET EMC",
            hex("第一页")
        ),
    ]
    .concat();
    let second = part(0, 700, "直到下一页。");
    let text = read(&tagged(
        &[&first, &second],
        |pages| {
            let [one, two] = pages else { panic!() };
            format!(
                "<</S/Document/K[<</S/Heading/Pg {one} 0 R/K 0>><</S/P/Pg {one} 0 R/K[1<</S/Span/K 2>><</Type/MCR/Pg {two} 0 R/MCID 0>>]>>]>>"
            )
        },
        "/Heading/H1",
    ));
    assert_eq!(
        text.as_deref(),
        Ok("标题\n第一段的话在这里继续直到下一页。\n")
    );
}

#[test]
fn rows_have_tabs_and_items_their_signs() {
    let content = [
        part(0, 700, "指标"),
        part(1, 700, "数量"),
        part(2, 672, "复议"),
        part(3, 672, "十二件"),
        part(4, 650, "其中三件"),
        part(5, 600, "（一）"),
        part(6, 600, "列表的话"),
    ]
    .concat();
    let text = read(&tagged(
        &[&content],
        |pages| {
            let page = format!("/Pg {} 0 R", pages[0]);
            let cell = |kids: &str| format!("<</S/TD{page}/K[{kids}]>>");
            format!(
                "<</S/Table/K[<</S/TR/K[{}{}]>><</S/TBody/K<</S/TR/K[{}{}]>>>>]>><</S/L/K[<</S/LI{page}/K[<</S/Lbl/K 5>><</S/LBody/K<</S/P/K 6>>>>]>>]>>",
                cell("0"),
                cell("1"),
                cell("<</S/P/K 2>>"),
                cell("<</S/P/K 3>><</S/P/K 4>>"),
            )
        },
        "",
    ));
    assert_eq!(
        text.as_deref(),
        Ok("指标\t数量\n复议\t十二件 其中三件\n（一）列表的话\n")
    );
}

#[test]
fn a_structure_that_leaves_out_much_is_not_followed() {
    let content = [
        part(0, 700, "一、标题"),
        format!("BT /C 16 Tf 50 600 Td {} Tj ET", hex("没有标记的一段话。")),
    ]
    .concat();
    let text = read(&tagged(
        &[&content],
        |pages| format!("<</S/P/Pg {} 0 R/K 0>>", pages[0]),
        "",
    ));
    assert_eq!(text.as_deref(), Ok("一、标题\n没有标记的一段话。\n"));
}

#[test]
fn a_structure_that_loops_or_repeats_itself_ends() {
    let content = part(0, 700, "一段话。");
    let text = read(&tagged(
        &[&content],
        |pages| {
            format!(
                "<</S/Div/K[1 0 R 1 0 R]>><</S/P/Pg {page} 0 R/K[0 0]>><</S/P/Pg {page} 0 R/K 0>>",
                page = pages[0]
            )
        },
        "/A/B/B/A",
    ));
    assert_eq!(text.as_deref(), Ok("一段话。\n"));
}
