//! The longer tables of the rules.

pub mod misspellings;
