//! The numbers of the two pictures above the table: how long each part and section is, and how many figures each topic has.

use std::collections::{HashMap, HashSet};

use crate::export::words;
use crate::profiles::{ANNUAL_REPORT, indicators};
use crate::report::{Report, Section};

/// A bar of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub name: String,
    /// What else is to be said of it: the heading of a part, or how a part without one is present.
    pub note: String,
    /// Whether it is contained in the bar above it that is not.
    pub inner: bool,
    /// How long it is.
    pub amount: usize,
}

/// Characters by part and by top section: each part, below it its sections where they are several, then the top sections that belong to no part.
#[must_use]
pub fn lengths<S>(report: &Report<S>) -> Vec<Bar> {
    let sections: HashMap<&str, &Section<S>> = report
        .sections
        .iter()
        .map(|section| (section.id.as_str(), section))
        .collect();
    let find = |id: &String| sections.get(id.as_str()).copied();
    let mut bars = Vec::new();
    let mut told: HashSet<&str> = HashSet::new();
    for part in &report.parts {
        let sections: Vec<&Section<S>> = part.sections.iter().filter_map(find).collect();
        if sections.is_empty() && !part.required {
            continue;
        }
        bars.push(Bar {
            name: part.name.clone(),
            note: match sections.as_slice() {
                [] => words::status(part).to_owned(),
                [section] => words::heading(section),
                _ => String::new(),
            },
            inner: false,
            amount: part.chars,
        });
        if sections.len() > 1 {
            bars.extend(sections.iter().map(|section| bar(section, true)));
        }
        told.extend(part.sections.iter().map(String::as_str));
    }
    // A top section that holds a part below it is told by that part; the sections come after the ones they lie in.
    for section in report.sections.iter().rev() {
        if let Some(parent) = section.parent.as_deref()
            && told.contains(section.id.as_str())
        {
            told.insert(parent);
        }
    }
    let tops = report.sections.iter().filter(|s| s.parent.is_none());
    bars.extend(
        tops.filter(|section| !told.contains(section.id.as_str()))
            .map(|section| bar(section, false)),
    );
    bars
}

fn bar<S>(section: &Section<S>, inner: bool) -> Bar {
    Bar {
        name: words::heading(section),
        note: String::new(),
        inner,
        amount: section.chars,
    }
}

/// Figures by the topic of their indicator, the most first; those without one come last under `rest`. Nothing where no figure has an indicator.
#[must_use]
pub fn topics<S>(report: &Report<S>, rest: &str) -> Vec<Bar> {
    let topics = ANNUAL_REPORT.topics;
    let mut counts = vec![0usize; topics.len()];
    for figure in &report.figures {
        let indicator = figure.indicator.as_deref().and_then(indicators::find);
        let topic = indicator.and_then(|i| topics.iter().position(|topic| topic.id == i.topic));
        if let Some(count) = topic.and_then(|topic| counts.get_mut(topic)) {
            *count += 1;
        }
    }
    let known: usize = counts.iter().sum();
    if known == 0 {
        return Vec::new();
    }
    let mut counted: Vec<(&str, usize)> = topics
        .iter()
        .map(|topic| topic.name)
        .zip(counts)
        .filter(|&(_, count)| count > 0)
        .collect();
    counted.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let others = report.figures.len() - known;
    counted.extend((others > 0).then_some((rest, others)));
    counted
        .into_iter()
        .map(|(name, amount)| Bar {
            name: name.to_owned(),
            note: String::new(),
            inner: false,
            amount,
        })
        .collect()
}
