//! The numbers that OpenDocument puts before paragraphs by itself: which one a paragraph gets, and how it is written.

use std::collections::HashMap;

use super::super::ordinal::{self, Ordinal};
use super::super::xml::Node;

/// Levels of a list (ISO/IEC 26300-1, 16.30).
const LEVELS: usize = 10;
/// The list that headings outside of any list are counted by.
const OUTLINE: &str = "\0outline";

/// The kinds of list, by their names, and how far each list has been counted.
#[derive(Default)]
pub(super) struct Lists {
    styles: HashMap<String, [Level; LEVELS]>,
    counts: Vec<[Option<u32>; LEVELS]>,
    /// The counts of the lists that have an id, and of the last list of a kind.
    by_id: HashMap<String, usize>,
    by_style: HashMap<String, usize>,
}

/// A list at hand.
#[derive(Clone, Debug)]
pub(super) struct Place {
    style: String,
    counts: usize,
    /// How deep, from 0.
    level: usize,
}

#[derive(Clone, Debug)]
struct Level {
    ordinal: Ordinal,
    start: u32,
    /// What is written: `%1%` stands for the number of the first level.
    text: String,
    tight: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            ordinal: Ordinal::None,
            start: 1,
            text: String::new(),
            tight: false,
        }
    }
}

impl Lists {
    /// Takes the kinds of list among the styles.
    pub(super) fn add(&mut self, styles: Node<'_, '_>) {
        for node in styles.children() {
            let name = match node.name() {
                "list-style" => node.attribute("name").unwrap_or_default(),
                "outline-style" => OUTLINE.to_owned(),
                _ => continue,
            };
            let mut levels = [const { None }; LEVELS];
            for node in node.children() {
                let depth = node
                    .attribute("level")
                    .and_then(|it| it.parse::<usize>().ok());
                let depth = depth.and_then(|level| level.checked_sub(1));
                if let Some((depth, slot)) = depth.and_then(|at| Some((at, levels.get_mut(at)?))) {
                    *slot = Some(level(node, depth));
                }
            }
            self.styles
                .insert(name, levels.map(Option::unwrap_or_default));
        }
    }

    /// A list begins, within another or by itself.
    pub(super) fn begin(&mut self, list: Node<'_, '_>, around: Option<&Place>) -> Place {
        let style = list.attribute("style-name");
        if let Some(around) = around {
            return Place {
                style: style.unwrap_or_else(|| around.style.clone()),
                counts: around.counts,
                level: around.level + 1,
            };
        }
        let style = style.unwrap_or_default();
        let goes_on = list
            .attribute("continue-numbering")
            .is_some_and(|it| it == "true");
        let before = list
            .attribute("continue-list")
            .and_then(|id| self.by_id.get(&id));
        let before = before.or_else(|| self.by_style.get(&style).filter(|_| goes_on));
        let counts = before.copied().unwrap_or_else(|| self.more());
        if let Some(id) = list.attribute("id") {
            self.by_id.insert(id, counts);
        }
        self.by_style.insert(style.clone(), counts);
        Place {
            style,
            counts,
            level: 0,
        }
    }

    /// Counts an item, and gives the number before its words.
    pub(super) fn item(&mut self, place: &Place, start: Option<u32>) -> String {
        let Some(levels) = self.styles.get(&place.style) else {
            return String::new();
        };
        let (Some(at), Some(counts)) = (levels.get(place.level), self.counts.get_mut(place.counts))
        else {
            return String::new();
        };
        for count in counts.iter_mut().skip(place.level + 1) {
            *count = None;
        }
        if let Some(count) = counts.get_mut(place.level) {
            let next = count.map_or(at.start, |last| last.saturating_add(1));
            *count = Some(start.unwrap_or(next));
        }
        let number = |depth: usize| {
            let of = levels.get(depth)?;
            let count = counts.get(depth).copied().flatten();
            Some(of.ordinal.write(count.unwrap_or(of.start)))
        };
        let mut text = String::new();
        for (at, words) in at.text.split('%').enumerate() {
            match words
                .parse::<usize>()
                .ok()
                .and_then(|level| level.checked_sub(1))
            {
                Some(depth) if at % 2 == 1 => text.push_str(&number(depth).unwrap_or_default()),
                _ => text.push_str(words),
            }
        }
        ordinal::before_words(&text, at.tight)
    }

    /// Counts a heading that stands in no list, and gives the number before its words.
    pub(super) fn heading(&mut self, heading: Node<'_, '_>) -> String {
        let on = |name| heading.attribute(name).is_some_and(|it| it == "true");
        let level = heading.attribute("outline-level");
        let level = level.and_then(|level| level.parse::<usize>().ok());
        let Some(level) = level.and_then(|level| level.checked_sub(1)) else {
            return String::new();
        };
        if on("is-list-header") {
            return String::new();
        }
        let counts = match self.by_style.get(OUTLINE) {
            Some(&counts) => counts,
            None => self.more(),
        };
        self.by_style.insert(OUTLINE.to_owned(), counts);
        let place = Place {
            style: OUTLINE.to_owned(),
            counts,
            level,
        };
        let start = heading
            .attribute("start-value")
            .and_then(|it| it.parse().ok());
        self.item(&place, start.filter(|_| on("restart-numbering")))
    }

    fn more(&mut self) -> usize {
        self.counts.push([None; LEVELS]);
        self.counts.len() - 1
    }
}

fn level(node: Node<'_, '_>, depth: usize) -> Level {
    let is_number = matches!(
        node.name(),
        "list-level-style-number" | "outline-level-style"
    );
    if !is_number {
        return Level::default();
    }
    let get = |name| node.attribute(name);
    let ordinal = Ordinal::of_sample(&get("num-format").unwrap_or_default());
    let text = get("num-list-format").unwrap_or_else(|| {
        let shown = get("display-levels").and_then(|it| it.parse().ok());
        let shown = shown.unwrap_or(1).clamp(1, depth + 1);
        let numbers = (depth + 2 - shown..=depth + 1).map(|level| format!("%{level}%"));
        let numbers: Vec<String> = numbers.filter(|_| ordinal != Ordinal::None).collect();
        let numbers = numbers.join(".");
        let (prefix, suffix) = (get("num-prefix"), get("num-suffix"));
        prefix.unwrap_or_default() + &numbers + &suffix.unwrap_or_default()
    });
    let label = node
        .child("list-level-properties")
        .and_then(|properties| properties.child("list-level-label-alignment"))
        .and_then(|label| label.attribute("label-followed-by"));
    Level {
        ordinal,
        start: get("start-value")
            .and_then(|it| it.parse().ok())
            .unwrap_or(1),
        text: if text.len() > ordinal::MOST_BYTES {
            String::new()
        } else {
            text
        },
        tight: label.is_some_and(|what| what == "nothing"),
    }
}
