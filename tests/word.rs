//! Word documents that are written here, as LibreOffice shows them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use fazhi_check::export::{Circumstances, docx, sheet};
use fazhi_check::input::{self, Comment, Format};
use fazhi_check::report::Settings;
use fazhi_check::text::{Source, Span};

/// A folder of a test, empty at first.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Lets LibreOffice write a file in another format, beside it.
fn converted(file: &Path, format: &str) -> Vec<u8> {
    let run = Command::new("bash")
        .args(["scripts/office.sh", format])
        .args([file.parent().unwrap(), file])
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    fs::read(file.with_extension(format)).unwrap()
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
    let bytes = converted(&file, "docx");
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
    let shown = converted(&file, "odt");
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
    let shown = converted(&file, "odt");
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
