//! x
use super::super::Unreadable;
/// x
#[derive(Clone, Debug)]
pub struct Comment {}
/// x
pub fn annotate(_bytes: &[u8], _comments: &[Comment]) -> Result<Vec<u8>, Unreadable> {
    Err(Unreadable::Damaged)
}
