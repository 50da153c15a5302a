//! Which elements are not the text of a page: what is hidden, menus, and blocks that are all links.

use std::collections::BTreeMap;

use super::pieces::{Element, Kind, Piece};

/// How many elements that were never closed are looked through for the one that a tag closes.
const NEAR: usize = 100;
/// A block with so many links, or more, that are nearly all of it, is a menu.
const LINKS: usize = 4;

/// What has been counted of the page so far.
#[derive(Clone, Copy, Default)]
struct Count {
    chars: usize,
    linked: usize,
    links: usize,
    sentences: usize,
    headings: usize,
}

struct Open<'a> {
    element: &'a Element,
    at: usize,
    before: Count,
}

/// The places where what is not seen begins, each with the place of its last piece. An element that is never closed is seen. Without `menus`, menus
/// are seen too.
pub(super) fn unseen(pieces: &[Piece], text: &str, menus: bool) -> BTreeMap<usize, usize> {
    let mut unseen = BTreeMap::new();
    let mut count = Count::default();
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut in_link = false;
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Words(range) => {
                let words = text.get(range.clone()).unwrap_or_default();
                let chars = words.chars().filter(|c| !c.is_whitespace()).count();
                count.chars += chars;
                count.linked += if in_link { chars } else { 0 };
                count.sentences += usize::from(words.contains('。'));
            }
            Piece::Open(element) => {
                let kind = element.name.kind();
                if kind == Kind::Link {
                    in_link = element.leads;
                    count.links += usize::from(in_link);
                }
                count.headings += usize::from(kind == Kind::Heading);
                // No paragraph holds a block.
                let ends_paragraph = !matches!(kind, Kind::Inline | Kind::Link | Kind::Break);
                let paragraph = open
                    .pop_if(|last| ends_paragraph && last.element.name.kind() == Kind::Paragraph);
                if let Some(paragraph) = paragraph
                    && paragraph.element.hidden
                {
                    unseen.insert(paragraph.at, at.saturating_sub(1));
                }
                if kind != Kind::Break {
                    open.push(Open {
                        element,
                        at,
                        before: count,
                    });
                }
            }
            Piece::Close(name) => {
                in_link &= name.kind() != Kind::Link;
                // A tag in a cell closes nothing outside of it.
                let outer = matches!(name.kind(), Kind::Table | Kind::Row | Kind::Cell);
                let place = open
                    .iter()
                    .rev()
                    .take(NEAR)
                    .take_while(|it| outer || it.element.name.kind() != Kind::Cell)
                    .position(|it| it.element.name == *name);
                if let Some(above) = place {
                    open.truncate(open.len() - above);
                    if let Some(closed) = open.pop()
                        && is_unseen(&closed, &count, menus)
                    {
                        unseen.insert(closed.at, at);
                    }
                }
            }
        }
    }
    unseen
}

fn is_unseen(closed: &Open<'_>, now: &Count, menus: bool) -> bool {
    let before = &closed.before;
    match closed.element.name.kind() {
        _ if closed.element.hidden => true,
        Kind::Gone => true,
        Kind::Header => menus && now.headings == before.headings,
        Kind::Inline | Kind::Link | Kind::Break | Kind::Heading | Kind::Preformatted => false,
        _ => {
            let (chars, linked) = (now.chars - before.chars, now.linked - before.linked);
            menus
                && now.links - before.links >= LINKS
                && linked * 10 >= chars * 9
                && now.sentences == before.sentences
        }
    }
}
