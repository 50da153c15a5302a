//! 用词: words that cannot be right.

pub mod deadline_word;
