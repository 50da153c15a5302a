//! Headings -> the tree of sections: levels by numbering and position, parents, and how far each section goes.

use std::ops::Range;

use crate::report::Section;
use crate::text::folded::count_folded;
use crate::text::marker::Style;
use crate::text::{Layout, Source, Span};

use super::headings::{self, Heading};

/// Levels go no deeper than this.
const DEEPEST: u8 = 5;

/// A heading with its place in the tree. Ranges are bytes of the folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The heading.
    pub heading: Heading,
    /// 1 is the top.
    pub level: u8,
    /// Index of the section it lies in.
    pub parent: Option<usize>,
    /// The whole section, sub-sections included.
    pub range: Range<usize>,
}

impl Node {
    /// What stands below the heading, sub-sections included.
    #[must_use]
    pub fn body(&self) -> Range<usize> {
        self.heading.title.end..self.range.end
    }
}

/// The sections in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The nodes in the order of the text.
    pub nodes: Vec<Node>,
}

impl Outline {
    /// Builds the tree.
    #[must_use]
    pub fn new(layout: &Layout) -> Self {
        let headings = headings::find(layout);
        let end = layout.folded.len();
        let mut outline = Self {
            nodes: place(headings),
        };
        outline.close(end);
        outline
    }

    /// Ends every section at the next heading that is not below it, the last ones at `end` (where the signature begins).
    pub fn close(&mut self, end: usize) {
        let mut open: Vec<usize> = Vec::new();
        for index in 0..self.nodes.len() {
            let Some(node) = self.nodes.get(index) else {
                break;
            };
            let (level, start) = (node.level, node.heading.marker.start);
            while let Some(&last) = open.last() {
                match self.nodes.get_mut(last) {
                    Some(above) if above.level >= level => {
                        above.range.end = start;
                        open.pop();
                    }
                    _ => break,
                }
            }
            open.push(index);
        }
        for index in open {
            if let Some(node) = self.nodes.get_mut(index) {
                node.range.end = end.max(node.heading.title.end);
            }
        }
    }

    /// The folded title of a node.
    #[must_use]
    pub fn title<'a>(&self, layout: &'a Layout, node: &Node) -> &'a str {
        layout
            .folded
            .slice(node.heading.title.start, node.heading.title.end)
    }

    /// The mark and the title of a section.
    #[must_use]
    pub fn heading(&self, index: usize) -> Option<Range<usize>> {
        let heading = &self.nodes.get(index)?.heading;
        Some(heading.marker.start..heading.title.end)
    }

    /// The blocks that headings stand in, in order; of run-in headings one block may hold several.
    pub fn heading_blocks(&self) -> impl Iterator<Item = usize> {
        self.nodes.iter().map(|node| node.heading.block)
    }

    /// The nodes at the top, with their indices.
    pub fn tops(&self) -> impl Iterator<Item = (usize, &Node)> {
        self.nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| node.level == 1)
    }

    /// The nodes below one, at any depth, with their indices.
    pub fn below(&self, index: usize) -> impl Iterator<Item = (usize, &Node)> {
        let end = self.nodes.get(index).map_or(0, |node| node.range.end);
        self.nodes
            .iter()
            .enumerate()
            .skip(index + 1)
            .take_while(move |(_, node)| node.heading.marker.start < end)
    }

    /// The innermost section at an offset of the folded text.
    #[must_use]
    pub fn at(&self, offset: usize) -> Option<usize> {
        let mut index = self
            .nodes
            .partition_point(|node| node.heading.marker.start <= offset)
            .checked_sub(1)?;
        loop {
            let node = self.nodes.get(index)?;
            if offset < node.range.end {
                return Some(index);
            }
            index = node.parent?;
        }
    }

    /// The top section at an offset of the folded text.
    #[must_use]
    pub fn top_at(&self, offset: usize) -> Option<usize> {
        let mut index = self.at(offset)?;
        while let Some(parent) = self.nodes.get(index)?.parent {
            index = parent;
        }
        Some(index)
    }

    /// The sections as the report has them.
    #[must_use]
    pub fn sections(&self, source: &Source, layout: &Layout) -> Vec<Section<Span>> {
        let counts = CharCounts::new(layout);
        self.nodes
            .iter()
            .enumerate()
            .map(|(index, node)| {
                let heading = &node.heading;
                let words =
                    |range: &Range<usize>| layout.source_span(range.start, range.end, source);
                Section {
                    id: section_id(index),
                    parent: node.parent.map(section_id),
                    level: node.level,
                    marker: source.slice(words(&heading.marker)).trim().to_owned(),
                    title: without_breaks(source, layout, heading, words(&heading.title)),
                    heading: layout.source_span(heading.marker.start, heading.title.end, source),
                    span: layout.source_span(
                        node.range.start,
                        last_word(layout, &node.range),
                        source,
                    ),
                    run_in: heading.run_in,
                    chars: counts.between(&node.range),
                }
            })
            .collect()
    }
}

/// The public name of the section with an index.
#[must_use]
pub fn section_id(index: usize) -> String {
    format!("s{}", index + 1)
}

/// A title that runs over a page break, without the page number in it.
fn without_breaks(source: &Source, layout: &Layout, heading: &Heading, span: Span) -> String {
    let mut text = String::new();
    let mut from = span.start;
    let breaks = layout
        .blocks
        .get(heading.block)
        .map(|block| block.breaks.as_slice())
        .unwrap_or_default();
    for gap in breaks.iter().filter(|gap| span.contains(**gap)) {
        text.push_str(source.slice(Span::new(from, gap.start)));
        from = gap.end;
    }
    text.push_str(source.slice(Span::new(from, span.end)));
    text
}

/// The end of a range without the line feeds at its end.
fn last_word(layout: &Layout, range: &Range<usize>) -> usize {
    let text = layout.folded.slice(range.start, range.end);
    range.start + text.trim_end_matches('\n').len()
}

/// Gives every heading its level and parent.
fn place(headings: Vec<Heading>) -> Vec<Node> {
    let has = |style: Style| headings.iter().any(|h| h.style == style);
    let higher =
        [Style::Chapter, Style::Chinese, Style::ChineseParen].map(|style| (style, has(style)));
    let mut nodes: Vec<Node> = Vec::with_capacity(headings.len());
    let mut stack: Vec<(Style, u8, usize)> = Vec::new();
    for heading in headings {
        let style = heading.style;
        let level = if style == Style::Unmarked && !heading.run_in {
            stack.clear();
            1
        } else if let Some(position) = stack.iter().position(|&(s, ..)| s == style) {
            let level = stack.get(position).map_or(1, |&(_, level, _)| level);
            stack.truncate(position);
            level
        } else {
            while stack.last().is_some_and(|&(s, ..)| s > style) {
                stack.pop();
            }
            match stack.last() {
                Some(&(_, level, _)) => level + 1,
                // An excerpt that starts below the top: the styles above it are known from the rest.
                None => {
                    1 + higher
                        .iter()
                        .filter(|(s, present)| *present && *s < style)
                        .count() as u8
                }
            }
        }
        .min(DEEPEST);
        let parent = stack.last().map(|&(.., index)| index);
        // A top heading without its number counts as 一、.
        let rank = if style == Style::Unmarked && !heading.run_in {
            Style::Chinese
        } else {
            style
        };
        stack.push((rank, level, nodes.len()));
        let range = heading.marker.start..heading.title.end;
        nodes.push(Node {
            heading,
            level,
            parent,
            range,
        });
    }
    settle_enumerators(&mut nodes);
    nodes
}

/// 一是 keeps one level through a report: where it usually stands under （一）, it is no second level where it stands under 一、 alone.
fn settle_enumerators(nodes: &mut [Node]) {
    let mut counts = [0usize; DEEPEST as usize + 1];
    let is_enumerator = |node: &Node| node.heading.style == Style::Enumerator;
    for node in nodes.iter().filter(|node| is_enumerator(node)) {
        if let Some(count) = counts.get_mut(usize::from(node.level)) {
            *count += 1;
        }
    }
    // `max_by_key` keeps the last of equals: in reverse, the shallower level.
    let usual = counts
        .iter()
        .enumerate()
        .rev()
        .max_by_key(|&(_, count)| count)
        .map_or(0, |(level, _)| level as u8);
    // What stands below a lowered one goes down with it.
    let mut lowered: Vec<u8> = vec![0; nodes.len()];
    for index in 0..nodes.len() {
        let Some(node) = nodes.get_mut(index) else {
            break;
        };
        let by = match node.parent.and_then(|parent| lowered.get(parent)) {
            Some(&by) if by > 0 => by,
            _ if is_enumerator(node) => usual.saturating_sub(node.level),
            _ => 0,
        };
        node.level = (node.level + by).min(DEEPEST);
        if let Some(entry) = lowered.get_mut(index) {
            *entry = by;
        }
    }
}

/// Counts of characters other than white space from the start of the folded text, kept at steps so that any range is counted at once.
struct CharCounts<'a> {
    text: &'a str,
    steps: Vec<(usize, usize)>,
}

impl<'a> CharCounts<'a> {
    const STEP: usize = 512;

    fn new(layout: &'a Layout) -> Self {
        let text = layout.folded.text();
        let (mut at, mut count) = (0, 0);
        let places = (0..text.len()).step_by(Self::STEP);
        let steps = places.map(|place| {
            let next = text.floor_char_boundary(place);
            count += count_folded(text.get(at..next).unwrap_or_default());
            at = next;
            (at, count)
        });
        let steps = steps.collect();
        Self { text, steps }
    }

    fn at(&self, offset: usize) -> usize {
        let step = self.steps.get(offset / Self::STEP).or(self.steps.last());
        step.map_or(0, |&(from, count)| {
            count + count_folded(self.text.get(from..offset).unwrap_or_default())
        })
    }

    fn between(&self, range: &Range<usize>) -> usize {
        self.at(range.end).saturating_sub(self.at(range.start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Outline {
        Outline::new(&Layout::new(&Source::new(text)))
    }

    #[test]
    fn the_next_section_is_not_below_the_one_before() {
        let outline =
            read("一、主要举措和成效\n（一）加强学习\n全年学法4次。\n二、存在的不足\n人手少。");
        let below: Vec<usize> = outline.below(0).map(|(index, _)| index).collect();
        assert_eq!(below, [1]);
    }

    #[test]
    fn enumerators_keep_their_level_where_nothing_stands_between() {
        let outline = read(
            "一、主要举措和成效\n（一）加强学习\n一是学法4次。二是培训3期。\n二、存在的不足\n一是人手少。",
        );
        let levels: Vec<u8> = outline.nodes.iter().map(|node| node.level).collect();
        assert_eq!(levels, [1, 2, 3, 3, 1, 3]);
    }
}
