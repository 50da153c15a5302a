use super::super::super::package::Package;
use super::super::read;
use super::super::tests::{Parts, body};
use super::*;

/// Comments on words of the text, each said by the words themselves.
fn on(bytes: &[u8], words: &[&str]) -> Vec<Comment> {
    let text = read(bytes).unwrap();
    let source = Source::new(&text);
    let comments = words.iter().map(|words| {
        let at = text.find(words).unwrap();
        Comment {
            span: source.utf16(crate::text::Span::new(at, at + words.len())),
            author: "核对".to_owned(),
            date: None,
            text: (*words).to_owned(),
        }
    });
    comments.collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    Package::open(bytes).unwrap().text(name).unwrap().unwrap()
}

/// What the body of a document is when comments are put on words of it, the marks written short: `[0` `0]`.
fn marked(inner: &str, words: &[&str]) -> String {
    let bytes = body(inner);
    let written = annotate(&bytes, &on(&bytes, words)).unwrap();
    assert_eq!(read(&written), read(&bytes), "{inner}");
    let mut xml = part(&written, "word/document.xml");
    for id in 0..words.len() {
        let w = "w:id=\"";
        for (long, short) in [
            (
                format!("<w:commentRangeStart {w}{id}\"/>"),
                format!("[{id}"),
            ),
            (
                format!("<w:commentRangeEnd {w}{id}\"/><w:r><w:commentReference {w}{id}\"/></w:r>"),
                format!("{id}]"),
            ),
        ] {
            assert_eq!(xml.matches(&long).count(), 1, "{long}\n{xml}");
            xml = xml.replace(&long, &short);
        }
    }
    let (_, body) = xml.split_once("<w:body>").unwrap();
    body.split_once("</w:body>").unwrap().0.to_owned()
}

#[test]
fn runs_are_parted_where_a_comment_begins_or_ends_in_them() {
    for (inner, words, expected) in [
        // Nothing needs to be parted.
        (
            "<w:p><w:pPr/><w:r><w:t>全年</w:t></w:r><w:r><w:t>办案</w:t></w:r></w:p>",
            vec!["全年", "办案"],
            "<w:p><w:pPr/>[0<w:r><w:t>全年</w:t></w:r>0][1<w:r><w:t>办案</w:t></w:r>1]</w:p>",
        ),
        // In the middle of a run, whose look both halves keep.
        (
            "<w:p><w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t>全年办案3件</w:t></w:r></w:p>",
            vec!["办案"],
            "<w:p><w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">全年</w:t></w:r>[0\
            <w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">办案</w:t></w:r>0]\
            <w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">3件</w:t></w:r></w:p>",
        ),
        // Two that meet, one around both, and one that laps over.
        (
            "<w:p><w:r><w:t xml:space=\"preserve\">全年办案</w:t></w:r></w:p>",
            vec!["全年", "办案", "全年办案", "年办"],
            "<w:p>[0[2<w:r><w:t xml:space=\"preserve\">全</w:t></w:r>[3<w:r><w:t xml:space=\"preserve\">年</w:t></w:r>0][1\
            <w:r><w:t xml:space=\"preserve\">办</w:t></w:r>3]<w:r><w:t xml:space=\"preserve\">案</w:t></w:r>1]2]</w:p>",
        ),
        // From one paragraph into the next, out of a link and into an insertion.
        (
            "<w:p><w:hyperlink><w:r><w:t>甲乙</w:t></w:r></w:hyperlink></w:p><w:p><w:ins w:id=\"3\"><w:r><w:t>丙丁</w:t></w:r></w:ins></w:p>",
            vec!["乙\n丙"],
            "<w:p><w:hyperlink><w:r><w:t xml:space=\"preserve\">甲</w:t></w:r>[0<w:r><w:t xml:space=\"preserve\">乙</w:t></w:r></w:hyperlink></w:p>\
            <w:p><w:ins w:id=\"3\"><w:r><w:t xml:space=\"preserve\">丙</w:t></w:r>0]<w:r><w:t xml:space=\"preserve\">丁</w:t></w:r></w:ins></w:p>",
        ),
        // Beside what is no text, and beside characters that are written as entities.
        (
            "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙&amp;丙</w:t></w:r></w:p>",
            vec!["\t乙", "&"],
            "<w:p><w:r><w:t>甲</w:t></w:r>[0<w:r><w:tab/><w:t xml:space=\"preserve\">乙</w:t></w:r>0][1<w:r><w:t xml:space=\"preserve\">&amp;</w:t></w:r>1]\
            <w:r><w:t xml:space=\"preserve\">丙</w:t></w:r></w:p>",
        ),
        // Runs that cannot be parted are taken whole.
        (
            "<w:p><w:r><w:ruby><w:rubyBase><w:r><w:t>汉字</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t><![CDATA[甲乙]]></w:t></w:r></w:p>",
            vec!["字", "甲"],
            "<w:p>[0<w:r><w:ruby><w:rubyBase><w:r><w:t>汉字</w:t></w:r></w:rubyBase></w:ruby></w:r>0][1<w:r><w:t><![CDATA[甲乙]]></w:t></w:r>1]</w:p>",
        ),
        // So are those with blanks at an end that nobody sees: in halves that keep their blanks they would be seen.
        (
            "<w:p><w:r><w:t>全年办案 </w:t></w:r><w:r><w:t xml:space=\"default\">甲 乙</w:t></w:r></w:p>",
            vec!["办案", "甲"],
            "<w:p>[0<w:r><w:t>全年办案 </w:t></w:r>0][1<w:r><w:t xml:space=\"default\">甲 乙</w:t></w:r>1]</w:p>",
        ),
        // What comes from nowhere in the file is on its paragraph; so is an empty one.
        (
            "<w:p/><w:p w:rsidR=\"1\" /><w:p><w:pPr/><w:r><w:t>甲</w:t></w:r></w:p>",
            vec!["\n", "甲\n"],
            "<w:p>[00]</w:p><w:p w:rsidR=\"1\" /><w:p><w:pPr/>[1<w:r><w:t>甲</w:t></w:r>1]</w:p>",
        ),
        // A text box takes no comments: they hang on the paragraph around it.
        (
            "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>青禾镇人民政府文件</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>\
            <w:r><w:t>关于年度法治政府建设情况的报告</w:t></w:r></w:p>",
            vec!["人民政府"],
            "<w:p>[0<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>青禾镇人民政府文件</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>\
            <w:r><w:t>关于年度法治政府建设情况的报告</w:t></w:r>0]</w:p>",
        ),
        // Cells of a row.
        (
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>镇</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12件</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            vec!["12"],
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>镇</w:t></w:r></w:p></w:tc><w:tc><w:p>[0<w:r><w:t xml:space=\"preserve\">12</w:t></w:r>0]\
            <w:r><w:t xml:space=\"preserve\">件</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        ),
    ] {
        assert_eq!(marked(inner, &words), expected, "{words:?}");
    }
}

const NUMBERED: Parts<'_> = Parts {
    body: "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>主要举措</w:t></w:r></w:p>",
    numbering: "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
    styles: "",
    header: "",
    comments: "",
};

#[test]
fn a_number_that_word_makes_leads_to_its_paragraph() {
    let bytes = NUMBERED.zipped();
    for words in ["一、", "一、主要举措"] {
        let written = annotate(&bytes, &on(&bytes, &[words])).unwrap();
        let xml = part(&written, "word/document.xml");
        let all = "</w:pPr><w:commentRangeStart w:id=\"0\"/><w:r><w:t>主要举措</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>";
        assert!(xml.contains(all), "{xml}");
    }
    let written = annotate(&bytes, &on(&bytes, &["、主"])).unwrap();
    let xml = part(&written, "word/document.xml");
    assert!(
        xml.contains("<w:t xml:space=\"preserve\">主</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>"),
        "{xml}"
    );
}

#[test]
fn comments_get_a_part_of_their_own() {
    let bytes = NUMBERED.zipped();
    let mut comments = on(&bytes, &["举措"]);
    comments[0].author = "\"核对\" <人>".to_owned();
    comments[0].date = Some("2026-01-05T09:00:00".to_owned());
    comments[0].text = "第一段 <b>\n第二段\u{1} & 完".to_owned();
    let written = annotate(&bytes, &comments).unwrap();
    let part = |name| part(&written, name);
    assert_eq!(
        part("word/comments.xml").split_once('\n').unwrap().1,
        "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
        <w:comment w:id=\"0\" w:author=\"&quot;核对&quot; &lt;人&gt;\" w:date=\"2026-01-05T09:00:00\">\
        <w:p><w:r><w:annotationRef/></w:r><w:r><w:t xml:space=\"preserve\">第一段 &lt;b&gt;</w:t></w:r></w:p>\
        <w:p><w:r><w:t xml:space=\"preserve\">第二段 &amp; 完</w:t></w:r></w:p></w:comment></w:comments>"
    );
    let types = part("[Content_Types].xml");
    assert!(types.contains("<Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/></Types>"), "{types}");
    let relations = part("word/_rels/document.xml.rels");
    assert!(
        relations.contains(
            "officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/></Relationships>"
        ),
        "{relations}"
    );
}

#[test]
fn comments_that_are_there_stay() {
    let there =
        "<w:comment w:id=\"7\" w:author=\"甲\"><w:p><w:r><w:t>旧批注</w:t></w:r></w:p></w:comment>";
    let body = "<w:p><w:commentRangeStart w:id=\"7\"/><w:r><w:t>甲乙</w:t></w:r><w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r></w:p>";
    let bytes = Parts {
        body,
        comments: there,
        ..Parts::default()
    }
    .zipped();
    let written = annotate(&bytes, &on(&bytes, &["甲乙"])).unwrap();
    let comments = part(&written, "word/comments.xml");
    assert!(
        comments.contains(&format!("{there}<w:comment w:id=\"8\"")),
        "{comments}"
    );
    let xml = part(&written, "word/document.xml");
    assert!(xml.contains("<w:commentRangeStart w:id=\"7\"/><w:commentRangeStart w:id=\"8\"/><w:r><w:t>甲乙</w:t></w:r><w:commentRangeEnd w:id=\"8\"/>"), "{xml}");
    // Once more, on what was written.
    let again = annotate(&written, &on(&written, &["乙"])).unwrap();
    assert!(part(&again, "word/comments.xml").contains("w:id=\"9\""));
}

#[test]
fn all_else_stays_as_it_was() {
    let bytes = NUMBERED.zipped();
    let written = annotate(&bytes, &on(&bytes, &["举措"])).unwrap();
    for name in ["word/styles.xml", "word/numbering.xml", "word/header.xml"] {
        assert_eq!(part(&written, name), part(&bytes, name));
    }
    let nothing = annotate(&bytes, &[]).unwrap();
    assert_eq!(
        part(&nothing, "word/document.xml"),
        part(&bytes, "word/document.xml")
    );
}

/// Wherever comments are put, the text stays the same, and each is there once, its end behind its beginning.
#[test]
fn any_place_takes_a_comment() {
    let inner = "<w:p><w:r><w:t>一、主要举措</w:t><w:br/><w:t xml:space=\"preserve\"> 和🚓成效&lt; </w:t></w:r></w:p><w:p/>\
        <w:p><w:hyperlink><w:r><w:rPr><w:b/></w:rPr><w:t>链接</w:t><w:tab/></w:r></w:hyperlink><w:ins w:id=\"1\"><w:r><w:t>新增</w:t></w:r></w:ins></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>镇</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p><w:p><w:r><w:t>件</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let bytes = body(inner);
    let text = read(&bytes).unwrap();
    let units = u32::try_from(text.encode_utf16().count()).unwrap();
    for start in 0..=units + 1 {
        for end in start..=units + 2 {
            let comment = |start, end| Comment {
                span: Utf16Span { start, end },
                author: String::new(),
                date: None,
                text: String::new(),
            };
            let comments = [
                comment(start, end),
                comment(start / 2, end),
                comment(0, units),
            ];
            let written = annotate(&bytes, &comments).unwrap();
            assert_eq!(
                read(&written).as_deref(),
                Ok(text.as_str()),
                "{start} {end}"
            );
            let xml = part(&written, "word/document.xml");
            for id in 0..comments.len() {
                let at = |mark: &str| xml.find(&format!("<w:{mark} w:id=\"{id}\"/>")).unwrap();
                assert!(
                    at("commentRangeStart") < at("commentRangeEnd"),
                    "{start} {end} {xml}"
                );
            }
        }
    }
}
