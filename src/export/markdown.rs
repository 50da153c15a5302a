//! The report as a 核对单 in Markdown: what was recognised, the checklist, the findings with the words they are about, the figures.

use std::fmt::{self, Write};

use super::{Fact, words};
use crate::report::{Coverage, Finding, Genre, Part, Section, Severity, Utf16Report};
use crate::text::{Source, Utf16Span};

/// Quoted words are cut after so many characters.
const QUOTE: usize = 40;

/// The 核对单 of a text. `about` is what is said of the check itself, such as its day; a golden file has none.
#[must_use]
pub fn markdown(source: &Source, report: &Utf16Report, about: &[Fact]) -> String {
    let mut sheet = Sheet {
        source,
        report,
        out: String::new(),
    };
    // Writing to a string cannot fail.
    let _ = sheet.write(about);
    sheet.out
}

struct Sheet<'a> {
    source: &'a Source,
    report: &'a Utf16Report,
    out: String,
}

impl Sheet<'_> {
    fn write(&mut self, about: &[Fact]) -> fmt::Result {
        let report = self.report;
        writeln!(self.out, "# 法治政府建设年度报告核对单\n")?;
        for (name, words) in about {
            writeln!(self.out, "- {name}：{words}")?;
        }
        writeln!(self.out, "- 全文 {} 字", words::grouped(report.chars))?;
        if report.genre == Genre::Other {
            writeln!(
                self.out,
                "\n这份文字看起来不是法治政府建设年度报告，没有逐项核对。"
            )?;
        } else {
            self.elements()?;
            self.parts()?;
            self.coverage()?;
            self.findings()?;
        }
        self.sections()?;
        self.figures()
    }

    fn elements(&mut self) -> fmt::Result {
        writeln!(self.out, "\n## 要素\n\n| 要素 | 内容 |\n| --- | --- |")?;
        for (name, text) in words::elements(self.report) {
            let text = text.map_or_else(|| "未见".to_owned(), |text| cell(&text));
            writeln!(self.out, "| {name} | {text} |")?;
        }
        Ok(())
    }

    fn parts(&mut self) -> fmt::Result {
        let headline = words::headline(self.report)
            .map_or_else(String::new, |(words, _)| format!("：{words}"));
        writeln!(self.out, "\n## 清单{headline}\n")?;
        for part in &self.report.parts {
            self.part(part)?;
        }
        Ok(())
    }

    fn part(&mut self, part: &Part<Utf16Span>) -> fmt::Result {
        let all = self.report.chars;
        write!(self.out, "- **{}**：{}", part.name, words::status(part))?;
        if part.chars > 0 {
            write!(
                self.out,
                "，{} 字，占 {}",
                words::grouped(part.chars),
                words::share(part.chars, all)
            )?;
        }
        writeln!(self.out)?;
        for &span in &part.evidence {
            let quote = self.quote(span);
            writeln!(self.out, "  - 原文：{quote}")?;
        }
        for check in &part.checks {
            let mark = if check.met { "✓" } else { "—" };
            let quotes: Vec<_> = check
                .evidence
                .iter()
                .map(|&span| self.quote(span))
                .collect();
            let colon = if quotes.is_empty() { "" } else { "：" };
            writeln!(
                self.out,
                "  - {mark} {}{colon}{}",
                check.name,
                quotes.join("、")
            )?;
        }
        if let Some(advice) = &part.advice {
            writeln!(self.out, "  - 建议：{advice}")?;
        }
        if words::tone(part) != words::Tone::Good {
            writeln!(self.out, "  - 依据：{}", part.basis)?;
        }
        Ok(())
    }

    fn coverage(&mut self) -> fmt::Result {
        let coverage = &self.report.coverage;
        if coverage.is_empty() {
            return Ok(());
        }
        let seen = coverage.iter().filter(|topic| topic.chars > 0).count();
        writeln!(
            self.out,
            "\n## 建议写到的内容 · {seen} / {}\n",
            coverage.len()
        )?;
        for Coverage { name, chars, .. } in coverage {
            match chars {
                0 => writeln!(self.out, "- {name}：未见")?,
                chars => writeln!(self.out, "- {name}：{} 字", words::grouped(*chars))?,
            }
        }
        Ok(())
    }

    fn findings(&mut self) -> fmt::Result {
        let findings = &self.report.findings;
        writeln!(self.out, "\n## 问题 · {}", findings.len())?;
        if findings.is_empty() {
            writeln!(self.out, "\n没有发现问题。")?;
        }
        for severity in [Severity::Error, Severity::Warning, Severity::Notice] {
            let count = words::count(findings, severity);
            if count > 0 {
                writeln!(self.out, "\n### {} · {count}\n", severity.name())?;
            }
            for finding in findings
                .iter()
                .filter(|finding| finding.severity == severity)
            {
                self.finding(finding)?;
            }
        }
        Ok(())
    }

    fn finding(&mut self, finding: &Finding<Utf16Span>) -> fmt::Result {
        writeln!(self.out, "- {}", finding.message)?;
        if let Some(span) = finding.span {
            let (quote, line) = (self.quote(span), self.line(span));
            writeln!(self.out, "  - 第 {line} 行：{quote}")?;
        }
        for related in &finding.related {
            let (quote, line) = (self.quote(related.span), self.line(related.span));
            writeln!(self.out, "  - 另见第 {line} 行：{quote}")?;
        }
        if let Some(fix) = &finding.fix {
            writeln!(self.out, "  - 建议：{}", fix.label)?;
        }
        if let Some(basis) = &finding.basis {
            writeln!(self.out, "  - 依据：{basis}")?;
        }
        Ok(())
    }

    fn sections(&mut self) -> fmt::Result {
        let all = self.report.chars;
        writeln!(self.out, "\n## 结构 · {}\n", self.report.sections.len())?;
        for Section {
            level,
            marker,
            title,
            chars,
            ..
        } in &self.report.sections
        {
            let indent = "  ".repeat(usize::from(level.saturating_sub(1)));
            writeln!(
                self.out,
                "{indent}- {marker}{title}（{} 字，{}）",
                words::grouped(*chars),
                words::share(*chars, all)
            )?;
        }
        Ok(())
    }

    fn figures(&mut self) -> fmt::Result {
        let figures = &self.report.figures;
        writeln!(self.out, "\n## 数据 · {}", figures.len())?;
        if figures.is_empty() {
            return Ok(());
        }
        writeln!(
            self.out,
            "\n| 指标 | 对象 | 数值 | 单位 | 原文 |\n| --- | --- | ---: | --- | --- |"
        )?;
        for figure in figures {
            let name = words::indicator(figure).unwrap_or_default();
            let counted = cell(&words::counted(figure));
            let number = words::value(figure.value);
            let (unit, text) = (cell(&figure.unit), cell(&figure.text));
            writeln!(
                self.out,
                "| {name} | {counted} | {number} | {unit} | {text} |"
            )?;
        }
        Ok(())
    }

    fn quote(&self, span: Utf16Span) -> String {
        let words = self.source.slice(self.source.bytes(span));
        format!("“{}”", cell(&words::clipped(words, QUOTE)))
    }

    fn line(&self, span: Utf16Span) -> usize {
        self.source.line(self.source.bytes(span))
    }
}

/// Words that break neither a line nor a table.
fn cell(text: &str) -> String {
    text.replace('\n', " ").replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Elements, PartCheck, PartId, PartStatus, Report, Stats};
    use crate::text::Span;

    #[test]
    fn the_sheet_says_what_was_found() {
        let source = Source::new("关于2024年的报告\n一、主要举措\n办案186件。主任带头履行职责。");
        let words = |needle: &str| {
            let start = source.text().find(needle).unwrap();
            source.utf16(Span::new(start, start + needle.len()))
        };
        let report = Report {
            chars: 27,
            genre: Genre::AnnualReport,
            elements: Elements {
                report_year: Some(2024),
                ..Elements::default()
            },
            sections: vec![Section {
                id: "s1".to_owned(),
                parent: None,
                level: 1,
                marker: "一、".to_owned(),
                title: "主要举措".to_owned(),
                heading: words("一、主要举措"),
                span: words("一、主要举措"),
                run_in: false,
                chars: 21,
            }],
            parts: vec![Part {
                id: PartId::FirstResponsible,
                name: "第一责任人".to_owned(),
                required: true,
                status: PartStatus::Mentioned,
                sections: Vec::new(),
                evidence: vec![words("主任带头履行职责")],
                chars: 0,
                basis: "第四章".to_owned(),
                advice: Some("单独成章".to_owned()),
                checks: vec![PartCheck {
                    id: "oral".to_owned(),
                    name: "写明述法".to_owned(),
                    met: false,
                    evidence: Vec::new(),
                }],
            }],
            coverage: Vec::new(),
            figures: Vec::new(),
            findings: vec![Finding {
                rule: "sum".to_owned(),
                severity: Severity::Error,
                message: "合计与分项不符".to_owned(),
                span: Some(words("186件")),
                after: None,
                related: Vec::new(),
                fix: None,
                basis: None,
                key: "k".to_owned(),
            }],
            stats: Stats::default(),
        };
        let sheet = markdown(&source, &report, &[("核对日期", "2026-01-05".to_owned())]);
        for line in [
            "- 核对日期：2026-01-05",
            "| 报告年度 | 2024 |",
            "| 标题 | 未见 |",
            "## 清单：一部分中缺一",
            "- **第一责任人**：仅有提及",
            "  - 原文：“主任带头履行职责”",
            "  - — 写明述法",
            "  - 依据：第四章",
            "### 错误 · 1",
            "  - 第 3 行：“186件”",
            "- 一、主要举措（21 字，78%）",
        ] {
            assert!(sheet.lines().any(|l| l == line), "{line}\n{sheet}");
        }
    }

    #[test]
    fn a_text_of_another_kind_gets_no_verdict() {
        let source = Source::new("新闻");
        let mut report = crate::analyse(&source, &Default::default()).to_utf16(&source);
        report.genre = Genre::Other;
        let sheet = markdown(&source, &report, &[]);
        assert!(sheet.contains("不是法治政府建设年度报告") && sheet.contains("## 数据"));
        assert!(!sheet.contains("## 清单"));
    }
}
