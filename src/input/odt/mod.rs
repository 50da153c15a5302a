//! OpenDocument text (ISO/IEC 26300), as LibreOffice and WPS write it. `lists` counts what is numbered.

mod lists;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::flow::{self, Line};
use super::letterhead;
use super::package::Package;
use super::xml::{Node, Tree};
use super::{FEWEST_CHARS, Unreadable};

use lists::{Lists, Place};

/// So many blanks in a row are written at most, whatever a file says.
const MOST_BLANKS: usize = 100;

/// The text of it.
pub(super) fn read(bytes: &[u8]) -> Result<String, Unreadable> {
    let mut package = Package::open(bytes)?;
    let locked = package
        .text("META-INF/manifest.xml")?
        .is_some_and(|manifest| manifest.contains("encryption-data"));
    if locked || package.find("encrypted-package").is_some() {
        return Err(Unreadable::Encrypted);
    }
    let content = package.text("content.xml")?.ok_or(Unreadable::Damaged)?;
    let styles = package.text("styles.xml")?.unwrap_or_default();
    let styles = (!styles.is_empty())
        .then(|| Tree::new(&styles))
        .transpose()?;
    let tree = Tree::new(&content)?;
    let mut reader = Reader::default();
    let mut lines = Vec::new();
    if let Some(styles) = &styles {
        let root = styles.root()?;
        reader.styles(root);
        lines = reader.header(root);
    }
    let root = tree.root()?;
    reader.styles(root);
    let body = root.child("body").and_then(|body| body.child("text"));
    lines.extend(reader.read(body.ok_or(Unreadable::Damaged)?));
    let text = flow::text(&lines);
    let chars = text.chars().filter(|c| !c.is_whitespace());
    if reader.pictures > 0 && chars.take(FEWEST_CHARS).count() < FEWEST_CHARS {
        return Err(Unreadable::Scanned);
    }
    Ok(text)
}

#[derive(Default)]
struct Reader {
    lists: Lists,
    /// The styles whose words are hidden.
    hidden: HashSet<String>,
    lines: Vec<Line>,
    /// The words of the paragraph at hand.
    text: String,
    /// Lines of frames that stand behind them.
    behind: Vec<Line>,
    pictures: usize,
}

impl Reader {
    /// Takes what the styles of a part say.
    fn styles(&mut self, root: Node<'_, '_>) {
        for styles in root
            .children()
            .filter(|it| matches!(it.name(), "styles" | "automatic-styles"))
        {
            self.lists.add(styles);
            for style in styles.children().filter(|it| it.name() == "style") {
                let words = style.child("text-properties");
                if words
                    .and_then(|it| it.attribute("display"))
                    .is_some_and(|it| it == "none")
                {
                    self.hidden.extend(style.attribute("name"));
                }
            }
        }
    }

    /// The lines above the first page that say what the document is.
    fn header(&mut self, root: Node<'_, '_>) -> Vec<Line> {
        let page = root
            .child("master-styles")
            .and_then(|pages| pages.child("master-page"));
        let header = page.and_then(|page| page.child("header-first").or(page.child("header")));
        let mut lines = header.map(|header| self.read(header)).unwrap_or_default();
        lines.retain(|line| letterhead::says_what_it_is(&line.text));
        lines
    }

    /// Reads what stands in a body, a header, a cell or a frame.
    fn read(&mut self, around: Node<'_, '_>) -> Vec<Line> {
        let lines = std::mem::take(&mut self.lines);
        self.blocks(around, None);
        std::mem::replace(&mut self.lines, lines)
    }

    fn blocks(&mut self, around: Node<'_, '_>, list: Option<&Place>) {
        for node in around.children() {
            match node.name() {
                "p" => self.paragraph(node, String::new()),
                "h" => {
                    let number = self.lists.heading(node);
                    self.paragraph(node, number);
                }
                "list" => self.list(node, list),
                "table" => self.rows(node),
                "section" if node.attribute("display").is_none_or(|how| how != "none") => {
                    self.blocks(node, None);
                }
                "frame" | "g" | "custom-shape" | "rect" => self.frame(node),
                _ => {}
            }
        }
    }

    fn list(&mut self, list: Node<'_, '_>, around: Option<&Place>) {
        let place = self.lists.begin(list, around);
        for item in list.children() {
            let start = item.attribute("start-value").and_then(|it| it.parse().ok());
            let mut counted = item.name() != "list-item";
            for node in item.children() {
                match node.name() {
                    "p" | "h" => {
                        let first = !std::mem::replace(&mut counted, true);
                        let number = first.then(|| self.lists.item(&place, start));
                        self.paragraph(node, number.unwrap_or_default());
                    }
                    "list" => self.list(node, Some(&place)),
                    _ => {}
                }
            }
        }
    }

    fn paragraph(&mut self, paragraph: Node<'_, '_>, number: String) {
        let outer = std::mem::take(&mut self.text);
        let behind = std::mem::take(&mut self.behind);
        if !self.is_hidden(paragraph) {
            self.inline(paragraph);
        }
        let words = std::mem::replace(&mut self.text, outer);
        let boxes = std::mem::replace(&mut self.behind, behind);
        self.lines.push(Line {
            text: number + words.strip_suffix(' ').unwrap_or(&words),
            ..Line::default()
        });
        self.lines.extend(boxes);
    }

    fn is_hidden(&self, node: Node<'_, '_>) -> bool {
        let style = node.attribute("style-name");
        style.is_some_and(|style| self.hidden.contains(&style))
    }

    fn inline(&mut self, around: Node<'_, '_>) {
        for node in around.nodes() {
            match node.name() {
                "" => self.words(node),
                "s" => {
                    let count = node.attribute("c").and_then(|it| it.parse().ok());
                    let count = count.unwrap_or(1).min(MOST_BLANKS);
                    self.text.extend(std::iter::repeat_n(' ', count));
                }
                "tab" => self.text.push('\t'),
                "line-break" => self.text.push('\n'),
                "frame" | "g" | "custom-shape" | "rect" => self.frame(node),
                "ruby" => {
                    if let Some(base) = node.child("ruby-base") {
                        self.inline(base);
                    }
                }
                "span" if self.is_hidden(node) => {}
                // What is said beside the text, numbers of pages, and what is left to be filled in.
                "note" | "annotation" | "annotation-end" | "page-number" | "page-count"
                | "placeholder" | "hidden-text" | "hidden-paragraph" | "conditional-text"
                | "script" | "event-listeners" => {}
                _ => self.inline(node),
            }
        }
    }

    /// Blanks and ends of lines in a row are one blank, and none where a paragraph begins.
    fn words(&mut self, node: Node<'_, '_>) {
        let words = node.words().unwrap_or_default().chars();
        for c in words.chain(node.character()) {
            if !matches!(c, ' ' | '\t' | '\r' | '\n') {
                self.text.push(c);
            } else if !self.text.is_empty() && !self.text.ends_with(' ') {
                self.text.push(' ');
            }
        }
    }

    /// The words in a frame: before the paragraph that it hangs on where it comes before its words.
    fn frame(&mut self, frame: Node<'_, '_>) {
        let mut lines = Vec::new();
        let outer = std::mem::take(&mut self.text);
        self.boxes(frame, &mut lines);
        self.text = outer;
        lines.retain(|line| !line.text.trim().is_empty());
        if self.text.trim().is_empty() {
            self.lines.append(&mut lines);
        } else {
            self.behind.append(&mut lines);
        }
    }

    fn boxes(&mut self, node: Node<'_, '_>, lines: &mut Vec<Line>) {
        match node.name() {
            "text-box" | "custom-shape" | "rect" => lines.extend(self.read(node)),
            "image" | "object" | "object-ole" => self.pictures += 1,
            _ => node.children().for_each(|inner| self.boxes(inner, lines)),
        }
    }

    fn rows(&mut self, around: Node<'_, '_>) {
        for node in around.children() {
            match node.name() {
                "table-row" => {
                    let cells = node.children().map(|cell| match cell.name() {
                        "table-cell" => self.read(cell),
                        // Covered by another one.
                        _ => Vec::new(),
                    });
                    let cells = cells.collect();
                    self.lines.extend(flow::row(cells, node.at()));
                }
                "table-header-rows" | "table-rows" | "table-row-group" => self.rows(node),
                _ => {}
            }
        }
    }
}
