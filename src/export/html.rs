//! A sheet as a web page of one file, for the screen and for A4 paper, and as the element in it, which the page itself prints.

use super::blocks::{Block, Point, Sheet, Table};

/// What it looks like. It stands in the file: a sheet that is sent on has nothing beside it.
const STYLE: &str = include_str!("sheet.css");

/// Writes a sheet as a web page. Whatever its words are, they are shown as words; nothing in the page runs or is loaded.
#[must_use]
pub fn html(sheet: &Sheet) -> String {
    let mut page = Page::default();
    page.raw("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.raw("<meta name=\"color-scheme\" content=\"light\">\n");
    page.element("title", "", &sheet.title);
    page.raw("\n<style>\n");
    page.raw(STYLE);
    page.raw("</style>\n</head>\n<body>\n");
    page.sheet(sheet);
    page.raw("\n</body>\n</html>\n");
    page.0
}

/// Writes a sheet as one element, for a page that has the style already.
#[must_use]
pub fn html_sheet(sheet: &Sheet) -> String {
    let mut page = Page::default();
    page.sheet(sheet);
    page.0
}

#[derive(Default)]
struct Page(String);

impl Page {
    fn sheet(&mut self, sheet: &Sheet) {
        self.raw("<main id=\"sheet\">\n");
        self.element("h1", "", &sheet.title);
        for block in &sheet.blocks {
            self.raw("\n");
            match block {
                Block::Heading(level, words) => {
                    self.element(if *level > 2 { "h3" } else { "h2" }, "", words);
                }
                Block::Text(words) => self.element("p", "", words),
                Block::Points(points) => self.points(points),
                Block::Table(table) => self.table(table),
            }
        }
        self.raw("\n</main>");
    }

    fn points(&mut self, points: &[Point]) {
        // How many lists are open, each with its last point.
        let mut open = 0;
        for point in points {
            if point.depth >= open {
                self.raw("<ul>\n");
                open += 1;
            } else {
                while open > point.depth + 1 {
                    self.raw("</li>\n</ul>");
                    open -= 1;
                }
                self.raw("</li>\n");
            }
            self.tag("li", point.tone.class());
            if !point.name.is_empty() {
                self.element("strong", "", &point.name);
                self.raw("：");
            }
            self.words(&point.words);
        }
        for _ in 0..open {
            self.raw("</li>\n</ul>");
        }
    }

    fn table(&mut self, table: &Table) {
        let class = |number| if number { "number" } else { "" };
        self.raw("<table>\n<thead><tr>");
        for (head, number) in &table.columns {
            self.element("th", class(*number), head);
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for cells in &table.rows {
            self.raw("<tr>");
            for (cell, &(_, number)) in cells.iter().zip(&table.columns) {
                self.element("td", class(number), cell);
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table>");
    }

    fn element(&mut self, name: &str, class: &str, words: &str) {
        self.tag(name, class);
        self.words(words);
        self.0.extend(["</", name, ">"]);
    }

    fn tag(&mut self, name: &str, class: &str) {
        self.0.extend(["<", name]);
        if !class.is_empty() {
            self.0.extend([" class=\"", class, "\""]);
        }
        self.0.push('>');
    }

    fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    fn words(&mut self, words: &str) {
        for c in words.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                _ => self.0.push(c),
            }
        }
    }
}
