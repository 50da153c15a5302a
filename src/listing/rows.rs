//! A row for each figure, with the section and the sentence it stands in.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::select::Choice;
use super::sentence::{Sentence, Sentences};
use crate::export::words;
use crate::profiles::indicators::INDICATORS;
use crate::report::{Figure, Section, Utf16Report};
use crate::text::folded::search_form;
use crate::text::{Source, Span, Utf16Span};

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
    /// 0, or 1 for a section below the group before it.
    pub depth: usize,
    /// How many rows.
    pub count: usize,
}

impl Group {
    /// A group chosen that has no rows.
    #[must_use]
    pub fn empty(choice: Choice) -> Self {
        let name = match &choice {
            Choice::Only(words) => words.rsplit('\n').next().unwrap_or_default().to_owned(),
            Choice::All | Choice::Without => String::new(),
        };
        Self {
            choice,
            name,
            depth: 0,
            count: 0,
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
    /// The groups of `Listing::sections` it belongs to.
    pub groups: [Option<usize>; 2],
}

impl Listing {
    /// Lists the figures of a report of this text.
    #[must_use]
    pub fn new(source: &Source, report: &Utf16Report) -> Self {
        let tree = Tree::of(&report.sections);
        let (sections, groups) = tree.groups(&report.figures);
        let sentences = Sentences::of(source);
        let span =
            |span: Utf16Span| Span::new(source.byte_at(span.start), source.byte_at(span.end));
        let rows: Vec<Arc<Row>> = report
            .figures
            .iter()
            .map(|figure| {
                let heading = tree.index(figure).and_then(|at| tree.headings.get(at));
                Arc::new(Row {
                    indicator: words::indicator(figure),
                    subject: figure.subject.clone(),
                    action: figure.action.clone(),
                    is_part: figure.whole.is_some(),
                    number: words::value(figure.value),
                    qualifier: figure.qualifier.clone(),
                    period: figure.period.clone(),
                    unit: figure.unit.clone(),
                    heading: heading.cloned().unwrap_or_else(|| "".into()),
                    sentence: sentences.around(span(figure.span)),
                })
            })
            .collect();
        let keys = report
            .figures
            .iter()
            .zip(groups)
            .map(|(figure, groups)| Key {
                value: figure.value,
                section: tree.index(figure),
                groups,
            });
        Self {
            keys: keys.collect(),
            indicators: indicators(&rows),
            sections,
            rows,
            searched: OnceLock::new(),
        }
    }

    /// The words that each row is searched by.
    pub(super) fn searched(&self) -> &[String] {
        self.searched.get_or_init(|| {
            let words = |row: &Arc<Row>| {
                let part = |part: &Option<String>| part.clone().unwrap_or_default();
                let name = format!("{}{}", part(&row.action), part(&row.subject));
                let value = format!("{}{}", row.number.replace(',', ""), row.unit);
                let all = [
                    row.indicator.unwrap_or_default().to_owned(),
                    name,
                    value,
                    format!("{}{}", row.number, row.unit),
                    row.sentence.text(),
                ];
                all.map(|words| search_form(&words)).join("\n")
            };
            self.rows.iter().map(words).collect()
        })
    }
}

/// How many rows have each indicator.
fn indicators(rows: &[Arc<Row>]) -> Vec<Group> {
    let mut counts: HashMap<Option<&str>, usize> = HashMap::new();
    for row in rows {
        *counts.entry(row.indicator).or_default() += 1;
    }
    let named = INDICATORS.iter().map(|indicator| Some(indicator.name));
    named
        .chain([None])
        .filter_map(|name| {
            Some(Group {
                choice: Choice::of(name),
                name: name.unwrap_or_default().to_owned(),
                depth: 0,
                count: *counts.get(&name)?,
            })
        })
        .collect()
}

/// The sections with the way up.
struct Tree<'a> {
    indices: HashMap<&'a str, usize>,
    parents: Vec<Option<usize>>,
    headings: Vec<Arc<str>>,
}

impl<'a> Tree<'a> {
    fn of(sections: &'a [Section<Utf16Span>]) -> Self {
        let indices: HashMap<&str, usize> = sections
            .iter()
            .enumerate()
            .map(|(index, section)| (section.id.as_str(), index))
            .collect();
        let parent = |section: &Section<Utf16Span>| {
            let parent = section.parent.as_deref()?;
            indices.get(parent).copied()
        };
        Self {
            parents: sections.iter().map(parent).collect(),
            headings: sections
                .iter()
                .map(|section| words::heading(section).into())
                .collect(),
            indices,
        }
    }

    fn index(&self, figure: &Figure<Utf16Span>) -> Option<usize> {
        let id = figure.section.as_deref()?;
        self.indices.get(id).copied()
    }

    /// The section at the top that a section lies in, and the one below that.
    fn highest(&self, section: usize) -> [Option<usize>; 2] {
        let (mut top, mut second) = (section, None);
        while let Some(parent) = self.parents.get(top).copied().flatten() {
            second = Some(top);
            top = parent;
        }
        [Some(top), second]
    }

    /// The groups by section, and those of each figure.
    fn groups(&self, figures: &[Figure<Utf16Span>]) -> (Vec<Group>, Vec<[Option<usize>; 2]>) {
        let places: Vec<[Option<usize>; 2]> = figures
            .iter()
            .map(|figure| {
                self.index(figure)
                    .map_or([None, None], |section| self.highest(section))
            })
            .collect();
        let mut counts = vec![0usize; self.headings.len()];
        let mut outside = 0usize;
        for place in &places {
            outside += usize::from(place.iter().all(Option::is_none));
            for &section in place.iter().flatten() {
                if let Some(count) = counts.get_mut(section) {
                    *count += 1;
                }
            }
        }
        let mut groups = Vec::new();
        if outside > 0 {
            groups.push(Group {
                choice: Choice::Without,
                name: String::new(),
                depth: 0,
                count: outside,
            });
        }
        let mut of_section = vec![None; counts.len()];
        for ((index, &count), of_section) in counts.iter().enumerate().zip(&mut of_section) {
            if count > 0 {
                *of_section = Some(groups.len());
                groups.push(self.group(index, count));
            }
        }
        let of_place = |section: Option<usize>| of_section.get(section?).copied().flatten();
        let of_figure = places.iter().map(|place| place.map(of_place));
        let of_figure = of_figure.collect();
        (groups, of_figure)
    }

    /// A section is chosen by the words of its heading and of the one above it: its number in the report changes as the text does.
    fn group(&self, section: usize, count: usize) -> Group {
        let heading = |section: usize| self.headings.get(section).map_or("", |heading| heading);
        let parent = self.parents.get(section).copied().flatten();
        let above = parent.map_or("", heading);
        Group {
            choice: Choice::Only(format!("{above}\n{}", heading(section))),
            name: heading(section).to_owned(),
            depth: usize::from(parent.is_some()),
            count,
        }
    }
}
