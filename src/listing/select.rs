//! Which rows are shown and in which order, and those rows as text for a spreadsheet.

use std::collections::{HashMap, HashSet};

use super::rows::{Listing, Row};
use crate::text::folded::search_form;

/// What rows are filtered by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// All of them.
    #[default]
    All,
    /// Those of one indicator or section.
    Only(String),
    /// Those that have none.
    Without,
}

impl Choice {
    /// The choice of an indicator or a section, or of none.
    #[must_use]
    pub fn of(name: Option<&str>) -> Self {
        name.map_or(Self::Without, |name| Self::Only(name.to_owned()))
    }
}

/// A column of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// By which column rows are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub column: Column,
    /// From the last to the first.
    pub descending: bool,
}

impl Default for Order {
    fn default() -> Self {
        Self {
            column: Column::Sentence,
            descending: false,
        }
    }
}

impl Order {
    /// The order after a column was asked for once more: up, down, and back to the order of the text.
    #[must_use]
    pub fn after(self, column: Column) -> Self {
        match (self.column == column, self.descending) {
            (false, _) => Self {
                column,
                descending: false,
            },
            (true, false) => Self {
                column,
                descending: true,
            },
            (true, true) => Self::default(),
        }
    }
}

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
        alphabet: impl FnOnce(Vec<String>) -> Vec<String>,
    ) -> Vec<usize> {
        let words = search_form(&query.words);
        let searched = if words.is_empty() {
            &[]
        } else {
            self.searched()
        };
        let section = self
            .sections
            .iter()
            .position(|group| group.choice == query.section);
        let mut shown: Vec<usize> = self
            .rows
            .iter()
            .zip(&self.keys)
            .enumerate()
            .filter(|(index, (row, key))| {
                (match &query.indicator {
                    Choice::All => true,
                    choice => *choice == Choice::of(row.indicator),
                }) && (match &query.section {
                    Choice::All => true,
                    Choice::Without => key.section.is_none(),
                    Choice::Only(_) => section.is_some() && key.groups.contains(&section),
                }) && searched.get(*index).is_none_or(|row| row.contains(&words))
            })
            .map(|(index, _)| index)
            .collect();
        self.sort(&mut shown, query.order, alphabet);
        shown
    }

    /// Rows that are alike stay in the order of the text; those with nothing to sort by come last, up or down.
    fn sort(
        &self,
        shown: &mut [usize],
        order: Order,
        alphabet: impl FnOnce(Vec<String>) -> Vec<String>,
    ) {
        let words = |index: usize| -> Option<&str> {
            let row = self.rows.get(index)?;
            match order.column {
                Column::Unit => Some(row.unit.as_str()).filter(|unit| !unit.is_empty()),
                _ => row.name(),
            }
        };
        let by_words = matches!(order.column, Column::Name | Column::Unit);
        let ranks: HashMap<String, usize> = if by_words {
            let distinct: HashSet<&str> = shown.iter().filter_map(|&at| words(at)).collect();
            let mut distinct: Vec<String> = distinct.into_iter().map(str::to_owned).collect();
            distinct.sort_unstable();
            let sorted = alphabet(distinct).into_iter().enumerate();
            sorted.map(|(rank, words)| (words, rank)).collect()
        } else {
            HashMap::new()
        };
        let key = |index: usize| -> Option<f64> {
            let key = self.keys.get(index)?;
            match order.column {
                Column::Value => Some(key.value),
                Column::Section => Some(key.section.map_or(-1.0, |section| section as f64)),
                Column::Sentence => Some(index as f64),
                Column::Name | Column::Unit => ranks.get(words(index)?).map(|&rank| rank as f64),
            }
        };
        shown.sort_by(|&a, &b| match (key(a), key(b)) {
            (Some(a), Some(b)) if order.descending => b.total_cmp(&a),
            (Some(a), Some(b)) => a.total_cmp(&b),
            (a, b) => a.is_none().cmp(&b.is_none()),
        });
    }

    /// Rows as lines with tabs between the cells, which a spreadsheet takes apart when they are pasted. `heads` name the columns.
    #[must_use]
    pub fn tab_separated(&self, shown: &[usize], heads: [&str; 9]) -> String {
        let mut out = heads.join("\t");
        for row in shown.iter().filter_map(|&index| self.rows.get(index)) {
            out.push('\n');
            out.push_str(&cells(row).map(|words| cell(&words)).join("\t"));
        }
        out
    }
}

/// Indicator, action, subject, number, qualifier, unit, period, section, sentence.
fn cells(row: &Row) -> [String; 9] {
    let words = |words: &Option<String>| words.clone().unwrap_or_default();
    [
        row.indicator.unwrap_or_default().to_owned(),
        words(&row.action),
        words(&row.subject),
        row.number.replace(',', ""),
        words(&row.qualifier),
        row.unit.clone(),
        words(&row.period),
        row.heading.to_string(),
        row.sentence.text(),
    ]
}

/// One cell: on one line, and in quotes where it holds some, as spreadsheets write it themselves.
fn cell(words: &str) -> String {
    let line = words.replace(['\t', '\n', '\r'], " ");
    if line.contains('"') {
        format!("\"{}\"", line.replace('"', "\"\""))
    } else {
        line
    }
}
