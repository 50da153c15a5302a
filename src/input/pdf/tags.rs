//! The structure that tagged files have: paragraphs as their writer knew them, tables by rows.

use std::collections::{HashMap, HashSet};

use hayro_syntax::Pdf;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, Stream};
use hayro_syntax::xref::XRef;

use super::content::Contents;
use crate::input::Unreadable;
use crate::input::lines::{self, Page};

/// How deep elements stand in one another.
const DEPTH: usize = 64;
/// The share of the text that the structure must speak of, in percent.
const COVERED: usize = 90;

/// What an element does to the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A paragraph of its own.
    Block,
    /// Something that holds paragraphs.
    Group,
    Row,
    Cell,
    /// The number or the sign before an item of a list.
    Label,
    /// A part of what is around it.
    Inline,
    /// No part of the text.
    Artifact,
}

struct Walk<'w, 'a> {
    xref: &'a XRef,
    roles: Dict<'a>,
    pages: HashMap<ObjectIdentifier, usize>,
    contents: &'w mut Contents,
    seen: HashSet<ObjectIdentifier>,
    text: String,
    /// The paragraph at hand, by pages.
    parts: Vec<(usize, Page)>,
    /// Nothing but the sign of an item is in it.
    label: bool,
    /// The cells of the row at hand.
    row: Option<Vec<String>>,
}

/// The text by the structure; none where there is none that speaks of nearly all of it.
pub(super) fn text(pdf: &Pdf, contents: &mut Contents) -> Result<Option<String>, Unreadable> {
    let xref = pdf.xref();
    let root = xref
        .get::<Dict<'_>>(xref.root_id())
        .and_then(|catalog| catalog.get::<Dict<'_>>(keys::STRUCT_TREE_ROOT));
    let Some(root) = root else {
        return Ok(None);
    };
    let pages = pdf.pages().iter().enumerate();
    let shown = contents.shown;
    let mut walk = Walk {
        xref,
        roles: root.get::<Dict<'_>>(keys::ROLE_MAP).unwrap_or_default(),
        pages: pages
            .filter_map(|(at, page)| Some((page.raw().obj_id()?, at)))
            .collect(),
        contents,
        seen: HashSet::new(),
        text: String::new(),
        parts: Vec::new(),
        label: false,
        row: None,
    };
    walk.kids(&root, None, 0)?;
    walk.flush();
    let covered = walk.text.chars().filter(|c| !c.is_whitespace()).count();
    Ok((covered * 100 >= shown * COVERED && covered > 0).then_some(walk.text))
}

impl<'a> Walk<'_, 'a> {
    fn kids(
        &mut self,
        element: &Dict<'a>,
        page: Option<usize>,
        depth: usize,
    ) -> Result<(), Unreadable> {
        let page = self.page(element).or(page);
        match element.get_raw::<Object<'_>>(keys::K) {
            Some(kid) => self.kid(kid, page, depth),
            None => Ok(()),
        }
    }

    fn page(&self, element: &Dict<'_>) -> Option<usize> {
        let page = element.get_ref(keys::PG)?;
        self.pages.get(&page.into()).copied()
    }

    fn kid(
        &mut self,
        kid: MaybeRef<Object<'a>>,
        page: Option<usize>,
        depth: usize,
    ) -> Result<(), Unreadable> {
        self.contents.budget.step(1)?;
        if depth > DEPTH {
            return Ok(());
        }
        let kid = match kid {
            MaybeRef::Ref(id) if self.seen.insert(id.into()) => {
                self.xref.get::<Object<'_>>(id.into())
            }
            MaybeRef::Ref(_) => None,
            MaybeRef::NotRef(kid) => Some(kid),
        };
        match kid {
            Some(Object::Number(id)) => {
                self.content(page, i32::try_from(id.as_i64()).ok());
            }
            Some(Object::Array(kids)) => {
                for kid in Array::raw_iter(&kids) {
                    self.kid(kid, page, depth + 1)?;
                }
            }
            Some(Object::Dict(dict)) => match dict.get::<Name<'_>>(keys::TYPE).as_deref() {
                Some(b"OBJR") => {}
                _ if dict.contains_key(keys::MCID) => {
                    let in_form = dict.get::<Stream<'_>>(&b"Stm"[..]).is_some();
                    let id = dict.get::<i32>(keys::MCID).filter(|_| !in_form);
                    self.content(self.page(&dict).or(page), id);
                }
                _ => self.element(&dict, page, depth)?,
            },
            _ => {}
        }
        Ok(())
    }

    fn element(
        &mut self,
        element: &Dict<'a>,
        page: Option<usize>,
        depth: usize,
    ) -> Result<(), Unreadable> {
        let inside_row = self.row.is_some();
        match self.role(element) {
            Role::Artifact => {}
            Role::Inline => self.kids(element, page, depth + 1)?,
            Role::Label => {
                let first = self.parts.is_empty();
                self.kids(element, page, depth + 1)?;
                self.label = first;
            }
            Role::Row if !inside_row => {
                self.flush();
                self.row = Some(Vec::new());
                self.kids(element, page, depth + 1)?;
                self.flush();
                self.end_row();
            }
            Role::Cell if self.row.as_ref().is_some_and(|_| depth < DEPTH) => {
                self.flush();
                if let Some(row) = &mut self.row {
                    row.push(String::new());
                }
                self.kids(element, page, depth + 1)?;
                self.flush();
            }
            Role::Block if std::mem::take(&mut self.label) => {
                self.kids(element, page, depth + 1)?;
                self.flush();
            }
            Role::Block | Role::Group | Role::Row | Role::Cell => {
                self.flush();
                self.kids(element, page, depth + 1)?;
                self.flush();
            }
        }
        Ok(())
    }

    fn role(&self, element: &Dict<'_>) -> Role {
        let Some(mut name) = element.get::<Name<'_>>(keys::S) else {
            return Role::Inline;
        };
        for _ in 0..8 {
            match self.roles.get::<Name<'_>>(name.as_ref()) {
                Some(standard) => name = standard,
                None => break,
            }
        }
        match name.as_str() {
            "P" | "H" | "H1" | "H2" | "H3" | "H4" | "H5" | "H6" | "Title" | "LI" | "TOCI"
            | "Caption" | "BibEntry" => Role::Block,
            "Document" | "DocumentFragment" | "Part" | "Art" | "Sect" | "Div" | "BlockQuote"
            | "TOC" | "Index" | "L" | "Table" | "THead" | "TBody" | "TFoot" | "Aside"
            | "Figure" | "Note" | "FENote" => Role::Group,
            "TR" => Role::Row,
            "TH" | "TD" => Role::Cell,
            "Lbl" => Role::Label,
            "Artifact" => Role::Artifact,
            _ => Role::Inline,
        }
    }

    /// Each part of a page is taken once.
    fn content(&mut self, page: Option<usize>, id: Option<i32>) {
        let Some((number, part)) = page
            .zip(id)
            .and_then(|key| Some((key.0, self.contents.marked.remove(&key)?)))
        else {
            return;
        };
        self.label = false;
        match self.parts.last_mut() {
            Some((last, page)) if *last == number => page.append(part),
            _ => self.parts.push((number, part)),
        }
    }

    /// Ends the paragraph.
    fn flush(&mut self) {
        self.label = false;
        let text = lines::joined(self.parts.iter().map(|(_, page)| page));
        self.parts.clear();
        if text.is_empty() {
            return;
        }
        match &mut self.row {
            Some(cells) => match cells.last_mut() {
                Some(cell) if !cell.is_empty() => {
                    cell.push(' ');
                    cell.push_str(&text);
                }
                Some(cell) => *cell = text,
                None => cells.push(text),
            },
            None => {
                self.text.push_str(&text);
                self.text.push('\n');
            }
        }
    }

    fn end_row(&mut self) {
        let cells = self.row.take().unwrap_or_default();
        if cells.iter().any(|cell| !cell.is_empty()) {
            self.text.push_str(&cells.join("\t"));
            self.text.push('\n');
        }
    }
}
