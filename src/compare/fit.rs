//! Which of two reports is the older one, and whether they are of one body at all.

use crate::batch::bodies::Name;
use crate::export;
use crate::report::{Genre, Utf16Report};

/// How two reports go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Whether the first one given is the newer one, so that they have to change places.
    pub swapped: bool,
    /// What the user should know before comparing them, in words; empty where all is well.
    pub notices: Vec<String>,
}

/// Looks at two reports, each with the name of its file. Without two different years they stay in the order in which they were given.
#[must_use]
pub fn fits(one: (&str, &Utf16Report), other: (&str, &Utf16Report)) -> Fit {
    let reports = [one, other];
    let mut notices = Vec::new();
    for (file, report) in reports {
        if report.genre == Genre::Other {
            notices.push(format!(
                "{file}看起来不是法治政府建设年度报告，对照结果可能不准。"
            ));
        }
    }
    let years = reports.map(|(_, report)| report.elements.report_year);
    match years {
        [Some(first), Some(second)] if first == second => {
            notices.push(format!(
                "两份报告都是{first}年度的，暂以先放入的为上年；如有不对，请交换。"
            ));
        }
        [Some(first), Some(second)] if first.abs_diff(second) > 1 => {
            let (old, new) = (first.min(second), first.max(second));
            notices.push(format!(
                "两份报告相隔{}年（{old}年度与{new}年度），不是相邻的两年。",
                new - old
            ));
        }
        [Some(_), Some(_)] => {}
        _ => {
            for ((file, _), _) in reports.iter().zip(years).filter(|(_, year)| year.is_none()) {
                notices.push(format!("没有认出{file}的报告年度。"));
            }
            notices.push("暂以先放入的为上年；如有不对，请交换。".to_owned());
        }
    }
    let names = reports.map(|(_, report)| export::body_name(&report.elements).unwrap_or_default());
    let [first, second] = &names;
    if first.is_empty() || second.is_empty() {
        for ((file, _), _) in reports
            .iter()
            .zip(&names)
            .filter(|(_, name)| name.is_empty())
        {
            notices.push(format!(
                "没有认出{file}的单位名称，请确认两份报告是同一单位的。"
            ));
        }
    } else if !Name::of(first).is_same(&Name::of(second)) {
        notices.push(format!(
            "两份报告的单位名称不同（{first}、{second}），请确认是同一单位的。"
        ));
    }
    Fit {
        swapped: matches!(years, [Some(first), Some(second)] if first > second),
        notices,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Settings;
    use crate::text::Source;

    fn report(title: &str) -> Utf16Report {
        let text = format!(
            "{title}\n一、主要举措和成效\n办案3件，群众满意。\n二、存在的不足和原因\n人手少。\n三、下一步安排\n充实人手。"
        );
        let source = Source::new(&text);
        crate::analyse(&source, &Settings::default()).to_utf16(&source)
    }

    fn fit(one: &str, other: &str) -> (bool, String) {
        let fit = fits(("甲.txt", &report(one)), ("乙.txt", &report(other)));
        (fit.swapped, fit.notices.concat())
    }

    #[test]
    fn two_years_of_one_body_need_no_words() {
        let old = "青禾镇2023年度法治政府建设情况报告";
        let new = "汐城市青禾镇人民政府2024年度法治政府建设情况报告";
        assert_eq!(fit(old, new), (false, String::new()));
        assert_eq!(fit(new, old), (true, String::new()));
    }

    #[test]
    fn whatever_is_doubtful_is_said() {
        let of = |place: &str, year: &str| format!("{place}{year}法治政府建设情况报告");
        let qinghe = of("青禾镇", "2024年度");
        for (one, other, words) in [
            (&qinghe, &qinghe, "两份报告都是2024年度的"),
            (
                &of("青禾镇", "2021年度"),
                &qinghe,
                "相隔3年（2021年度与2024年度）",
            ),
            (&of("青禾镇", ""), &qinghe, "没有认出甲.txt的报告年度"),
            (
                &of("白鹭镇", "2023年度"),
                &qinghe,
                "单位名称不同（白鹭镇、青禾镇）",
            ),
            (&of("", "2023年度"), &qinghe, "没有认出甲.txt的单位名称"),
        ] {
            let (_, found) = fit(one, other);
            assert!(found.contains(words), "{found}");
        }
    }
}
