//! What the rules know of the world: documents, laws and their years, and how words are misspelt.

pub mod alike;
pub mod documents;
pub mod laws;
pub mod misspellings;
pub mod papers;
pub mod terms;
