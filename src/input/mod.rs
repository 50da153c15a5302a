//! Bytes in, text out: [`read`] tells what a file is by what is in it.
//!
//! `sniff` knows the formats, `encoding` the ways of writing Chinese text, `unreadable` the words for what cannot be read; every other file reads one
//! format. A paragraph becomes a line, the cells of a table's row stand in one line with tabs between them.

mod archive;
mod bytes;
mod compound;
mod doc;
mod docx;
mod encoding;
mod flow;
mod html;
mod letterhead;
mod lines;
mod mht;
#[cfg(test)]
mod mutations;
mod odt;
mod ofd;
mod ordinal;
mod package;
mod pdf;
mod rows;
mod rtf;
mod sniff;
mod unreadable;
mod xml;

pub use archive::{Member, unpack};
pub use docx::{Comment, annotate};
pub use encoding::Encoding;
pub(crate) use package::pack;
pub use sniff::format;
pub use unreadable::Unreadable;
pub(crate) use xml::escaped;

/// The largest file that is read.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// Beside pictures fewer characters than this are no report, but what somebody wrote on a scanned one.
const FEWEST_CHARS: usize = 20;

/// What a file is, by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text, Markdown among it.
    Text,
    /// Word since 2007.
    Docx,
    /// Word 97 to 2003, and the format of WPS that is the same inside.
    Doc,
    /// Rich text.
    Rtf,
    /// OpenDocument text.
    Odt,
    /// A web page.
    Html,
    /// A web page saved with all that belongs to it, in one file.
    Mht,
    /// OFD (GB/T 33190), the national format for finished documents.
    Ofd,
    /// PDF.
    Pdf,
    /// An archive of files.
    Zip,
}

/// What a plain text says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Its words.
    pub text: String,
    /// How they were written.
    pub encoding: Encoding,
}

/// Reads a plain text.
///
/// # Errors
/// Where there is no text to be had, with the reason in words for the user.
pub fn plain(bytes: &[u8]) -> Result<Text, Unreadable> {
    let read = encoding::decode(bytes)?;
    if read.text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(read)
}

/// Reads a document of any format but PDF, whose reader is large enough to be loaded by itself: see [`read`].
///
/// # Errors
/// Where there is no text to be had, with the reason in words for the user.
pub fn document(format: Format, bytes: &[u8]) -> Result<String, Unreadable> {
    let text = match format {
        Format::Docx => docx::read(bytes)?,
        Format::Doc => doc::read(bytes)?,
        Format::Rtf => rtf::read(bytes)?,
        Format::Odt => odt::read(bytes)?,
        Format::Html => html::read(bytes)?,
        Format::Mht => mht::read(bytes)?,
        Format::Ofd => ofd::read(bytes)?,
        Format::Text | Format::Pdf => plain(bytes)?.text,
        Format::Zip => return Err(Unreadable::Archive),
    };
    filled(text)
}

fn filled(text: String) -> Result<String, Unreadable> {
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(text)
}

/// Reads a PDF.
///
/// # Errors
/// Where there is no text to be had, with the reason in words for the user.
pub fn pdf(bytes: &[u8]) -> Result<String, Unreadable> {
    filled(pdf::read(bytes)?)
}

/// Reads a file, whatever its name.
///
/// # Errors
/// Where there is no text to be had, with the reason in words for the user.
pub fn read(bytes: &[u8]) -> Result<String, Unreadable> {
    match format(bytes)? {
        Format::Pdf => pdf(bytes),
        format => document(format, bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "街道办事处2024年度法治政府建设情况报告。\n一、主要举措";

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_words() {
        let gb = encoding_rs::GB18030.encode(WORDS).0.into_owned();
        let with = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
        for (bytes, encoding) in [
            (WORDS.as_bytes().to_vec(), Encoding::Utf8),
            (with(b"\xef\xbb\xbf", WORDS.as_bytes()), Encoding::Utf8),
            (
                with(b"\xff\xfe", &utf16(WORDS, u16::to_le_bytes)),
                Encoding::Utf16Le,
            ),
            (
                with(b"\xfe\xff", &utf16(WORDS, u16::to_be_bytes)),
                Encoding::Utf16Be,
            ),
            (utf16(WORDS, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(WORDS, u16::to_be_bytes), Encoding::Utf16Be),
            (gb, Encoding::Gb18030),
        ] {
            assert_eq!(
                plain(&bytes),
                Ok(Text {
                    text: WORDS.to_owned(),
                    encoding
                })
            );
        }
    }

    #[test]
    fn one_damaged_character_does_not_lose_the_text() {
        let mut bytes = WORDS.repeat(20).into_bytes();
        bytes.truncate(bytes.len() - 1);
        let text = plain(&bytes).unwrap();
        assert_eq!(text.encoding, Encoding::Utf8);
        assert!(text.text.ends_with('\u{fffd}'));
    }

    #[test]
    fn nothing_to_read_is_empty() {
        for bytes in [
            &b""[..],
            b"\xef\xbb\xbf",
            b"\xff\xfe",
            b" \r\n\t",
            "　".as_bytes(),
        ] {
            assert_eq!(read(bytes), Err(Unreadable::Empty));
        }
    }

    #[test]
    fn the_size_is_told_before_anything_else() {
        let bytes = vec![b'%'; MAX_BYTES + 1];
        assert_eq!(read(&bytes), Err(Unreadable::TooLarge));
    }

    #[test]
    fn noise_is_binary() {
        let mut state = 7u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        })
        .take(4000)
        .collect();
        assert_eq!(read(&noise), Err(Unreadable::Binary));
        assert_eq!(read(b"ab\0\0\x01cd\0"), Err(Unreadable::Binary));
    }

    #[test]
    fn a_text_is_a_text_whatever_its_name() {
        assert!(read(WORDS.as_bytes()).is_ok());
    }
}
