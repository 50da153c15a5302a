//! 公开: what must not stand in a draft that is made public. In a paper that is sent to the bodies above it may stand.

pub mod bank_account;
mod digits;
pub mod home_address;
pub mod identity_number;
pub mod internal_wording;
pub mod mobile_number;
pub mod number_plate;
pub mod person_in_case;
pub mod secrecy_mark;

use crate::document::Document;
use crate::report::Purpose;

/// Whether the draft is made public.
fn is_public(document: &Document<'_>) -> bool {
    document.settings.purpose == Purpose::Public
}
