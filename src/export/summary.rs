//! A check in a few lines of plain text, for a message.

use super::words;
use crate::report::{Genre, Severity, Utf16Report};
use crate::text::Source;

/// So many findings are told one by one.
const TOLD: usize = 14;
/// A title is cut after so many characters.
const TITLE: usize = 60;

/// What a check came to: the verdict, the counts, and the errors and warnings, each with its line. Ignored findings do not count.
#[must_use]
pub fn summary(source: &Source, report: &Utf16Report, ignored: &dyn Fn(&str) -> bool) -> String {
    let findings = report.findings.iter();
    let (ignored, open): (Vec<_>, Vec<_>) = findings.partition(|finding| ignored(&finding.key));
    let title = report.elements.title.as_ref();
    let title = title.map(|title| words::clipped(&title.text, TITLE));
    let verdict = match report.genre {
        Genre::Other => Some(words::OTHER_GENRE.to_owned()),
        Genre::AnnualReport => words::headline(report).map(|(words, _)| words),
    };
    let mut counts: Vec<String> = Vec::new();
    for severity in Severity::ALL {
        let count = open.iter().filter(|f| f.severity == severity).count();
        if count > 0 {
            counts.push(format!("{} {count} 处", severity.name()));
        }
    }
    if counts.is_empty() {
        counts.push(words::no_findings(ignored.len()).to_owned());
    }
    if !ignored.is_empty() {
        counts.push(format!("已忽略 {} 处", ignored.len()));
    }
    let mut lines: Vec<String> = title.into_iter().collect();
    let verdict = verdict.into_iter().chain([counts.join("、")]);
    lines.push(format!(
        "核对结果：{}。",
        verdict.collect::<Vec<_>>().join("；")
    ));
    let told: Vec<_> = [Severity::Error, Severity::Warning]
        .into_iter()
        .flat_map(|severity| open.iter().filter(move |f| f.severity == severity))
        .collect();
    for (index, finding) in told.iter().take(TOLD).enumerate() {
        let place = finding.span.map_or_else(String::new, |span| {
            format!("第 {} 行：", source.line(source.bytes(span)))
        });
        let (number, severity) = (index + 1, finding.severity.name());
        lines.push(format!(
            "{number}. 【{severity}】{place}{}",
            finding.message
        ));
    }
    if told.len() > TOLD {
        lines.push(format!("还有 {} 处，见核对单。", told.len() - TOLD));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Settings;

    #[test]
    fn a_clerk_reads_what_to_mend() {
        let lines: Vec<String> = (1..=20)
            .map(|n| format!("拆除第{n}处违建{n}平米。"))
            .collect();
        let body = lines.join("\n");
        let text = format!(
            "青禾镇2024年度法治政府建设情况报告\n一、主要举措和成效\n全年办案186件。\n{body}\n二、存在的不足和原因\n执法人员偏少，主要原因是编制紧，去年又有两人调离，已经报告上级研究补充。"
        );
        let source = Source::new(&text);
        let report = crate::analyse(&source, &Settings::default()).to_utf16(&source);
        let all = summary(&source, &report, &|_| false);
        let lines: Vec<&str> = all.lines().collect();
        assert_eq!(lines.first(), Some(&"青禾镇2024年度法治政府建设情况报告"));
        assert_eq!(
            lines.get(1),
            Some(&"核对结果：四部分中缺二；错误 2 处、提醒 20 处。")
        );
        assert!(lines.get(2).unwrap().starts_with("1. 【错误】没有"));
        assert!(
            lines
                .get(4)
                .unwrap()
                .starts_with("3. 【提醒】第 4 行：“平米”")
        );
        assert_eq!(lines.last(), Some(&"还有 8 处，见核对单。"));
        assert!(lines.len() <= 20, "{all}");

        let none = summary(&source, &report, &|_| true);
        assert!(
            none.ends_with("核对结果：四部分中缺二；没有其他问题、已忽略 22 处。"),
            "{none}"
        );
    }
}
