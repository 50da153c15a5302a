//! The years of title, opening, headings, plan and date do not agree.

use crate::document::Document;
use crate::report::{Edit, Fix, PartId, Severity};
use crate::structure::years;
use crate::text::Span;

use crate::rules::{Category, Certainty, Check, Draft, Rule};

pub const RULE: Rule = Rule {
    code: "B01",
    slug: "year-conflict",
    title: "年度前后不一致",
    category: Category::Years,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "标题、开头“现将……年……报告如下”、各部分标题、成文日期里的年份，是否与报告年度一致；下一年安排的标题应为报告年度的下一年。",
    why: "沿用上一年的稿子时最容易漏改年份；年度报告报告的是上一年度的情况和下一年度的安排（《法治政府建设与责任落实督察工作规定》第四章）。",
    example: "标题是2023年度，第二部分标题写“2022年存在的不足”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let Some(year) = document.year() else {
        return Vec::new();
    };
    let mut drafts = Vec::new();
    let mut conflict = |found: u16, span: Span, place: &str, wanted: u16| {
        if found == wanted {
            return;
        }
        drafts.push(
            Draft::at(
                Severity::Warning,
                span,
                format!(
                    "{place}写的是{found}年，而报告年度是{year}年，这里应为{wanted}年，请核对。"
                ),
            )
            .fix(Some(Fix {
                label: format!("改为{wanted}"),
                sure: false,
                edits: vec![Edit {
                    span,
                    text: wanted.to_string(),
                }],
            })),
        );
    };
    for (mention, place) in [
        (document.found.title_year, "标题"),
        (document.found.opening_year, "开头"),
    ] {
        if let Some(mention) = mention {
            conflict(
                mention.year,
                document.span(&(mention.start..mention.end)),
                place,
                year,
            );
        }
    }
    for (index, opened) in &document.parts.tops {
        let Some(heading) = document.heading(*index) else {
            continue;
        };
        let plan = opened.parts.contains(&PartId::NextPlan);
        let shared = opened.parts.len() > 1;
        for (found, range) in years::named(document.folded(&heading)) {
            let range = heading.start + range.start..heading.start + range.end;
            // A theme may speak of another year: 2023年督察反馈问题的整改.
            if opened.parts.is_empty() {
                continue;
            }
            if plan && shared && (found == year || found == year + 1) {
                continue;
            }
            let wanted = if plan && !shared { year + 1 } else { year };
            let place = if plan {
                "下一年安排的标题"
            } else {
                "这个标题"
            };
            conflict(found, document.span(&range), place, wanted);
        }
    }
    drafts.extend(date_conflict(document, year));
    drafts
}

/// A report is dated in the year after the report year, or in its last days.
fn date_conflict(document: &Document<'_>, year: u16) -> Option<Draft> {
    let date = document.found.elements.date.as_ref()?;
    let dated: u16 = date.iso.get(..4)?.parse().ok()?;
    let in_december = date.iso.get(5..7) == Some("12");
    if dated == year + 1 || (dated == year && in_december) {
        return None;
    }
    Some(Draft::at(
        Severity::Warning,
        date.span,
        format!("成文日期在{dated}年，而报告年度是{year}年，请核对。"),
    ))
}

#[cfg(test)]
mod tests {
    use crate::report::Settings;
    use crate::rules::testing::{count, findings};

    const REPORT: &str = "某镇2024年法治政府建设年度报告\n现将2024年度法治政府建设情况报告如下：\n一、2024年主要举措和成效\n全年学法4次，办案3件。\n二、2024年存在的不足和原因\n人手少。\n三、2025年主要安排\n补充人手。\n某镇人民政府\n2025年1月20日";

    #[test]
    fn each_wrong_year_is_found() {
        for (right, wrong) in [
            ("将2024年度", "将2023年度"),
            ("一、2024年", "一、2023年"),
            ("二、2024年", "二、2025年"),
            ("三、2025年", "三、2024年"),
            ("2025年1月20日", "2023年1月20日"),
            ("2025年1月20日", "2024年2月20日"),
        ] {
            let text = REPORT.replace(right, wrong);
            let got = findings("year-conflict", &text, Settings::default());
            assert_eq!(got.len(), 1, "{wrong}: {got:?}");
        }
        let settings = Settings {
            report_year: Some(2025),
            ..Settings::default()
        };
        assert!(findings("year-conflict", REPORT, settings).len() > 3);
    }

    #[test]
    fn years_that_agree_or_mean_something_else_are_not() {
        for (from, to) in [
            ("", ""),
            ("一、2024年", "一、"),
            ("三、2025年主要安排", "三、2024年存在的问题和2025年主要安排"),
            (
                "一、2024年主要举措和成效",
                "一、落实《法治政府建设实施纲要（2021—2025年）》的主要举措和成效",
            ),
            ("2025年1月20日", "2024年12月28日"),
            ("三、2025年主要安排", "三、2024年存在的其他问题及下一步打算"),
            ("学法4次", "学法次数比2023年多4次"),
        ] {
            let text = REPORT.replace(from, to);
            let text = if from.is_empty() {
                REPORT.to_owned()
            } else {
                text
            };
            assert_eq!(count("year-conflict", &text), 0, "{to}");
        }
    }
}
