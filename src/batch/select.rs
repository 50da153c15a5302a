//! Which reports the matrix shows, in which order, and in which groups.

use std::cmp::Ordering;

use super::row::Row;
use crate::report::{BodyKind, Genre};
use crate::text::folded::search_form;

/// A report of the list: what is told of it, where it was checked, or else only the name of its file.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The name of its file.
    pub file: &'a str,
    /// What is told of it.
    pub row: Option<&'a Row>,
    /// Whether nothing can be told of it.
    pub failed: bool,
}

/// Which reports are shown, besides the words searched for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    /// All of them.
    #[default]
    All,
    /// Those that lack a part that they must have.
    Lacking,
    /// Those with errors.
    Errors,
    /// Those of which nothing can be told, or that are no such reports.
    Failed,
}

/// A column of the matrix that it can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// 单位
    Body,
    /// 类型
    Kind,
    /// 年度
    Year,
    /// 部分: how many are lacking
    Parts,
    /// 错误、提醒、提示: one of [`super::SEVERITIES`]
    Findings(usize),
    /// One of [`super::KEY_INDICATORS`]
    Indicator(usize),
    /// 字数
    Chars,
    /// 修改时间
    Changed,
}

/// By which column reports are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub column: Column,
    /// From the last to the first.
    pub descending: bool,
}

/// What is asked of the matrix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that stand in the name of body or file.
    pub words: String,
    /// Which reports.
    pub only: Only,
    /// The year that they report on.
    pub year: Option<u16>,
    /// Whether they are grouped by kind of body.
    pub grouped: bool,
    /// Their order; without one, that in which they came.
    pub order: Option<Order>,
}

impl Query {
    /// The order after a column was asked for once more: up, down, and back to the order in which the reports came. Counts begin with the largest.
    pub fn sort(&mut self, column: Column) {
        let first = matches!(
            column,
            Column::Parts
                | Column::Findings(_)
                | Column::Indicator(_)
                | Column::Chars
                | Column::Changed
        );
        self.order = match self.order {
            Some(order) if order.column == column && order.descending == first => Some(Order {
                column,
                descending: !first,
            }),
            Some(order) if order.column == column => None,
            _ => Some(Order {
                column,
                descending: first,
            }),
        };
    }
}

/// Reports that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Of which kind their bodies are; none where that is unknown.
    pub kind: Option<BodyKind>,
    /// The reports, by their indices.
    pub reports: Vec<usize>,
}

/// The reports that are asked for, in their order: one group where no groups are asked for.
#[must_use]
pub fn arranged(entries: &[Entry<'_>], query: &Query) -> Vec<Group> {
    let words = search_form(query.words.trim());
    let mut shown: Vec<(usize, Entry<'_>)> = entries.iter().copied().enumerate().collect();
    shown.retain(|(_, entry)| query.takes(entry, &words));
    if let Some(order) = query.order {
        shown.sort_by(|(_, one), (_, other)| order.compare(one, other));
    }
    let numbers = |of: &dyn Fn(&Entry<'_>) -> bool| -> Vec<usize> {
        let those = shown.iter().filter(|(_, entry)| of(entry));
        those.map(|&(number, _)| number).collect()
    };
    if !query.grouped {
        return vec![Group {
            kind: None,
            reports: numbers(&|_| true),
        }];
    }
    let kinds = BodyKind::ALL.into_iter().map(Some).chain([None]);
    let groups = kinds.map(|kind| Group {
        kind,
        reports: numbers(&|entry| entry.row.and_then(|row| row.kind) == kind),
    });
    groups.filter(|group| !group.reports.is_empty()).collect()
}

impl Query {
    fn takes(&self, entry: &Entry<'_>, words: &str) -> bool {
        let row = entry.row;
        let only = match self.only {
            Only::All => true,
            Only::Lacking => row.is_some_and(Row::lacks_parts),
            Only::Errors => row.is_some_and(|row| row.findings.first() > Some(&0)),
            Only::Failed => entry.failed || row.is_some_and(|row| row.genre == Genre::Other),
        };
        let year = self.year.is_none() || row.is_some_and(|row| row.year == self.year);
        let named = |name: &str| search_form(name).contains(words);
        let worded =
            words.is_empty() || named(entry.file) || row.is_some_and(|row| named(&row.body));
        only && year && worded
    }
}

impl Order {
    /// What has nothing in the column comes last, whichever way it is sorted.
    fn compare(self, one: &Entry<'_>, other: &Entry<'_>) -> Ordering {
        let (key, other_key) = (self.key(one), self.key(other));
        match (&key, &other_key) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
            (Some(one), Some(other)) if self.descending => other.compare(one),
            (Some(one), Some(other)) => one.compare(other),
        }
    }

    fn key<'a>(self, entry: &Entry<'a>) -> Option<Key<'a>> {
        let row = entry.row?;
        let count = |count: usize| Some(Key::Number(count as f64));
        match self.column {
            Column::Body => Some(Key::Words(row.name())),
            Column::Kind => {
                let kind = BodyKind::ALL
                    .iter()
                    .position(|&kind| Some(kind) == row.kind);
                count(kind?)
            }
            Column::Year => count(row.year?.into()),
            Column::Parts => count(row.parts.iter().filter(|part| part.is_lacking()).count()),
            Column::Findings(severity) => count(*row.findings.get(severity)?),
            Column::Indicator(at) => row.indicators.get(at).copied()?.map(Key::Number),
            Column::Chars => count(row.chars),
            Column::Changed => row.changed.map(Key::Number),
        }
    }
}

/// What a column is sorted by.
enum Key<'a> {
    Words(&'a str),
    Number(f64),
}

impl Key<'_> {
    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Words(one), Self::Words(other)) => one.cmp(other),
            (Self::Number(one), Self::Number(other)) => one.total_cmp(other),
            (Self::Words(_), Self::Number(_)) => Ordering::Less,
            (Self::Number(_), Self::Words(_)) => Ordering::Greater,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::row::Standing;
    use crate::report::{PartId, PartStatus};

    fn row(body: &str, kind: Option<BodyKind>, year: Option<u16>, chars: usize) -> Row {
        Row {
            file: format!("{body}.docx"),
            changed: None,
            body: body.to_owned(),
            kind,
            year,
            genre: Genre::AnnualReport,
            parts: Vec::new(),
            findings: [0; 3],
            chars,
            indicators: vec![None; 10],
        }
    }

    fn rows() -> Vec<Row> {
        let mut rows = vec![
            row("青禾镇", Some(BodyKind::Township), Some(2024), 300),
            row("河东街道", Some(BodyKind::Street), Some(2023), 500),
            row("江湾区", None, None, 400),
        ];
        rows[0].findings = [2, 0, 1];
        rows[1].indicators[3] = Some(12.0);
        rows[2].indicators[3] = Some(120.0);
        rows[1].parts = vec![Standing {
            id: PartId::Problems,
            required: true,
            status: PartStatus::Mentioned,
        }];
        rows[2].parts = vec![Standing {
            id: PartId::Other,
            required: false,
            status: PartStatus::Missing,
        }];
        rows
    }

    fn shown(query: &Query) -> Vec<Vec<usize>> {
        let rows = rows();
        let mut entries: Vec<Entry<'_>> = rows
            .iter()
            .map(|row| Entry {
                file: &row.file,
                row: Some(row),
                failed: false,
            })
            .collect();
        entries.push(Entry {
            file: "坏了.docx",
            row: None,
            failed: true,
        });
        let groups = arranged(&entries, query);
        groups.into_iter().map(|group| group.reports).collect()
    }

    fn sorted(column: Column, descending: bool) -> Vec<usize> {
        let order = Some(Order { column, descending });
        shown(&Query {
            order,
            ..Query::default()
        })
        .concat()
    }

    #[test]
    fn without_a_question_all_are_shown_as_they_came() {
        assert_eq!(shown(&Query::default()), [[0, 1, 2, 3]]);
    }

    #[test]
    fn what_has_nothing_in_a_column_comes_last_both_ways() {
        assert_eq!(sorted(Column::Chars, false), [0, 2, 1, 3]);
        assert_eq!(sorted(Column::Chars, true), [1, 2, 0, 3]);
        assert_eq!(sorted(Column::Indicator(3), true), [2, 1, 0, 3]);
        assert_eq!(sorted(Column::Indicator(3), false), [1, 2, 0, 3]);
        assert_eq!(sorted(Column::Year, false), [1, 0, 2, 3]);
        assert_eq!(sorted(Column::Kind, false), [1, 0, 2, 3]);
        assert_eq!(sorted(Column::Findings(0), true), [0, 1, 2, 3]);
        assert_eq!(sorted(Column::Parts, true), [1, 0, 2, 3]);
    }

    #[test]
    fn choices_words_and_years_leave_some_out() {
        let only = |only| {
            shown(&Query {
                only,
                ..Query::default()
            })
            .concat()
        };
        assert_eq!(only(Only::Lacking), [1]);
        assert_eq!(only(Only::Errors), [0]);
        assert_eq!(only(Only::Failed), [3]);
        let words = |words: &str| {
            let words = words.to_owned();
            shown(&Query {
                words,
                ..Query::default()
            })
            .concat()
        };
        assert_eq!(words("河东"), [1]);
        assert_eq!(words(" ＤＯＣＸ "), [0, 1, 2, 3]);
        assert_eq!(words("不在"), [0; 0]);
        let year = Some(2024);
        assert_eq!(
            shown(&Query {
                year,
                ..Query::default()
            }),
            [[0]]
        );
    }

    #[test]
    fn groups_stand_in_the_order_of_kinds() {
        let grouped = true;
        assert_eq!(
            shown(&Query {
                grouped,
                ..Query::default()
            }),
            [vec![1], vec![0], vec![2, 3]]
        );
    }

    #[test]
    fn a_column_sorts_one_way_the_other_and_not_at_all() {
        let mut query = Query::default();
        let mut ways = |column| {
            query.sort(column);
            query.order.map(|order| order.descending)
        };
        assert_eq!(
            [(); 3].map(|()| ways(Column::Chars)),
            [Some(true), Some(false), None]
        );
        assert_eq!(
            [(); 2].map(|()| ways(Column::Body)),
            [Some(false), Some(true)]
        );
        assert_eq!(ways(Column::Year), Some(false));
    }
}
