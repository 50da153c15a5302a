//! OFD (GB/T 33190): the words of its pages, put together by where they stand.

use super::Unreadable;

/// The text of it.
pub(super) fn read(_bytes: &[u8]) -> Result<String, Unreadable> {
    Err(Unreadable::Damaged)
}
