//! Which rows are shown and in which order.

use super::order::{self, Choice};
use super::rows::{Key, Listing, Row};
use crate::text::folded::search_form;

/// A column of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// 指标/对象
    Name,
    /// 数值
    Value,
    /// 单位
    Unit,
    /// 章节
    Section,
    /// 原句: the order of the text
    #[default]
    Sentence,
}

impl Column {
    /// Every column in its order.
    pub const ALL: [Self; 5] = [
        Self::Name,
        Self::Value,
        Self::Unit,
        Self::Section,
        Self::Sentence,
    ];
}

/// By which column rows are sorted; at first they stand in the order of the text.
pub type Order = order::Order<Column>;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that indicator, action, subject, value or sentence hold.
    pub words: String,
    /// The indicator.
    pub indicator: Choice,
    /// The section, with those below it.
    pub section: Choice,
    /// The order.
    pub order: Order,
}

impl Query {
    /// Whether all rows answer it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.words.trim().is_empty() && self.indicator == Choice::All && self.section == Choice::All
    }
}

impl Listing {
    /// The rows that answer a query, by their indices. `alphabet` puts words into the order that a reader expects of them.
    #[must_use]
    pub fn select(
        &self,
        query: &Query,
        alphabet: impl FnOnce(Vec<&str>) -> Vec<String>,
    ) -> Vec<usize> {
        let words = search_form(&query.words);
        let mut sections = self.sections.iter();
        let section = sections
            .find(|group| group.choice == query.section)
            .and_then(|group| group.section);
        let answers = |index: usize, row: &Row, key: &Key| {
            (match &query.indicator {
                Choice::All => true,
                Choice::Without => row.indicator.is_none(),
                Choice::Only(name) => row.indicator == Some(name),
            }) && (match &query.section {
                Choice::All => true,
                Choice::Without => key.section.is_none(),
                Choice::Only(_) => section.is_some() && key.above.contains(&section),
            }) && (words.is_empty() || self.searched(index).contains(&words))
        };
        let rows = self.rows.iter().zip(&self.keys).enumerate();
        let shown = rows.filter(|(index, (row, key))| answers(*index, row, key));
        self.sorted(
            shown.map(|(index, _)| index).collect(),
            query.order,
            alphabet,
        )
    }

    /// Rows that are alike stay in the order of the text; those with nothing to sort by come last, up or down.
    fn sorted(
        &self,
        shown: Vec<usize>,
        order: Order,
        alphabet: impl FnOnce(Vec<&str>) -> Vec<String>,
    ) -> Vec<usize> {
        let words = |index: usize| -> Option<&str> {
            let row = self.rows.get(index)?;
            match order.column {
                Column::Name => row.name(),
                Column::Unit => Some(row.unit.as_str()).filter(|unit| !unit.is_empty()),
                Column::Value | Column::Section | Column::Sentence => None,
            }
        };
        let ranks = order::ranks(shown.iter().filter_map(|&index| words(index)), alphabet);
        order::sorted(shown, order.descending, |index| {
            let key = self.keys.get(index)?;
            match order.column {
                // No value is below zero, and then the bits of two numbers are in the order of the numbers.
                Column::Value => Some(key.value.to_bits()),
                Column::Section => Some(key.section.map_or(0, |section| section as u64 + 1)),
                Column::Sentence => Some(index as u64),
                Column::Name | Column::Unit => ranks.get(words(index)?).copied(),
            }
        })
    }
}
