//! The indicators that a report gives, one value for each: what stands in one cell beside the other reports' values.

use crate::profiles::indicators::{INDICATORS, Indicator};
use crate::report::{Figure, FigureKind, Report};
use crate::text::lexicon::Lexicon;

/// The value of an indicator in a report.
#[derive(Debug)]
pub struct Reading<'r, S> {
    /// Which indicator.
    pub indicator: &'static Indicator,
    /// The figure that gives it.
    pub figure: &'r Figure<S>,
    /// How many figures give other values for the same indicator.
    pub others: usize,
}

/// Words of a time that is no whole year.
static PART_OF_YEAR: Lexicon = Lexicon::new("季 半年 近 以来 至今 去年 上年 历年 累计");

/// The indicators of a report in the order of the table. Where several figures give the same one, those for the whole year that are no part
/// of another go first; of these the largest count, and of shares and sums of money the first.
#[must_use]
pub fn of<S>(report: &Report<S>) -> Vec<Reading<'_, S>> {
    let year = report.elements.report_year;
    let readings = INDICATORS.iter().filter_map(|indicator| {
        let figures = || {
            report
                .figures
                .iter()
                .filter(|f| f.indicator.as_deref() == Some(indicator.id))
        };
        // `max_by` keeps the last of equals: in reverse, the first.
        let figure = figures().rev().max_by(|one, other| {
            let rank = |figure: &Figure<S>| {
                (
                    whole_year(figure.period.as_deref(), year),
                    figure.whole.is_none(),
                )
            };
            let counts = indicator.kind == FigureKind::Count;
            let value = |figure: &Figure<S>| if counts { figure.value } else { 0.0 };
            rank(one)
                .cmp(&rank(other))
                .then(value(one).total_cmp(&value(other)))
        })?;
        let others = figures()
            .filter(|other| other.value.total_cmp(&figure.value).is_ne())
            .count();
        Some(Reading {
            indicator,
            figure,
            others,
        })
    });
    readings.collect()
}

/// Whether a time is the report year, as far as its words say.
fn whole_year(period: Option<&str>, year: Option<u16>) -> bool {
    let Some(period) = period else { return true };
    let other_year = period
        .split_once('年')
        .and_then(|(before, _)| {
            before
                .get(before.len().checked_sub(4)?..)?
                .parse::<u16>()
                .ok()
        })
        .is_some_and(|named| year.is_some_and(|year| year != named));
    let month = period.contains('月') && !period.contains("12月");
    !other_year && !month && !PART_OF_YEAR.within(period)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Settings;
    use crate::text::Source;

    fn readings(body: &str) -> Vec<(&'static str, f64, usize)> {
        let text = format!("青禾镇2024年法治政府建设年度报告\n一、主要举措和成效\n{body}\n");
        let report = crate::analyse(&Source::new(&text), &Settings::default());
        let readings = of(&report);
        readings
            .iter()
            .map(|r| (r.indicator.id, r.figure.value, r.others))
            .collect()
    }

    #[test]
    fn one_value_stands_for_an_indicator() {
        let text = "审核重大合同12份。其中三季度审核合同5份，下半年审核合同40份。审核合同36份。\n办理行政处罚案件45件，罚没款2万元，罚没款3万元。";
        assert_eq!(
            readings(text),
            [
                ("contracts_reviewed", 36.0, 3),
                ("penalties", 45.0, 0),
                ("fines", 20000.0, 1)
            ]
        );
    }

    #[test]
    fn another_time_gives_way_to_the_year() {
        for (period, whole) in [
            (None, true),
            (Some("全年"), true),
            (Some("2024年"), true),
            (Some("截至12月底"), true),
            (Some("2023年"), false),
            (Some("2019年7月以来"), false),
            (Some("下半年"), false),
            (Some("3月"), false),
        ] {
            assert_eq!(whole_year(period, Some(2024)), whole, "{period:?}");
        }
    }
}
