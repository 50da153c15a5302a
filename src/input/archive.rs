//! ZIP archives: the files in them, those of archives in them among them.

use super::Unreadable;
use super::package::Package;

/// A file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name, with the folders that it lies in.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// So many files an archive may hold, all those in it counted.
const MOST_FILES: usize = 2_000;
/// All that is unpacked, archives in it too, in bytes.
const MOST_BYTES: usize = 128 * 1024 * 1024;
/// An archive in an archive in an archive, and no further.
const MOST_DEPTH: usize = 3;

/// The files in an archive, those of archives in it among them, which count as folders. What systems put beside the files of people is left out.
///
/// # Errors
/// Where it is damaged, locked, or holds more than is good, with the reason in words for the user.
pub fn unpack(bytes: &[u8]) -> Result<Vec<Member>, Unreadable> {
    let mut unpacked = Unpacked {
        members: Vec::new(),
        left: MOST_BYTES,
    };
    unpacked.add(bytes, "", MOST_DEPTH)?;
    Ok(unpacked.members)
}

struct Unpacked {
    members: Vec<Member>,
    /// Bytes that may still be unpacked.
    left: usize,
}

impl Unpacked {
    fn add(&mut self, bytes: &[u8], folder: &str, depth: usize) -> Result<(), Unreadable> {
        let depth = depth.checked_sub(1).ok_or(Unreadable::TooMuch)?;
        let mut package = Package::open(bytes)?;
        for index in 0..package.len() {
            let name = package.name(index).unwrap_or_default();
            if name.ends_with('/') || is_furniture(&name) {
                continue;
            }
            let bytes = package.bytes_at(index)?;
            let left = self.left.checked_sub(bytes.len());
            self.left = left.ok_or(Unreadable::TooMuch)?;
            let name = format!("{folder}{name}");
            if name.to_lowercase().ends_with(".zip") {
                self.add(&bytes, &format!("{name}/"), depth)?;
            } else if self.members.len() < MOST_FILES {
                self.members.push(Member { name, bytes });
            } else {
                return Err(Unreadable::TooMuch);
            }
        }
        Ok(())
    }
}

/// What macOS and Windows put beside the files of people, and the locks of files that are open in Word.
fn is_furniture(name: &str) -> bool {
    let mut steps = name.split('/');
    let file = steps.next_back().unwrap_or_default();
    let hidden = |step: &str| step == "__MACOSX" || step.starts_with("~$") || step.starts_with('.');
    steps.any(hidden)
        || hidden(file)
        || ["thumbs.db", "desktop.ini"].contains(&file.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::super::package::pack;
    use super::*;

    fn names(bytes: &[u8]) -> Vec<String> {
        let members = unpack(bytes).unwrap().into_iter();
        members.map(|member| member.name).collect()
    }

    #[test]
    fn files_come_with_their_names_and_without_furniture() {
        let files: [(&str, &[u8]); 10] = [
            ("街道/", b""),
            ("街道/报告.txt", "一、主要举措".as_bytes()),
            ("局\\报告.docx", b"PK"),
            ("__MACOSX/街道/._报告.txt", b"x"),
            (".DS_Store", b"x"),
            ("街道/Thumbs.db", b"x"),
            ("街道/~$报告.docx", b"x"),
            ("desktop.ini", b"x"),
            (".git/config", b"x"),
            ("镇.txt", b""),
        ];
        let bytes = pack(&files).unwrap();
        assert_eq!(names(&bytes), ["街道/报告.txt", "局/报告.docx", "镇.txt"]);
        assert_eq!(unpack(&bytes).unwrap()[0].bytes, "一、主要举措".as_bytes());
    }

    /// The same bytes under a name of the same length that is not UTF-8.
    fn renamed(bytes: &[u8], from: &str, to: &[u8]) -> Vec<u8> {
        let from = from.as_bytes();
        assert_eq!(from.len(), to.len());
        let mut bytes = bytes.to_vec();
        while let Some(at) = bytes.windows(from.len()).position(|w| w == from) {
            bytes[at..at + to.len()].copy_from_slice(to);
        }
        bytes
    }

    #[test]
    fn names_in_gbk_are_read() {
        for name in ["年度报告.txt", "联通.txt", "青禾镇.docx"] {
            let gbk = encoding_rs::GB18030.encode(name).0.into_owned();
            let plain = "x".repeat(gbk.len());
            let bytes = pack(&[(&plain, &b"1"[..])]).unwrap();
            assert_eq!(names(&renamed(&bytes, &plain, &gbk)), [name]);
            assert_eq!(names(&pack(&[(name, &b"1"[..])]).unwrap()), [name]);
        }
    }

    #[test]
    fn archives_in_archives_are_folders_to_a_depth() {
        let mut bytes = pack(&[("报告.txt", &b"1"[..])]).unwrap();
        bytes = pack(&[("内.zip", &*bytes)]).unwrap();
        bytes = pack(&[("中.ZIP", &*bytes)]).unwrap();
        assert_eq!(names(&bytes), ["中.ZIP/内.zip/报告.txt"]);
        bytes = pack(&[("外.zip", &*bytes)]).unwrap();
        assert_eq!(unpack(&bytes), Err(Unreadable::TooMuch));
    }

    #[test]
    fn more_files_than_anybody_has_are_too_much() {
        let files: Vec<String> = (0..=MOST_FILES).map(|n| format!("{n}.txt")).collect();
        let files: Vec<_> = files
            .iter()
            .map(|name| (name.as_str(), &b"1"[..]))
            .collect();
        assert_eq!(unpack(&pack(&files).unwrap()), Err(Unreadable::TooMuch));
        assert_eq!(names(&pack(&files[1..]).unwrap()).len(), MOST_FILES);
    }

    /// Archives that each are within bounds, and together are not.
    #[test]
    fn all_that_is_unpacked_is_bounded() {
        let part = vec![b' '; 24 * 1024 * 1024];
        let inner = pack(&[("a.txt", &*part), ("b.txt", &*part)]).unwrap();
        let names = ["1.zip", "2.zip", "3.zip"];
        let bytes = pack(&names.map(|name| (name, &*inner))).unwrap();
        assert_eq!(unpack(&bytes), Err(Unreadable::TooMuch));
    }

    #[test]
    fn what_is_no_archive_is_damaged() {
        assert_eq!(unpack(b"PK\x03\x04"), Err(Unreadable::Damaged));
        assert_eq!(unpack(b""), Err(Unreadable::Damaged));
    }
}
