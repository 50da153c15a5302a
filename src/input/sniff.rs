//! Tells formats by the bytes that files begin with and the names inside them.

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

const INSIDE_ZIP: [(&[u8], Result<Format, Unreadable>); 5] = [
    (b"word/document.xml", Ok(Format::Docx)),
    (b"OFD.xml", Ok(Format::Ofd)),
    (b"xl/workbook.xml", Err(Unreadable::Sheet)),
    (b"ppt/presentation.xml", Err(Unreadable::Slides)),
    (b"opendocument.text", Ok(Format::Odt)),
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
        let known = INSIDE_ZIP.iter().find(|(mark, _)| contains(bytes, mark));
        return known.map_or(Ok(Format::Zip), |&(_, kind)| kind);
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
    fn plain_text_is_none_of_them() {
        for text in ["一、主要举措", "PK 赛", "<html 标签的写法>"] {
            let html = text.starts_with("<html");
            let kind = if html { Format::Html } else { Format::Text };
            assert_eq!(format("报告.docx", text.as_bytes()), Ok(kind), "{text}");
        }
    }
}
