//! Tells the formats that are not plain text, by the bytes they begin with and the names inside them.

use super::Unreadable;

/// The marks of the Word formats that are kept in one binary container.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const ZIP: &[u8] = b"PK\x03\x04";

const BEGINNINGS: [(&[u8], Unreadable); 11] = [
    (b"%PDF", Unreadable::Pdf),
    (b"{\\rtf", Unreadable::Rtf),
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

const INSIDE_ZIP: [(&[u8], Unreadable); 5] = [
    (b"word/document.xml", Unreadable::Docx),
    (b"OFD.xml", Unreadable::Ofd),
    (b"xl/workbook.xml", Unreadable::Sheet),
    (b"ppt/presentation.xml", Unreadable::Slides),
    (b"opendocument.text", Unreadable::Odt),
];

/// The kind of file, where it is one that is known and is not plain text.
pub(super) fn sniff(name: &str, bytes: &[u8]) -> Option<Unreadable> {
    if bytes.starts_with(OLE) {
        return Some(binary_office(name, bytes));
    }
    if bytes.starts_with(ZIP) {
        let known = INSIDE_ZIP
            .iter()
            .find(|(mark, _)| contains(bytes, mark))
            .map(|&(_, kind)| kind);
        return Some(known.unwrap_or(Unreadable::Archive));
    }
    if is_html(bytes) {
        return Some(Unreadable::Html);
    }
    BEGINNINGS
        .iter()
        .find(|(mark, _)| bytes.starts_with(mark))
        .map(|&(_, kind)| kind)
}

/// WPS and Word share a container, and mostly its inner names too: there the name of the file decides.
fn binary_office(name: &str, bytes: &[u8]) -> Unreadable {
    let name = name.to_ascii_lowercase();
    let stream = |title: &str| {
        let units: Vec<u8> = title.encode_utf16().flat_map(u16::to_le_bytes).collect();
        contains(bytes, &units)
    };
    if name.ends_with(".wps") || name.ends_with(".wpt") {
        Unreadable::Wps
    } else if stream("WordDocument") {
        Unreadable::Doc
    } else if stream("Workbook") {
        Unreadable::Sheet
    } else if stream("PowerPoint Document") {
        Unreadable::Slides
    } else {
        Unreadable::Doc
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
            ("报告.txt", b"%PDF-1.7 ...".to_vec(), Unreadable::Pdf),
            ("报告.txt", zip("word/document.xml"), Unreadable::Docx),
            ("报告.docx", zip("OFD.xml"), Unreadable::Ofd),
            ("表.docx", zip("xl/workbook.xml"), Unreadable::Sheet),
            ("包.docx", zip("a.txt"), Unreadable::Archive),
            (
                "报告.odt",
                zip("mimetypeapplication/vnd.oasis.opendocument.text"),
                Unreadable::Odt,
            ),
            ("报告.doc", ole("WordDocument"), Unreadable::Doc),
            ("报告.WPS", ole("WordDocument"), Unreadable::Wps),
            ("表.doc", ole("Workbook"), Unreadable::Sheet),
            ("报告.doc", b"{\\rtf1\\ansi".to_vec(), Unreadable::Rtf),
            (
                "扫描.txt",
                b"\xff\xd8\xff\xe0..".to_vec(),
                Unreadable::Image,
            ),
            ("报告.doc", b"\n<HTML><body>".to_vec(), Unreadable::Html),
        ] {
            assert_eq!(sniff(name, &bytes), Some(kind), "{name}");
        }
    }

    #[test]
    fn plain_text_is_none_of_them() {
        for text in ["一、主要举措", "PK 赛", "<html 标签的写法>"] {
            let known = sniff("报告.docx", text.as_bytes());
            assert_eq!(known.is_some(), text.starts_with("<html"), "{text}");
        }
    }
}
