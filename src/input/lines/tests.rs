use super::*;

const EM: f32 = 16.0;
const LEFT: f32 = 80.0;
/// Twenty characters.
const RIGHT: f32 = LEFT + 20.0 * EM;

/// Sets a line, wide characters 16 points wide and others 8.
fn set(page: &mut Page, x: f32, y: f32, text: &str) {
    let mut x = x;
    let mut buffer = [0; 4];
    for c in text.chars() {
        let width = if is_wide(c) || c == '　' {
            EM
        } else {
            EM / 2.0
        };
        page.push(Glyph {
            x,
            y,
            width,
            size: EM,
            text: c.encode_utf8(&mut buffer),
        });
        x += width;
    }
}

fn page() -> Page {
    Page::new(RIGHT + LEFT, 842.0)
}

/// Lines from the top, each with its indent in characters.
fn laid(lines: &[(f32, &str)]) -> Page {
    let mut page = page();
    for (at, (indent, text)) in lines.iter().enumerate() {
        set(
            &mut page,
            LEFT + indent * EM,
            120.0 + 28.0 * at as f32,
            text,
        );
    }
    page
}

#[test]
fn lines_of_a_paragraph_are_joined_and_indents_part_paragraphs() {
    let page = laid(&[
        (5.0, "某某县法治政府建设报告"),
        (2.0, "全年开展执法检查，对沿街商户在建工地"),
        (0.0, "逐家上门检查，发现的问题当场交办并且整改"),
        (0.0, "到位。"),
        (2.0, "全年办理行政复议案件共计十二件其中有"),
        (0.0, "三件调解结案。"),
    ]);
    assert_eq!(
        text(&[page]),
        "某某县法治政府建设报告\n全年开展执法检查，对沿街商户在建工地逐家上门检查，发现的问题当场交办并且整改到位。\n全年办理行政复议案件共计十二件其中有三件调解结案。\n"
    );
}

#[test]
fn a_paragraph_goes_on_over_a_page_and_its_number() {
    let first = {
        let mut page = laid(&[
            (2.0, "全年开展执法检查，对沿街商户在建工地"),
            (0.0, "逐家上门检查，发现的问题当场交办并且整改"),
            (0.0, "逐家上门检查，发现的问题当场交办并且整改"),
            (0.0, "逐家上门检查，发现的问题当场交办并且整改"),
        ]);
        set(&mut page, 200.0, 790.0, "— 1 —");
        page
    };
    let second = laid(&[(0.0, "到位。"), (2.0, "全年学法四次。")]);
    let got = text(&[first, second]);
    assert!(got.ends_with("并且整改到位。\n全年学法四次。\n"), "{got}");
    assert!(!got.contains('—'));
}

#[test]
fn without_indents_short_lines_end_paragraphs() {
    let page = laid(&[
        (0.0, "一、主要举措"),
        (0.0, "全年开展执法检查，对沿街商户在建工地共计"),
        (0.0, "逐家上门检查，发现的问题当场交办并且整改"),
        (0.0, "全部到位。"),
        (0.0, "全年开展执法检查，对沿街商户在建工地检查"),
        (0.0, "2024次。"),
    ]);
    assert_eq!(text(&[page]).lines().count(), 3);
}

#[test]
fn a_line_that_ends_early_for_a_long_word_goes_on() {
    let page = laid(&[
        (0.0, "逐家上门检查，发现的问题当场交办并且整改"),
        (0.0, "逐家上门检查，发现的问题当场交办并且整改"),
        (0.0, "逐家上门检查，发现的问题当场交办并"),
        (0.0, "20242024次。"),
    ]);
    assert_eq!(text(&[page]).lines().count(), 1);
}

#[test]
fn cells_above_one_another_are_parted_by_tabs_and_a_gap_alone_by_a_space() {
    let mut page = page();
    set(&mut page, LEFT, 120.0, "某政〔2025〕3号");
    set(&mut page, LEFT + 200.0, 120.0, "签发人：张三");
    for (y, cells) in [(180.0, ["指标", "数量"]), (210.0, ["复议", "12件"])] {
        set(&mut page, LEFT, y, cells[0]);
        set(&mut page, LEFT + 200.0, y, cells[1]);
    }
    assert_eq!(
        text(&[page]),
        "某政〔2025〕3号 签发人：张三\n指标\t数量\n复议\t12件\n"
    );
}

#[test]
fn two_columns_are_read_one_after_another() {
    let mut page = Page::new(600.0, 842.0);
    for at in 0..10 {
        let y = 120.0 + 28.0 * at as f32;
        set(&mut page, 40.0, y, "左边一栏的文字写满了这一行吗");
        set(&mut page, 320.0, y, "右边一栏的文字写满了这一行吗");
    }
    let got = text(&[page]);
    let (left, right) = (got.rfind('左').unwrap(), got.find('右').unwrap());
    assert!(left < right, "{got}");
}

#[test]
fn headers_that_come_back_are_dropped() {
    let pages: Vec<Page> = (0..3)
        .map(|at| {
            let mut page = laid(&[(2.0, ["甲事项。", "乙事项。", "丙事项。"][at])]);
            set(&mut page, LEFT, 50.0, "法治政府建设年度报告");
            page
        })
        .collect();
    assert_eq!(text(&pages), "甲事项。\n乙事项。\n丙事项。\n");
}

#[test]
fn words_of_letters_keep_their_spaces_and_bold_by_printing_twice_is_read_once() {
    let mut page = page();
    set(&mut page, LEFT, 120.0, "Rust");
    set(&mut page, LEFT + 37.0, 120.0, "code");
    set(&mut page, LEFT, 160.0, "标题");
    set(&mut page, LEFT + 0.5, 160.2, "标题");
    let mut buffer = [0; 4];
    for (at, c) in "加粗".chars().enumerate() {
        for shift in [0.0, 0.4] {
            page.push(Glyph {
                x: LEFT + EM * at as f32 + shift,
                y: 200.0,
                width: EM,
                size: EM,
                text: c.encode_utf8(&mut buffer),
            });
        }
    }
    assert_eq!(text(&[page]), "Rust code\n标题\n加粗\n");
}

#[test]
fn no_number_makes_it_panic() {
    let odd = [
        f32::NAN,
        f32::INFINITY,
        -1.0,
        0.0,
        f32::MAX,
        f32::MIN_POSITIVE,
    ];
    let mut page = Page::new(0.0, 0.0);
    for x in odd {
        for size in odd {
            page.push(Glyph {
                x,
                y: size,
                width: x,
                size,
                text: "字",
            });
        }
    }
    text(&[page.clone(), page]);
}
