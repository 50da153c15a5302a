//! ZIP packages, which Word, OpenDocument and OFD files are, opened with bounds: whatever a package says of itself, no more is unpacked than is good.

use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{Unreadable, encoding};

/// So many entries a package may list. The largest of documents have some hundreds.
const MOST_ENTRIES: usize = 5_000;
/// So many entries may be listed in all the packages that lie in one, which are told before any list is made.
const MOST_HEADERS: usize = 100_000;
/// One part unpacked, in bytes.
const MOST_PART: usize = 40 * 1024 * 1024;
/// All that is unpacked of a package, in bytes.
const MOST_BYTES: usize = 96 * 1024 * 1024;

/// The first bytes of an entry in the list of a package.
const HEADER: &[u8] = b"PK\x01\x02";

/// An open package.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The names of its parts made uniform, in the order of the package.
    names: Vec<String>,
    /// Bytes that may still be unpacked.
    left: usize,
}

impl<'a> Package<'a> {
    /// Opens a package; nothing is unpacked yet.
    ///
    /// # Errors
    /// Where it is damaged, or lists more than is good.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let headers = bytes
            .windows(HEADER.len())
            .filter(|window| *window == HEADER);
        if headers.count() > MOST_HEADERS {
            return Err(Unreadable::TooMuch);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|why| trouble(&why))?;
        if archive.len() > MOST_ENTRIES {
            return Err(Unreadable::TooMuch);
        }
        let names = archive
            .file_names_raw()
            .map(|name| uniform(&String::from_utf8_lossy(name)))
            .collect();
        Ok(Self {
            archive,
            names,
            left: MOST_BYTES,
        })
    }

    /// How many entries it lists, folders among them.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// Where a part is in the list: case, a slash in front and the kind of slashes do not matter.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let name = uniform(name);
        self.names.iter().position(|known| *known == name)
    }

    /// The bytes of the entry at a place in the list.
    ///
    /// # Errors
    /// Where it is damaged, locked, or more than is good.
    pub(super) fn bytes_at(&mut self, index: usize) -> Result<Vec<u8>, Unreadable> {
        let limit = self.left.min(MOST_PART);
        let entry = self.archive.by_index(index).map_err(|why| trouble(&why))?;
        let mut bytes = Vec::new();
        let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
        let read = entry.take(most).read_to_end(&mut bytes);
        if bytes.len() > limit {
            return Err(Unreadable::TooMuch);
        }
        read.map_err(|_| Unreadable::Damaged)?;
        self.left -= bytes.len();
        Ok(bytes)
    }

    /// The bytes of a part, where there is one of that name.
    ///
    /// # Errors
    /// Where it is damaged, locked, or more than is good.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        match self.find(name) {
            Some(index) => self.bytes_at(index).map(Some),
            None => Ok(None),
        }
    }

    /// A part of text, such as XML, where there is one of that name.
    ///
    /// # Errors
    /// Where it is damaged, locked, or more than is good.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        self.part(name)?.map(text).transpose()
    }

    /// The name of an entry as it is stored, folders parted by `/`.
    pub(super) fn name(&self, index: usize) -> Option<String> {
        let entry = self.archive.by_index_data(index).ok()?;
        Some(encoding::name(entry.name_raw()).replace('\\', "/"))
    }

    /// A copy of the package with other words in some of its parts, those that it has not yet at its end. All else is copied as it is packed.
    ///
    /// # Errors
    /// Where an entry cannot be copied.
    pub(super) fn with(&mut self, parts: &[(String, String)]) -> Result<Vec<u8>, Unreadable> {
        self.copy(parts).map_err(|why| trouble(&why))
    }

    fn copy(&mut self, parts: &[(String, String)]) -> Result<Vec<u8>, ZipError> {
        let places: Vec<Option<usize>> = parts.iter().map(|(name, _)| self.find(name)).collect();
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..self.archive.len() {
            let entry = self.archive.by_index_raw(index)?;
            let new = places.iter().position(|&place| place == Some(index));
            match new.and_then(|at| parts.get(at)) {
                Some((_, text)) => add(&mut out, &entry.name()?, text.as_bytes())?,
                None => out.raw_copy_file(entry)?,
            }
        }
        for ((name, text), _) in parts.iter().zip(&places).filter(|(_, at)| at.is_none()) {
            add(&mut out, name, text.as_bytes())?;
        }
        Ok(out.finish()?.into_inner())
    }
}

/// A package of parts, in their order.
///
/// # Errors
/// Where two parts have one name, or there are more bytes than a package can hold.
pub(crate) fn pack(parts: &[(&str, &[u8])]) -> Result<Vec<u8>, ZipError> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        add(&mut out, name, bytes)?;
    }
    Ok(out.finish()?.into_inner())
}

fn add(out: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) -> Result<(), ZipError> {
    out.start_file(name, SimpleFileOptions::default())?;
    out.write_all(bytes)?;
    Ok(())
}

/// The words of a part: UTF-8 as a rule, without a byte order mark.
///
/// # Errors
/// Where it is no text.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, Unreadable> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        }),
        Err(other) => {
            let text = encoding::decode(other.as_bytes());
            Ok(text.map_err(|_| Unreadable::Damaged)?.text)
        }
    }
}

/// A name told from within a folder.
pub(super) fn resolve(folder: &str, target: &str) -> String {
    let whole = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}{target}"),
    };
    let mut path: Vec<&str> = Vec::new();
    for step in whole.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            _ => path.push(step),
        }
    }
    path.join("/")
}

/// The folder of a part with its slash, and the name in it.
pub(super) fn split(part: &str) -> (&str, &str) {
    let at = part.rfind('/').map_or(0, |at| at + 1);
    part.split_at_checked(at).unwrap_or(("", part))
}

fn uniform(name: &str) -> String {
    let name = name.replace('\\', "/").to_ascii_lowercase();
    name.trim_start_matches('/').to_owned()
}

fn trouble(why: &ZipError) -> Unreadable {
    match why {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Unreadable::Encrypted
        }
        _ => Unreadable::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(name: &str, bytes: &[u8]) -> Vec<u8> {
        pack(&[(name, bytes)]).unwrap()
    }

    #[test]
    fn parts_are_found_however_their_names_are_written() {
        for stored in [
            "word/document.xml",
            "Word\\Document.xml",
            "/word/DOCUMENT.XML",
        ] {
            let bytes = packed(stored, "一".as_bytes());
            let mut package = Package::open(&bytes).unwrap();
            for asked in [
                "word/document.xml",
                "/word/document.xml",
                "WORD/document.xml",
            ] {
                assert_eq!(package.text(asked), Ok(Some("一".to_owned())), "{stored}");
            }
            assert_eq!(package.text("word/document"), Ok(None));
        }
    }

    #[test]
    fn text_is_read_in_the_encodings_of_offices() {
        for bytes in [
            "<a>一、主要举措</a>".as_bytes().to_vec(),
            "\u{feff}<a>一、主要举措</a>".as_bytes().to_vec(),
            encoding_rs::GB18030
                .encode("<a>一、主要举措</a>")
                .0
                .into_owned(),
            [
                b"\xff\xfe".to_vec(),
                "<a>一、主要举措</a>"
                    .encode_utf16()
                    .flat_map(u16::to_le_bytes)
                    .collect(),
            ]
            .concat(),
        ] {
            assert_eq!(text(bytes), Ok("<a>一、主要举措</a>".to_owned()));
        }
    }

    #[test]
    fn a_bomb_is_not_unpacked_whatever_it_says_of_its_size() {
        let mut bytes = packed("a.xml", &vec![b' '; MOST_PART + 1]);
        let mut package = Package::open(&bytes).unwrap();
        assert_eq!(package.part("a.xml"), Err(Unreadable::TooMuch));
        // The size in the list of the package: one byte.
        let at = bytes.windows(4).position(|w| w == HEADER).unwrap() + 24;
        bytes[at..at + 4].copy_from_slice(&1u32.to_le_bytes());
        let mut package = Package::open(&bytes).unwrap();
        assert!(package.part("a.xml").is_err());
    }

    #[test]
    fn all_parts_together_are_bounded_too() {
        let part = vec![b' '; MOST_PART];
        let names = ["a", "b", "c"];
        let bytes = pack(&names.map(|name| (name, part.as_slice()))).unwrap();
        let mut package = Package::open(&bytes).unwrap();
        let read = names.map(|name| package.part(name).map(|part| part.is_some()));
        assert_eq!(read, [Ok(true), Ok(true), Err(Unreadable::TooMuch)]);
    }

    #[test]
    fn more_entries_than_any_document_has_are_too_much() {
        let names: Vec<String> = (0..=MOST_ENTRIES).map(|n| n.to_string()).collect();
        let parts: Vec<_> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
        let bytes = pack(&parts).unwrap();
        assert_eq!(Package::open(&bytes).err(), Some(Unreadable::TooMuch));
        let headers = HEADER.repeat(MOST_HEADERS + 1);
        assert_eq!(Package::open(&headers).err(), Some(Unreadable::TooMuch));
    }

    #[test]
    fn damaged_and_locked_are_told_apart() {
        let bytes = packed("a.xml", "字".repeat(500).as_bytes());
        assert_eq!(
            Package::open(&bytes[..bytes.len() / 2]).err(),
            Some(Unreadable::Damaged)
        );
        let mut broken = bytes.clone();
        broken[45] ^= 0x55;
        let part = Package::open(&broken).unwrap().part("a.xml");
        assert_eq!(part, Err(Unreadable::Damaged));
        // Bit 0 of the flags: locked.
        let mut locked = bytes.clone();
        let at = locked.windows(4).position(|w| w == HEADER).unwrap() + 8;
        locked[at] |= 1;
        locked[6] |= 1;
        let part = Package::open(&locked).unwrap().part("a.xml");
        assert_eq!(part, Err(Unreadable::Encrypted));
    }

    #[test]
    fn a_copy_differs_in_the_parts_that_were_given_only() {
        let bytes = pack(&[("a.xml", b"A"), ("B.xml", b"B"), ("c.bin", b"C")]).unwrap();
        let mut package = Package::open(&bytes).unwrap();
        let parts = [("b.xml", "new"), ("d.xml", "D")];
        let parts = parts.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let copy = package.with(&parts).unwrap();
        let mut copy = Package::open(&copy).unwrap();
        let names: Vec<_> = (0..copy.len()).filter_map(|at| copy.name(at)).collect();
        assert_eq!(names, ["a.xml", "B.xml", "c.bin", "d.xml"]);
        let words = names.iter().map(|name| copy.text(name).unwrap().unwrap());
        assert_eq!(words.collect::<Vec<_>>(), ["A", "new", "C", "D"]);
    }
}
