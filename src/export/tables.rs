//! The report as tables: the figures, the parts, the findings, and a page of facts on top. `csv` and `xlsx` write them down.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{Fact, words};
use crate::report::{Genre, Severity, Utf16Report};
use crate::rules;
use crate::text::sentence::{Sentences, one_line};
use crate::text::{Source, Utf16Span};

/// Quoted words are cut after so many characters.
const QUOTE: usize = 200;

/// A table and how it wants to be seen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// What is in it.
    pub name: String,
    /// Whether it is a list under heads; if not, it is names and what belongs to them.
    pub list: bool,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// The words above it.
    pub head: String,
    /// Its width in characters of half width.
    pub width: f64,
    /// How its cells are shown.
    pub form: Form,
}

/// How the cells of a column are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Form {
    /// As they are, on one line.
    Plain,
    /// Long words, on as many lines as they need.
    Wrapped,
    /// A number from 0 to 1, as a percentage.
    Share,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Cell {
    /// A number.
    Number(f64),
    /// Words.
    Text(String),
    /// Nothing.
    Empty,
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        let text = one_line(text);
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(content: Option<T>) -> Self {
        content.map_or(Self::Empty, T::into)
    }
}

/// A row of cells, made of numbers and words.
macro_rules! row {
    ($($content:expr),* $(,)?) => { vec![$($crate::export::tables::Cell::from($content)),*] };
}
pub(crate) use row;

/// All that a workbook holds. `about` is what is said of the check itself, such as its day.
#[must_use]
pub fn workbook(source: &Source, report: &Utf16Report, about: &[Fact]) -> Vec<Table> {
    vec![
        overview(report, about),
        figures(source, report),
        parts(report),
        findings(source, report),
    ]
}

/// 概况: what the text says of itself, and what the check came to.
fn overview(report: &Utf16Report, about: &[Fact]) -> Table {
    let verdict = match report.genre {
        Genre::Other => Some(words::OTHER_GENRE.to_owned()),
        Genre::AnnualReport => words::headline(report).map(|(words, _)| words),
    };
    let elements = words::elements(report).into_iter();
    let mut rows: Vec<Vec<Cell>> = elements
        .map(|(name, text)| row![name, text.as_deref().unwrap_or("未见")])
        .collect();
    rows.push(row!["字数", report.chars]);
    rows.push(row!["结论", verdict]);
    rows.push(row!["数据", report.figures.len()]);
    rows.extend(Severity::ALL.map(|severity| {
        let count = words::count(&report.findings, severity);
        row![severity.name(), count]
    }));
    rows.extend(
        about
            .iter()
            .map(|(name, words)| row![*name, words.as_str()]),
    );
    Table {
        name: "概况".to_owned(),
        list: false,
        columns: columns(&[("项目", 12.0, Form::Plain), ("内容", 72.0, Form::Wrapped)]),
        rows,
    }
}

/// 数据: the figures, each with the sentence it stands in.
#[must_use]
pub fn figures(source: &Source, report: &Utf16Report) -> Table {
    let sentences = Sentences::of(source);
    let titles = titles(report);
    let figures = report.figures.iter().enumerate();
    let rows = figures.map(|(index, figure)| {
        let section = figure.section.as_deref();
        row![
            index + 1,
            words::indicator(figure),
            figure.subject.as_deref(),
            figure.action.as_deref(),
            figure.value,
            figure.unit.as_str(),
            figure.qualifier.as_deref(),
            words::kind(figure.kind),
            figure.period.as_deref(),
            figure.whole.map(|whole| whole + 1),
            section.and_then(|id| titles.get(id)).map(String::as_str),
            figure.text.as_str(),
            sentences.around(source.bytes(figure.span)).text(),
        ]
    });
    Table {
        name: "数据".to_owned(),
        list: true,
        rows: rows.collect(),
        columns: columns(&[
            ("序号", 7.0, Form::Plain),
            ("指标", 16.0, Form::Plain),
            ("对象", 24.0, Form::Plain),
            ("动作", 8.0, Form::Plain),
            ("数值", 10.0, Form::Plain),
            ("单位", 8.0, Form::Plain),
            ("限定词", 9.0, Form::Plain),
            ("类别", 9.0, Form::Plain),
            ("期间", 14.0, Form::Plain),
            ("所属总数", 11.0, Form::Plain),
            ("章节", 28.0, Form::Plain),
            ("原文", 12.0, Form::Plain),
            ("原句", 60.0, Form::Plain),
        ]),
    }
}

/// 部分: how each part that a report must hold is present.
fn parts(report: &Utf16Report) -> Table {
    let titles = titles(report);
    let rows = report.parts.iter().map(|part| {
        let sections = part.sections.iter();
        let sections: Vec<&str> = sections
            .filter_map(|id| titles.get(id.as_str()).map(String::as_str))
            .collect();
        let checks = |met: bool| {
            let checks = part.checks.iter().filter(|check| check.met == met);
            let names: Vec<&str> = checks.map(|check| check.name.as_str()).collect();
            names.join("；")
        };
        row![
            part.name.as_str(),
            if part.required {
                "必须写"
            } else {
                "可不写"
            },
            words::status(part.status, part.required),
            part.chars,
            part.chars as f64 / report.chars.max(1) as f64,
            sections.join("；"),
            checks(true),
            checks(false),
            part.basis.as_str(),
            part.advice.as_deref(),
        ]
    });
    Table {
        name: "部分".to_owned(),
        list: true,
        rows: rows.collect(),
        columns: columns(&[
            ("部分", 30.0, Form::Wrapped),
            ("要求", 9.0, Form::Plain),
            ("情况", 14.0, Form::Plain),
            ("字数", 8.0, Form::Plain),
            ("占比", 8.0, Form::Share),
            ("章节", 36.0, Form::Wrapped),
            ("已写明", 30.0, Form::Wrapped),
            ("未见", 30.0, Form::Wrapped),
            ("依据", 36.0, Form::Wrapped),
            ("建议", 36.0, Form::Wrapped),
        ]),
    }
}

/// 问题: the findings in the order of the text.
fn findings(source: &Source, report: &Utf16Report) -> Table {
    let place = |span: Utf16Span| {
        let span = source.bytes(span);
        let quote = words::clipped(source.slice(span), QUOTE);
        (source.line(span), quote)
    };
    let findings = report.findings.iter().enumerate();
    let rows = findings.map(|(index, finding)| {
        let (line, quote) = finding.span.map(place).unzip();
        let related = finding.related.iter().map(|related| {
            let (line, quote) = place(related.span);
            format!("第 {line} 行：{quote}")
        });
        row![
            index + 1,
            finding.severity.name(),
            rules::find(&finding.rule).map(|rule| rule.title),
            finding.message.as_str(),
            line,
            quote,
            related.collect::<Vec<_>>().join("；"),
            finding.basis.as_deref(),
            finding.fix.as_ref().map(|fix| fix.label.as_str()),
        ]
    });
    Table {
        name: "问题".to_owned(),
        list: true,
        rows: rows.collect(),
        columns: columns(&[
            ("序号", 7.0, Form::Plain),
            ("程度", 8.0, Form::Plain),
            ("规则", 22.0, Form::Wrapped),
            ("问题", 46.0, Form::Wrapped),
            ("行", 7.0, Form::Plain),
            ("原文", 40.0, Form::Wrapped),
            ("另见", 36.0, Form::Wrapped),
            ("依据", 36.0, Form::Wrapped),
            ("建议", 26.0, Form::Wrapped),
        ]),
    }
}

/// Columns by their heads, their widths and their forms.
pub(crate) fn columns(columns: &[(&str, f64, Form)]) -> Vec<Column> {
    let columns = columns.iter().map(|&(head, width, form)| Column {
        head: head.to_owned(),
        width,
        form,
    });
    columns.collect()
}

/// Mark and title of each section, by its id.
fn titles(report: &Utf16Report) -> HashMap<&str, String> {
    let sections = report.sections.iter();
    sections
        .map(|s| (s.id.as_str(), words::heading(s)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profiles::indicators::INDICATORS;
    use crate::report::Settings;

    const TEXT: &str = "青禾镇人民政府2024年度法治政府建设情况报告\n一、2024年主要举措和成效\n（一）规范执法。全年办理行政处罚案件186件，其中\t简易程序1.2万件！培训5次。\n二、存在的不足和原因\n一是执法力量不足，主要原因是流动较快。\n";

    fn tables(change: impl Fn(&mut Utf16Report)) -> Vec<Table> {
        let source = Source::new(TEXT);
        let mut report = crate::analyse(&source, &Settings::default()).to_utf16(&source);
        change(&mut report);
        let tables = workbook(&source, &report, &[("核对日期", "2026-01-05".to_owned())]);
        for table in &tables {
            let whole = |row: &Vec<Cell>| row.len() == table.columns.len();
            assert!(table.rows.iter().all(whole), "{}", table.name);
        }
        tables
    }

    /// The cells under a head.
    fn under(table: &Table, head: &str) -> Vec<Cell> {
        let at = table.columns.iter().position(|c| c.head == head).unwrap();
        table.rows.iter().map(|row| row[at].clone()).collect()
    }

    #[test]
    fn figures_say_all_that_is_known_of_them() {
        let tables = tables(|report| {
            let figure = &mut report.figures[1];
            figure.indicator = Some(INDICATORS[0].id.to_owned());
            figure.subject = None;
            figure.action = Some("办理".to_owned());
            figure.period = Some("下半年".to_owned());
            figure.qualifier = Some("近".to_owned());
            figure.whole = Some(0);
        });
        let figures = &tables[1];
        let heads: Vec<_> = figures.columns.iter().map(|c| c.head.as_str()).collect();
        assert_eq!(
            heads.join(" "),
            "序号 指标 对象 动作 数值 单位 限定词 类别 期间 所属总数 章节 原文 原句"
        );
        assert_eq!(
            figures.rows[1],
            row![
                2_usize,
                INDICATORS[0].name,
                Cell::Empty,
                "办理",
                12000.0,
                "件",
                "近",
                "数量",
                "下半年",
                1_usize,
                "（一）规范执法",
                "1.2万件",
                "全年办理行政处罚案件186件，其中 简易程序1.2万件！"
            ]
        );
        assert_eq!(under(figures, "所属总数")[0], Cell::Empty);
        assert_eq!(under(figures, "原句")[2], "培训5次。".into());
    }

    #[test]
    fn parts_stand_with_their_share_and_checks() {
        let tables = tables(|_| ());
        let parts = &tables[2];
        assert_eq!(parts.rows.len(), 5);
        assert_eq!(under(parts, "情况")[1], "独立成章".into());
        assert_eq!(under(parts, "要求")[4], "可不写".into());
        assert_eq!(under(parts, "章节")[1], "二、存在的不足和原因".into());
        let Cell::Number(share) = under(parts, "占比")[1] else {
            panic!("no share");
        };
        assert!(share > 0.1 && share < 0.9, "{share}");
        let (met, unmet) = (under(parts, "已写明"), under(parts, "未见"));
        assert!(met[1] != Cell::Empty || unmet[1] != Cell::Empty);
    }

    #[test]
    fn findings_stand_with_line_and_words() {
        let tables = tables(|report| {
            let finding = report.findings.iter_mut().find(|f| f.span.is_none());
            assert!(finding.is_some(), "a missing part has no place");
            let heading = report.sections[0].heading;
            report.findings[0].span = Some(heading);
        });
        let findings = &tables[3];
        assert_eq!(under(findings, "行")[0], 2_usize.into());
        assert_eq!(
            under(findings, "原文")[0],
            "一、2024年主要举措和成效".into()
        );
        assert_eq!(under(findings, "规则")[0], "缺少必须报告的部分".into());
        assert_eq!(under(findings, "程度")[0], "错误".into());
    }

    #[test]
    fn the_overview_has_what_the_text_says_of_itself_and_the_check() {
        let tables = tables(|_| ());
        let facts = &tables[0];
        let fact = |name: &str| {
            let row = facts.rows.iter().find(|row| row[0] == name.into()).unwrap();
            row[1].clone()
        };
        assert_eq!(
            fact("标题"),
            "青禾镇人民政府2024年度法治政府建设情况报告".into()
        );
        assert_eq!(fact("报告年度"), "2024".into());
        assert_eq!(fact("发文字号"), "未见".into());
        assert_eq!(fact("结论"), "四部分中缺二".into());
        assert_eq!(fact("数据"), 3_usize.into());
        assert_eq!(fact("核对日期"), "2026-01-05".into());
    }

    #[test]
    fn any_text_gives_tables() {
        for text in ["", "\n\n", "12件", "新闻\t=1"] {
            let source = Source::new(text);
            let report = crate::analyse(&source, &Settings::default()).to_utf16(&source);
            assert_eq!(workbook(&source, &report, &[]).len(), 4, "{text}");
        }
    }

    #[test]
    fn a_table_crosses_to_a_worker_and_back() {
        let tables = tables(|_| ());
        let text = serde_json::to_string(&tables).unwrap();
        assert_eq!(serde_json::from_str::<Vec<Table>>(&text).unwrap(), tables);
    }
}
