//! Tells formats by what files begin with and by the names inside them. It is a part of the page, so no reader is called from here.
//!
//! `package` looks into ZIP files, `markup` at texts with tags.

mod markup;
mod package;

use super::compound;
use super::{Format, MAX_BYTES, Unreadable};

/// What is none of the formats that are read: where the mark stands, and the mark.
const OTHERS: [(usize, &[u8], Unreadable); 19] = [
    (0, b"\x89PNG", Unreadable::Image),
    (0, b"\xff\xd8\xff", Unreadable::Image),
    (0, b"GIF8", Unreadable::Image),
    (0, b"II*\0", Unreadable::Image),
    (0, b"II+\0", Unreadable::Image),
    (0, b"MM\0*", Unreadable::Image),
    (0, b"8BPS", Unreadable::Image),
    (8, b"WEBP", Unreadable::Image),
    (4, b"ftyphei", Unreadable::Image),
    (4, b"ftyphev", Unreadable::Image),
    (4, b"ftypmif", Unreadable::Image),
    (4, b"ftypavif", Unreadable::Image),
    (0, b"Rar!", Unreadable::Archive),
    (0, b"7z\xbc\xaf", Unreadable::Archive),
    (0, b"\x1f\x8b", Unreadable::Archive),
    (0, b"BZh9", Unreadable::Archive),
    (0, b"\xfd7zXZ", Unreadable::Archive),
    (257, b"ustar", Unreadable::Archive),
    // Works and Word before 1997, outside of a compound file.
    (0, b"\x01\xfe", Unreadable::Old),
];

/// What may stand before a PDF, in bytes.
const BEFORE_PDF: usize = 1024;
/// As much of a file as is looked at for tags and headers.
const HEAD: usize = 8192;

/// What a file is, by its content, whatever its name.
///
/// # Errors
/// Where it is of no kind that has text to be read.
pub fn format(bytes: &[u8]) -> Result<Format, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    if bytes.starts_with(compound::MARK) {
        return inside_compound(bytes);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return package::format(bytes);
    }
    let other = OTHERS
        .iter()
        .find(|(at, mark, _)| bytes.get(*at..).is_some_and(|it| it.starts_with(mark)));
    if let Some(&(_, _, kind)) = other {
        return Err(kind);
    }
    if is_bitmap(bytes) {
        return Err(Unreadable::Image);
    }
    if is_pdf(bytes) {
        return Ok(Format::Pdf);
    }
    markup::format(&head(bytes))
}

/// WPS and Word share a container and its inner names too. What is embedded in a Word document has names of its own.
fn inside_compound(bytes: &[u8]) -> Result<Format, Unreadable> {
    let inside = [
        ("WordDocument", Ok(Format::Doc)),
        ("EncryptedPackage", Err(Unreadable::Encrypted)),
        ("Workbook", Err(Unreadable::Sheet)),
        ("Book", Err(Unreadable::Sheet)),
        ("PowerPoint Document", Err(Unreadable::Slides)),
        ("MatOST", Err(Unreadable::Old)),
    ];
    let found = inside
        .into_iter()
        .find(|(stream, _)| compound::holds(bytes, stream));
    found.map_or(Err(Unreadable::Damaged), |(_, kind)| kind)
}

/// BMP has but two letters for its mark; the sizes of its header follow.
fn is_bitmap(bytes: &[u8]) -> bool {
    bytes.starts_with(b"BM")
        && bytes.get(6..10) == Some(&[0; 4])
        && matches!(
            bytes.get(14..18),
            Some([12 | 40 | 52 | 56 | 64 | 108 | 124, 0, 0, 0])
        )
}

/// A PDF may have anything before it; a text that speaks of one has no objects.
fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..BEFORE_PDF).unwrap_or(bytes);
    let place = head.windows(5).position(|window| window == b"%PDF-");
    place == Some(0)
        || place.is_some_and(|at| {
            let after = bytes.get(at..).unwrap_or_default();
            let after = after.get(..HEAD).unwrap_or(after);
            after
                .windows(5)
                .any(|it| it.ends_with(b" obj") && it.starts_with(b"0"))
        })
}

/// The beginning of a text in small letters, without the byte order mark and white space before it; of UTF-16 the bytes that are not zero.
fn head(bytes: &[u8]) -> Vec<u8> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let wide = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
    let unmarked = if wide {
        head.get(2..)
    } else {
        head.strip_prefix(b"\xef\xbb\xbf")
    };
    let head = unmarked.unwrap_or(head).iter().copied();
    let head: Vec<u8> = head.filter(|&byte| !wide || byte != 0).collect();
    head.trim_ascii_start().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::compound::tests::compound;

    #[test]
    fn kinds_are_told_by_content() {
        let pdf = b"%PDF-1.7\n1 0 obj\n";
        let tar = [&[b'a'; 257][..], b"ustar\0"].concat();
        let bitmap = b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".to_vec();
        let utf16: Vec<u8> = "\u{feff}<html><p>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for (name, bytes, kind) in [
            ("报告.txt", pdf.to_vec(), Ok(Format::Pdf)),
            (
                "报告.txt",
                [b"\xef\xbb\xbf\r\n\0junk", &pdf[..]].concat(),
                Ok(Format::Pdf),
            ),
            (
                "报告.doc",
                compound(&[("WordDocument", b"")]),
                Ok(Format::Doc),
            ),
            (
                "报告.WPS",
                compound(&[("1Table", b""), ("WordDocument", b"")]),
                Ok(Format::Doc),
            ),
            (
                "报告.docx",
                compound(&[("WordDocument", b"")]),
                Ok(Format::Doc),
            ),
            (
                "表.doc",
                compound(&[("Workbook", b"")]),
                Err(Unreadable::Sheet),
            ),
            (
                "片.doc",
                compound(&[("PowerPoint Document", b"")]),
                Err(Unreadable::Slides),
            ),
            (
                "锁.docx",
                compound(&[("EncryptionInfo", b""), ("EncryptedPackage", b"")]),
                Err(Unreadable::Encrypted),
            ),
            ("旧.wps", compound(&[("MatOST", b"")]), Err(Unreadable::Old)),
            ("旧.wps", b"\x01\xfe\x32\0".to_vec(), Err(Unreadable::Old)),
            ("坏.doc", compound::MARK.to_vec(), Err(Unreadable::Damaged)),
            ("报告.doc", b"{\\rtf1\\ansi".to_vec(), Ok(Format::Rtf)),
            (
                "报告.doc",
                b"\xef\xbb\xbf \r\n{\\rtf1".to_vec(),
                Ok(Format::Rtf),
            ),
            ("报告.doc", b"\n<HTML><body>".to_vec(), Ok(Format::Html)),
            ("报告.doc", utf16, Ok(Format::Html)),
            (
                "报告.doc",
                b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
                    .to_vec(),
                Ok(Format::Mht),
            ),
            (
                "扫描.txt",
                b"\xff\xd8\xff\xe0..".to_vec(),
                Err(Unreadable::Image),
            ),
            (
                "图",
                b"RIFF\0\0\0\0WEBPVP8".to_vec(),
                Err(Unreadable::Image),
            ),
            ("图", b"\0\0\0\x18ftypheic".to_vec(), Err(Unreadable::Image)),
            ("图", bitmap, Err(Unreadable::Image)),
            ("包", tar, Err(Unreadable::Archive)),
            ("包.docx", b"Rar!\x1a".to_vec(), Err(Unreadable::Archive)),
        ] {
            assert_eq!(format(&bytes), kind, "{name}");
        }
    }

    #[test]
    fn plain_text_is_none_of_them() {
        for text in [
            "一、主要举措",
            "PK 赛",
            "BMI 与健康",
            "文件以 %PDF-1.7 开头，用 obj 分段",
            "用 {\\rtf 开头的是富文本",
            "MIME-Version: 1.0 是邮件的第一行",
            "",
        ] {
            assert_eq!(format(text.as_bytes()), Ok(Format::Text), "{text}");
        }
    }
}
