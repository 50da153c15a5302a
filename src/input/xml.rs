//! XML as a tree of elements and words, known by their local names, each with its place in the file. No entity is expanded but those that stand for one
//! character, and depth and number of elements are bounded.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::Unreadable;

/// No document nests its elements deeper. What walks over a tree may call itself for each level.
const MOST_DEPTH: usize = 200;
/// So many elements and pieces of text a part may have: a report of 50,000 characters with a run for each has a third of it.
const MOST_NODES: usize = 1_500_000;

/// The elements and words of a file, in their order.
pub(super) struct Tree<'a> {
    nodes: Vec<Stored<'a>>,
}

struct Stored<'a> {
    kind: Kind<'a>,
    /// Bytes of the file that it takes, and where what is in it begins.
    start: u32,
    inner: u32,
    end: u32,
    /// The element around it; its own place where there is none.
    parent: u32,
    /// What follows in the list after all that is in it.
    next: u32,
}

enum Kind<'a> {
    /// The tag without its brackets, how long the name in it is, and where the name without its prefix begins.
    Element { tag: &'a str, name: u16, local: u16 },
    /// Words as they stand in the file, entities left out.
    Text(&'a str),
    /// A character that is written as an entity.
    Char(char),
}

/// An element or a piece of text.
#[derive(Clone, Copy)]
pub(super) struct Node<'t, 'a> {
    tree: &'t Tree<'a>,
    at: usize,
}

impl<'a> Tree<'a> {
    /// Reads a file.
    ///
    /// # Errors
    /// Where its tags do not fit each other, or it is nested too deep, or has too many elements.
    pub(super) fn new(xml: &'a str) -> Result<Self, Unreadable> {
        let mut reader = Reader::from_str(xml);
        let mut nodes: Vec<Stored<'a>> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        let place = |at: u64| u32::try_from(at).map_err(|_| Unreadable::TooMuch);
        loop {
            let start = place(reader.buffer_position())?;
            let event = reader.read_event().map_err(|_| Unreadable::Damaged)?;
            let end = place(reader.buffer_position())?;
            let words = || xml.get(start as usize..end as usize).unwrap_or_default();
            let opens = matches!(event, Event::Start(_));
            let kind = match event {
                Event::Start(tag) | Event::Empty(tag) => element(words(), &tag)?,
                Event::Text(_) => Kind::Text(words()),
                Event::CData(_) => {
                    let inner = words().strip_prefix("<![CDATA[");
                    let inner = inner.and_then(|words| words.strip_suffix("]]>"));
                    Kind::Text(inner.unwrap_or_default())
                }
                Event::GeneralRef(name) => match character(&name) {
                    Some(c) => Kind::Char(c),
                    None => continue,
                },
                Event::End(_) => {
                    if let Some(at) = open.pop() {
                        let next = place(nodes.len() as u64)?;
                        if let Some(node) = nodes.get_mut(at) {
                            (node.end, node.next) = (end, next);
                        }
                    }
                    continue;
                }
                Event::Eof => break,
                _ => continue,
            };
            if nodes.len() >= MOST_NODES {
                return Err(Unreadable::TooMuch);
            }
            let at = nodes.len();
            // Words in marks of their own begin behind them.
            let inner = match kind {
                Kind::Text(inner) if inner.len() < words().len() => {
                    start + "<![CDATA[".len() as u32
                }
                Kind::Text(_) | Kind::Char(_) => start,
                Kind::Element { .. } => end,
            };
            nodes.push(Stored {
                kind,
                start,
                inner,
                end,
                parent: place(open.last().copied().unwrap_or(at) as u64)?,
                next: place(at as u64 + 1)?,
            });
            if opens {
                open.push(at);
                if open.len() > MOST_DEPTH {
                    return Err(Unreadable::TooMuch);
                }
            }
        }
        if !open.is_empty() {
            return Err(Unreadable::Damaged);
        }
        Ok(Self { nodes })
    }

    /// The outermost element.
    ///
    /// # Errors
    /// Where there is none.
    pub(super) fn root(&self) -> Result<Node<'_, 'a>, Unreadable> {
        let root = |node: &Stored<'_>| matches!(node.kind, Kind::Element { .. });
        let at = self.nodes.iter().position(root);
        at.map(|at| self.node(at)).ok_or(Unreadable::Damaged)
    }

    /// The node at a place, as [`Node::at`] gives it.
    pub(super) fn node(&self, at: usize) -> Node<'_, 'a> {
        Node { tree: self, at }
    }
}

impl<'t, 'a> Node<'t, 'a> {
    /// Its place in the tree.
    pub(super) fn at(self) -> usize {
        self.at
    }

    fn stored(self) -> Option<&'t Stored<'a>> {
        self.tree.nodes.get(self.at)
    }

    /// The local name of an element; nothing for text.
    pub(super) fn name(self) -> &'a str {
        match self.stored().map(|node| &node.kind) {
            Some(&Kind::Element { tag, name, local }) => {
                let name = tag.get(usize::from(local)..usize::from(name));
                name.unwrap_or_default()
            }
            _ => "",
        }
    }

    /// The tag of an element as it stands in the file, without brackets.
    pub(super) fn tag(self) -> &'a str {
        match self.stored().map(|node| &node.kind) {
            Some(&Kind::Element { tag, .. }) => tag,
            _ => "",
        }
    }

    /// The name of an element with its prefix; nothing for text.
    pub(super) fn full_name(self) -> &'a str {
        match self.stored().map(|node| &node.kind) {
            Some(&Kind::Element { tag, name, .. }) => {
                tag.get(..usize::from(name)).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// The bytes of the file that it takes, its tags among them.
    pub(super) fn outer(self) -> Range<usize> {
        self.stored()
            .map_or(0..0, |node| node.start as usize..node.end as usize)
    }

    /// Where in the file what is in it begins: behind the tag of an element, at the first letter of a text.
    pub(super) fn inner_start(self) -> usize {
        self.stored().map_or(0, |node| node.inner as usize)
    }

    /// The element around it.
    pub(super) fn parent(self) -> Option<Self> {
        let parent = self.stored()?.parent as usize;
        (parent != self.at).then(|| self.tree.node(parent))
    }

    /// What stands directly in it, elements and text.
    pub(super) fn nodes(self) -> impl Iterator<Item = Self> {
        let end = self.stored().map_or(0, |node| node.next as usize);
        let first = (self.at + 1 < end).then(|| self.tree.node(self.at + 1));
        std::iter::successors(first, move |node| {
            let next = node.stored()?.next as usize;
            (next < end).then(|| node.tree.node(next))
        })
    }

    /// The elements directly in it.
    pub(super) fn children(self) -> impl Iterator<Item = Self> {
        self.nodes().filter(|node| !node.name().is_empty())
    }

    /// The first element of a name directly in it.
    pub(super) fn child(self, name: &str) -> Option<Self> {
        self.nodes().find(|node| node.name() == name)
    }

    /// All that is in it at any depth, itself first, in the order of the file.
    pub(super) fn all(self) -> impl Iterator<Item = Self> {
        let end = self.stored().map_or(self.at, |node| node.next as usize);
        (self.at..end).map(move |at| self.tree.node(at))
    }

    /// The value of an attribute by its local name.
    pub(super) fn attribute(self, name: &str) -> Option<String> {
        let Some(&Kind::Element { tag, name: len, .. }) = self.stored().map(|node| &node.kind)
        else {
            return None;
        };
        let start = BytesStart::from_content(tag, usize::from(len));
        let mut attributes = start.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|found| found.key.local_name().as_ref() == name)?;
        let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }

    /// The value of the attribute `val`, in which WordprocessingML keeps what an element says.
    pub(super) fn val(self) -> Option<String> {
        self.attribute("val")
    }

    /// The words of a text as they stand in the file; `None` for an element and for a character that is written as an entity.
    pub(super) fn words(self) -> Option<&'a str> {
        match self.stored()?.kind {
            Kind::Text(words) => Some(words),
            _ => None,
        }
    }

    /// The character that is written as an entity.
    pub(super) fn character(self) -> Option<char> {
        match self.stored()?.kind {
            Kind::Char(c) => Some(c),
            _ => None,
        }
    }

    /// All the words in it, put together.
    pub(super) fn text(self) -> String {
        let mut text = String::new();
        for node in self.all() {
            text.push_str(node.words().unwrap_or_default());
            text.extend(node.character());
        }
        text
    }
}

/// Words as they may stand in a file: marks that would be markup as entities, and without the characters that no XML can hold.
pub(crate) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
    out
}

/// A tag, its brackets taken off.
fn element<'a>(words: &'a str, tag: &BytesStart<'_>) -> Result<Kind<'a>, Unreadable> {
    let inner = words.strip_prefix('<').unwrap_or_default();
    let inner = inner.strip_suffix('>').unwrap_or_default();
    let length = |length: usize| u16::try_from(length).map_err(|_| Unreadable::Damaged);
    let name = tag.name();
    Ok(Kind::Element {
        tag: inner.strip_suffix('/').unwrap_or(inner),
        name: length(name.as_ref().len())?,
        local: length(name.as_ref().len() - name.local_name().as_ref().len())?,
    })
}

/// The character that an entity stands for.
fn character(name: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    match name.resolve_char_ref() {
        Ok(Some(c)) => Some(c),
        Ok(None) => quick_xml::escape::resolve_predefined_entity(name)?
            .chars()
            .next(),
        Err(_) => None,
    }
}
