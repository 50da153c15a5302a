//! The comparison as a sheet to print or to send on.

use super::carried::Passage;
use super::plan::Outcome;
use super::{Comparison, Read};
use crate::export::Fact;
use crate::export::blocks::{Block, Blocks, Sheet, Table, columns};
use crate::export::words::{self, Tone};
use crate::text::Utf16Span;
use crate::text::sentence::one_line;

/// What stands above it.
const TITLE: &str = "法治政府建设年度报告两年对照";
/// Quoted words are cut after so many characters.
const QUOTE: usize = 120;

/// What is said of a comparison besides itself.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a> {
    /// What is said of the comparison, such as its day.
    pub facts: &'a [Fact],
    /// The names of the old and the new file.
    pub files: [&'a str; 2],
    /// What the user should know, as [`super::fits`] tells.
    pub notices: &'a [String],
}

/// The comparison of an old and a new report as a sheet.
#[must_use]
pub fn sheet(
    comparison: &Comparison,
    old: Read<'_>,
    new: Read<'_>,
    of: &Circumstances<'_>,
) -> Sheet {
    let mut writer = Writer {
        comparison,
        texts: [old, new],
        blocks: Blocks::default(),
    };
    writer.facts(of);
    writer.indicators();
    writer.parts();
    writer.plan();
    writer.problems();
    writer.carried();
    Sheet {
        title: TITLE.to_owned(),
        blocks: writer.blocks.0,
    }
}

struct Writer<'a> {
    comparison: &'a Comparison,
    texts: [Read<'a>; 2],
    blocks: Blocks,
}

impl Writer<'_> {
    fn facts(&mut self, of: &Circumstances<'_>) {
        for (name, words) in of.facts {
            self.blocks.point(0, format!("{name}：{words}"));
        }
        let comparison = self.comparison;
        let sides = ["上年", "本年"].into_iter().zip(of.files);
        for ((side, file), (year, chars)) in
            sides.zip(comparison.years.into_iter().zip(comparison.chars))
        {
            let year =
                year.map_or_else(|| "年度没有识别出".to_owned(), |year| format!("{year}年度"));
            let chars = words::grouped(chars);
            self.blocks
                .point(0, format!("{side}：{year}，{file}，全文 {chars} 字"));
        }
        for notice in of.notices {
            self.blocks.point(0, format!("注意：{notice}"));
        }
    }

    fn indicators(&mut self) {
        let lines = &self.comparison.indicators;
        self.blocks.heading(2, format!("指标 · {}", lines.len()));
        if lines.is_empty() {
            return self
                .blocks
                .text("两份报告都没有可以对照的指标。".to_owned());
        }
        let rows = lines.iter().map(|line| {
            let value = |value: &Option<super::indicators::Value>| {
                value.as_ref().map_or_else(String::new, |v| v.words())
            };
            vec![
                line.name.clone(),
                value(&line.old),
                value(&line.new),
                line.difference(),
                line.ratio(),
            ]
        });
        self.blocks.0.push(Block::Table(Table {
            columns: columns([
                ("指标", false),
                ("上年", true),
                ("本年", true),
                ("增减", true),
                ("幅度", true),
            ]),
            rows: rows.collect(),
        }));
    }

    fn parts(&mut self) {
        let comparison = self.comparison;
        self.blocks.heading(2, "部分".to_owned());
        let rows = comparison.parts.iter().map(|line| {
            let cell = |cell: &Option<super::parts::PartCell>| {
                cell.as_ref().map_or_else(String::new, |cell| {
                    let chars = words::grouped(cell.chars);
                    if cell.chars > 0 {
                        format!("{}，{chars} 字", cell.words)
                    } else {
                        cell.words.clone()
                    }
                })
            };
            vec![
                line.name.clone(),
                cell(&line.old),
                cell(&line.new),
                line.grown(),
            ]
        });
        self.blocks.0.push(Block::Table(Table {
            columns: columns([
                ("部分", false),
                ("上年", false),
                ("本年", false),
                ("字数", true),
            ]),
            rows: rows.collect(),
        }));
        self.blocks.heading(3, "章节".to_owned());
        let rows = comparison.sections.iter().map(|line| {
            let cells = [&line.old, &line.new].map(|cell| {
                let heading = cell
                    .as_ref()
                    .map_or_else(|| "（无）".to_owned(), |cell| cell.heading.clone());
                (
                    heading,
                    cell.as_ref()
                        .map_or_else(String::new, |cell| words::grouped(cell.chars)),
                )
            });
            let [(old, of_old), (new, of_new)] = cells;
            vec![old, of_old, new, of_new]
        });
        self.blocks.0.push(Block::Table(Table {
            columns: columns([
                ("上年章节", false),
                ("字数", true),
                ("本年章节", false),
                ("字数", true),
            ]),
            rows: rows.collect(),
        }));
    }

    fn plan(&mut self) {
        let items = &self.comparison.plan;
        self.blocks
            .heading(2, format!("上年安排 · {}", items.len()));
        if items.is_empty() {
            return self.blocks.text(
                "没有可以对照的安排：上年报告没有下一年度安排，或者本年报告没有主要举措和成效。"
                    .to_owned(),
            );
        }
        self.blocks.text(super::plan::HINT.to_owned());
        for item in items {
            let tone = match item.outcome {
                Outcome::Found => Tone::Good,
                Outcome::Partly => Tone::Fair,
                Outcome::NotFound => Tone::Quiet,
            };
            let quote = self.quote(0, item.span);
            self.blocks
                .named(tone, item.outcome.name().to_owned(), quote);
            for evidence in &item.evidence {
                let words = format!(
                    "本年{}，相同词语：{}",
                    self.place(1, evidence.span),
                    evidence.words.join("、")
                );
                self.blocks.point(1, words);
            }
        }
    }

    fn problems(&mut self) {
        let problems = &self.comparison.problems;
        self.blocks
            .heading(2, format!("重复的问题 · {}", problems.len()));
        if problems.is_empty() {
            self.blocks.text("没有与上年一字不差的问题。".to_owned());
        }
        self.passages(problems);
    }

    fn carried(&mut self) {
        let carried = &self.comparison.carried;
        self.blocks
            .heading(2, format!("沿用的文字 · {}", carried.passages.len()));
        self.blocks.text(carried.words());
        self.passages(&carried.passages);
    }

    fn passages(&mut self, passages: &[Passage]) {
        for passage in passages {
            let [old, new] = passage.spans;
            let quote = self.place(1, new);
            self.blocks
                .named(Tone::Quiet, passage.name().to_owned(), quote);
            let before = if passage.numbers_changed {
                self.place(0, old)
            } else {
                format!("第 {} 行", self.line(0, old))
            };
            self.blocks.point(1, format!("上年{before}"));
        }
    }

    fn quote(&self, side: usize, span: Utf16Span) -> String {
        let source = self.texts.get(side).map(|read| read.0);
        let words = source.map_or("", |source| source.slice(source.bytes(span)));
        format!("“{}”", words::clipped(&one_line(words), QUOTE))
    }

    fn line(&self, side: usize, span: Utf16Span) -> usize {
        let source = self.texts.get(side).map(|read| read.0);
        source.map_or(0, |source| source.line(source.bytes(span)))
    }

    fn place(&self, side: usize, span: Utf16Span) -> String {
        let line = self.line(side, span);
        format!("第 {line} 行：{}", self.quote(side, span))
    }
}
