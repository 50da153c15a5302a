use super::super::package::pack;
use super::*;

const NAMES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#;

/// A document of parts, told by what is in their outermost elements.
#[derive(Default)]
pub(super) struct Parts<'a> {
    pub(super) body: &'a str,
    pub(super) styles: &'a str,
    pub(super) numbering: &'a str,
    pub(super) header: &'a str,
    pub(super) comments: &'a str,
}

impl Parts<'_> {
    pub(super) fn zipped(&self) -> Vec<u8> {
        let around = |name: &str, inner: &str| format!("<w:{name} {NAMES}>{inner}</w:{name}>");
        let relation = |id: &str, kind: &str| {
            format!(
                r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{kind}.xml"/>"#
            )
        };
        let mut relations =
            relation("s", "styles") + &relation("n", "numbering") + &relation("h", "header");
        let mut parts = vec![
            ("[Content_Types].xml", r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>"#.to_owned()),
            ("word/document.xml", around("document", &format!("<w:body>{}</w:body>", self.body))),
            ("word/styles.xml", around("styles", self.styles)),
            ("word/numbering.xml", around("numbering", self.numbering)),
            ("word/header.xml", around("hdr", self.header)),
        ];
        if !self.comments.is_empty() {
            relations += &relation("c", "comments");
            parts.push(("word/comments.xml", around("comments", self.comments)));
        }
        let relations = format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>"#
        );
        parts.push(("word/_rels/document.xml.rels", relations));
        let parts: Vec<(&str, &[u8])> = parts
            .iter()
            .map(|(name, xml)| (*name, xml.as_bytes()))
            .collect();
        pack(&parts).unwrap()
    }

    pub(super) fn text(&self) -> String {
        read(&self.zipped()).unwrap()
    }
}

pub(super) fn body(body: &str) -> Vec<u8> {
    Parts {
        body,
        ..Parts::default()
    }
    .zipped()
}

fn text(inner: &str) -> String {
    read(&body(inner)).unwrap()
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[test]
fn what_is_seen_is_read_and_nothing_else() {
    for (inner, seen) in [
        (
            "<w:r><w:t>甲</w:t><w:t>乙</w:t></w:r><w:r><w:t>丙</w:t></w:r>",
            "甲乙丙",
        ),
        ("<w:r><w:t xml:space=\"preserve\"> 甲 </w:t></w:r>", " 甲 "),
        ("<w:r><w:t>\n  甲\n 乙  </w:t></w:r>", "甲  乙"),
        (
            "<w:r><w:t>A&amp;B&lt;&#20013;&#x6587;&unknown;</w:t></w:r>",
            "A&B<中文",
        ),
        ("<w:r><w:t><![CDATA[a<b]]></w:t></w:r>", "a<b"),
        (
            "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:tab/><w:t>丙</w:t></w:r>",
            "甲\n乙\n\t丙",
        ),
        (
            "<w:r><w:t>8</w:t><w:noBreakHyphen/><w:t>9</w:t><w:softHyphen/><w:t>月</w:t></w:r>",
            "8-9月",
        ),
        (
            "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:sym w:font=\"x\" w:char=\"2460\"/></w:r>",
            "①",
        ),
        (
            "<w:hyperlink r:id=\"x\"><w:r><w:t>甲</w:t></w:r></w:hyperlink>",
            "甲",
        ),
        (
            "<w:smartTag><w:customXml><w:r><w:t>甲</w:t></w:r></w:customXml></w:smartTag>",
            "甲",
        ),
        (
            "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>甲</w:t></w:r></w:sdtContent></w:sdt>",
            "甲",
        ),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处</w:t></w:r></w:sdtContent></w:sdt>",
            "",
        ),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "汉",
        ),
        // Tracked changes as accepted.
        (
            "<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>",
            "新",
        ),
        (
            "<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo>",
            "新",
        ),
        ("<w:del><w:r><w:t>旧</w:t></w:r></w:del>", ""),
        // Hidden words, and ones that only could be.
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>", ""),
        (
            "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r>",
            "显",
        ),
        (
            "<w:r><w:rPr><w:webHidden/></w:rPr><w:t>显</w:t></w:r>",
            "显",
        ),
        // Marks of what is said beside the text.
        (
            "<w:r><w:t>甲</w:t><w:footnoteReference w:id=\"1\"/><w:commentReference w:id=\"1\"/></w:r>",
            "甲",
        ),
        // Fields: the result, and no numbers of pages.
        (
            "<w:fldSimple w:instr=\" DATE \"><w:r><w:t>5月</w:t></w:r></w:fldSimple>",
            "5月",
        ),
        (
            "<w:fldSimple w:instr=\" PAGE \\* Arabic \"><w:r><w:t>5</w:t></w:r></w:fldSimple>",
            "",
        ),
        (&field(" REF a ", "第3项"), "第3项"),
        (&field("numpages", "12"), ""),
        (&field(" PAGEX ", "12"), "12"),
        (
            "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>DATE</w:instrText><w:t>指令</w:t><w:fldChar w:fldCharType=\"end\"/><w:t>甲</w:t></w:r>",
            "甲",
        ),
        // A field that is broken off hides its own paragraph only, and an end without a beginning nothing.
        (
            "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r>",
            "\n乙",
        ),
        (
            "<w:r><w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"separate\"/><w:t>甲</w:t></w:r>",
            "甲",
        ),
    ] {
        assert_eq!(
            text(&format!("<w:p>{inner}</w:p>")),
            format!("{seen}\n"),
            "{inner}"
        );
    }
}

fn field(instruction: &str, result: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    )
}

#[test]
fn a_paragraph_without_its_mark_goes_on_in_the_next() {
    for mark in [
        "<w:del w:id=\"1\"/>",
        "<w:moveFrom w:id=\"1\"/>",
        "<w:vanish/>",
    ] {
        let first =
            format!("<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr><w:r><w:t>全年</w:t></w:r></w:p>");
        assert_eq!(
            text(&format!("{first}{}", p("办案3件。"))),
            "全年办案3件。\n",
            "{mark}"
        );
        assert_eq!(text(&first), "全年\n", "{mark}");
    }
    let kept = "<w:p><w:pPr><w:rPr><w:ins w:id=\"1\"/><w:vanish w:val=\"false\"/></w:rPr></w:pPr><w:r><w:t>全年</w:t></w:r></w:p>";
    assert_eq!(text(&format!("{kept}{}", p("办案"))), "全年\n办案\n");
}

#[test]
fn tables_give_a_line_a_row() {
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let table = |rows: &[String]| format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.concat());
    let rows = [
        row(&[cell(&p("镇")), cell(&format!("{}{}", p("办案"), p("件数")))]),
        row(&[
            cell(&p("青禾")),
            cell(&format!(
                "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{}",
                p("12")
            )),
        ]),
        row(&[
            cell(&format!("<w:tcPr><w:vMerge/></w:tcPr>{}", p("旧"))),
            cell(&p("13")),
        ]),
        "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"
            .to_owned(),
        row(&[
            cell("<w:p/>"),
            cell(&table(&[row(&[cell(&p("内")), cell(&p("表"))])])),
        ]),
    ];
    assert_eq!(
        text(&table(&rows)),
        "镇\t办案 件数\n青禾\t12\n\t13\n\t内 表\n"
    );
    // Tables that are there for the layout.
    let long = "全年办案。".repeat(30);
    let prose = format!("{}{}", p("一、主要举措"), p(&long));
    assert_eq!(
        text(&table(&[row(&[cell(&prose)])])),
        format!("一、主要举措\n{long}\n")
    );
    let two = row(&[cell(&p("自查情况")), cell(&format!("{prose}{}", p(&long)))]);
    assert_eq!(
        text(&table(&[two])),
        format!("自查情况\n一、主要举措\n{long}\n{long}\n")
    );
}

#[test]
fn text_boxes_are_read_once_and_stand_by_their_paragraph() {
    let frame = |words: &str| {
        let inner = format!("<w:txbxContent>{}</w:txbxContent>", p(words));
        format!(
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wsp>{inner}</wsp></w:drawing></mc:Choice>\
            <mc:Fallback><w:pict><textbox>{inner}</textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    };
    let words = "<w:r><w:t>青禾镇人民政府关于报送年度法治政府建设情况的报告</w:t></w:r>";
    let long = "青禾镇人民政府关于报送年度法治政府建设情况的报告";
    assert_eq!(
        text(&format!("<w:p>{}{words}</w:p>", frame("青禾镇文件"))),
        format!("青禾镇文件\n{long}\n")
    );
    assert_eq!(
        text(&format!("<w:p>{words}{}</w:p>", frame("抄送"))),
        format!("{long}\n抄送\n")
    );
}

#[test]
fn tables_of_contents_are_left_out() {
    let styles = r#"<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style><w:style w:type="paragraph" w:styleId="a"><w:name w:val="Tocqueville"/></w:style>"#;
    let line = |style: &str, words: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{words}</w:p>"#)
    };
    let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> TOC \\o </w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>一、举措 1</w:t></w:r>";
    let end = "<w:r><w:t>二、不足 2</w:t><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let words = "<w:r><w:t>一、举措</w:t></w:r>";
    for (body, seen) in [
        (
            format!(
                "{}{}{}",
                line("10", begin),
                line("10", end),
                line("a", words)
            ),
            "一、举措\n",
        ),
        (
            format!("<w:p>{begin}</w:p><w:p>{end}</w:p>{}", line("a", words)),
            "\n\n一、举措\n",
        ),
        (
            format!(
                "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>{}",
                p("目录"),
                line("a", words)
            ),
            "一、举措\n",
        ),
    ] {
        assert_eq!(
            Parts {
                body: &body,
                styles,
                ..Parts::default()
            }
            .text(),
            seen
        );
    }
}

#[test]
fn styles_hide_words() {
    let styles = r#"<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="base"><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="on"><w:basedOn w:val="base"/></w:style><w:style w:type="paragraph" w:styleId="off"><w:basedOn w:val="base"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="y"/></w:style><w:style w:type="paragraph" w:styleId="y"><w:basedOn w:val="x"/></w:style>"#;
    let body = r#"<w:p><w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>1</w:t></w:r><w:r><w:t>2</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="on"/></w:pPr><w:r><w:t>3</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="off"/></w:pPr><w:r><w:t>4</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="x"/></w:pPr><w:r><w:t>5</w:t></w:r></w:p>"#;
    assert_eq!(
        Parts {
            body,
            styles,
            ..Parts::default()
        }
        .text(),
        "2\n\n4\n5\n"
    );
}

#[test]
fn the_number_above_the_first_page_stands_before_the_text() {
    let section = |kind: &str, own: &str| {
        format!(
            "{}<w:sectPr><w:headerReference w:type=\"{kind}\" r:id=\"h\"/>{own}</w:sectPr>",
            p("正文")
        )
    };
    let header = format!(
        "{}{}{}",
        p("青政发〔2024〕12号"),
        p("青禾镇年度报告"),
        p("第 1 页")
    );
    for (body, seen) in [
        (section("default", ""), "青政发〔2024〕12号\n正文\n"),
        (
            section("first", "<w:titlePg/>"),
            "青政发〔2024〕12号\n正文\n",
        ),
        (section("default", "<w:titlePg/>"), "正文\n"),
        (section("first", "<w:titlePg w:val=\"0\"/>"), "正文\n"),
    ] {
        assert_eq!(
            Parts {
                body: &body,
                header: &header,
                ..Parts::default()
            }
            .text(),
            seen
        );
    }
}

#[test]
fn the_strict_kind_and_odd_packages_are_read() {
    let strict = r#"<?xml version="1.0"?><x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>"#;
    for name in [
        "word/document.xml",
        "word\\document.xml",
        "Word/Document.xml",
    ] {
        let bytes = pack(&[(name, strict.as_bytes())]).unwrap();
        assert_eq!(read(&bytes), Ok("甲\n".to_owned()), "{name}");
    }
    let relations = r#"<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/main/text.xml"/></Relationships>"#;
    let bytes = pack(&[
        ("_rels/.rels", relations.as_bytes()),
        ("main/text.xml", strict.as_bytes()),
    ])
    .unwrap();
    assert_eq!(read(&bytes), Ok("甲\n".to_owned()));
}

#[test]
fn pictures_without_words_are_a_scan() {
    let picture = "<w:p><w:r><w:drawing/></w:r></w:p>";
    let scan = |words: &str| read(&body(&format!("{picture}{}", p(words))));
    assert_eq!(scan("附件扫描件"), Err(Unreadable::Scanned));
    assert!(scan("青禾镇人民政府2024年度法治政府建设情况报告").is_ok());
    assert_eq!(read(&body(&p("附件"))), Ok("附件\n".to_owned()));
}

#[test]
fn hostile_documents_end_with_a_reason() {
    let raw = |xml: &str| read(&pack(&[("word/document.xml", xml.as_bytes())]).unwrap());
    // Entities that grow are not expanded.
    let mut laughs = "<!DOCTYPE x [<!ENTITY a0 \"哈\">".to_owned();
    for at in 1..20 {
        laughs += &format!(
            "<!ENTITY a{at} \"{}\">",
            format!("&a{};", at - 1).repeat(10)
        );
    }
    laughs +=
        "]><w:document><w:body><w:p><w:r><w:t>&a19;甲</w:t></w:r></w:p></w:body></w:document>";
    assert_eq!(raw(&laughs), Ok("甲\n".to_owned()));
    let deep =
        |name: &str, times| format!("<{name}>").repeat(times) + &format!("</{name}>").repeat(times);
    for name in ["w:tbl", "w:p", "w:sdt", "x"] {
        let xml = format!(
            "<w:document><w:body>{}</w:body></w:document>",
            deep(name, 1_000_000)
        );
        assert_eq!(raw(&xml), Err(Unreadable::TooMuch), "{name}");
    }
    let many = format!(
        "<w:document><w:body>{}</w:body></w:document>",
        "<w:p/>".repeat(1_600_000)
    );
    assert_eq!(raw(&many), Err(Unreadable::TooMuch));
    for damaged in [
        "",
        "甲",
        "<w:document>",
        "<w:document><w:body></w:document></w:body>",
        "<w:document/>",
        "<w:document><w:body><w:p></w:body></w:document>",
        "\0\0\0\0",
    ] {
        assert_eq!(raw(damaged), Err(Unreadable::Damaged), "{damaged}");
    }
    assert_eq!(
        read(&pack(&[("other.xml", b"<a/>")]).unwrap()),
        Err(Unreadable::Damaged)
    );
    assert_eq!(read(b"PK\x03\x04"), Err(Unreadable::Damaged));
}

/// What nests as deep as is read does so within the room of a small stack, as the page's worker has.
#[test]
fn nesting_within_bounds_needs_little_room() {
    let boxes = 190 / 5;
    let open = "<w:p><w:r><w:pict><textbox><w:txbxContent>".repeat(boxes);
    let close = "</w:txbxContent></textbox></w:pict></w:r></w:p>".repeat(boxes);
    let bytes = body(&format!(
        "{open}{}{close}",
        p("青禾镇人民政府2024年度法治政府建设情况")
    ));
    let read = std::thread::Builder::new()
        .stack_size(512 * 1024)
        .spawn(move || read(&bytes));
    assert!(read.unwrap().join().unwrap().is_ok());
}
