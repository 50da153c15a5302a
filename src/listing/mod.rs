//! The figures of a report as a list to sort, filter, search and copy, and the counts that the pictures above it show.
//!
//! All of it is plain computing on a report; the page only draws it.

pub mod charts;
mod rows;
mod select;
mod tree;

pub use rows::{Group, Listing, Row};
pub use select::{Choice, Column, Order, Query};

#[cfg(test)]
mod tests;
