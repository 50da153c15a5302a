//! The figures of a report as a list to sort, filter, search and copy, and the counts that the pictures above it show; its findings rule by
//! rule, and which of them are ignored.
//!
//! All of it is plain computing on a report; the page only draws it.

pub mod charts;
pub mod findings;
mod ignored;
mod rows;
mod select;
mod tree;

pub use ignored::Ignored;
pub use rows::{Group, Listing, Row};
pub use select::{Choice, Column, Order, Query};

#[cfg(test)]
mod tests;
