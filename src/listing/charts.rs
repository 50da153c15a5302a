//! The numbers of the two pictures above the table: how long each part and section is, and how many figures each topic has.

use crate::export::words;
use crate::profiles::{ANNUAL_REPORT, indicators};
use crate::report::{PartStatus, Report, Section};

use super::tree::Tree;

/// A bar of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub name: String,
    /// What else is to be said of it: the heading of a part, or how a part without one is present.
    pub note: String,
    /// What it is to the others.
    pub kind: Kind,
    /// How long it is.
    pub amount: usize,
}

/// What a bar is to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of them.
    Whole,
    /// Contained in the whole one above it.
    Inner,
    /// What belongs to none of the others: told by its number alone, since its length would dwarf them.
    Rest,
}

/// Characters by part and by top section: each part, below it its sections where they are several, then the top sections that belong to no part.
#[must_use]
pub fn lengths<S>(report: &Report<S>) -> Vec<Bar> {
    let tree = Tree::of(&report.sections);
    let mut bars = Vec::new();
    let mut told = vec![false; report.sections.len()];
    for part in &report.parts {
        let indices = part.sections.iter().filter_map(|id| tree.index(id));
        let indices: Vec<usize> = indices.collect();
        let sections = indices.iter().filter_map(|&at| report.sections.get(at));
        let sections: Vec<&Section<S>> = sections.collect();
        if sections.is_empty() && !part.required {
            continue;
        }
        bars.push(Bar {
            name: part.name.clone(),
            note: match sections.as_slice() {
                [] => words::status(part.status, part.required).to_owned(),
                [section] => words::heading(section),
                _ => String::new(),
            },
            kind: Kind::Whole,
            amount: part.chars,
        });
        if sections.len() > 1 {
            bars.extend(
                sections
                    .into_iter()
                    .map(|section| bar(section, Kind::Inner)),
            );
        }
        for index in indices {
            // Merged parts together are the top section that they lie in.
            let whole = match part.status {
                PartStatus::Merged => tree.highest(index)[0],
                _ => Some(index),
            };
            if let Some(told) = whole.and_then(|whole| told.get_mut(whole)) {
                *told = true;
            }
        }
    }
    let others = report.sections.iter().zip(told);
    let others = others.filter(|(section, told)| section.parent.is_none() && !told);
    bars.extend(others.map(|(section, _)| bar(section, Kind::Whole)));
    bars
}

fn bar<S>(section: &Section<S>, kind: Kind) -> Bar {
    Bar {
        name: words::heading(section),
        note: String::new(),
        kind,
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
    let mut order: Vec<(u64, usize)> = (0..topics.len())
        .zip(&counts)
        .map(|(topic, &count)| (u64::MAX - count as u64, topic))
        .collect();
    order.sort_unstable();
    let counted = order.into_iter().filter_map(|(_, topic)| {
        let name = topics.get(topic)?.name;
        Some((name, *counts.get(topic)?, Kind::Whole))
    });
    counted
        .chain([(rest, report.figures.len() - known, Kind::Rest)])
        .filter(|&(_, count, _)| count > 0)
        .map(|(name, amount, kind)| Bar {
            name: name.to_owned(),
            note: String::new(),
            kind,
            amount,
        })
        .collect()
}
