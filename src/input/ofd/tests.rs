use super::super::package::pack;
use super::*;
use crate::text::Source;

/// Body type as GB/T 9704 has it, in millimetres: 28 characters a line, 22 lines a page.
const SIZE: f32 = 5.57;
const LEADING: f32 = 10.2;
const LEFT: f32 = 28.0;
const TOP: f32 = 42.0;
const ACROSS: usize = 28;
const DOWN: usize = 22;

/// A text set as an office would print it: the title in the middle, paragraphs set in by two characters, page numbers below.
struct Press {
    pages: Vec<String>,
    /// Lines on the last page.
    lines: usize,
}

impl Press {
    fn set(text: &str) -> Vec<u8> {
        let mut press = Self {
            pages: Vec::new(),
            lines: DOWN,
        };
        for (at, line) in text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .enumerate()
        {
            let line = line.trim();
            let chars: Vec<char> = line.chars().collect();
            if at == 0 && chars.len() <= ACROSS {
                let in_by = (ACROSS - chars.len()) as f32 / 2.0;
                press.line(in_by, line);
                continue;
            }
            let mut in_by = 2.0;
            let mut words = String::new();
            for c in chars {
                if in_by + ems(&words) + em(c) > ACROSS as f32 {
                    press.line(in_by, &words);
                    (in_by, words) = (0.0, String::new());
                }
                words.push(c);
            }
            press.line(in_by, &words);
        }
        let pages: Vec<&str> = press.pages.iter().map(String::as_str).collect();
        package(&pages, "")
    }

    fn line(&mut self, in_by: f32, words: &str) {
        if self.lines == DOWN {
            self.lines = 0;
            let number = format!("— {} —", self.pages.len() + 1);
            self.pages.push(object(98.0, 275.0, 4.9, &number));
        }
        let y = TOP + self.lines as f32 * LEADING;
        let page = self.pages.last_mut().unwrap();
        page.push_str(&object(LEFT + in_by * SIZE, y, SIZE, words));
        self.lines += 1;
    }
}

/// How wide a letter is, in its height.
fn em(c: char) -> f32 {
    if c.is_ascii() { 0.5 } else { 1.0 }
}

fn ems(words: &str) -> f32 {
    words.chars().map(em).sum()
}

/// Words on a baseline.
fn object(x: f32, y: f32, size: f32, words: &str) -> String {
    let mut steps = String::new();
    for run in words
        .chars()
        .collect::<Vec<_>>()
        .chunk_by(|a, b| em(*a) == em(*b))
    {
        steps.push_str(&format!("g {} {} ", run.len(), em(run[0]) * size));
    }
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        r#"<ofd:TextObject ID="9" Boundary="{x} {} 170 {size}" Font="1" Size="{size}">
        <ofd:TextCode X="0" Y="{size}" DeltaX="{steps}">{words}</ofd:TextCode></ofd:TextObject>"#,
        y - size
    )
}

/// A document of pages, each told by what is in its body; `common` stands in the main part.
fn package(bodies: &[&str], common: &str) -> Vec<u8> {
    let places = (0..bodies.len())
        .map(|at| format!(r#"<ofd:Page ID="{at}" BaseLoc="Pages/Page_{at}/Content.xml"/>"#));
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData>
        <ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{common}</ofd:CommonData>
        <ofd:Pages>{}</ofd:Pages></ofd:Document>"#,
        places.collect::<String>()
    );
    let mut parts = vec![
        ("OFD.xml".to_owned(), OFD.to_owned()),
        ("Doc_0/Document.xml".to_owned(), document),
    ];
    for (at, body) in bodies.iter().enumerate() {
        parts.push((format!("Doc_0/Pages/Page_{at}/Content.xml"), page(body)));
    }
    zipped(&parts)
}

fn zipped(parts: &[(String, String)]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    pack(&parts).unwrap()
}

fn page(body: &str) -> String {
    let (templates, body) = body
        .split_once("</ofd:Template>")
        .map_or(("", body), |(a, b)| (a, b));
    let templates = if templates.is_empty() {
        String::new()
    } else {
        format!("{templates}</ofd:Template>")
    };
    format!(
        r#"<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016">{templates}<ofd:Content><ofd:Layer ID="1">{body}</ofd:Layer></ofd:Content></ofd:Page>"#
    )
}

const OFD: &str = r#"<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" DocType="OFD"><ofd:DocBody>
    <ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"#;

fn text(body: &str) -> String {
    read(&package(&[body], "")).unwrap()
}

#[test]
fn samples_read_from_pages_are_the_same_reports() {
    let mut seen = 0;
    for entry in std::fs::read_dir("tests/samples/reports").unwrap() {
        let path = entry.unwrap().path();
        let sample = std::fs::read_to_string(&path).unwrap();
        // One that lost its line ends gets some back where pages end.
        if sample.lines().count() < 3 {
            continue;
        }
        let pages = read(&Press::set(&sample)).unwrap();
        assert_eq!(told(&pages), told(&sample), "{}", path.display());
        seen += 1;
    }
    assert!(seen >= 30);
}

/// What a check makes of a text, apart from the places.
fn told(text: &str) -> String {
    let source = Source::new(text);
    let report = crate::analyse(&source, &crate::report::Settings::default());
    let sections = report
        .sections
        .iter()
        .map(|it| (it.level, &it.marker, &it.title));
    let figures = report
        .figures
        .iter()
        .map(|it| (&it.text, it.value, &it.unit, &it.subject));
    let parts = report.parts.iter().map(|it| (it.id, it.status));
    let elements = &report.elements;
    let elements = [
        &elements.doc_number,
        &elements.signer,
        &elements.addressee,
        &elements.signature,
    ];
    // Blanks are as wide as the gaps that they were read from.
    let elements = elements.map(|it| {
        it.as_ref()
            .map(|it| it.text.split_whitespace().collect::<String>())
    });
    let lists = (
        sections.collect::<Vec<_>>(),
        figures.collect::<Vec<_>>(),
        parts.collect::<Vec<_>>(),
    );
    format!("{lists:#?} {elements:#?}")
}

/// A text object of whatever codes.
fn codes(attributes: &str, codes: &str) -> String {
    format!("<ofd:TextObject {attributes}>{codes}</ofd:TextObject>")
}

#[test]
fn letters_stand_where_boxes_codes_and_transforms_put_them() {
    let at = "Boundary=\"30 40 150 6\" Size=\"5\"";
    for (body, seen) in [
        // In one go; a letter a code; without distances, as wide as letters are.
        (
            codes(
                at,
                "<ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"g 3 5\">全年办案</ofd:TextCode>",
            ),
            "全年办案\n",
        ),
        (
            codes(
                at,
                "<ofd:TextCode X=\"0\" Y=\"5\">全</ofd:TextCode><ofd:TextCode X=\"5\">年</ofd:TextCode>",
            ),
            "全年\n",
        ),
        (
            codes(
                at,
                "<ofd:TextCode X=\"0\" Y=\"5\">全年</ofd:TextCode><ofd:TextCode X=\"10\" Y=\"5\">办案</ofd:TextCode>",
            ),
            "全年办案\n",
        ),
        // Out of order in the file.
        (
            codes(
                "Boundary=\"40 40 9 6\" Size=\"5\"",
                "<ofd:TextCode X=\"0\" Y=\"5\">办案</ofd:TextCode>",
            ) + &codes(
                at,
                "<ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"5\">全年</ofd:TextCode>",
            ),
            "全年办案\n",
        ),
        // A space of its own, half as large and turned into the box.
        (
            codes(
                "Boundary=\"30 40 150 6\" Size=\"10\" CTM=\"0.5 0 0 0.5 10 0\"",
                "<ofd:TextCode X=\"0\" Y=\"10\" DeltaX=\"10\">办案</ofd:TextCode>",
            ) + &codes(
                at,
                "<ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"5\">全年</ofd:TextCode>",
            ),
            "全年办案\n",
        ),
        // Letters as wide as told, digits half as wide.
        (
            codes(
                at,
                "<ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"5 2.5 2.5 g 2 4 5\">共12Wm件</ofd:TextCode>",
            ),
            "共12Wm件\n",
        ),
        (
            codes(
                at,
                "<ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"g 99999999999 5\">甲乙</ofd:TextCode>",
            ),
            "甲乙\n",
        ),
        (
            codes(
                at,
                "<ofd:TextCode X=\"x\" Y=\"NaN\" DeltaX=\"g g\">甲</ofd:TextCode>",
            ),
            "甲\n",
        ),
        // Not seen, or a mark across the page.
        (
            codes(
                "Boundary=\"30 40 9 6\" Size=\"5\" Visible=\"false\"",
                "<ofd:TextCode X=\"0\" Y=\"5\">甲</ofd:TextCode>",
            ),
            "",
        ),
        (
            codes(
                "Boundary=\"30 40 9 6\" Size=\"5\" CTM=\"0.7 -0.7 0.7 0.7 0 0\"",
                "<ofd:TextCode X=\"0\" Y=\"5\">甲</ofd:TextCode>",
            ),
            "",
        ),
        (
            codes(
                "Boundary=\"30 40 9 6\" Size=\"0\"",
                "<ofd:TextCode X=\"0\" Y=\"5\">甲</ofd:TextCode>",
            ),
            "",
        ),
        (
            format!(
                "</ofd:Layer><ofd:Layer Type=\"Background\">{}",
                object(30.0, 45.0, 5.0, "水印")
            ),
            "",
        ),
        (
            format!(
                "</ofd:Layer><ofd:Layer Type=\"Body\"><ofd:PageBlock>{}</ofd:PageBlock>",
                object(30.0, 45.0, 5.0, "正文")
            ),
            "正文\n",
        ),
    ] {
        assert_eq!(text(&body), seen, "{body}");
    }
}

#[test]
fn what_a_template_puts_on_one_page_only_is_read() {
    let common = "<ofd:TemplatePage ID=\"7\" BaseLoc=\"Tpls/T.xml\"/>";
    let own = |words: &str| {
        format!(
            "<ofd:Template TemplateID=\"7\"/></ofd:Template>{}",
            object(30.0, 100.0, 5.0, words)
        )
    };
    let own = |words: &str| own(words).replace("/></ofd:Template>", "></ofd:Template>");
    let template = page(&object(30.0, 50.0, 5.0, "青政发〔2024〕12号"));
    for (bodies, seen) in [
        (vec![own("甲页的正文")], "青政发〔2024〕12号\n甲页的正文\n"),
        (
            vec![own("甲页的正文。"), own("乙页的正文。")],
            "甲页的正文。\n乙页的正文。\n",
        ),
    ] {
        let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
        let bytes = package(&bodies, common);
        let mut package = Package::open(&bytes).unwrap();
        let bytes = package
            .with(&[("Doc_0/Tpls/T.xml".to_owned(), template.clone())])
            .unwrap();
        assert_eq!(read(&bytes).as_deref(), Ok(seen));
    }
}

#[test]
fn what_cannot_be_read_says_why() {
    let picture = "<ofd:ImageObject ID=\"3\"/>";
    assert_eq!(
        read(&package(&[picture, picture], "")),
        Err(Unreadable::Scanned)
    );
    let words = object(
        30.0,
        45.0,
        5.0,
        "青禾镇人民政府2024年度法治政府建设情况报告",
    );
    assert!(read(&package(&[&format!("{picture}{words}")], "")).is_ok());
    let part = |name: &str, words: &str| (name.to_owned(), words.to_owned());
    assert_eq!(read(&zipped(&[part("x", "")])), Err(Unreadable::Damaged));
    assert_eq!(
        read(&zipped(&[part("OFD.xml", OFD)])),
        Err(Unreadable::Damaged)
    );
    let locked = [
        part("OFD.xml", OFD),
        part("Encryptions.xml", "<a/>"),
        part("Doc_0/Document.xml", "\u{1}"),
    ];
    assert_eq!(read(&zipped(&locked)), Err(Unreadable::Encrypted));
    let deep = format!(
        "{}{}",
        "<ofd:PageBlock>".repeat(100_000),
        "</ofd:PageBlock>".repeat(100_000)
    );
    assert_eq!(read(&package(&[&deep], "")), Err(Unreadable::TooMuch));
    // A page that is not there is an empty one, a document without pages has no words.
    assert_eq!(read(&package(&[], "")).as_deref(), Ok(""));
}
