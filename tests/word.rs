//! Word documents against LibreOffice: what it shows of those that are written here, and what it reads of those that are read here.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use fazhi_check::export::{Circumstances, docx, sheet};
use fazhi_check::input::{self, Comment, Format};
use fazhi_check::report::Settings;
use fazhi_check::text::{Source, Span};

/// The name of plain text in UTF-8.
const TEXT: &str = "Text (encoded):UTF8,LF,,,";

/// A folder of a test, empty at first.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Lets LibreOffice write a file in another format, beside it.
fn converted(file: &Path, extension: &str, filter: &str) -> Vec<u8> {
    let folder = file.parent().unwrap();
    let is_text = file.extension().is_some_and(|it| it == "txt");
    let run = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}/profile",
            folder.display()
        ))
        .arg("--headless")
        .args(is_text.then(|| format!("--infilter={TEXT}")))
        .args(["--convert-to", &format!("{extension}:{filter}"), "--outdir"])
        .args([folder, file])
        .output()
        .expect("LibreOffice is missing: make unit installs it");
    let written = file.with_extension(extension);
    fs::read(&written).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&run.stderr)))
}

/// A text without its white space.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{feff}')
        .collect()
}

#[test]
fn comments_stand_at_their_words() {
    let folder = folder("comments");
    let sample = fs::read_to_string("tests/samples/reports/01.txt").unwrap();
    let file = folder.join("report.txt");
    fs::write(&file, &sample).unwrap();
    let bytes = converted(&file, "docx", "MS Word 2007 XML");
    let text = input::document(Format::Docx, &bytes).unwrap();
    assert_eq!(letters(&text), letters(&sample));

    // On every figure and every heading, which lap over each other in places.
    let source = Source::new(&text);
    let report = fazhi_check::analyse(&source, &Settings::default());
    let figures = report.figures.iter().map(|figure| figure.span);
    let spans: Vec<Span> = figures
        .chain(report.sections.iter().map(|section| section.heading))
        .collect();
    assert!(spans.len() > 50);
    let comments: Vec<Comment> = spans
        .iter()
        .map(|&span| Comment {
            span: source.utf16(span),
            author: "核对人".to_owned(),
            date: Some("2026-01-05T09:00:00".to_owned()),
            text: format!("【{}】", source.slice(span)),
        })
        .collect();
    let file = folder.join("commented.docx");
    fs::write(&file, input::annotate(&bytes, &comments).unwrap()).unwrap();
    let shown = converted(&file, "odt", "writer8");
    let mut wanted: Vec<String> = spans
        .iter()
        .map(|&span| source.slice(span).to_owned())
        .collect();
    let mut seen = annotated(&shown);
    wanted.sort();
    seen.sort();
    assert_eq!(seen, wanted);
}

/// The words that each comment of an OpenDocument text is on. Each must say those words itself.
fn annotated(odt: &[u8]) -> Vec<String> {
    let xml = part(odt, "content.xml");
    let mut found = Vec::new();
    for (at, _) in xml.match_indices("<office:annotation ") {
        let (comment, rest) = xml[at..].split_once("</office:annotation>").unwrap();
        let name = comment.split_once("office:name=\"").unwrap().1;
        let name = name.split_once('"').unwrap().0;
        let end = format!("<office:annotation-end office:name=\"{name}\"/>");
        let (words, _) = rest.split_once(&end).expect(name);
        let words = without_tags(&without_comments(words));
        let said = without_tags(comment);
        assert!(said.ends_with(&format!("【{words}】")), "{said} on {words}");
        assert!(said.contains("核对人"), "{said}");
        found.push(words);
    }
    found
}

fn without_comments(xml: &str) -> String {
    let mut parts = xml.split("<office:annotation ");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept += part
            .split_once("</office:annotation>")
            .map_or("", |(_, rest)| rest);
    }
    kept
}

fn without_tags(xml: &str) -> String {
    let mut words = String::new();
    for part in xml.split('<') {
        words += part.split_once('>').map_or(part, |(_, words)| words);
    }
    words
}

fn part(package: &[u8], name: &str) -> String {
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(package)).unwrap();
    std::io::read_to_string(package.by_name(name).unwrap()).unwrap()
}

#[test]
fn the_check_sheet_opens_with_all_its_words() {
    let folder = folder("sheet");
    let sample = fs::read_to_string("tests/samples/reports/02.txt").unwrap();
    let source = Source::new(&sample);
    let settings = Settings::default();
    let report = fazhi_check::analyse(&source, &settings).to_utf16(&source);
    let of = Circumstances {
        facts: &[("核对日期", "2026-01-05".to_owned())],
        settings: &settings,
        ignored: &|_| false,
    };
    let bytes = docx(&sheet(&source, &report, &of)).unwrap();
    let file = folder.join("sheet.docx");
    fs::write(&file, &bytes).unwrap();
    let shown = converted(&file, "odt", "writer8");
    let shown = input::document(Format::Odt, &shown).unwrap();
    assert_eq!(
        letters(&shown),
        letters(&input::document(Format::Docx, &bytes).unwrap())
    );
    assert!(
        shown.contains("核对日期：2026-01-05") && shown.contains("指标\t对象\t数值"),
        "{shown}"
    );
}

/// Lists as offices number them, in a file that LibreOffice writes in both formats, against the numbers in its own plain text.
#[test]
fn automatic_numbers_are_those_that_libreoffice_shows() {
    let folder = folder("numbers");
    let formats = [
        ("一, 二, 三, ...", "", "、"),
        ("一, 二, 三, ...", "（", "）"),
        ("1", "", "."),
        ("1", "（", "）"),
        ("①, ②, ③, ...", "", ""),
        ("A", "", "."),
        ("i", "", ")"),
    ];
    let levels = formats.iter().enumerate().map(|(at, (format, before, after))| {
        format!(
            "<text:list-level-style-number text:level=\"{}\" style:num-format=\"{format}\" style:num-prefix=\"{before}\" style:num-suffix=\"{after}\"/>",
            at + 1
        )
    });
    let p = |words: &str| format!("<text:p>{words}</text:p>");
    let list = |inner: &str| format!("<text:list text:style-name=\"L\">{inner}</text:list>");
    let item = |inner: &str| format!("<text:list-item>{inner}</text:list-item>");
    let mut deep = item(&p("最深"));
    for _ in 0..5 {
        deep = item(&(p("上") + &format!("<text:list>{deep}</text:list>"))) + &item(&p("下"));
    }
    let more = format!(
        "<text:list text:style-name=\"L\" text:continue-numbering=\"true\">{}</text:list>",
        item(&p("接着"))
    );
    let body = [
        list(&(item(&p("举措")) + &item(&(p("成效") + &format!("<text:list>{deep}</text:list>"))))),
        p("一段正文。"),
        more,
        list(&(item(&(p("另一列") + &p("没有编号的一段"))) + &item(&p("第二")))),
    ];
    let flat = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" office:version=\"1.3\" \
        office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:automatic-styles><text:list-style style:name=\"L\">{}</text:list-style>\
        </office:automatic-styles><office:body><office:text>{}</office:text></office:body></office:document>",
        levels.collect::<String>(),
        body.concat()
    );
    let file = folder.join("lists.fodt");
    fs::write(&file, flat).unwrap();
    let shown = String::from_utf8(converted(&file, "txt", TEXT)).unwrap();
    let shown: Vec<String> = shown
        .lines()
        .map(letters)
        .filter(|line| !line.is_empty())
        .collect();
    assert!(shown.contains(&"二、成效".to_owned()), "{shown:#?}");
    for (extension, filter, format) in [
        ("odt", "writer8", Format::Odt),
        ("docx", "MS Word 2007 XML", Format::Docx),
    ] {
        let read = input::document(format, &converted(&file, extension, filter)).unwrap();
        let read: Vec<String> = read
            .lines()
            .map(letters)
            .filter(|line| !line.is_empty())
            .collect();
        assert_eq!(read, shown, "{extension}");
    }
}
