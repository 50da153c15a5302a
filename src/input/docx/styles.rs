//! What the styles of a document say that changes its words: automatic numbers, hidden text, tables of contents.

use std::collections::HashMap;

use super::super::xml::{Node, Tree};

/// So many styles may stand on each other; Word allows eleven. A circle ends here too.
const MOST_BASES: usize = 32;

/// The styles by their ids.
#[derive(Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    normal: Option<String>,
}

#[derive(Default)]
struct Style {
    base: Option<String>,
    list: ListPlace,
    hidden: Option<bool>,
    contents: bool,
}

/// The place of a paragraph in a list, as far as it is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ListPlace {
    /// The id of the list; `0` takes a paragraph out of any.
    pub(super) list: Option<String>,
    /// How deep, from 0.
    pub(super) level: Option<usize>,
}

impl ListPlace {
    /// As the properties of a paragraph tell it.
    pub(super) fn of(properties: Node<'_, '_>) -> Self {
        let Some(place) = properties.child("numPr") else {
            return Self::default();
        };
        let val = |name| place.child(name).and_then(Node::val);
        Self {
            list: val("numId"),
            level: val("ilvl").and_then(|level| level.parse().ok()),
        }
    }
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn new(tree: &Tree<'_>) -> Self {
        let mut styles = Self::default();
        let Ok(root) = tree.root() else {
            return styles;
        };
        for node in root.children().filter(|node| node.name() == "style") {
            let Some(id) = node.attribute("styleId") else {
                continue;
            };
            let name = node.child("name").and_then(Node::val);
            let name = name.unwrap_or_default().to_lowercase();
            let style = Style {
                base: node.child("basedOn").and_then(Node::val),
                list: node.child("pPr").map(ListPlace::of).unwrap_or_default(),
                hidden: node.child("rPr").and_then(hidden),
                contents: name.starts_with("toc "),
            };
            let of_paragraphs = node
                .attribute("type")
                .is_none_or(|kind| kind == "paragraph");
            if of_paragraphs && node.attribute("default").is_some_and(|on| is_on(&on)) {
                styles.normal = Some(id.clone());
            }
            styles.styles.insert(id, style);
        }
        styles
    }

    /// The style that a paragraph has which names this one or none.
    pub(super) fn paragraph(&self, named: Option<String>) -> Option<String> {
        named.or_else(|| self.normal.clone())
    }

    /// The place in a list that a style gives.
    pub(super) fn list(&self, id: &str) -> ListPlace {
        let mut place = ListPlace::default();
        for style in self.chain(id) {
            place.list = place.list.or_else(|| style.list.list.clone());
            place.level = place.level.or(style.list.level);
        }
        place
    }

    /// Whether a style hides its text, where it says so.
    pub(super) fn hidden(&self, id: &str) -> Option<bool> {
        self.chain(id).find_map(|style| style.hidden)
    }

    /// Whether a style is one of the lines of a table of contents, or of its heading.
    pub(super) fn contents(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.contents)
    }

    /// A style and those that it stands on.
    fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s Style> {
        let base = |style: &&'s Style| self.styles.get(style.base.as_ref()?);
        std::iter::successors(self.styles.get(id), base).take(MOST_BASES)
    }
}

/// Whether the properties of a run hide it, where they say so.
pub(super) fn hidden(properties: Node<'_, '_>) -> Option<bool> {
    flag(properties, "vanish")
}

/// What an element that is a switch says.
pub(super) fn flag(properties: Node<'_, '_>, name: &str) -> Option<bool> {
    let switch = properties.child(name)?;
    Some(switch.val().is_none_or(|value| is_on(&value)))
}

fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off")
}
