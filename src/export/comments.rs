//! What was found in a report, as comments for the document that it was read from.

use crate::input::Comment;
use crate::report::{Finding, Utf16Report};
use crate::text::Utf16Span;

/// Who the comments are by.
const AUTHOR: &str = "法治年报核对";

/// A comment for each finding that is not ignored, at the words that it is about; what is absent is told at the heading after which it belongs, or
/// else at the title. `date` is when, in ISO 8601.
#[must_use]
pub fn comments(
    report: &Utf16Report,
    ignored: &dyn Fn(&str) -> bool,
    date: Option<&str>,
) -> Vec<Comment> {
    let findings = report.findings.iter().filter(|it| !ignored(&it.key));
    let comment = |finding: &Finding<Utf16Span>| Comment {
        span: place(report, finding),
        author: AUTHOR.to_owned(),
        date: date.map(str::to_owned),
        text: said(finding),
    };
    findings.map(comment).collect()
}

fn place(report: &Utf16Report, finding: &Finding<Utf16Span>) -> Utf16Span {
    let heading = || {
        let after = finding.after.as_deref()?;
        let section = report.sections.iter().find(|section| section.id == after)?;
        Some(section.heading)
    };
    let title = || Some(report.elements.title.as_ref()?.span);
    let place = finding.span.or_else(heading).or_else(title);
    place.unwrap_or(Utf16Span { start: 0, end: 1 })
}

/// How much it matters and what it is; what to write instead; why.
fn said(finding: &Finding<Utf16Span>) -> String {
    let mut said = format!("{}：{}", finding.severity.name(), finding.message);
    if let Some(fix) = &finding.fix {
        said += &format!("\n建议：{}", fix.label);
    }
    if let Some(basis) = &finding.basis {
        said += &format!("\n依据：{basis}");
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Settings;
    use crate::text::Source;

    const TEXT: &str = "青禾镇人民政府2024年度法治政府建设情况报告\n一、2024年主要举措和成效\n（一）规范执法。全年办理行政处罚案件186件，拆除违建3000平米。\n二、存在的不足和原因\n一是执法力量不足，主要原因是流动较快。\n三、2025年主要安排\n充实执法力量。\n";

    #[test]
    fn every_finding_stands_at_its_words_and_what_is_absent_at_a_heading() {
        let source = Source::new(TEXT);
        let report = crate::analyse(&source, &Settings::default()).to_utf16(&source);
        let quoted = |ignored: &dyn Fn(&str) -> bool| -> Vec<(String, String)> {
            let comments = comments(&report, ignored, Some("2025-01-05T09:30:00"));
            let words = |it: &Comment| source.slice(source.bytes(it.span)).to_owned();
            comments
                .iter()
                .map(|it| (words(it), it.text.clone()))
                .collect()
        };
        let all = quoted(&|_| false);
        assert_eq!(all.len(), report.findings.len());
        let of = |words: &str| all.iter().find(|(_, said)| said.contains(words)).unwrap();
        let (words, said) = of("平方米");
        assert_eq!(words, "平米");
        assert!(
            said.starts_with("提醒：") && said.contains("\n建议："),
            "{said}"
        );
        let (words, said) = of("第一责任人");
        assert!(words.starts_with(['一', '二', '三']), "{words}");
        assert!(
            said.starts_with("错误：") && said.contains("\n依据："),
            "{said}"
        );
        assert_eq!(quoted(&|_| true), []);
    }
}
