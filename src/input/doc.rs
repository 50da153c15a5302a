//! Word 97 to 2003 and WPS: the piece table of a compound file ([MS-DOC], [MS-CFB]).

use super::Unreadable;

/// The text of it.
pub(super) fn read(_bytes: &[u8]) -> Result<String, Unreadable> {
    Err(Unreadable::Damaged)
}
