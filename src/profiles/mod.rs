//! What a kind of report must hold, as data: parts, topics, and the wordings they are known by, each with its basis.

pub mod indicators;
mod parts;
mod topics;

pub use parts::PartSpec;
pub use topics::Topic;

/// What the reports of one kind are checked against.
#[derive(Clone, Copy, Debug)]
pub struct Profile {
    /// The parts in the order of the rules.
    pub parts: &'static [PartSpec],
    /// The recommended topics.
    pub topics: &'static [Topic],
}

/// 法治政府建设年度报告, by 《法治政府建设与责任落实督察工作规定》, made public 2019-05-06.
pub const ANNUAL_REPORT: Profile = Profile {
    parts: parts::PART_SPECS,
    topics: topics::TOPICS,
};
