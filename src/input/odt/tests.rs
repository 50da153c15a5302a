use super::super::package::pack;
use super::*;

fn zipped(styles: &str, automatic: &str, body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let styles = format!("<office:document-styles>{styles}</office:document-styles>");
    pack(&[
        ("content.xml", content.as_bytes()),
        ("styles.xml", styles.as_bytes()),
    ])
    .unwrap()
}

fn text(body: &str) -> String {
    read(&zipped("", "", body)).unwrap()
}

fn p(words: &str) -> String {
    format!("<text:p>{words}</text:p>")
}

#[test]
fn what_is_seen_is_read_and_nothing_else() {
    for (inner, seen) in [
        (
            "全<text:span>年</text:span><text:a>办案</text:a>",
            "全年办案",
        ),
        ("\n 全年\n\t办案 \n", "全年 办案"),
        ("甲<text:s text:c=\"3\"/>乙<text:s/>丙", "甲   乙 丙"),
        ("甲<text:tab/>乙<text:line-break/>丙", "甲\t乙\n丙"),
        ("甲<text:soft-page-break/>乙<text:bookmark/>", "甲乙"),
        (
            "甲<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>乙",
            "甲乙",
        ),
        (
            "甲<office:annotation><text:p>批注</text:p></office:annotation>乙<office:annotation-end/>",
            "甲乙",
        ),
        ("第<text:page-number>3</text:page-number>页", "第页"),
        ("<text:date>2026年1月5日</text:date>", "2026年1月5日"),
        (
            "<text:ruby><text:ruby-base>汉</text:ruby-base><text:ruby-text>hàn</text:ruby-text></text:ruby>",
            "汉",
        ),
        (
            "<text:change-start/>新<text:change-end/><text:change/>",
            "新",
        ),
        (
            "<text:placeholder>&lt;请填写&gt;</text:placeholder>甲",
            "甲",
        ),
        ("A&amp;B&#20013;", "A&B中"),
    ] {
        assert_eq!(
            text(&p(inner)).trim_end_matches(' '),
            format!("{seen}\n"),
            "{inner}"
        );
    }
    assert_eq!(
        text(&p("<text:s text:c=\"1000000\"/>甲")).len(),
        MOST_BLANKS + 4
    );
    let deleted = format!(
        "<text:tracked-changes><text:changed-region><text:deletion>{}</text:deletion></text:changed-region></text:tracked-changes>",
        p("旧")
    );
    let contents = format!(
        "<text:table-of-content><text:index-body>{}</text:index-body></text:table-of-content>",
        p("一、举措 1")
    );
    let section = |more: &str| format!("<text:section {more}>{}</text:section>", p("节"));
    let body = [
        deleted,
        contents,
        section(""),
        section("text:display=\"none\""),
        p("正文"),
    ];
    assert_eq!(text(&body.concat()), "节\n正文\n");
}

#[test]
fn hidden_styles_hide() {
    let styles = "<style:style style:name=\"h\"><style:text-properties text:display=\"none\"/></style:style><style:style style:name=\"s\"><style:text-properties text:display=\"true\"/></style:style>";
    let body = "<text:p>1<text:span text:style-name=\"h\">2</text:span><text:span text:style-name=\"s\">3</text:span></text:p><text:p text:style-name=\"h\">4</text:p>";
    assert_eq!(read(&zipped("", styles, body)).unwrap(), "13\n\n");
}

#[test]
fn tables_and_frames_give_lines() {
    let cell = |inner: &str| format!("<table:table-cell>{inner}</table:table-cell>");
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let table = format!(
        "<table:table><table:table-column/><table:table-header-rows>{}</table:table-header-rows>{}{}</table:table>",
        row(&(cell(&p("镇")) + &cell(&(p("办案") + &p("件数"))))),
        row(&(cell(&p("青禾")) + &cell(&p("12")))),
        row(&("<table:covered-table-cell/>".to_owned() + &cell(&p("13")))),
    );
    assert_eq!(text(&table), "镇\t办案 件数\n青禾\t12\n\t13\n");
    let frame = |words: &str| {
        format!(
            "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>",
            p(words)
        )
    };
    assert_eq!(
        text(&p(&(frame("青禾镇文件") + "报告"))),
        "青禾镇文件\n报告\n"
    );
    assert_eq!(
        text(&p(&("报告".to_owned() + &frame("抄送")))),
        "报告\n抄送\n"
    );
    assert_eq!(
        text(&p(&format!(
            "<draw:custom-shape>{}</draw:custom-shape>甲",
            p("乙")
        ))),
        "乙\n甲\n"
    );
}

const LISTS: &str = "<text:list-style style:name=\"L\">\
    <text:list-level-style-number text:level=\"1\" style:num-format=\"一, 二, 三, ...\" style:num-suffix=\"、\"/>\
    <text:list-level-style-number text:level=\"2\" style:num-format=\"1\" loext:num-list-format=\"（%1%-%2%）\"/>\
    <text:list-level-style-number text:level=\"3\" style:num-format=\"1\" text:display-levels=\"2\" text:start-value=\"5\"/>\
    <text:list-level-style-bullet text:level=\"4\" text:bullet-char=\"•\"/></text:list-style>";

#[test]
fn lists_are_numbered() {
    let list = |more: &str, inner: &str| format!("<text:list {more}>{inner}</text:list>");
    let item = |inner: &str| format!("<text:list-item>{inner}</text:list-item>");
    let l = "text:style-name=\"L\"";
    let inner = list(
        "",
        &item(&(p("乙") + &list("", &item(&(p("丙") + &list("", &item(&p("丁")))))))),
    );
    for (body, seen) in [
        (
            list(l, &(item(&p("甲")) + &item(&(p("甲") + &inner)))),
            "一、甲\n二、甲\n（二-1）乙\n1.5 丙\n丁\n",
        ),
        (
            list(l, &(item(&(p("甲") + &p("续"))) + &item(&p("乙")))),
            "一、甲\n续\n二、乙\n",
        ),
        (
            list(
                l,
                &format!(
                    "<text:list-header>{}</text:list-header>{}",
                    p("头"),
                    item(&p("甲"))
                ),
            ),
            "头\n一、甲\n",
        ),
        (
            list(
                l,
                &format!(
                    "<text:list-item text:start-value=\"4\">{}</text:list-item>{}",
                    p("甲"),
                    item(&p("乙"))
                ),
            ),
            "四、甲\n五、乙\n",
        ),
        // A list begins anew, unless it says that it goes on.
        (
            list(l, &item(&p("甲"))) + &list(l, &item(&p("乙"))),
            "一、甲\n一、乙\n",
        ),
        (
            list(l, &item(&p("甲")))
                + &p("文")
                + &list(
                    "text:style-name=\"L\" text:continue-numbering=\"true\"",
                    &item(&p("乙")),
                ),
            "一、甲\n文\n二、乙\n",
        ),
        (
            list("xml:id=\"a\" text:style-name=\"L\"", &item(&p("甲")))
                + &list(l, &item(&p("乙")))
                + &list(
                    "text:continue-list=\"a\" text:style-name=\"L\"",
                    &item(&p("丙")),
                ),
            "一、甲\n一、乙\n二、丙\n",
        ),
        (list("text:style-name=\"none\"", &item(&p("甲"))), "甲\n"),
        // An item that only holds deeper ones has no number.
        (list(l, &item(&list("", &item(&p("甲"))))), "（一-1）甲\n"),
    ] {
        assert_eq!(
            read(&zipped("", LISTS, &body)).as_deref(),
            Ok(seen),
            "{body}"
        );
    }
}

#[test]
fn headings_are_numbered_by_the_outline() {
    let styles = "<office:styles><text:outline-style style:name=\"Outline\"><text:outline-level-style text:level=\"1\" style:num-format=\"一, 二, 三, ...\" style:num-suffix=\"、\"/>\
        <text:outline-level-style text:level=\"2\" style:num-format=\"\"/></text:outline-style></office:styles>";
    let h = |level: usize, more: &str| {
        format!("<text:h text:outline-level=\"{level}\" {more}>甲</text:h>")
    };
    let body = [
        h(1, ""),
        h(2, ""),
        h(1, "text:is-list-header=\"true\""),
        h(1, ""),
        h(1, "text:restart-numbering=\"true\" text:start-value=\"7\""),
        h(0, ""),
        h(99, ""),
    ];
    let seen = "一、甲\n甲\n甲\n二、甲\n七、甲\n甲\n甲\n";
    assert_eq!(
        read(&zipped(styles, "", &body.concat())).as_deref(),
        Ok(seen)
    );
}

#[test]
fn the_number_above_the_first_page_stands_before_the_text() {
    let styles = format!(
        "<office:master-styles><style:master-page><style:header>{}{}</style:header></style:master-page></office:master-styles>",
        p("青政发〔2024〕12号"),
        p("年度报告")
    );
    assert_eq!(
        read(&zipped(&styles, "", &p("正文"))).as_deref(),
        Ok("青政发〔2024〕12号\n正文\n")
    );
}

#[test]
fn what_cannot_be_read_says_why() {
    let manifest = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let locked = pack(&[
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", b"\x01\x02"),
    ])
    .unwrap();
    assert_eq!(read(&locked), Err(Unreadable::Encrypted));
    assert_eq!(
        read(
            &pack(&[
                ("META-INF/manifest.xml", b"<a/>"),
                ("encrypted-package", b"")
            ])
            .unwrap()
        ),
        Err(Unreadable::Encrypted)
    );
    assert_eq!(
        read(&pack(&[("x", b"")]).unwrap()),
        Err(Unreadable::Damaged)
    );
    assert_eq!(
        read(&pack(&[("content.xml", b"<office:document-content/>")]).unwrap()),
        Err(Unreadable::Damaged)
    );
    let scan = p("<draw:frame><draw:image/></draw:frame>附件");
    assert_eq!(read(&zipped("", "", &scan)), Err(Unreadable::Scanned));
    let deep = format!(
        "{}{}",
        "<text:list><text:list-item>".repeat(1_000_000),
        "</text:list-item></text:list>".repeat(1_000_000)
    );
    assert_eq!(read(&zipped("", LISTS, &deep)), Err(Unreadable::TooMuch));
    let prefix = format!(
        "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-prefix=\"{}\"/></text:list-style>",
        "长".repeat(1000)
    );
    let body = format!(
        "<text:list text:style-name=\"L\"><text:list-item>{}</text:list-item></text:list>",
        p("甲")
    );
    assert_eq!(read(&zipped("", &prefix, &body)).as_deref(), Ok("甲\n"));
}
