//! The indicators of two years side by side.

use serde::{Deserialize, Serialize};

use crate::decimal;
use crate::export::words;
use crate::listing::readings::{self, Reading};
use crate::profiles::indicators::{INDICATORS, Indicator};
use crate::report::{FigureKind, Utf16Report};
use crate::text::Utf16Span;

/// Measure words that count the same, parted by spaces; a word of one list never counts what one of another does.
const MEASURES: [&str; 4] = ["人 名 位", "人次 名次", "家 户", "家次 户次"];

/// An indicator that at least one of the reports gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Its id.
    pub indicator: String,
    /// Its name.
    pub name: String,
    /// What the old report gives.
    pub old: Option<Value>,
    /// What the new report gives.
    pub new: Option<Value>,
    /// How it changed; none where a report does not give it, or counts it in another measure.
    pub change: Option<Change>,
}

/// The value of an indicator in one report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// The number.
    pub value: f64,
    /// As written.
    pub unit: String,
    /// As printed.
    pub text: String,
    /// 余, 近, 以上 and the like: the number is approximate.
    pub qualifier: Option<String>,
    /// How many figures of the report give other values for it.
    pub others: usize,
    /// Where it stands.
    pub span: Utf16Span,
}

/// How a value changed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The new value less the old one; of shares in percentage points.
    pub difference: f64,
    /// The difference as a share of the old value; none for shares, and where the old value is 0.
    pub ratio: Option<f64>,
    /// Whether one of the values is approximate, and so is the change.
    pub approximate: bool,
}

impl Value {
    /// The number with its measure word, and with what says that it is approximate: 1,000余 份.
    #[must_use]
    pub fn words(&self) -> String {
        let number = words::value(self.value);
        let space = if self.unit.starts_with(['%', '％']) {
            ""
        } else {
            " "
        };
        let qualifier = self.qualifier.as_deref().unwrap_or_default();
        let behind = ["余", "多", "以上", "以下", "左右"].contains(&qualifier);
        let (before, after) = if behind {
            ("", qualifier)
        } else {
            (qualifier, "")
        };
        format!("{before}{number}{after}{space}{}", self.unit)
    }
}

impl Line {
    /// How it changed, in words: 增加 15, 提高 0.2 个百分点, or why that cannot be said.
    #[must_use]
    pub fn difference(&self) -> String {
        let Some(change) = self.change else {
            let words = match (&self.old, &self.new) {
                (None, _) => "上年未见",
                (_, None) => "本年未见",
                _ => "计量单位不同",
            };
            return words.to_owned();
        };
        let points = INDICATORS
            .iter()
            .any(|i| i.id == self.indicator && i.kind == FigureKind::Percent);
        let (more, less, unit) = if points {
            ("提高", "降低", " 个百分点")
        } else {
            ("增加", "减少", "")
        };
        let word = match change.difference {
            0.0 => {
                return if change.approximate {
                    "大致持平"
                } else {
                    "持平"
                }
                .to_owned();
            }
            difference if difference > 0.0 => more,
            _ => less,
        };
        let about = if change.approximate { "约" } else { "" };
        format!(
            "{word}{about} {}{unit}",
            words::value(change.difference.abs())
        )
    }

    /// The change as a share of last year's value: +25.0%; empty where there is none.
    #[must_use]
    pub fn ratio(&self) -> String {
        let ratio = self
            .change
            .and_then(|change| change.ratio)
            .filter(|ratio| *ratio != 0.0);
        ratio.map_or_else(String::new, |ratio| {
            let sign = if ratio > 0.0 { "+" } else { "" };
            format!("{sign}{}%", decimal::rounded(ratio * 100.0, 1))
        })
    }
}

/// The indicators that one of two reports gives, in the order of the table.
#[must_use]
pub fn lines(old: &Utf16Report, new: &Utf16Report) -> Vec<Line> {
    let (old, new) = (readings::of(old), readings::of(new));
    let value = |readings: &[Reading<'_, Utf16Span>], indicator: &Indicator| {
        let mut readings = readings.iter();
        let reading = readings.find(|reading| reading.indicator.id == indicator.id)?;
        let figure = reading.figure;
        Some(Value {
            value: figure.value,
            unit: figure.unit.clone(),
            text: figure.text.clone(),
            qualifier: figure.qualifier.clone(),
            others: reading.others,
            span: figure.span,
        })
    };
    let lines = INDICATORS.iter().filter_map(|indicator| {
        let (old, new) = (value(&old, indicator), value(&new, indicator));
        let change = old.as_ref().zip(new.as_ref());
        let change = change.and_then(|(old, new)| change_of(indicator.kind, old, new));
        (old.is_some() || new.is_some()).then(|| Line {
            indicator: indicator.id.to_owned(),
            name: indicator.name.to_owned(),
            old,
            new,
            change,
        })
    });
    lines.collect()
}

fn change_of(kind: FigureKind, old: &Value, new: &Value) -> Option<Change> {
    // The noise of binary fractions goes: 97.7 - 97.5 is 0.2.
    let difference = ((new.value - old.value) * 1e6).round() / 1e6;
    let share = kind == FigureKind::Percent;
    let ratio = (!share && old.value > 0.0).then(|| difference / old.value);
    (measure(&old.unit) == measure(&new.unit)).then_some(Change {
        difference,
        ratio,
        approximate: old.qualifier.is_some() || new.qualifier.is_some(),
    })
}

/// Which of the lists a measure word is in; none of them for what counts things.
fn measure(unit: &str) -> Option<usize> {
    let mut lists = MEASURES.iter();
    lists.position(|list| list.split(' ').any(|word| word == unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Settings;
    use crate::text::Source;

    fn report(body: &str) -> Utf16Report {
        let text = format!("青禾镇2024年法治政府建设年度报告\n一、主要举措和成效\n{body}\n");
        let source = Source::new(&text);
        crate::analyse(&source, &Settings::default()).to_utf16(&source)
    }

    fn line(old: &str, new: &str) -> Line {
        let lines = lines(&report(old), &report(new));
        assert_eq!(lines.len(), 1, "{lines:?}");
        lines.into_iter().next().unwrap()
    }

    fn change(old: &str, new: &str) -> Option<Change> {
        line(old, new).change
    }

    #[test]
    fn counts_change_by_so_many_and_by_so_much() {
        let found = change("办理行政处罚案件80件。", "办理行政处罚案件60起。").unwrap();
        assert_eq!(
            (found.difference, found.ratio, found.approximate),
            (-20.0, Some(-0.25), false)
        );
        let found = change("罚没款1.5万元。", "罚没款15300元。").unwrap();
        assert_eq!((found.difference, found.ratio), (300.0, Some(0.02)));
        let found = change("办理行政处罚案件0件。", "办理行政处罚案件6件。").unwrap();
        assert_eq!((found.difference, found.ratio), (6.0, None));
    }

    #[test]
    fn shares_change_by_points() {
        let found = change("调解成功率97.5%。", "调解成功率97.7%。").unwrap();
        assert_eq!((found.difference, found.ratio), (0.2, None));
    }

    #[test]
    fn changes_are_told_in_words() {
        for (old, new, words) in [
            (
                "办理行政处罚案件80件。",
                "办理行政处罚案件60起。",
                ["减少 20", "-25.0%"],
            ),
            (
                "办理行政处罚案件80件。",
                "办理行政处罚案件1280件。",
                ["增加 1,200", "+1500.0%"],
            ),
            (
                "办理行政处罚案件80件。",
                "办理行政处罚案件80件。",
                ["持平", ""],
            ),
            (
                "调解成功率97.5%。",
                "调解成功率97.7%。",
                ["提高 0.2 个百分点", ""],
            ),
            (
                "发放普法宣传资料1000余份。",
                "发放普法宣传资料1500份。",
                ["增加约 500", "+50.0%"],
            ),
            (
                "执法人员培训200人次。",
                "执法人员培训150名。",
                ["计量单位不同", ""],
            ),
            ("", "办理行政处罚案件60件。", ["上年未见", ""]),
        ] {
            let line = line(old, new);
            assert_eq!([line.difference(), line.ratio()], words, "{old}");
        }
        let line = line("发放普法宣传资料1000余份。", "发放普法宣传资料近1500份。");
        let words = [line.old, line.new].map(|value| value.unwrap().words());
        assert_eq!(words, ["1,000余 份", "近1,500 份"]);
    }

    #[test]
    fn what_is_about_so_many_changes_by_about_so_many() {
        let found = change("发放普法宣传资料1000余份。", "发放普法宣传资料1500份。").unwrap();
        assert!(found.approximate);
    }

    #[test]
    fn other_measures_are_not_laid_beside_each_other() {
        let found = line("执法人员培训200人次。", "执法人员培训150名。");
        assert!(found.old.is_some() && found.new.is_some() && found.change.is_none());
        let only = line("", "办理行政处罚案件60件。");
        assert!(only.old.is_none() && only.change.is_none());
    }
}
