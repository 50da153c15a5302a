//! 标点: marks of punctuation.

pub mod day_name_dot;
pub mod dots_for_ellipsis;
pub mod doubled_mark;
pub mod halfwidth_mark;
pub mod list_mark;
pub mod missing_end_mark;
pub mod nested_marks;
pub mod pairs;
pub mod pause_before_etc;
pub mod pause_between_marks;
pub mod stray_space;
pub mod torn_line;
pub mod unpaired_mark;
