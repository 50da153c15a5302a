//! Many reports at once: a `row` for each, `select` to sort, filter and group them, `tables` to take them away, and `alike`, the passages
//! that reports of different bodies share. `bodies` tells which names are of the same body.

pub mod alike;
pub mod bodies;
mod row;
mod select;
mod tables;

pub use row::{KEY_INDICATORS, Row, SEVERITIES, Standing, key_indicators};
pub use select::{Column, Entry, Group, Only, Order, Query, arranged};
pub use tables::Lists;
