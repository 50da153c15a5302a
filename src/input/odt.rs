//! OpenDocument text (ISO/IEC 26300).

use super::Unreadable;

/// The text of it.
pub(super) fn read(_bytes: &[u8]) -> Result<String, Unreadable> {
    Err(Unreadable::Damaged)
}
