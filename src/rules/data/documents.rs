//! Outlines and plans with the years that stand in their titles, and how such years are read.

use std::ops::Range;

/// A document that has its years in its title.
#[derive(Clone, Copy, Debug)]
pub struct Document {
    /// The words before the years.
    pub title: &'static str,
    /// The years of each of its editions.
    pub editions: &'static [(u16, u16)],
}

const fn document(title: &'static str, editions: &'static [(u16, u16)]) -> Document {
    Document { title, editions }
}

/// 法治政府建设实施纲要, the one whose first edition is out of date.
pub const OUTLINE: &str = "法治政府建设实施纲要";

/// All of them.
pub const DOCUMENTS: &[Document] = &[
    document(OUTLINE, &[(2015, 2020), (2021, 2025)]),
    document("法治中国建设规划", &[(2020, 2025)]),
    document("法治社会建设实施纲要", &[(2020, 2025)]),
    document("全面深化法治领域改革纲要", &[(2023, 2027)]),
    document("提升行政执法质量三年行动计划", &[(2023, 2025)]),
    document("法治宣传教育的第七个五年规划", &[(2016, 2020)]),
    document("法治宣传教育的第八个五年规划", &[(2021, 2025)]),
    document("全国公共法律服务体系建设规划", &[(2021, 2025)]),
    document("安全生产治本攻坚三年行动方案", &[(2024, 2026)]),
    document("乡村振兴战略规划", &[(2018, 2022)]),
    document("乡村全面振兴规划", &[(2024, 2027)]),
    document("知识产权强国建设纲要", &[(2021, 2035)]),
    document("全民科学素质行动规划纲要", &[(2021, 2035)]),
    document("中国妇女发展纲要", &[(2011, 2020), (2021, 2030)]),
    document("中国儿童发展纲要", &[(2011, 2020), (2021, 2030)]),
];

/// A pair of years as it is written: 2021—2025, 2021-2025, 20212025.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first and the last.
    pub pair: (u16, u16),
    /// Where both stand in the text that was read.
    pub range: Range<usize>,
    /// Where what parts them stands; empty where the mark is lost.
    pub mark: Range<usize>,
}

/// Reads the years right behind a title, in brackets or without.
#[must_use]
pub fn years_behind(text: &str) -> Option<Years> {
    let start = text.len() - text.trim_start_matches(['(', '〔', '[']).len();
    let (first, rest) = year(text.get(start..)?)?;
    let last = rest
        .trim_start_matches('年')
        .trim_start_matches(['-', '—', '–', '―', '─', '~', '至', '到', '−']);
    let (second, after) = year(last)?;
    // A third year or a longer number is none of this.
    if after.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let at = |rest: &str| text.len() - rest.len();
    Some(Years {
        pair: (first, second),
        range: start..at(after),
        mark: at(rest)..at(last),
    })
}

fn year(text: &str) -> Option<(u16, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let year = digits.parse().ok()?;
    (2000..2100).contains(&year).then_some((year, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_however_they_are_parted() {
        for (text, pair) in [
            ("(2021—2025年)》", Some((2021, 2025))),
            ("(2021年-2025年)", Some((2021, 2025))),
            ("(20212025年)", Some((2021, 2025))),
            ("2021至2025年", Some((2021, 2025))),
            ("(2021年)", None),
            ("(202120251)", None),
            ("和", None),
        ] {
            assert_eq!(years_behind(text).map(|years| years.pair), pair, "{text}");
        }
    }
}
