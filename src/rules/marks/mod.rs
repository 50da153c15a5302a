//! 标点: marks of punctuation.
