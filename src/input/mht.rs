//! Web pages saved in one file (MIME, RFC 2557).

use super::Unreadable;

/// The text of it.
pub(super) fn read(_bytes: &[u8]) -> Result<String, Unreadable> {
    Err(Unreadable::Damaged)
}
