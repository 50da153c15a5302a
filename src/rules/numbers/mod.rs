//! 数字: numbers that cannot be, that disagree, or that are written wrongly.

mod arithmetic;

pub mod announced_items;
pub mod doubled_approximation;
pub mod exact_with_approximation;
pub mod illegal_unit;
pub mod names_count;
pub mod number_style_mixed;
pub mod part_larger;
pub mod percent_over_100;
pub mod range_notation;
pub mod ratio_mismatch;
pub mod sum_mismatch;
pub mod two_values;
