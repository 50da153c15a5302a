//! What the rules know of the world: documents, laws and their years.

pub mod documents;
pub mod laws;
