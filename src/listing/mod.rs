//! The figures of a report as a list to sort, filter, search and copy, and the counts that the pictures above it show; its findings rule by
//! rule, and which of them are ignored; `readings`, one value for each indicator that a report gives.
//!
//! All of it is plain computing on a report; the page only draws it.

pub mod charts;
pub mod findings;
mod ignored;
pub mod order;
pub mod readings;
mod rows;
mod select;
mod tree;

pub use ignored::Ignored;
pub use order::Choice;
pub use rows::{Group, Listing, Row};
pub use select::{Column, Order, Query};

#[cfg(test)]
mod tests;
