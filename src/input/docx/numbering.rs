//! The numbers that Word puts before paragraphs by itself: which one a paragraph gets, and how it is written.

use std::collections::{HashMap, HashSet};

use super::super::ordinal::{self, Ordinal};
use super::super::xml::{Node, Tree};
use super::styles::{self, ListPlace, Styles};

/// Levels of a list (ISO/IEC 29500-1, 17.9.3).
const LEVELS: usize = 9;
/// A list may name a style in the place of its levels, and the style another list.
const MOST_LINKS: usize = 4;

/// The lists of a document, and how far each has been counted.
#[derive(Default)]
pub(super) struct Numbering {
    lists: Lists,
    /// The last numbers of the levels of each kind.
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    /// The lists that have begun anew at a level.
    begun: HashSet<(String, usize)>,
}

#[derive(Default)]
struct Lists {
    /// The kinds of list, by their ids.
    kinds: HashMap<String, Kind>,
    /// The lists, by the ids that paragraphs name.
    named: HashMap<String, List>,
}

#[derive(Default)]
struct Kind {
    levels: [Option<Level>; LEVELS],
    /// A style that has the levels instead.
    link: Option<String>,
}

#[derive(Default)]
struct List {
    kind: String,
    levels: [Option<Level>; LEVELS],
    starts: [Option<u32>; LEVELS],
}

#[derive(Clone)]
struct Level {
    start: u32,
    ordinal: Ordinal,
    /// What is written: `%1` stands for the number of the first level.
    text: String,
    /// What parts it from the words: nothing where this is set.
    tight: bool,
    /// Whether the numbers of other levels are written as decimals in it.
    decimal: bool,
    /// The level whose number begins this one anew, from 1; 0 for none.
    restart: Option<usize>,
    /// The style whose paragraphs stand on this level.
    style: Option<String>,
    hidden: bool,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub(super) fn new(tree: &Tree<'_>) -> Self {
        let mut numbering = Self::default();
        let Ok(root) = tree.root() else {
            return numbering;
        };
        for node in root.children() {
            match node.name() {
                "abstractNum" => {
                    let id = node.attribute("abstractNumId").unwrap_or_default();
                    let link = node.child("numStyleLink").and_then(Node::val);
                    let levels = levels(node);
                    numbering.lists.kinds.insert(id, Kind { levels, link });
                }
                "num" => {
                    let id = node.attribute("numId").unwrap_or_default();
                    numbering.lists.named.insert(id, list(node));
                }
                _ => {}
            }
        }
        numbering
    }

    /// Counts a paragraph, and gives the number before it with what parts the two; nothing where it stands in no list.
    pub(super) fn next(&mut self, own: ListPlace, style: Option<&str>, styles: &Styles) -> String {
        let styled = style.map(|id| styles.list(id)).unwrap_or_default();
        let by_style = own.list.is_none();
        let Some(id) = own.list.or(styled.list) else {
            return String::new();
        };
        let lists = &self.lists;
        let (Some((kind_id, kind)), Some(list)) = (lists.kind(&id, styles), lists.named.get(&id))
        else {
            return String::new();
        };
        let of_style = || {
            let mut levels = kind.levels.iter();
            let style = style.filter(|_| by_style)?;
            levels.position(|level| {
                level
                    .as_ref()
                    .is_some_and(|l| l.style.as_deref() == Some(style))
            })
        };
        let depth = own.level.or_else(of_style).or(styled.level).unwrap_or(0);
        let level = |depth: usize| {
            let own = list.levels.get(depth).and_then(Option::as_ref);
            own.or_else(|| kind.levels.get(depth).and_then(Option::as_ref))
        };
        let Some(at) = level(depth) else {
            return String::new();
        };
        let start = list.starts.get(depth).copied().flatten();
        let anew = start.filter(|_| self.begun.insert((id.clone(), depth)));
        let counts = self.counts.entry(kind_id).or_default();
        for (deeper, count) in counts.iter_mut().enumerate().skip(depth + 1) {
            let restart = level(deeper).and_then(|level| level.restart);
            if restart.is_none_or(|above| depth < above) {
                *count = None;
            }
        }
        if let Some(count) = counts.get_mut(depth) {
            *count = Some(match (anew, *count) {
                (Some(start), _) => start,
                (None, Some(last)) => last.saturating_add(1),
                (None, None) => start.unwrap_or(at.start),
            });
        }
        let number = |depth: usize| {
            let of = level(depth)?;
            let count = counts.get(depth).copied().flatten().unwrap_or(of.start);
            let ordinal = if at.decimal {
                Ordinal::Decimal
            } else {
                of.ordinal
            };
            Some(ordinal.write(count))
        };
        at.written(number)
    }
}

impl Lists {
    /// The kind that a list is of, found by way of styles where it names one.
    fn kind(&self, list: &str, styles: &Styles) -> Option<(String, &Kind)> {
        let mut id = self.named.get(list)?.kind.clone();
        for _ in 0..MOST_LINKS {
            let kind = self.kinds.get(&id)?;
            let linked = kind.link.as_ref().and_then(|style| {
                let list = styles.list(style).list?;
                Some(self.named.get(&list)?.kind.clone())
            });
            match linked {
                Some(next) if next != id => id = next,
                _ => return Some((id, kind)),
            }
        }
        None
    }
}

impl Level {
    /// The number with what parts it from the words.
    fn written(&self, number: impl Fn(usize) -> Option<String>) -> String {
        if self.hidden || self.text.len() > ordinal::MOST_BYTES {
            return String::new();
        }
        let mut text = String::new();
        let mut rest = self.text.as_str();
        while let Some((before, after)) = rest.split_once('%') {
            text.push_str(before);
            rest = after;
            let digit = after.chars().next().and_then(|c| c.to_digit(10));
            match digit.and_then(|digit| (digit as usize).checked_sub(1)) {
                Some(depth) => {
                    text.push_str(&number(depth).unwrap_or_default());
                    rest = after.get(1..).unwrap_or_default();
                }
                None => text.push('%'),
            }
        }
        text.push_str(rest);
        ordinal::before_words(&text, self.tight)
    }
}

fn levels(node: Node<'_, '_>) -> [Option<Level>; LEVELS] {
    let mut levels = [const { None }; LEVELS];
    for node in node.children().filter(|node| node.name() == "lvl") {
        if let Some(slot) = depth(node).and_then(|depth| levels.get_mut(depth)) {
            *slot = Some(level(node));
        }
    }
    levels
}

fn depth(node: Node<'_, '_>) -> Option<usize> {
    node.attribute("ilvl")?.parse().ok()
}

fn level(node: Node<'_, '_>) -> Level {
    let val = |name| node.child(name).and_then(Node::val);
    // A format that older programs do not know stands beside one that they do.
    let format = val("numFmt").or_else(|| {
        let choice = node.child("AlternateContent")?;
        choice.child("Fallback")?.child("numFmt")?.val()
    });
    let format = format.unwrap_or_default();
    let text = val("lvlText").filter(|_| format != "bullet");
    Level {
        start: val("start")
            .and_then(|start| start.parse().ok())
            .unwrap_or(1),
        ordinal: Ordinal::of_word(&format),
        text: text.unwrap_or_default(),
        tight: val("suff").is_some_and(|suffix| suffix == "nothing"),
        decimal: styles::flag(node, "isLgl").unwrap_or(false),
        restart: val("lvlRestart").and_then(|level| level.parse().ok()),
        style: val("pStyle"),
        hidden: node.child("rPr").and_then(styles::hidden).unwrap_or(false),
    }
}

fn list(node: Node<'_, '_>) -> List {
    let mut list = List {
        kind: node
            .child("abstractNumId")
            .and_then(Node::val)
            .unwrap_or_default(),
        ..List::default()
    };
    for node in node.children().filter(|node| node.name() == "lvlOverride") {
        let Some(depth) = depth(node) else {
            continue;
        };
        let start = node.child("startOverride").and_then(Node::val);
        if let Some(slot) = list.starts.get_mut(depth) {
            *slot = start.and_then(|start| start.parse().ok());
        }
        if let Some(slot) = list.levels.get_mut(depth) {
            *slot = node.child("lvl").map(level);
        }
    }
    list
}

#[cfg(test)]
mod tests;
