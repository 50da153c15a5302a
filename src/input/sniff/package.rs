//! What a ZIP file is, by the names of the entries at its top: a document that merely lies in an archive is not seen.

use super::super::bytes::{part, size_at, u16_at};
use super::super::{Format, Unreadable};

/// The list of entries ends with this and at most so many bytes of it and of a remark.
const END: &[u8] = b"PK\x05\x06";
const LONGEST_END: usize = 22 + 0xffff;
const ENTRY: &[u8] = b"PK\x01\x02";
/// The bytes of an entry in the list, and of the one before its content, without names.
const LISTED: usize = 46;
const LOCAL: usize = 30;
/// So many names are looked at.
const MOST: usize = 5000;

/// An archive where it is no document: damaged ones too, which is found out when they are unpacked.
pub(super) fn format(bytes: &[u8]) -> Result<Format, Unreadable> {
    if let Some(kind) = declared(bytes) {
        return kind;
    }
    let names = names(bytes).unwrap_or_default();
    let has = |wanted: &str| names.iter().any(|name| is_named(name, wanted));
    let folder = |wanted: &str| {
        let start = |name: &[u8]| {
            name.get(..wanted.len())
                .is_some_and(|it| is_named(it, wanted))
        };
        names.iter().any(|name| start(name))
    };
    let office = has("[content_types].xml");
    if has("word/document.xml") || office && folder("word/") {
        Ok(Format::Docx)
    } else if has("ofd.xml") {
        Ok(Format::Ofd)
    } else if office && folder("xl/") {
        Err(Unreadable::Sheet)
    } else if office && folder("ppt/") {
        Err(Unreadable::Slides)
    } else if has("meta-inf/manifest.xml") && has("content.xml") {
        Ok(Format::Odt)
    } else {
        Ok(Format::Zip)
    }
}

/// OpenDocument begins with an entry that says what it is, not compressed.
fn declared(bytes: &[u8]) -> Option<Result<Format, Unreadable>> {
    let length = usize::from(u16_at(bytes, 26)?);
    let extra = usize::from(u16_at(bytes, 28)?);
    if part(bytes, LOCAL, length)? != b"mimetype" {
        return None;
    }
    let kind = bytes.get(LOCAL + length + extra..)?;
    let kind = kind.strip_prefix(b"application/vnd.oasis.opendocument.")?;
    if kind.starts_with(b"text") {
        Some(Ok(Format::Odt))
    } else if kind.starts_with(b"spreadsheet") {
        Some(Err(Unreadable::Sheet))
    } else if kind.starts_with(b"presentation") {
        Some(Err(Unreadable::Slides))
    } else {
        None
    }
}

/// Whether a name is that one in small letters; some programs write backslashes between folders.
fn is_named(name: &[u8], wanted: &str) -> bool {
    name.len() == wanted.len()
        && name.iter().zip(wanted.bytes()).all(|(byte, wanted)| {
            byte.to_ascii_lowercase() == wanted || (*byte == b'\\' && wanted == b'/')
        })
}

/// The names of the entries.
fn names(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let tail = bytes.len().saturating_sub(LONGEST_END);
    let end = bytes
        .get(tail..)?
        .windows(END.len())
        .rposition(|it| it == END)?
        + tail;
    let mut at = end.checked_sub(size_at(bytes, end + 12)?)?;
    let mut names = Vec::new();
    while names.len() < MOST && part(bytes, at, ENTRY.len()) == Some(ENTRY) {
        let length = usize::from(u16_at(bytes, at + 28)?);
        names.push(part(bytes, at + LISTED, length)?);
        let more = usize::from(u16_at(bytes, at + 30)?) + usize::from(u16_at(bytes, at + 32)?);
        at += LISTED + length + more;
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    use super::*;

    fn zip(entries: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (name, content) in entries {
            zip.start_file(*name, options).unwrap();
            zip.write_all(content.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn documents_are_told_by_the_names_at_the_top() {
        let types = ("[Content_Types].xml", "");
        let inner = zip(&[types, ("word/document.xml", "")]);
        let inner = String::from_utf8_lossy(&inner).into_owned();
        let odt = "application/vnd.oasis.opendocument.text";
        for (entries, kind) in [
            (vec![types, ("word/document.xml", "")], Ok(Format::Docx)),
            (vec![("word\\document.xml", "")], Ok(Format::Docx)),
            (vec![types, ("word/document2.xml", "")], Ok(Format::Docx)),
            (vec![types, ("xl/workbook.xml", "")], Err(Unreadable::Sheet)),
            (
                vec![types, ("ppt/presentation.xml", "")],
                Err(Unreadable::Slides),
            ),
            (
                vec![("OFD.xml", ""), ("Doc_0/Document.xml", "")],
                Ok(Format::Ofd),
            ),
            (vec![("mimetype", odt)], Ok(Format::Odt)),
            (
                vec![("mimetype", "application/vnd.oasis.opendocument.spreadsheet")],
                Err(Unreadable::Sheet),
            ),
            (
                vec![("META-INF/manifest.xml", ""), ("content.xml", "")],
                Ok(Format::Odt),
            ),
            // Archives, whatever lies in them.
            (vec![("报告.docx", inner.as_str())], Ok(Format::Zip)),
            (
                vec![("甲/word/document.xml", ""), ("甲/OFD.xml", "")],
                Ok(Format::Zip),
            ),
            (vec![("word/报告.docx", "")], Ok(Format::Zip)),
            (vec![("a.txt", odt)], Ok(Format::Zip)),
            (vec![("a.txt", "word/document.xml")], Ok(Format::Zip)),
            (vec![], Ok(Format::Zip)),
        ] {
            assert_eq!(format(&zip(&entries)), kind, "{entries:?}");
        }
    }

    #[test]
    fn one_that_was_cut_off_is_no_document() {
        let whole = zip(&[("word/document.xml", "words")]);
        for length in 4..whole.len() - 22 {
            assert_eq!(format(&whole[..length]), Ok(Format::Zip), "{length}");
        }
    }
}
