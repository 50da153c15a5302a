//! The header above the first page. Most of what stands in headers is furniture that repeats; the document number and the signer are not.

use super::super::xml::{Node, Tree};
use super::numbering::Numbering;
use super::story::{Line, Story};
use super::styles::{self, Styles};

/// A line with a document number in it is no longer than this, in characters, or it is a sentence that cites one.
const LONGEST: usize = 60;

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
    lines.retain(|line| says_what_it_is(&line.text));
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

/// Whether a line holds a document number (〔2024〕12号) or the signer.
fn says_what_it_is(line: &str) -> bool {
    let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let short = line.chars().count() <= LONGEST && !line.contains(['。', '《']);
    short && (line.contains("签发人") || has_number(&line))
}

fn has_number(line: &str) -> bool {
    let mut rest = line;
    while let Some((_, after)) = rest.split_once(['〔', '[', '［', '(', '（', '【']) {
        rest = after;
        let year = after.chars().take_while(char::is_ascii_digit).count();
        let number = after.get(year..).unwrap_or_default();
        let number = number.trim_start_matches(['〕', ']', '］', ')', '）', '】']);
        let number = number.trim_start_matches('第');
        let digits = number.chars().take_while(char::is_ascii_digit).count();
        let ends = number
            .get(digits..)
            .is_some_and(|end| end.starts_with('号'));
        if year == 4 && digits > 0 && ends {
            return true;
        }
    }
    false
}
