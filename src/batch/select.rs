//! Which rows of the matrix are shown, in which order and in which groups.

use super::row::{KEY_INDICATORS, Row, State, adds_up};
use crate::listing::order::{self, Choice};
use crate::report::{BodyKind, Severity};
use crate::text::folded::search_form;

/// A column of the matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// 单位: by kind of body, and in it by name
    #[default]
    Body,
    /// 年度
    Year,
    /// 缺少: how many parts are lacking
    Lacking,
    /// One of the five parts, by its place in the rules: how well it is present
    Part(usize),
    /// The findings of a severity
    Findings(Severity),
    /// 字数
    Chars,
    /// 修改时间
    Changed,
    /// 文件
    File,
    /// One of the key indicators, by its place among them
    Indicator(usize),
}

/// By which column rows are sorted; at first by body.
pub type Order = order::Order<Column>;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that the name of the body or of the file holds.
    pub words: String,
    /// Only reports that lack a required part.
    pub lacking: bool,
    /// Only reports with errors.
    pub errors: bool,
    /// Only what was not checked as such a report.
    pub unchecked: bool,
    /// The report year.
    pub year: Choice<u16>,
    /// The kind of body.
    pub kind: Choice<BodyKind>,
    /// The order.
    pub order: Order,
}

/// Some rows together: how many reports, and what they add up to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    /// Rows.
    pub rows: usize,
    /// Those of them that are such reports.
    pub checked: usize,
    /// Those that lack a required part.
    pub lacking: usize,
    /// Findings of each severity, in the order of [`Severity::ALL`].
    pub findings: [usize; 3],
    /// Characters.
    pub chars: usize,
    /// The sums of the key indicators over the reports that give them; none where no report does, and for shares.
    pub indicators: [Option<f64>; KEY_INDICATORS.len()],
}

/// The rows of one kind of body.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The kind; none for those where it was not recognised.
    pub kind: Option<BodyKind>,
    /// Its rows, by their indices.
    pub rows: Vec<usize>,
    /// What they add up to.
    pub totals: Totals,
}

/// The rows that answer a query, by their indices. `alphabet` puts words into the order that a reader expects of them.
#[must_use]
pub fn select(
    rows: &[Row],
    query: &Query,
    alphabet: impl FnOnce(Vec<&str>) -> Vec<String>,
) -> Vec<usize> {
    let words = search_form(&query.words);
    let answers = |row: &Row| {
        query.year.takes(row.year)
            && query.kind.takes(row.kind)
            && (!query.lacking || row.lacking().is_some_and(|lacking| lacking > 0))
            && (!query.errors || findings(row, Severity::Error) > 0)
            && (!query.unchecked || row.state != State::Checked)
            && [&row.body, &row.file]
                .iter()
                .any(|name| search_form(name).contains(&words))
    };
    let shown = rows.iter().enumerate().filter(|(_, row)| answers(row));
    let shown: Vec<usize> = shown.map(|(index, _)| index).collect();
    let column = query.order.column;
    let name = |index: usize| -> Option<&str> {
        let row = rows.get(index)?;
        match column {
            Column::Body => Some(&row.body),
            Column::File => Some(&row.file),
            _ => None,
        }
    };
    let ranks = order::ranks(shown.iter().filter_map(|&index| name(index)), alphabet);
    order::sorted(shown, query.order.descending, |index| {
        let row = rows.get(index)?;
        let rank = || ranks.get(name(index)?).copied();
        let judged = row.state == State::Checked;
        match column {
            Column::Body => Some((place(row.kind) as u64) << 32 | rank()?),
            Column::File => rank(),
            Column::Year => row.year.map(u64::from),
            Column::Lacking => row.lacking().map(|lacking| lacking as u64),
            Column::Part(part) => row.parts.get(part).map(|part| part.status as u64),
            Column::Findings(severity) => judged.then(|| findings(row, severity) as u64),
            Column::Chars => (row.chars > 0).then_some(row.chars as u64),
            Column::Changed => row.changed,
            // No value is below zero, and then the bits of two numbers are in the order of the numbers.
            Column::Indicator(index) => row.key(index).map(|figure| figure.value.to_bits()),
        }
    })
}

/// Rows by the kind of body, in their order; what was not recognised comes last.
#[must_use]
pub fn groups(rows: &[Row], shown: &[usize]) -> Vec<Group> {
    let kinds = BodyKind::ALL.map(Some).into_iter().chain([None]);
    let groups = kinds.map(|kind| {
        let of_kind = |index: &usize| rows.get(*index).is_some_and(|row| row.kind == kind);
        let shown: Vec<usize> = shown.iter().copied().filter(of_kind).collect();
        Group {
            kind,
            totals: totals(rows, &shown),
            rows: shown,
        }
    });
    groups.filter(|group| !group.rows.is_empty()).collect()
}

/// What rows add up to.
#[must_use]
pub fn totals(rows: &[Row], shown: &[usize]) -> Totals {
    let mut totals = Totals::default();
    for row in shown.iter().filter_map(|&index| rows.get(index)) {
        totals.rows += 1;
        totals.checked += usize::from(row.state == State::Checked);
        totals.lacking += usize::from(row.lacking().is_some_and(|lacking| lacking > 0));
        totals.chars += row.chars;
        for (sum, count) in totals.findings.iter_mut().zip(row.counts) {
            *sum += count;
        }
        for (index, sum) in totals.indicators.iter_mut().enumerate() {
            if let Some(figure) = row.key(index).filter(|_| adds_up(index)) {
                *sum = Some(sum.unwrap_or(0.0) + figure.value);
            }
        }
    }
    totals
}

/// How many findings a row has of a severity.
fn findings(row: &Row, severity: Severity) -> usize {
    let counts = Severity::ALL.into_iter().zip(row.counts);
    let of_it = counts.filter(|(of, _)| *of == severity);
    of_it.map(|(_, count)| count).sum()
}

/// Where a kind stands among them all; what was not recognised behind them.
fn place(kind: Option<BodyKind>) -> usize {
    kind.and_then(|kind| BodyKind::ALL.iter().position(|of| *of == kind))
        .unwrap_or(BodyKind::ALL.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::row::{FigureCell, PartCell};
    use crate::report::PartStatus;

    fn row(body: &str, kind: Option<BodyKind>, errors: usize) -> Row {
        let part = |status, lacking| PartCell {
            status,
            words: String::new(),
            lacking,
        };
        let figure = |indicator: &str, value| FigureCell {
            indicator: indicator.to_owned(),
            chosen: true,
            value,
            unit: "件".to_owned(),
            qualifier: None,
            text: String::new(),
            sentence: String::new(),
        };
        Row {
            kind,
            year: Some(2024),
            state: State::Checked,
            parts: vec![
                part(PartStatus::Own, false),
                part(PartStatus::Missing, errors > 0),
            ],
            counts: [errors, 1, 2],
            chars: 1000 * (errors + 1),
            figures: vec![
                figure("penalties", errors as f64),
                figure("appearance_rate", 50.0),
            ],
            ..Row::unreadable(&format!("{body}.txt"), None, "")
        }
    }

    fn rows() -> Vec<Row> {
        vec![
            row("乙镇", Some(BodyKind::Township), 2),
            row("甲镇", Some(BodyKind::Township), 0),
            Row {
                changed: Some(5),
                ..Row::unreadable("a/损坏.doc", Some(5), "损坏")
            },
            row("丙街道", Some(BodyKind::Street), 1),
        ]
    }

    fn chosen(change: impl FnOnce(&mut Query)) -> Vec<usize> {
        let mut query = Query::default();
        change(&mut query);
        let alphabet = |words: Vec<&str>| {
            let order = "甲乙丙a损";
            let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
            words.sort_by_key(|word| order.find(word.chars().next().unwrap()));
            words
        };
        select(&rows(), &query, alphabet)
    }

    fn ordered(column: Column, descending: bool) -> Vec<usize> {
        chosen(|query| query.order = Order { column, descending })
    }

    #[test]
    fn bodies_stand_by_kind_and_name_and_what_is_missing_comes_last() {
        assert_eq!(ordered(Column::Body, false), [3, 1, 0, 2]);
        assert_eq!(ordered(Column::Body, true), [2, 0, 1, 3]);
        assert_eq!(
            ordered(Column::Findings(Severity::Error), true),
            [0, 3, 1, 2]
        );
        assert_eq!(
            ordered(Column::Findings(Severity::Error), false),
            [1, 3, 0, 2]
        );
        assert_eq!(ordered(Column::Chars, false), [1, 3, 0, 2]);
        assert_eq!(ordered(Column::Indicator(4), true), [0, 3, 1, 2]);
        assert_eq!(ordered(Column::Indicator(0), true), [0, 1, 2, 3]);
        assert_eq!(ordered(Column::Changed, false), [2, 0, 1, 3]);
        assert_eq!(ordered(Column::Lacking, true), [0, 3, 1, 2]);
        assert_eq!(ordered(Column::File, false), [1, 0, 3, 2]);
        assert_eq!(ordered(Column::Year, false), [0, 1, 3, 2]);
        assert_eq!(ordered(Column::Part(1), false), [0, 1, 3, 2]);
    }

    #[test]
    fn rows_are_filtered() {
        let in_order = |mut rows: Vec<usize>| {
            rows.sort_unstable();
            rows
        };
        assert_eq!(in_order(chosen(|q| q.words = " 镇 ".to_owned())), [0, 1]);
        assert_eq!(in_order(chosen(|q| q.words = "A/".to_owned())), [2]);
        assert_eq!(in_order(chosen(|q| q.lacking = true)), [0, 3]);
        assert_eq!(in_order(chosen(|q| q.errors = true)), [0, 3]);
        assert_eq!(in_order(chosen(|q| q.year = Choice::Without)), [2]);
        assert_eq!(chosen(|q| q.kind = Choice::Only(BodyKind::Street)), [3]);
        assert_eq!(chosen(|q| q.year = Choice::Only(2020)), Vec::<usize>::new());
    }

    #[test]
    fn groups_add_up_counts_and_no_shares() {
        let groups = groups(&rows(), &[0, 1, 2, 3]);
        let kinds: Vec<_> = groups
            .iter()
            .map(|group| (group.kind, group.rows.clone()))
            .collect();
        assert_eq!(
            kinds,
            [
                (Some(BodyKind::Street), vec![3]),
                (Some(BodyKind::Township), vec![0, 1]),
                (None, vec![2]),
            ]
        );
        let totals = &groups[1].totals;
        assert_eq!(
            (totals.rows, totals.checked, totals.lacking, totals.chars),
            (2, 2, 1, 4000)
        );
        assert_eq!(totals.findings, [2, 2, 4]);
        assert_eq!(
            (
                totals.indicators[4],
                totals.indicators[9],
                totals.indicators[0]
            ),
            (Some(2.0), None, None)
        );
        assert_eq!((groups[2].totals.rows, groups[2].totals.checked), (1, 0));
    }
}
