//! The round trip: what the samples are in every format (`make fixtures`, most of them by LibreOffice) gives the same report as the text that it was made from.
//! What is locked says so; what is named wrongly is read all the same.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use fazhi_check::input::{self, Unreadable};
use fazhi_check::report::Settings;
use fazhi_check::text::Source;

const FIXTURES: &str = "tests/fixtures";

/// The files with this ending, by name.
fn fixtures(ending: &str) -> Vec<PathBuf> {
    let all = fs::read_dir(FIXTURES).unwrap();
    let all = all.map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> = all
        .filter(|path| path.extension().unwrap() == ending)
        .collect();
    found.sort();
    found
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// The text that a fixture was made from.
fn original(stem: &str) -> String {
    let own = Path::new(FIXTURES).join(stem).with_extension("txt");
    let sample = Path::new("tests/samples/reports")
        .join(stem)
        .with_extension("txt");
    fs::read_to_string(own)
        .or_else(|_| fs::read_to_string(sample))
        .unwrap()
}

fn read(path: &Path) -> Result<String, Unreadable> {
    input::read(&fs::read(path).unwrap())
}

/// All that a report says of a text but where it stands.
fn report(text: &str) -> String {
    let report = fazhi_check::analyse(&Source::new(text), &Settings::default()).map_spans(drop);
    let mut out = format!("{:?}\n{:?}\n", report.genre, report.elements);
    for s in &report.sections {
        writeln!(out, "{} {} {}", s.level, s.marker, s.title).unwrap();
    }
    for p in &report.parts {
        writeln!(out, "{:?} {:?}", p.id, p.status).unwrap();
    }
    for f in &report.figures {
        writeln!(
            out,
            "{} {} {} {:?} {:?}",
            f.text, f.value, f.unit, f.subject, f.indicator
        )
        .unwrap();
    }
    out
}

/// The first line in which the two differ.
fn difference(is: &str, should: &str) -> Option<String> {
    let mut lines = is.lines().zip(should.lines());
    let first = lines.find(|(is, should)| is != should);
    match first {
        Some((is, should)) => Some(format!("{is} instead of {should}")),
        None if is.len() != should.len() => Some("one of them ends early".to_owned()),
        None => None,
    }
}

#[test]
fn every_format_gives_the_report_of_its_text() {
    let mut wrong = Vec::new();
    for (ending, least) in [
        ("docx", 8),
        ("doc", 8),
        ("wps", 1),
        ("odt", 8),
        ("rtf", 8),
        ("html", 7),
        ("mht", 1),
        ("pdf", 7),
        ("ofd", 1),
    ] {
        let files = fixtures(ending);
        let files: Vec<_> = files.iter().filter(|path| stem(path) != "locked").collect();
        assert!(files.len() >= least, "only {} {ending}", files.len());
        for path in files {
            let should = report(&original(&stem(path)));
            match read(path) {
                Ok(text) => wrong.extend(
                    difference(&report(&text), &should)
                        .map(|it| format!("{}: {it}", path.display())),
                ),
                Err(why) => wrong.push(format!("{}: {why:?}", path.display())),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Where numbers, tables, headers, tracked changes and text boxes have to be put in words, the words are those that a reader would write.
#[test]
fn what_word_processors_make_is_text() {
    for ending in ["docx", "doc", "odt", "rtf"] {
        let path = Path::new(FIXTURES).join("numbered").with_extension(ending);
        assert_eq!(
            read(&path).as_deref(),
            Ok(&*original("numbered")),
            "{ending}"
        );
    }
}

#[test]
fn archives_hold_what_was_put_in() {
    let members =
        input::unpack(&fs::read(Path::new(FIXTURES).join("reports.zip")).unwrap()).unwrap();
    assert_eq!(members.len(), 7);
    for member in members {
        let text = input::read(&member.bytes).unwrap();
        let should = report(&original(&stem(Path::new(&member.name))));
        assert_eq!(difference(&report(&text), &should), None, "{}", member.name);
    }
}

#[test]
fn what_is_locked_says_so() {
    for ending in ["doc", "odt", "pdf"] {
        let path = Path::new(FIXTURES).join("locked").with_extension(ending);
        assert_eq!(read(&path), Err(Unreadable::Encrypted), "{ending}");
    }
}
