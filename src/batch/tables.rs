//! The matrix as tables for a workbook (报告, 指标, 问题; the first alone is the CSV).

use super::row::{KEY_INDICATORS, Row, State};
use crate::export::tables::{Cell, Form, Table, columns, row};
use crate::profiles::{ANNUAL_REPORT, indicators};
use crate::report::Severity;

/// The sheets of the workbook. `day` writes a time, in milliseconds since 1970, as the user's clock has it.
#[must_use]
pub fn workbook(rows: &[Row], day: &dyn Fn(u64) -> String) -> Vec<Table> {
    vec![reports(rows, day), figures(rows), findings(rows)]
}

/// 报告: a row a report, as the page shows it.
#[must_use]
pub fn reports(rows: &[Row], day: &dyn Fn(u64) -> String) -> Table {
    let mut heads = vec![
        ("报告单位", 24.0, Form::Plain),
        ("单位类型", 14.0, Form::Plain),
        ("报告年度", 10.0, Form::Plain),
        ("情况", 30.0, Form::Wrapped),
    ];
    let parts = ANNUAL_REPORT.parts;
    heads.extend(parts.iter().map(|part| (part.name, 16.0, Form::Plain)));
    heads.extend(Severity::ALL.map(|severity| (severity.name(), 8.0, Form::Plain)));
    heads.push(("字数", 9.0, Form::Plain));
    let keys = KEY_INDICATORS.iter().filter_map(|id| indicators::find(id));
    heads.extend(keys.map(|indicator| (indicator.name, 12.0, Form::Plain)));
    heads.push(("修改时间", 18.0, Form::Plain));
    heads.push(("文件", 36.0, Form::Plain));
    let cells = |report: &Row| -> Vec<Cell> {
        let read = report.state != State::Unreadable;
        let checked = report.state == State::Checked;
        let mut cells = row![
            report.body.as_str(),
            report.kind.map(|kind| kind.name()),
            report.year.map(usize::from),
            report.verdict.as_str(),
        ];
        cells.extend((0..parts.len()).map(|part| {
            let part = report.parts.get(part);
            Cell::from(part.map(|part| part.words.as_str()))
        }));
        let counts = report.counts.iter();
        cells.extend(counts.map(|&count| Cell::from(checked.then_some(count))));
        cells.push(Cell::from(read.then_some(report.chars)));
        let keys = 0..KEY_INDICATORS.len();
        cells.extend(keys.map(|key| Cell::from(report.key(key).map(|figure| figure.value))));
        cells.push(Cell::from(report.changed.map(day)));
        cells.push(Cell::from(report.file.as_str()));
        cells
    };
    Table {
        name: "报告".to_owned(),
        list: true,
        columns: columns(&heads),
        rows: rows.iter().map(cells).collect(),
    }
}

/// 指标: a row a figure that has an indicator.
#[must_use]
pub fn figures(rows: &[Row]) -> Table {
    let cells = rows.iter().flat_map(|report| {
        report.figures.iter().map(|figure| {
            let indicator = indicators::find(&figure.indicator);
            row![
                report.body.as_str(),
                report.kind.map(|kind| kind.name()),
                report.year.map(usize::from),
                indicator.map(|indicator| indicator.name),
                figure.value,
                figure.unit.as_str(),
                figure.qualifier.as_deref(),
                if figure.chosen { "是" } else { "" },
                figure.text.as_str(),
                figure.sentence.as_str(),
                report.file.as_str(),
            ]
        })
    });
    Table {
        name: "指标".to_owned(),
        list: true,
        rows: cells.collect(),
        columns: columns(&[
            ("报告单位", 24.0, Form::Plain),
            ("单位类型", 14.0, Form::Plain),
            ("报告年度", 10.0, Form::Plain),
            ("指标", 20.0, Form::Plain),
            ("数值", 10.0, Form::Plain),
            ("计量单位", 10.0, Form::Plain),
            ("限定词", 9.0, Form::Plain),
            ("列入汇总", 10.0, Form::Plain),
            ("原文", 12.0, Form::Plain),
            ("原句", 60.0, Form::Plain),
            ("文件", 36.0, Form::Plain),
        ]),
    }
}

/// 问题: a row a finding.
#[must_use]
pub fn findings(rows: &[Row]) -> Table {
    let cells = rows.iter().flat_map(|report| {
        report.findings.iter().map(|finding| {
            row![
                report.body.as_str(),
                report.year.map(usize::from),
                finding.severity.name(),
                finding.rule.as_str(),
                finding.message.as_str(),
                finding.quote.as_deref(),
                finding.line,
                report.file.as_str(),
            ]
        })
    });
    Table {
        name: "问题".to_owned(),
        list: true,
        rows: cells.collect(),
        columns: columns(&[
            ("报告单位", 24.0, Form::Plain),
            ("报告年度", 10.0, Form::Plain),
            ("程度", 8.0, Form::Plain),
            ("规则", 24.0, Form::Plain),
            ("问题", 50.0, Form::Wrapped),
            ("原文", 40.0, Form::Wrapped),
            ("行", 7.0, Form::Plain),
            ("文件", 36.0, Form::Plain),
        ]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::csv;
    use crate::report::{Settings, Utf16Report};
    use crate::text::Source;

    const TEXT: &str = "=1+1镇人民政府2024年度法治政府建设情况报告\n一、2024年主要举措和成效\n（一）规范执法。全年办理行政处罚案件186件，审核合同12份。拆除违建3000平米。\n二、存在的不足和原因\n一是执法力量不足，主要原因是流动较快。\n";

    fn report(text: &str) -> (Source, Utf16Report) {
        let source = Source::new(text);
        let report = crate::analyse(&source, &Settings::default()).to_utf16(&source);
        (source, report)
    }

    fn tables() -> Vec<Table> {
        let (source, report) = report(TEXT);
        let rows = [
            Row::new("甲/=镇.txt", Some(7), &source, &report),
            Row::unreadable("乙.pdf", None, "这是扫描件"),
        ];
        let tables = workbook(&rows, &|time| format!("第{time}日"));
        for table in &tables {
            assert!(
                table
                    .rows
                    .iter()
                    .all(|row| row.len() == table.columns.len()),
                "{}",
                table.name
            );
        }
        tables
    }

    fn under(table: &Table, head: &str) -> Vec<Cell> {
        let at = table.columns.iter().position(|c| c.head == head).unwrap();
        table.rows.iter().map(|row| row[at].clone()).collect()
    }

    fn texts(words: &[&str]) -> Vec<Cell> {
        words.iter().map(|&words| Cell::from(words)).collect()
    }

    #[test]
    fn a_row_stands_for_a_file() {
        let tables = tables();
        let table = &tables[0];
        assert_eq!(under(table, "情况"), texts(&["四部分中缺二", "这是扫描件"]));
        assert_eq!(under(table, "存在的不足和原因"), texts(&["独立成章", ""]));
        assert_eq!(
            under(table, "行政处罚案件"),
            [Cell::Number(186.0), Cell::Empty]
        );
        assert_eq!(under(table, "修改时间"), texts(&["第7日", ""]));
        assert_eq!(under(table, "字数")[1], Cell::Empty);
        assert_eq!(under(table, "错误"), [Cell::Number(2.0), Cell::Empty]);
    }

    #[test]
    fn figures_and_findings_name_their_report() {
        let tables = tables();
        assert_eq!(
            under(&tables[1], "指标"),
            texts(&["行政处罚案件", "审查合同"])
        );
        assert_eq!(under(&tables[1], "计量单位"), texts(&["件", "份"]));
        let findings = &tables[2];
        let unit = under(findings, "原文")
            .iter()
            .position(|cell| *cell == Cell::from("平米"))
            .unwrap();
        assert_eq!(under(findings, "行")[unit], Cell::Number(3.0));
        assert!(
            under(findings, "文件")
                .iter()
                .all(|cell| *cell == Cell::from("甲/=镇.txt"))
        );
    }

    #[test]
    fn no_name_becomes_a_formula() {
        let csv = csv(&tables()[0]);
        assert!(csv.contains("\r\n'=1+1镇"), "{csv}");
    }
}
