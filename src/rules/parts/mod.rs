//! 部分: the parts that must be there, and what each of them must say.

pub mod empty_part;
pub mod missing_part;
pub mod other_genre;
pub mod part_order;
