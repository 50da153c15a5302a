//! Two years of one body, as `tests/years` has them: prose, a line 旧 with the sample that is the old report, a fence with the new one, and a
//! fence with all that the comparison tells of passages, problems, the plan and the indicators.
//!
//! And what must not be found: between reports of different bodies nothing is taken over, and hardly an item of a plan is found.

use std::fs;

use fazhi_check::compare::{Circumstances, Comparison, compare, fits, sheet, tables};
use fazhi_check::export::{html, markdown, xlsx};
use fazhi_check::report::{Settings, Utf16Report};
use fazhi_check::text::{Source, Utf16Span};

fn read(text: &str) -> (Source, Utf16Report) {
    let source = Source::new(text);
    let report = fazhi_check::analyse(&source, &Settings::default()).to_utf16(&source);
    (source, report)
}

fn samples() -> Vec<(String, (Source, Utf16Report))> {
    let mut paths: Vec<_> = fs::read_dir("tests/samples/reports")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    paths.sort();
    let read = |path: std::path::PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        (path.display().to_string(), read(&text))
    };
    paths.into_iter().map(read).collect()
}

fn compared(old: &(Source, Utf16Report), new: &(Source, Utf16Report)) -> Comparison {
    compare((&old.0, &old.1), (&new.0, &new.1))
}

fn quote((source, _): &(Source, Utf16Report), span: Utf16Span) -> String {
    source.slice(source.bytes(span)).trim().replace('\n', "/")
}

/// A line for each passage, problem, item and indicator.
fn told(old: &(Source, Utf16Report), new: &(Source, Utf16Report)) -> Vec<String> {
    let comparison = compared(old, new);
    let passages = [
        ("沿用", &comparison.carried.passages),
        ("重复", &comparison.problems),
    ];
    let mut lines = vec![comparison.carried.words()];
    for (what, passages) in passages {
        for passage in passages {
            let [before, now] = passage.spans;
            let (before, now) = (quote(old, before), quote(new, now));
            assert_eq!(before != now, passage.numbers_changed, "{before} {now}");
            lines.push(format!("{what} {}：{now}", passage.name()));
        }
    }
    for item in &comparison.plan {
        lines.push(format!(
            "安排 {}：{}",
            item.outcome.name(),
            quote(old, item.span)
        ));
        for evidence in &item.evidence {
            let words = evidence.words.join("、");
            lines.push(format!("  {words}：{}", quote(new, evidence.span)));
        }
    }
    for line in &comparison.indicators {
        let value = |value: &Option<fazhi_check::compare::indicators::Value>| {
            value
                .as_ref()
                .map_or_else(|| "无".to_owned(), |value| value.words())
        };
        let words = [
            value(&line.old),
            value(&line.new),
            line.difference(),
            line.ratio(),
        ];
        lines.push(format!(
            "指标 {}：{}",
            line.name,
            words.join("，").trim_end_matches('，')
        ));
    }
    lines
}

#[test]
fn two_years_tell_what_was_taken_over_and_what_was_done() {
    let mut paths: Vec<_> = fs::read_dir("tests/years")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    for path in paths {
        let content = fs::read_to_string(&path).unwrap();
        let fence = |name: &str| {
            let (_, rest) = content.split_once(&format!("```{name}\n")).unwrap();
            rest.split("\n```").next().unwrap().to_owned()
        };
        let old = content
            .lines()
            .find_map(|line| line.strip_prefix("旧 "))
            .unwrap();
        let (old, new) = (
            read(&fs::read_to_string(old).unwrap()),
            read(&fence("text")),
        );
        let fit = fits(("旧", &old.1), ("新", &new.1));
        assert!(!fit.swapped && fit.notices.is_empty(), "{fit:?}");
        let found = told(&old, &new).join("\n");
        assert_eq!(found, fence("expect"), "{}\n{found}", path.display());
    }
}

#[test]
fn a_report_laid_beside_itself_is_taken_over_whole() {
    for (path, report) in samples() {
        let comparison = compared(&report, &report);
        let carried = &comparison.carried;
        assert!(
            carried
                .passages
                .iter()
                .all(|p| !p.numbers_changed && p.spans[0] == p.spans[1]),
            "{path}"
        );
        assert!(
            comparison
                .indicators
                .iter()
                .all(|line| line.difference() == "持平" || line.difference() == "大致持平"),
            "{path}"
        );
        assert!(
            comparison.sections.iter().all(|line| line.old == line.new),
            "{path}"
        );
    }
}

#[test]
fn reports_of_different_bodies_have_nothing_from_each_other() {
    let samples = samples();
    let mut found = Vec::new();
    for (path, old) in &samples {
        for (other, new) in &samples {
            if path == other {
                continue;
            }
            let comparison = compared(old, new);
            assert!(comparison.carried.passages.is_empty(), "{path} {other}");
            assert!(comparison.problems.is_empty(), "{path} {other}");
            let items = comparison
                .plan
                .iter()
                .filter(|item| !item.evidence.is_empty());
            found.extend(items.map(|item| quote(old, item.span)));
        }
    }
    // Some promises are in every plan: of thousands of items, one in a hundred may seem to be kept.
    let items: usize = samples
        .iter()
        .map(|(_, report)| compared(report, report).plan.len())
        .sum();
    assert!(found.len() * 100 < items * samples.len(), "{found:#?}");
}

#[test]
fn whatever_the_texts_are_a_comparison_comes_to_an_end() {
    let (_, sample) = samples().swap_remove(0);
    let units = [
        "依法行政",
        "依法行政，",
        "一、",
        "一是好。",
        "1，",
        "（一）学习。",
        "\n",
        "三、2025年主要安排\n（一）加强学习教育培训工作，",
        "一、主要举措和成效\n办案3件。二、存在的不足\n人手少。",
    ];
    let mut texts: Vec<_> = units
        .iter()
        .map(|unit| read(&unit.repeat(100_000 / unit.len())))
        .collect();
    texts.push(read(&sample.0.text().repeat(20)));
    texts.push(read(""));
    texts.push(sample);
    for old in &texts {
        for new in &texts {
            let comparison = compared(old, new);
            for passage in comparison
                .carried
                .passages
                .iter()
                .chain(&comparison.problems)
            {
                let [before, now] = passage.spans;
                assert!(!quote(old, before).is_empty() && !quote(new, now).is_empty());
            }
        }
    }
}

#[test]
fn a_comparison_can_be_taken_away() {
    let content = fs::read_to_string("tests/years/written-over.md").unwrap();
    let new = content
        .split("```text\n")
        .nth(1)
        .unwrap()
        .split("\n```")
        .next()
        .unwrap();
    let old = read(&fs::read_to_string("tests/samples/reports/01.txt").unwrap());
    let new = read(&new.replace("年初建立", "<年初>建立"));
    let comparison = compared(&old, &new);
    let (old, new) = ((&old.0, &old.1), (&new.0, &new.1));
    let of = Circumstances {
        facts: &[("对照日期", "2026-03-05".to_owned())],
        files: ["旧.txt", "新.txt"],
        notices: &["请确认是同一单位的。".to_owned()],
    };
    let sheet = sheet(&comparison, old, new, &of);
    let text = markdown(&sheet);
    for line in [
        "# 法治政府建设年度报告两年对照",
        "- 上年：2024年度，旧.txt，全文 1,568 字",
        "- 注意：请确认是同一单位的。",
        "| 行政处罚案件 | 85 件 | 97 件 | 增加 12 | \\+14.1% |",
        "| 其他需要报告的情况 | 没有，可不写 | 没有，可不写 |  |",
        "| （三）充实审查工作力量 | 61 | （二）充实审查工作力量 | 25 |",
        "| （一）强化执法队伍建设 | 64 | （无） |  |",
        "  - 上年第 45 行",
        "## 重复的问题 · 1",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    assert!(html(&sheet).contains("&lt;年初&gt;建立"));
    let tables = tables(&comparison, old, new);
    let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "指标对照",
            "部分对照",
            "章节对照",
            "上年安排",
            "重复问题",
            "沿用文字"
        ]
    );
    for table in &tables {
        assert!(!table.rows.is_empty(), "{}", table.name);
        assert!(
            table
                .rows
                .iter()
                .all(|row| row.len() == table.columns.len()),
            "{}",
            table.name
        );
    }
    assert!(xlsx(&tables, "对照").is_ok());
    // Serialised and read again, it tells the same.
    let written = serde_json::to_string(&comparison).unwrap();
    let read: Comparison = serde_json::from_str(&written).unwrap();
    assert_eq!(read.carried.passages, comparison.carried.passages);
    assert_eq!(
        (read.plan, read.sections),
        (comparison.plan, comparison.sections)
    );
}
