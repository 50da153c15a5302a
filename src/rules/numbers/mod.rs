//! 数字: numbers that cannot be, that disagree, or that are written wrongly.

mod arithmetic;

pub mod announced_items;
pub mod approximate_pause;
pub mod change_mismatch;
pub mod decrease_by_multiple;
pub mod doubled_approximation;
pub mod doubled_unit;
pub mod exact_with_approximation;
pub mod full_width_digits;
pub mod illegal_unit;
pub mod mixed_numeral;
pub mod names_count;
pub mod number_lost;
pub mod number_style_mixed;
pub mod part_larger;
pub mod percent_over_100;
pub mod range_notation;
pub mod ratio_mismatch;
pub mod sum_mismatch;
pub mod thousands_mark;
pub mod two_points;
pub mod two_values;
pub mod year_zero;
