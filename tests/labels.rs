//! The samples against what a careful reader finds in them (`tests/samples/labels`): headings, parts, elements and genre exactly, figures nearly.
//!
//! A label counts in Unicode scalar values; a field that is absent or null is not judged.

use std::fs;
use std::path::Path;

use fazhi_check::report::{Settings, Utf16Report};
use fazhi_check::text::Source;
use serde_json::Value;

struct Sample {
    name: String,
    label: Value,
    report: Utf16Report,
    /// The scalar offset of each UTF-16 code unit.
    scalars: Vec<usize>,
}

fn samples(kind: &str) -> Vec<Sample> {
    let root = Path::new("tests/samples");
    let mut paths: Vec<_> = fs::read_dir(root.join("labels").join(kind))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let label: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            let name = label["text"].as_str().unwrap().to_owned();
            let source = Source::new(&fs::read_to_string(root.join(kind).join(&name)).unwrap());
            let report = fazhi_check::analyse(&source, &Settings::default()).to_utf16(&source);
            let mut scalars = Vec::new();
            for (index, c) in source.text().chars().enumerate() {
                scalars.extend(std::iter::repeat_n(index, c.len_utf16()));
            }
            scalars.push(source.text().chars().count());
            Sample {
                name: format!("{kind}/{name}"),
                label,
                report,
                scalars,
            }
        })
        .collect()
}

/// A text without white space and end marks, with full-width marks: two that differ only in these are the same.
fn squash(text: &str) -> String {
    let squashed: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            ',' => '，',
            ';' => '；',
            ':' => '：',
            '(' => '（',
            ')' => '）',
            '?' => '？',
            '!' => '！',
            c => c,
        })
        .collect();
    squashed
        .trim_end_matches(['。', '；', '，', '：', '.'])
        .to_owned()
}

fn every_sample(check: impl Fn(&Sample) -> Vec<String>) {
    let misses: Vec<String> = ["reports", "openings"]
        .into_iter()
        .flat_map(samples)
        .flat_map(|sample| {
            check(&sample)
                .into_iter()
                .map(move |miss| format!("{}: {miss}", sample.name))
        })
        .collect();
    assert!(misses.is_empty(), "{}", misses.join("\n"));
}

#[test]
fn parts_are_as_a_reader_finds_them() {
    every_sample(|sample| {
        let status = |id: &str| {
            let parts = serde_json::to_value(&sample.report.parts).unwrap();
            let part = parts
                .as_array()
                .unwrap()
                .iter()
                .find(|p| p["id"] == id)
                .cloned();
            part.map_or(Value::Null, |p| p["status"].clone())
        };
        let wanted = sample.label["parts"].as_object().unwrap();
        wanted
            .iter()
            .filter(|(id, wanted)| !wanted.is_null() && status(id) != **wanted)
            .map(|(id, wanted)| format!("{id} {wanted}, got {}", status(id)))
            .collect()
    });
}

#[test]
fn elements_and_genre_are_as_a_reader_finds_them() {
    every_sample(|sample| {
        let got = serde_json::to_value(&sample.report.elements).unwrap();
        let mut misses = Vec::new();
        for (name, wanted) in sample.label["elements"].as_object().unwrap() {
            let value = match (name.as_str(), &got[name]) {
                ("date", Value::Object(date)) => date["iso"].clone(),
                (_, Value::Object(element)) => element["text"].clone(),
                (_, value) => value.clone(),
            };
            let same = match (wanted.as_str(), value.as_str()) {
                (Some(wanted), Some(value)) => squash(wanted) == squash(value),
                _ => *wanted == value,
            };
            if !same {
                misses.push(format!("{name} {wanted}, got {value}"));
            }
        }
        if let Some(genre) = sample.label["genre"].as_str() {
            let wanted = if genre == "report" {
                "annual_report"
            } else {
                "other"
            };
            let got = serde_json::to_value(sample.report.genre).unwrap();
            if got != wanted {
                misses.push(format!("genre {wanted}, got {got}"));
            }
        }
        misses
    });
}

#[test]
fn headings_are_as_a_reader_finds_them() {
    every_sample(|sample| {
        let sections = &sample.report.sections;
        let start = |s: &fazhi_check::report::Section<fazhi_check::text::Utf16Span>| {
            sample.scalars[s.heading.start as usize]
        };
        let labels = sample.label["headings"].as_array().unwrap();
        let mut misses = Vec::new();
        for label in labels {
            let at = label["start"].as_u64().unwrap() as usize;
            let title = squash(label["title"].as_str().unwrap());
            let level = label["level"].as_u64().unwrap();
            let run_in = label["run_in"].as_bool().unwrap();
            let found = sections.iter().any(|s| {
                let got = squash(&s.title);
                start(s).abs_diff(at) <= 4
                    && u64::from(s.level) == level
                    && (got == title
                        || run_in && (got.starts_with(&title) || title.starts_with(&got)))
            });
            if !found {
                misses.push(format!("level {level} {title}"));
            }
        }
        let known: Vec<usize> = labels
            .iter()
            .map(|l| l["start"].as_u64().unwrap() as usize)
            .collect();
        for section in sections.iter().filter(|s| s.level <= 2) {
            if !known.iter().any(|at| at.abs_diff(start(section)) <= 4) {
                misses.push(format!("no heading: {}{}", section.marker, section.title));
            }
        }
        misses
    });
}

/// Figures are a matter of judgement now and then: no more than one in fifty may differ from the reader's.
#[test]
fn figures_are_as_a_reader_lists_them() {
    let (mut wanted, mut hit, mut found, mut right) = (0, 0, 0, 0);
    let mut misses = Vec::new();
    for sample in ["reports", "openings"].into_iter().flat_map(samples) {
        let place = |figure: &fazhi_check::report::Figure<fazhi_check::text::Utf16Span>| {
            let span = figure.span;
            sample.scalars[span.start as usize]..sample.scalars[span.end as usize]
        };
        let Some(labels) = sample.label["figures"].as_array() else {
            continue;
        };
        let figures = &sample.report.figures;
        let mut used = vec![false; figures.len()];
        for label in labels {
            let (start, end) = (
                label["start"].as_u64().unwrap() as usize,
                label["end"].as_u64().unwrap() as usize,
            );
            let over: Vec<usize> = (0..figures.len())
                .filter(|&i| place(&figures[i]).start < end && place(&figures[i]).end > start)
                .collect();
            let value = label["value"].as_f64();
            let same = over.iter().any(|&i| {
                value.is_some_and(|v| (v.abs() - figures[i].value).abs() < 1e-6 * v.abs().max(1.0))
            });
            let optional = label["optional"].as_bool().unwrap_or(false);
            if optional || same {
                over.iter().for_each(|&i| used[i] = true);
            }
            if !optional {
                wanted += 1;
                hit += usize::from(same);
                if !same {
                    misses.push(format!("{}: {}", sample.name, label["text"]));
                }
            }
        }
        found += figures.len();
        right += used.iter().filter(|used| **used).count();
        misses.extend(
            figures
                .iter()
                .zip(&used)
                .filter(|(_, used)| !**used)
                .map(|(f, _)| format!("{}: none {}", sample.name, f.text)),
        );
    }
    assert!(wanted > 1000, "only {wanted} labels");
    assert!(
        hit * 50 >= wanted * 49,
        "{hit} of {wanted} found\n{}",
        misses.join("\n")
    );
    assert!(
        right * 50 >= found * 49,
        "{right} of {found} are figures\n{}",
        misses.join("\n")
    );
}
