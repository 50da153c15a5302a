//! The list of many reports as tables: one row a report, one row an indicator of a report, one row a finding of a report.

use super::row::{Row, SEVERITIES, indicator, key_indicators};
use crate::export::tables::{Cell, Form, Table, columns, row};
use crate::export::words;
use crate::profiles::ANNUAL_REPORT;
use crate::profiles::indicators::INDICATORS;
use crate::report::{Genre, Utf16Report};
use crate::rules;
use crate::text::Source;
use crate::text::sentence::Sentences;

/// Quoted words are cut after so many characters.
const QUOTE: usize = 200;

/// The three tables, which grow report by report, so that the reports need not be in memory together.
pub struct Lists {
    reports: Table,
    indicators: Table,
    findings: Table,
}

impl Default for Lists {
    fn default() -> Self {
        Self {
            reports: reports(),
            indicators: list(
                "指标",
                &[
                    ("单位", 26.0, Form::Plain),
                    ("报告年度", 10.0, Form::Plain),
                    ("指标", 20.0, Form::Plain),
                    ("数值", 12.0, Form::Plain),
                    ("单位（数量）", 12.0, Form::Plain),
                    ("限定词", 9.0, Form::Plain),
                    ("原文", 14.0, Form::Plain),
                    ("原句", 60.0, Form::Plain),
                    ("文件", 26.0, Form::Plain),
                ],
            ),
            findings: list(
                "问题",
                &[
                    ("单位", 26.0, Form::Plain),
                    ("报告年度", 10.0, Form::Plain),
                    ("程度", 8.0, Form::Plain),
                    ("规则", 22.0, Form::Wrapped),
                    ("问题", 46.0, Form::Wrapped),
                    ("行", 7.0, Form::Plain),
                    ("原文", 40.0, Form::Wrapped),
                    ("建议", 26.0, Form::Wrapped),
                    ("文件", 26.0, Form::Plain),
                ],
            ),
        }
    }
}

impl Lists {
    /// Adds a report; `changed` is when its file was last changed, in words.
    pub fn add(&mut self, row: &Row, changed: Option<&str>, source: &Source, report: &Utf16Report) {
        self.add_row(row, changed);
        let sentences = Sentences::of(source);
        let year = row.year.map(usize::from);
        for known in INDICATORS {
            let Some(figure) = indicator(report, known.id) else {
                continue;
            };
            self.indicators.rows.push(row![
                row.name(),
                year,
                known.name,
                figure.value,
                figure.unit.as_str(),
                figure.qualifier.as_deref(),
                figure.text.as_str(),
                sentences.around(source.bytes(figure.span)).text(),
                row.file.as_str(),
            ]);
        }
        for finding in &report.findings {
            let place = finding.span.map(|span| source.bytes(span));
            self.findings.rows.push(row![
                row.name(),
                year,
                finding.severity.name(),
                rules::find(&finding.rule).map(|rule| rule.title),
                finding.message.as_str(),
                place.map(|span| source.line(span)),
                place.map(|span| words::clipped(source.slice(span), QUOTE)),
                finding.fix.as_ref().map(|fix| fix.label.as_str()),
                row.file.as_str(),
            ]);
        }
    }

    /// Adds what the matrix tells of a report, without its indicators and findings.
    pub fn add_row(&mut self, row: &Row, changed: Option<&str>) {
        self.reports.rows.push(summary(row, changed));
    }

    /// Adds a file of which nothing can be told, for this reason.
    pub fn add_failed(&mut self, file: &str, why: &str) {
        let mut cells = vec![Cell::Empty; self.reports.columns.len()];
        if let [name, .., told, _, last] = cells.as_mut_slice() {
            *name = file.into();
            *told = why.into();
            *last = file.into();
        }
        self.reports.rows.push(cells);
    }

    /// The tables: 报告, 指标, 问题.
    #[must_use]
    pub fn tables(self) -> [Table; 3] {
        [self.reports, self.indicators, self.findings]
    }
}

fn list(name: &str, heads: &[(&str, f64, Form)]) -> Table {
    Table {
        name: name.to_owned(),
        list: true,
        columns: columns(heads),
        rows: Vec::new(),
    }
}

fn reports() -> Table {
    let mut heads = vec![
        ("单位", 26.0, Form::Plain),
        ("类型", 12.0, Form::Plain),
        ("报告年度", 10.0, Form::Plain),
    ];
    heads.extend(
        ANNUAL_REPORT
            .parts
            .iter()
            .map(|part| (part.name, 16.0, Form::Plain)),
    );
    heads.extend(SEVERITIES.map(|severity| (severity.name(), 8.0, Form::Plain)));
    heads.extend(key_indicators().map(|indicator| (indicator.name, 14.0, Form::Plain)));
    heads.extend([
        ("字数", 8.0, Form::Plain),
        ("说明", 30.0, Form::Wrapped),
        ("修改时间", 17.0, Form::Plain),
        ("文件", 30.0, Form::Plain),
    ]);
    list("报告", &heads)
}

fn summary(row: &Row, changed: Option<&str>) -> Vec<Cell> {
    let mut cells = row![
        row.name(),
        row.kind.map(|kind| kind.name()),
        row.year.map(usize::from),
    ];
    cells.extend(ANNUAL_REPORT.parts.iter().map(|spec| {
        let part = row.parts.iter().find(|part| part.id == spec.id);
        Cell::from(part.map(|part| words::status(part.status, part.required)))
    }));
    cells.extend(row.findings.map(Cell::from));
    cells.extend(row.indicators.iter().map(|&value| Cell::from(value)));
    let told = (row.genre == Genre::Other).then_some(words::OTHER_GENRE);
    cells.extend(row![row.chars, told, changed, row.file.as_str()]);
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Settings;

    const TEXT: &str = "青禾镇人民政府2024年度法治政府建设情况报告\n一、2024年主要举措和成效\n（一）规范执法。全年办理行政处罚案件186件，培训5次。\n二、存在的不足和原因\n一是执法力量不足，主要原因是流动较快。\n";

    fn tables() -> [Table; 3] {
        let mut lists = Lists::default();
        let source = Source::new(TEXT);
        let report = crate::analyse(&source, &Settings::default()).to_utf16(&source);
        let row = Row::of("=青禾.docx", Some(0.0), &report);
        lists.add(&row, Some("2025-01-02 09:30"), &source, &report);
        lists.add_failed("坏了.doc", "文件已损坏");
        lists.tables()
    }

    /// The cells under a head.
    fn under(table: &Table, head: &str) -> Vec<Cell> {
        let at = table.columns.iter().position(|c| c.head == head).unwrap();
        table.rows.iter().map(|row| row[at].clone()).collect()
    }

    #[test]
    fn every_row_has_a_cell_a_column() {
        for table in tables() {
            assert!(!table.rows.is_empty());
            let whole = |row: &Vec<Cell>| row.len() == table.columns.len();
            assert!(table.rows.iter().all(whole), "{}", table.name);
        }
    }

    #[test]
    fn a_report_is_a_row() {
        let [reports, ..] = tables();
        assert_eq!(
            under(&reports, "单位"),
            ["青禾镇人民政府".into(), "坏了.doc".into()]
        );
        assert_eq!(under(&reports, "类型")[0], "乡镇".into());
        assert_eq!(under(&reports, "报告年度")[0], 2024_usize.into());
        assert_eq!(under(&reports, "行政处罚案件")[0], 186.0.into());
        assert_eq!(under(&reports, "行政诉讼案件")[0], Cell::Empty);
        assert_eq!(under(&reports, "说明"), [Cell::Empty, "文件已损坏".into()]);
        assert_eq!(under(&reports, "修改时间")[0], "2025-01-02 09:30".into());
        assert_eq!(under(&reports, "文件")[0], "=青禾.docx".into());
    }

    #[test]
    fn indicators_stand_with_their_sentence_and_findings_with_their_line() {
        let [_, indicators, findings] = tables();
        assert_eq!(under(&indicators, "指标")[0], "行政处罚案件".into());
        assert_eq!(under(&indicators, "数值")[0], 186.0.into());
        assert_eq!(
            under(&indicators, "原句")[0],
            "全年办理行政处罚案件186件，培训5次。".into()
        );
        let titles = under(&findings, "规则");
        assert!(titles.contains(&"缺少必须报告的部分".into()), "{titles:?}");
        assert!(under(&findings, "程度").contains(&"错误".into()));
    }
}
