//! The words that say in Chinese what a report holds. Files and page use the same ones.

use serde::{Deserialize, Serialize};

use crate::decimal;
use crate::profiles::indicators;
use crate::report::{
    Element, Figure, FigureKind, Finding, PartStatus, Purpose, Report, Section, Severity,
};
use crate::rules;

/// How well something stands: what the page shows by a shape and a colour beside the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tone {
    /// As it should be.
    Good,
    /// Worth a look.
    Fair,
    /// At fault.
    Bad,
    /// Nothing to judge.
    Quiet,
}

impl Tone {
    /// The class that carries its colours, in the page and in a sheet.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Fair => "fair",
            Self::Bad => "bad",
            Self::Quiet => "quiet",
        }
    }
}

/// What is said of a text of another kind.
pub const OTHER_GENRE: &str = "看起来不是法治政府建设年度报告，没有逐项核对";

/// What is said where no finding is left, so many being ignored.
#[must_use]
pub fn no_findings(ignored: usize) -> &'static str {
    match ignored {
        0 => "没有发现问题",
        _ => "没有其他问题",
    }
}

/// What the draft is for.
#[must_use]
pub fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Public => "公开稿",
        Purpose::Submission => "报送稿",
    }
}

/// The tone of a severity.
#[must_use]
pub fn severity_tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Fair,
        Severity::Notice => Tone::Quiet,
    }
}

/// The code and the title of a finding's rule.
#[must_use]
pub fn rule<S>(finding: &Finding<S>) -> String {
    rules::find(&finding.rule)
        .map_or_else(String::new, |rule| format!("{} {}", rule.code, rule.title))
}

/// The status of a part in words.
#[must_use]
pub fn status(status: PartStatus, required: bool) -> &'static str {
    match status {
        PartStatus::Own => "独立成章",
        PartStatus::Merged => "合并成章",
        PartStatus::Nested => "列在其他部分内",
        PartStatus::Mentioned => "仅有提及",
        PartStatus::Missing if required => "缺少",
        PartStatus::Missing => "没有，可不写",
        PartStatus::CutOff => "节选未及",
    }
}

/// The status of a part as a tone.
#[must_use]
pub fn tone(status: PartStatus, required: bool) -> Tone {
    match status {
        PartStatus::Own | PartStatus::Merged => Tone::Good,
        PartStatus::Nested => Tone::Fair,
        PartStatus::CutOff => Tone::Quiet,
        PartStatus::Mentioned | PartStatus::Missing if required => Tone::Bad,
        PartStatus::Mentioned | PartStatus::Missing => Tone::Quiet,
    }
}

/// The required parts in one phrase, such as 四部分中缺一. None where no part was judged.
#[must_use]
pub fn headline<S>(report: &Report<S>) -> Option<(String, Tone)> {
    let required = || report.parts.iter().filter(|part| part.required);
    let all = required().count();
    if all == 0 {
        return None;
    }
    let cut = required().any(|part| part.status == PartStatus::CutOff);
    let absent = required()
        .filter(|part| tone(part.status, true) == Tone::Bad)
        .count();
    Some(if cut {
        let seen = required()
            .filter(|part| matches!(tone(part.status, true), Tone::Good | Tone::Fair))
            .count();
        (
            format!("节选，见到{}部分中的{}", numeral(all), numeral(seen)),
            Tone::Quiet,
        )
    } else if absent == 0 {
        (format!("{}部分齐全", numeral(all)), Tone::Good)
    } else {
        (
            format!("{}部分中缺{}", numeral(all), numeral(absent)),
            Tone::Bad,
        )
    })
}

/// A section's heading: its mark and its title.
#[must_use]
pub fn heading<S>(section: &Section<S>) -> String {
    format!("{}{}", section.marker, section.title)
}

/// What a text says of itself, each with its name; None where it does not.
#[must_use]
pub fn elements<S>(report: &Report<S>) -> [(&'static str, Option<String>); 9] {
    let elements = &report.elements;
    let text = |element: &Option<Element<S>>| element.as_ref().map(|e| e.text.clone());
    let date = elements.date.as_ref();
    let kind = elements.body_kind;
    [
        ("标题", text(&elements.title)),
        ("发文机关", text(&elements.issuer)),
        ("发文字号", text(&elements.doc_number)),
        ("签发人", text(&elements.signer)),
        ("主送机关", text(&elements.addressee)),
        ("署名", text(&elements.signature)),
        (
            "成文日期",
            date.map(|date| format!("{}（{}）", date.text, date.iso)),
        ),
        (
            "报告年度",
            elements.report_year.map(|year| year.to_string()),
        ),
        ("单位类型", kind.map(|kind| kind.name().to_owned())),
    ]
}

/// The kind of a figure in words.
#[must_use]
pub fn kind(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::Count => "数量",
        FigureKind::Percent => "百分比",
        FigureKind::Points => "百分点",
        FigureKind::Money => "金额",
        FigureKind::Measure => "度量",
        FigureKind::Duration => "时长",
    }
}

/// The name of a figure's indicator.
#[must_use]
pub fn indicator<S>(figure: &Figure<S>) -> Option<&'static str> {
    let id = figure.indicator.as_deref()?;
    indicators::find(id).map(|indicator| indicator.name)
}

/// What a figure counts, with what was done to it: 审核重大合同.
#[must_use]
pub fn counted<S>(figure: &Figure<S>) -> String {
    let subject = figure.subject.as_deref().unwrap_or_default();
    let action = figure.action.as_deref().unwrap_or_default();
    if subject.contains(action) {
        subject.to_owned()
    } else {
        format!("{action}{subject}")
    }
}

/// How many findings there are of a severity.
#[must_use]
pub fn count<S>(findings: &[Finding<S>], severity: Severity) -> usize {
    findings
        .iter()
        .filter(|finding| finding.severity == severity)
        .count()
}

/// What share one count is of another, in words: `71%`, `不足 1%`.
#[must_use]
pub fn share(chars: usize, all: usize) -> String {
    let share = percent(chars, all);
    if share == 0 && chars > 0 {
        "不足 1%".to_owned()
    } else {
        format!("{share}%")
    }
}

/// What share one count is of another, in whole per cent.
#[must_use]
pub fn percent(chars: usize, all: usize) -> usize {
    (chars * 200 + all)
        .checked_div(all * 2)
        .unwrap_or(0)
        .min(100)
}

/// A count with its thousands apart: `4,104`.
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The number of a figure: whole where it is whole, thousands apart, no more decimals than were written.
#[must_use]
pub fn value(value: f64) -> String {
    let text = decimal::written(value);
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let whole = whole
        .parse::<usize>()
        .map_or_else(|_| whole.to_owned(), grouped);
    if rest.is_empty() {
        whole
    } else {
        format!("{whole}.{rest}")
    }
}

/// The first characters of a text, and a mark where it was cut.
#[must_use]
pub fn clipped(text: &str, chars: usize) -> String {
    match text.char_indices().nth(chars) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn numeral(number: usize) -> String {
    const NUMERALS: [&str; 11] = [
        "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
    ];
    NUMERALS
        .get(number)
        .map_or_else(|| number.to_string(), |&word| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_easily() {
        assert_eq!(
            [0, 999, 1000, 4104, 1_234_567].map(grouped),
            ["0", "999", "1,000", "4,104", "1,234,567"]
        );
        assert_eq!(
            [98.2, 23000.0, 1234.5, 0.5].map(value),
            ["98.2", "23,000", "1,234.5", "0.5"]
        );
        assert_eq!(
            [(71, 100), (1, 1000), (0, 9), (2, 3)].map(|(a, b)| share(a, b)),
            ["71%", "不足 1%", "0%", "67%"].map(str::to_owned)
        );
    }
}
