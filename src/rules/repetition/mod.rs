//! 重复: passages and headings that stand in the report twice.

pub mod copied_plan;
pub mod heading_twice;
pub mod paragraph_twice;
pub mod passage_twice;
pub mod sentence_twice;
