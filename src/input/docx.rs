//! Word since 2007 (ECMA-376): the paragraphs of the document part.

use super::Unreadable;

/// The text of it.
pub(super) fn read(_bytes: &[u8]) -> Result<String, Unreadable> {
    Err(Unreadable::Damaged)
}
