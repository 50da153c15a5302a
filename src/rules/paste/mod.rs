//! 粘贴: damage done on the way here.

pub mod masked_number;
