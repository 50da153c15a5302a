//! The header above the first page. Most of what stands in headers is furniture that repeats; the document number and the signer are not.

use super::super::flow::Line;
use super::super::letterhead;
use super::super::xml::{Node, Tree};
use super::numbering::Numbering;
use super::story::Story;
use super::styles::{self, Styles};

/// The lines above the first page that say what the document is.
pub(super) fn lines(
    body: Node<'_, '_>,
    headers: &[(String, String)],
    styles: &Styles,
) -> Vec<Line> {
    let xml = first_page(body).and_then(|id| headers.iter().find(|(known, _)| *known == id));
    let Some(Ok(tree)) = xml.map(|(_, xml)| Tree::new(xml)) else {
        return Vec::new();
    };
    let mut numbering = Numbering::default();
    let mut lines = match tree.root() {
        Ok(root) => Story::new(styles, &mut numbering).read(root),
        Err(_) => Vec::new(),
    };
    lines.retain(|line| letterhead::says_what_it_is(&line.text));
    for line in &mut lines {
        // The places are those of another part.
        line.pieces.clear();
        line.paragraph = body.at();
    }
    lines
}

/// The relation of the header above the first page.
fn first_page(body: Node<'_, '_>) -> Option<String> {
    let in_paragraphs = body
        .children()
        .filter_map(|node| node.child("pPr")?.child("sectPr"));
    let section = in_paragraphs.chain(body.child("sectPr")).next()?;
    let own = styles::flag(section, "titlePg").unwrap_or(false);
    let kind = if own { "first" } else { "default" };
    let mut references = section
        .children()
        .filter(|node| node.name() == "headerReference");
    references
        .find(|node| node.attribute("type").as_deref() == Some(kind))?
        .attribute("id")
}
