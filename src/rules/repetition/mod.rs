//! 重复: passages that stand twice.

pub mod copied_plan;
