//! Sorting the rows of a table by a column, and choosing among them: what every list of the page has in common.

use std::collections::HashMap;

/// What rows are filtered by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Choice<T = String> {
    /// All of them.
    #[default]
    All,
    /// Those of one kind.
    Only(T),
    /// Those that have none.
    Without,
}

impl<T: PartialEq> Choice<T> {
    /// Whether it takes a row that has this.
    pub fn takes(&self, has: Option<T>) -> bool {
        match self {
            Self::All => true,
            Self::Only(one) => has.as_ref() == Some(one),
            Self::Without => has.is_none(),
        }
    }
}

/// By which column rows are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order<C> {
    /// The column.
    pub column: C,
    /// From the last to the first.
    pub descending: bool,
}

impl<C: Copy + Default + PartialEq> Order<C> {
    /// The order after a column was asked for once more: up, down, and back to the order that there was at first.
    #[must_use]
    pub fn after(self, column: C) -> Self {
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

/// The place of each of the words in the order that a reader expects of them, which is what `alphabet` puts them into.
pub fn ranks<'w>(
    words: impl Iterator<Item = &'w str>,
    alphabet: impl FnOnce(Vec<&str>) -> Vec<String>,
) -> HashMap<&'w str, u64> {
    let mut ranks: HashMap<&str, u64> = words.map(|words| (words, 0)).collect();
    let sorted = alphabet(ranks.keys().copied().collect());
    for (rank, words) in (0..).zip(&sorted) {
        if let Some(of_words) = ranks.get_mut(words.as_str()) {
            *of_words = rank;
        }
    }
    ranks
}

/// Rows by their keys. Those that are alike stay in their order; those without a key come last, up or down.
pub fn sorted(
    rows: Vec<usize>,
    descending: bool,
    key: impl Fn(usize) -> Option<u64>,
) -> Vec<usize> {
    // The highest key of all is kept for what has none.
    let keyed = rows.into_iter().map(|row| {
        let key = key(row).map(|key| if descending { !key - 1 } else { key });
        (key.unwrap_or(u64::MAX), row)
    });
    let mut keyed: Vec<(u64, usize)> = keyed.collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, row)| row).collect()
}
