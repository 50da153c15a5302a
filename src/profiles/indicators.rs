//! The indicators: figures that these reports share, so that one report's can be laid beside another's.

use crate::report::FigureKind;

/// A figure that many reports give.
#[derive(Clone, Copy, Debug)]
pub struct Indicator {
    /// Stable name, such as `penalties`.
    pub id: &'static str,
    /// Its name for the user.
    pub name: &'static str,
    /// The topic it belongs to, by its id.
    pub topic: &'static str,
    /// What kind of quantity it is.
    pub kind: FigureKind,
    /// The measure words that it is given in; with another one a figure is not this indicator.
    pub units: &'static [&'static str],
    /// Where it comes from.
    pub basis: &'static str,
}

/// The indicators in the order of the topics.
pub const INDICATORS: &[Indicator] = &[Indicator {
    id: "mediation",
    name: "人民调解",
    topic: "disputes",
    kind: FigureKind::Count,
    units: &["件", "起", "宗"],
    basis: "",
}];

/// The indicator of an id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Indicator> {
    INDICATORS.iter().find(|indicator| indicator.id == id)
}
