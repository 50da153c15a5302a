//! A row for each figure, with the section and the sentence it stands in.

use std::sync::{Arc, OnceLock};

use super::order::Choice;
use super::tree::Tree;
use crate::export::words;
use crate::profiles::indicators::INDICATORS;
use crate::report::Utf16Report;
use crate::text::Source;
use crate::text::folded::search_form;
use crate::text::sentence::{Sentence, Sentences};

/// Where more sections than these hold figures, only the ones at the top are offered to choose from.
const MOST_SECTIONS: usize = 200;

/// What a row says of a figure. It holds no positions, so that it stays the same while the text changes elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The name of its indicator.
    pub indicator: Option<&'static str>,
    /// What is counted.
    pub subject: Option<String>,
    /// What was done to it.
    pub action: Option<String>,
    /// Whether it is a part of another figure (其中…).
    pub is_part: bool,
    /// The number, thousands apart.
    pub number: String,
    /// 余, 近, 以上 and the like.
    pub qualifier: Option<String>,
    /// The time that it covers.
    pub period: Option<String>,
    /// As written; empty where there is none.
    pub unit: String,
    /// The mark and title of the innermost section; empty before the first heading.
    pub heading: Arc<str>,
    /// The sentence around it.
    pub sentence: Sentence,
}

impl Row {
    /// What it is known by: its indicator, or else what is counted.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.indicator.or(self.subject.as_deref())
    }
}

/// Some rows that have an indicator or a section in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What chooses them.
    pub choice: Choice,
    /// The indicator's name, or the section's mark and title; empty for what has none.
    pub name: String,
    /// 0, or 1 for a section below another.
    pub depth: usize,
    /// How many rows.
    pub count: usize,
    /// The section, by its index in the report.
    pub(super) section: Option<usize>,
}

impl Group {
    /// A group, where it has rows.
    fn of(choice: Choice, name: &str, count: usize) -> Option<Self> {
        (count > 0).then(|| Self {
            choice,
            name: name.to_owned(),
            depth: 0,
            count,
            section: None,
        })
    }

    /// A group that was chosen when it still had rows.
    #[must_use]
    pub fn gone(choice: Choice) -> Self {
        let name = match &choice {
            Choice::Only(words) => words.rsplit('\n').next().unwrap_or_default().to_owned(),
            Choice::All | Choice::Without => String::new(),
        };
        Self {
            choice,
            name,
            depth: 0,
            count: 0,
            section: None,
        }
    }
}

/// A row for each figure of a report, in the order of the text.
#[derive(Debug, Default)]
pub struct Listing {
    /// The rows; the index of one is its figure's index in the report.
    pub rows: Vec<Arc<Row>>,
    /// The indicators given, in the order of the profile, and then what has none.
    pub indicators: Vec<Group>,
    /// What stands before the first heading, then the sections of the two highest levels that hold figures.
    pub sections: Vec<Group>,
    pub(super) keys: Vec<Key>,
    /// The words that each row is searched by, made when they are first asked for.
    searched: OnceLock<Vec<String>>,
}

/// What a row is sorted and filtered by, besides its words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    pub value: f64,
    /// The innermost section, by its index.
    pub section: Option<usize>,
    /// The section at the top that it lies in, and the one below that.
    pub above: [Option<usize>; 2],
}

impl Listing {
    /// Lists the figures of a report of this text.
    #[must_use]
    pub fn new(source: &Source, report: &Utf16Report) -> Self {
        let tree = Tree::of(&report.sections);
        let headings: Vec<Arc<str>> = report
            .sections
            .iter()
            .map(|section| words::heading(section).into())
            .collect();
        let sentences = Sentences::of(source);
        let mut listing = Self::default();
        let mut sizes = vec![0usize; headings.len()];
        let mut counts = vec![0usize; INDICATORS.len()];
        for figure in &report.figures {
            let section = figure.section.as_deref().and_then(|id| tree.index(id));
            let above = section.map_or([None, None], |section| tree.highest(section));
            for size in above.into_iter().flatten() {
                if let Some(size) = sizes.get_mut(size) {
                    *size += 1;
                }
            }
            let indicator = words::indicator(figure);
            let known = INDICATORS.iter().position(|i| Some(i.name) == indicator);
            if let Some(count) = known.and_then(|known| counts.get_mut(known)) {
                *count += 1;
            }
            let heading = section.and_then(|section| headings.get(section));
            listing.keys.push(Key {
                value: figure.value,
                section,
                above,
            });
            listing.rows.push(Arc::new(Row {
                indicator,
                subject: figure.subject.clone(),
                action: figure.action.clone(),
                is_part: figure.whole.is_some(),
                number: words::value(figure.value),
                qualifier: figure.qualifier.clone(),
                period: figure.period.clone(),
                unit: figure.unit.clone(),
                heading: heading.cloned().unwrap_or_default(),
                sentence: sentences.around(source.bytes(figure.span)),
            }));
        }
        listing.group_by_indicator(&counts);
        listing.group_by_section(&tree, &headings, &sizes);
        listing
    }

    fn group_by_indicator(&mut self, counts: &[usize]) {
        for (indicator, &count) in INDICATORS.iter().zip(counts) {
            let choice = Choice::Only(indicator.name.to_owned());
            self.indicators
                .extend(Group::of(choice, indicator.name, count));
        }
        let rest = self.rows.len() - counts.iter().sum::<usize>();
        self.indicators.extend(Group::of(Choice::Without, "", rest));
    }

    /// A section is chosen by the words of its heading and of the one above it: its index changes as the text does.
    fn group_by_section(&mut self, tree: &Tree<'_>, headings: &[Arc<str>], sizes: &[usize]) {
        let outside = self.keys.iter().filter(|key| key.section.is_none());
        self.sections
            .extend(Group::of(Choice::Without, "", outside.count()));
        for (section, (heading, &size)) in headings.iter().zip(sizes).enumerate() {
            let parent = tree.parent(section);
            let above = parent.and_then(|parent| headings.get(parent));
            let key = format!("{}\n{heading}", above.cloned().unwrap_or_default());
            let group = Group::of(Choice::Only(key), heading, size).map(|group| Group {
                depth: usize::from(parent.is_some()),
                section: Some(section),
                ..group
            });
            self.sections.extend(group);
        }
        if self.sections.len() > MOST_SECTIONS {
            self.sections.retain(|group| group.depth == 0);
        }
    }

    /// The words that a row is searched by.
    pub(super) fn searched(&self, index: usize) -> &str {
        let all = self.searched.get_or_init(|| {
            let words = |row: &Arc<Row>| {
                let part = |part: &Option<String>| part.clone().unwrap_or_default();
                let words = [
                    row.indicator.unwrap_or_default(),
                    "\n",
                    &part(&row.action),
                    &part(&row.subject),
                    "\n",
                    &row.number.replace(',', ""),
                    &row.unit,
                    "\n",
                    &row.number,
                    &row.unit,
                    "\n",
                    &row.sentence.text(),
                ];
                search_form(&words.concat())
            };
            self.rows.iter().map(words).collect()
        });
        all.get(index).map_or("", String::as_str)
    }
}
