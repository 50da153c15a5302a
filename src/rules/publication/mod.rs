//! 公开: what must not stand in a draft that is made public. In a paper that is sent to the bodies above it may stand.

pub mod bank_account;
pub mod home_address;
pub mod identity_number;
pub mod internal_wording;
pub mod mobile_number;
pub mod number_plate;
pub mod person_in_case;
pub mod secrecy_mark;

use crate::document::Document;
use crate::report::Purpose;
use crate::text::Span;

/// Whether the draft is made public.
fn is_public(document: &Document<'_>) -> bool {
    document.settings.purpose == Purpose::Public
}

/// The words right before a span, so many characters at most.
fn before<'d>(document: &'d Document<'_>, span: Span, chars: usize) -> &'d str {
    let text = document.source.text().get(..span.start).unwrap_or_default();
    let from = text
        .char_indices()
        .rev()
        .nth(chars - 1)
        .map_or(0, |(at, _)| at);
    text.get(from..).unwrap_or_default()
}
