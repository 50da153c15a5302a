//! The text and where things stand in it.

pub mod charset;
mod clutter;
pub mod date;
pub mod digits;
pub mod folded;
pub mod formulas;
mod glued;
pub mod layout;
pub mod lexicon;
pub mod marker;
pub mod names;
pub mod sentence;
pub mod source;
pub mod sparse;
pub mod stream;
pub mod variants;

pub use folded::Folded;
pub use layout::{Block, BlockKind, Layout};
pub use source::{Source, Span, Utf16Span};
