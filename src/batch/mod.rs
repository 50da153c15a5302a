//! Many reports at once: a `row` for each, `select` to sort, filter and group them, `tables` to take them away, and `alike`, the passages
//! that reports of different bodies share. `bodies` tells which names are of the same body.

pub mod alike;
pub mod bodies;
pub mod row;
pub mod select;
pub mod tables;
