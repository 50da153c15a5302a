//! What the rules know of the world: documents, laws and their years.

pub mod documents;
pub mod laws;
//! The longer tables of the rules.

pub mod misspellings;
