//! Marks put into the main part of a document: where one can stand, which runs must be parted for it, and the part written anew with all of them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::flow::Piece;
use super::super::xml::{Node, Tree};

/// Which end of a range a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Start,
    End,
}

/// The changes to a part, in the order of the file.
pub(super) struct Edits<'a> {
    xml: &'a str,
    spots: BTreeMap<usize, Spot>,
    /// Tags that are written anew, by where they begin: where they end, and what they become.
    tags: BTreeMap<usize, (usize, String)>,
}

/// A place where marks stand.
#[derive(Default)]
struct Spot {
    /// What ends the elements around it, and begins them again.
    close: String,
    open: String,
    /// The marks, by their order: what ends here, what does both, what begins.
    ends: String,
    whole: String,
    starts: String,
}

impl<'a> Edits<'a> {
    pub(super) fn new(xml: &'a str) -> Self {
        Self {
            xml,
            spots: BTreeMap::new(),
            tags: BTreeMap::new(),
        }
    }

    /// A place for a mark at a byte of a piece, as near as can be: beside its run where that cannot be parted.
    pub(super) fn place(&mut self, tree: &Tree<'_>, at: (&Piece, usize), side: Side) -> usize {
        let node = tree.node(at.0.node);
        let around = || std::iter::successors(node.parent(), |node| node.parent());
        let in_paragraph = around().take_while(|node| node.name() != "p");
        let Some(run) = in_paragraph.filter(|node| node.name() == "r").last() else {
            return node.outer().start;
        };
        let is_text = node.name().is_empty();
        let child = if is_text { node.parent() } else { Some(node) };
        let direct = |child: &Node<'_, '_>| child.parent().is_some_and(|it| it.at() == run.at());
        let plain = !is_text || node.inner_start() == node.outer().start;
        let Some(child) = child.filter(|child| plain && direct(child)) else {
            return edge(run.outer(), side);
        };
        if !is_text || !self.can_be_parted(child) {
            return self.beside(run, child, side);
        }
        let at = match at.0.from {
            Some(from) => from + at.1,
            None => edge(node.outer(), side),
        };
        let blank = |part: Range<usize>| self.words(part).trim().is_empty();
        if blank(child.inner_start()..at) {
            self.beside(run, child, Side::Start)
        } else if blank(at..inner_end(child)) {
            self.beside(run, child, Side::End)
        } else {
            self.within(run, child, at)
        }
    }

    /// Places at both ends of a paragraph.
    pub(super) fn around(&mut self, paragraph: Node<'_, '_>) -> [usize; 2] {
        let Range { start, end } = paragraph.outer();
        if paragraph.inner_start() == end && self.words(start..end).ends_with("/>") {
            self.tags
                .insert(start, (end, format!("<{}>", paragraph.tag().trim_end())));
            let spot = self.spots.entry(end).or_default();
            spot.open = format!("</{}>", paragraph.full_name());
            return [end, end];
        }
        let properties = paragraph.child("pPr");
        let begin = properties.map_or(paragraph.inner_start(), |node| node.outer().end);
        [begin, inner_end(paragraph)]
    }

    /// Puts marks at two places.
    pub(super) fn mark(&mut self, [from, to]: [usize; 2], start: String, end: String) {
        if from == to {
            let spot = self.spots.entry(from).or_default();
            spot.whole += &(start + &end);
        } else {
            self.spots.entry(from).or_default().starts += &start;
            self.spots.entry(to).or_default().ends += &end;
        }
    }

    /// The part with all changes.
    pub(super) fn written(&self) -> String {
        let mut out = String::with_capacity(self.xml.len() + 400 * self.spots.len());
        let mut done = 0;
        let mut tags = self.tags.iter().peekable();
        for (&at, spot) in &self.spots {
            while let Some((&start, (end, tag))) = tags.next_if(|(start, _)| **start < at) {
                out.push_str(self.words(done..start));
                out.push_str(tag);
                done = *end;
            }
            out.push_str(self.words(done..at));
            done = at;
            for words in [
                &spot.close,
                &spot.ends,
                &spot.whole,
                &spot.starts,
                &spot.open,
            ] {
                out.push_str(words);
            }
        }
        out.push_str(self.words(done..self.xml.len()));
        out
    }

    fn words(&self, bytes: Range<usize>) -> &'a str {
        self.xml.get(bytes).unwrap_or_default()
    }

    /// A place beside what stands in a run: beside the run itself where nothing else is on that side.
    fn beside(&mut self, run: Node<'_, '_>, child: Node<'_, '_>, side: Side) -> usize {
        let mut content = run.children().filter(|node| node.name() != "rPr");
        let outermost = match side {
            Side::Start => content.next(),
            Side::End => content.last(),
        };
        if outermost.is_some_and(|node| node.at() == child.at()) {
            return edge(run.outer(), side);
        }
        let at = edge(child.outer(), side);
        let (close, open) = (format!("</{}>", run.full_name()), self.begun_again(run));
        let spot = self.spots.entry(at).or_default();
        (spot.close, spot.open) = (close, open);
        at
    }

    /// Whether words read the same in two halves whose blanks are kept: not where they stand between blanks that were not.
    fn can_be_parted(&self, words: Node<'_, '_>) -> bool {
        let written = self.words(words.inner_start()..inner_end(words));
        match words.attribute("space") {
            Some(space) => space == "preserve",
            None => written.trim_ascii() == written,
        }
    }

    /// A place in the words of a run. Blanks at the ends of the two halves must be kept from now on.
    fn within(&mut self, run: Node<'_, '_>, words: Node<'_, '_>, at: usize) -> usize {
        const KEPT: &str = " xml:space=\"preserve\"";
        let name = words.full_name();
        let close = format!("</{name}></{}>", run.full_name());
        let open = format!("{}<{name}{KEPT}>", self.begun_again(run));
        let spot = self.spots.entry(at).or_default();
        (spot.close, spot.open) = (close, open);
        if words.attribute("space").is_none() {
            let tag = format!("<{}{KEPT}>", words.tag().trim_end());
            self.tags
                .insert(words.outer().start, (words.inner_start(), tag));
        }
        at
    }

    /// What begins a run like another one.
    fn begun_again(&self, run: Node<'_, '_>) -> String {
        let properties = run.child("rPr").map(|node| self.words(node.outer()));
        format!("<{}>{}", run.tag(), properties.unwrap_or_default())
    }
}

fn edge(range: Range<usize>, side: Side) -> usize {
    match side {
        Side::Start => range.start,
        Side::End => range.end,
    }
}

/// Where what is in an element ends.
pub(super) fn inner_end(node: Node<'_, '_>) -> usize {
    let last = node.nodes().last();
    last.map_or(node.inner_start(), |node| node.outer().end)
}
