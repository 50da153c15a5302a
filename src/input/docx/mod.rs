//! Word since 2007 (ISO/IEC 29500, both its kinds), as Word and WPS write it.
//!
//! `relations` finds the parts, `styles` and `numbering` say what is seen that nobody typed, `story` makes lines of paragraphs and tables, `fields` tells
//! results from instructions, `header` looks for the document number above the first page. `annotate` writes comments into a copy, by way of `edits` to the
//! main part and the part that holds `comments`.

mod annotate;
mod comments;
mod edits;
mod fields;
mod header;
mod numbering;
mod relations;
mod story;
mod styles;
#[cfg(test)]
mod tests;

pub use annotate::{Comment, annotate};

use super::flow::{self, Line};
use super::package::{Package, split};
use super::xml::Tree;
use super::{FEWEST_CHARS, Unreadable};

use numbering::Numbering;
use relations::Relation;
use story::Story;
use styles::Styles;

/// The text of it.
pub(super) fn read(bytes: &[u8]) -> Result<String, Unreadable> {
    let mut package = Package::open(bytes)?;
    let parts = Parts::find(&mut package)?;
    let tree = Tree::new(&parts.document)?;
    let lines = parts.lines(&tree)?;
    Ok(flow::text(&lines))
}

/// The parts of a package that have to do with its text.
struct Parts {
    /// The name of the main part.
    name: String,
    document: String,
    styles: Option<String>,
    numbering: Option<String>,
    relations: Vec<Relation>,
    /// The headers above the first page, by their relations.
    headers: Vec<(String, String)>,
}

impl Parts {
    fn find(package: &mut Package<'_>) -> Result<Self, Unreadable> {
        const USUAL: &str = "word/document.xml";
        let named = relations::of(package, "").unwrap_or_default().into_iter();
        let named = named
            .filter(|relation| relation.kind == "officeDocument")
            .find(|relation| package.find(&relation.target).is_some());
        let name = named.map_or(USUAL.to_owned(), |relation| relation.target);
        let document = package.text(&name)?.ok_or(Unreadable::Damaged)?;
        let relations = relations::of(package, &name).unwrap_or_default();
        let (folder, _) = split(&name);
        let mut part = |kind: &str| {
            let told = relations.iter().find(|relation| relation.kind == kind);
            let name = told.map_or_else(|| format!("{folder}{kind}.xml"), |it| it.target.clone());
            package.text(&name)
        };
        let (styles, numbering) = (part("styles")?, part("numbering")?);
        let mut headers = Vec::new();
        for relation in relations.iter().filter(|it| it.kind == "header") {
            if let Some(xml) = package.text(&relation.target)? {
                headers.push((relation.id.clone(), xml));
            }
        }
        Ok(Self {
            name,
            document,
            styles,
            numbering,
            relations,
            headers,
        })
    }

    /// The lines of the document, whose main part is the tree.
    fn lines(&self, tree: &Tree<'_>) -> Result<Vec<Line>, Unreadable> {
        let styles = self.styles.as_deref().map(Tree::new).transpose()?;
        let styles = styles.map(|tree| Styles::new(&tree)).unwrap_or_default();
        let numbering = self.numbering.as_deref().map(Tree::new).transpose()?;
        let numbering = numbering.map(|tree| Numbering::new(&tree));
        let mut numbering = numbering.unwrap_or_default();
        let body = tree.root()?.child("body").ok_or(Unreadable::Damaged)?;
        let mut lines = header::lines(body, &self.headers, &styles);
        let mut story = Story::new(&styles, &mut numbering);
        lines.extend(story.read(body));
        let chars = lines.iter().flat_map(|line| line.text.chars());
        let chars = chars.filter(|c| !c.is_whitespace()).take(FEWEST_CHARS);
        if story.pictures > 0 && chars.count() < FEWEST_CHARS {
            return Err(Unreadable::Scanned);
        }
        Ok(lines)
    }
}
