//! What a kind of report must hold, as data: parts, topics, and the wordings they are known by, each with its basis.

mod parts;
mod topics;

pub use parts::{PART_SPECS, PartSpec};
pub use topics::{TOPICS, Topic};

/// What the reports of one kind are checked against.
#[derive(Clone, Copy, Debug)]
pub struct Profile {
    /// Its name for the user.
    pub name: &'static str,
    /// The document it comes from.
    pub basis: &'static str,
    /// The parts in the order of that document.
    pub parts: &'static [PartSpec],
    /// The recommended topics.
    pub topics: &'static [Topic],
    /// The day of the following year by which the report is to be published, month and day.
    pub deadline: (u8, u8),
}

/// 《法治政府建设与责任落实督察工作规定》, made public 2019-05-06.
pub const ANNUAL_REPORT: Profile = Profile {
    name: "法治政府建设年度报告",
    basis: parts::BASIS,
    parts: PART_SPECS,
    topics: TOPICS,
    deadline: (4, 1),
};
