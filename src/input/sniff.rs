//! Tells formats by the bytes that files begin with and the names inside them.

use super::package::Package;
use super::{Format, MAX_BYTES, Unreadable};

/// The marks of the Word formats that are kept in one binary container.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const ZIP: &[u8] = b"PK\x03\x04";

/// What is none of the formats that are read.
const OTHERS: [(&[u8], Unreadable); 9] = [
    (b"\x89PNG", Unreadable::Image),
    (b"\xff\xd8\xff", Unreadable::Image),
    (b"GIF8", Unreadable::Image),
    (b"II*\0", Unreadable::Image),
    (b"MM\0*", Unreadable::Image),
    (b"RIFF", Unreadable::Image),
    (b"Rar!", Unreadable::Archive),
    (b"7z\xbc\xaf", Unreadable::Archive),
    (b"\x1f\x8b", Unreadable::Archive),
];

/// Parts of packages, and the kind that one of OpenDocument says it is.
const INSIDE_ZIP: [(&str, Result<Format, Unreadable>); 8] = [
    ("word/document.xml", Ok(Format::Docx)),
    ("OFD.xml", Ok(Format::Ofd)),
    ("xl/workbook.xml", Err(Unreadable::Sheet)),
    ("ppt/presentation.xml", Err(Unreadable::Slides)),
    ("opendocument.text", Ok(Format::Odt)),
    ("opendocument.spreadsheet", Err(Unreadable::Sheet)),
    ("opendocument.presentation", Err(Unreadable::Slides)),
    // What Word in the browser calls it at times.
    ("word/document2.xml", Ok(Format::Docx)),
];

/// What a file is, by its content; the name only helps where two kinds look alike inside.
///
/// # Errors
/// Where it is of no kind that has text to be read.
pub fn format(_name: &str, bytes: &[u8]) -> Result<Format, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    if bytes.starts_with(OLE) {
        return compound(bytes);
    }
    if bytes.starts_with(ZIP) {
        return packed(bytes);
    }
    if let Some(&(_, kind)) = OTHERS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Err(kind);
    }
    Ok(if bytes.starts_with(b"%PDF") {
        Format::Pdf
    } else if bytes.starts_with(b"{\\rtf") {
        Format::Rtf
    } else if is_html(bytes) {
        Format::Html
    } else {
        Format::Text
    })
}

/// What a package is, by the names of its parts; where they cannot be listed since it is damaged, by those that are seen in it.
fn packed(bytes: &[u8]) -> Result<Format, Unreadable> {
    let known = match Package::open(bytes) {
        Ok(mut package) => {
            let kind = package.text("mimetype").ok().flatten().unwrap_or_default();
            let is_in = |mark: &&str| package.find(mark).is_some() || kind.contains(mark);
            INSIDE_ZIP.iter().find(|(mark, _)| is_in(mark))
        }
        Err(_) => {
            let is_in = |mark: &str| contains(bytes, mark.as_bytes());
            INSIDE_ZIP.iter().find(|(mark, _)| is_in(mark))
        }
    };
    known.map_or(Ok(Format::Zip), |&(_, kind)| kind)
}

/// WPS and Word share a container, and its inner names too.
fn compound(bytes: &[u8]) -> Result<Format, Unreadable> {
    let stream = |title: &str| {
        let units: Vec<u8> = title.encode_utf16().flat_map(u16::to_le_bytes).collect();
        contains(bytes, &units)
    };
    if stream("WordDocument") {
        Ok(Format::Doc)
    } else if stream("Workbook") {
        Err(Unreadable::Sheet)
    } else if stream("PowerPoint Document") {
        Err(Unreadable::Slides)
    } else if stream("EncryptedPackage") {
        Err(Unreadable::Encrypted)
    } else {
        Err(Unreadable::Damaged)
    }
}

fn is_html(bytes: &[u8]) -> bool {
    let head = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head: Vec<u8> = head
        .trim_ascii_start()
        .iter()
        .take(14)
        .map(u8::to_ascii_lowercase)
        .collect();
    head.starts_with(b"<!doctype html") || head.starts_with(b"<html")
}

fn contains(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zip(entry: &str) -> Vec<u8> {
        [ZIP, b"\x14\0\0\0\x08\0", entry.as_bytes()].concat()
    }

    fn ole(stream: &str) -> Vec<u8> {
        let units: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [OLE, &[0; 40], &units].concat()
    }

    #[test]
    fn kinds_are_told_by_content() {
        for (name, bytes, kind) in [
            ("报告.txt", b"%PDF-1.7 ...".to_vec(), Ok(Format::Pdf)),
            ("报告.txt", zip("word/document.xml"), Ok(Format::Docx)),
            ("报告.docx", zip("OFD.xml"), Ok(Format::Ofd)),
            ("表.docx", zip("xl/workbook.xml"), Err(Unreadable::Sheet)),
            ("包.docx", zip("a.txt"), Ok(Format::Zip)),
            (
                "报告.odt",
                zip("mimetypeapplication/vnd.oasis.opendocument.text"),
                Ok(Format::Odt),
            ),
            ("报告.doc", ole("WordDocument"), Ok(Format::Doc)),
            ("报告.WPS", ole("WordDocument"), Ok(Format::Doc)),
            ("表.doc", ole("Workbook"), Err(Unreadable::Sheet)),
            ("报告.doc", b"{\\rtf1\\ansi".to_vec(), Ok(Format::Rtf)),
            (
                "扫描.txt",
                b"\xff\xd8\xff\xe0..".to_vec(),
                Err(Unreadable::Image),
            ),
            ("报告.doc", b"\n<HTML><body>".to_vec(), Ok(Format::Html)),
        ] {
            assert_eq!(format(name, &bytes), kind, "{name}");
        }
    }

    #[test]
    fn packages_are_told_by_the_names_of_their_parts() {
        let pack = |parts: &[(&str, &[u8])]| super::super::package::pack(parts).unwrap();
        let inner = pack(&[("word/document.xml", b"<a/>")]);
        let mimetype = |kind: &str| format!("application/vnd.oasis.opendocument.{kind}");
        for (parts, kind) in [
            (vec![("word\\document.xml", &b""[..])], Ok(Format::Docx)),
            (vec![("WORD/Document.XML", b"")], Ok(Format::Docx)),
            (vec![("ofd.xml", b"")], Ok(Format::Ofd)),
            (
                vec![("mimetype", mimetype("text").as_bytes())],
                Ok(Format::Odt),
            ),
            (
                vec![("mimetype", mimetype("spreadsheet").as_bytes())],
                Err(Unreadable::Sheet),
            ),
            (
                vec![("报告.docx", &*inner), ("其他.txt", b"word/document.xml")],
                Ok(Format::Zip),
            ),
        ] {
            assert_eq!(format("报告.docx", &pack(&parts)), kind, "{parts:?}");
        }
    }

    #[test]
    fn plain_text_is_none_of_them() {
        for text in ["一、主要举措", "PK 赛", "<html 标签的写法>"] {
            let html = text.starts_with("<html");
            let kind = if html { Format::Html } else { Format::Text };
            assert_eq!(format("报告.docx", text.as_bytes()), Ok(kind), "{text}");
        }
    }
}
