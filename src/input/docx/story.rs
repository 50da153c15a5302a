//! Paragraphs and tables of a part → lines, each with the places in the file where its words come from.

use super::super::flow::{self, Line, Piece};
use super::super::xml::Node;
use super::fields::Fields;
use super::numbering::Numbering;
use super::styles::{self, ListPlace, Styles};

/// What paragraphs are read with.
pub(super) struct Story<'s> {
    styles: &'s Styles,
    numbering: &'s mut Numbering,
    lines: Vec<Line>,
    /// The line at hand.
    line: Line,
    /// Lines of text boxes that stand behind the words of the line at hand.
    behind: Vec<Line>,
    fields: Fields,
    /// Whether the paragraph at hand is hidden by its style.
    hidden: bool,
    /// The paragraph around a text box.
    outside: Option<usize>,
    /// Pictures and drawings seen.
    pub(super) pictures: usize,
}

impl<'s> Story<'s> {
    pub(super) fn new(styles: &'s Styles, numbering: &'s mut Numbering) -> Self {
        Self {
            styles,
            numbering,
            lines: Vec::new(),
            line: Line::default(),
            behind: Vec::new(),
            fields: Fields::default(),
            hidden: false,
            outside: None,
            pictures: 0,
        }
    }

    /// Reads what stands in a body, a header, a cell or a text box.
    pub(super) fn read(&mut self, around: Node<'_, '_>) -> Vec<Line> {
        let lines = std::mem::take(&mut self.lines);
        self.blocks(around);
        self.end_line();
        std::mem::replace(&mut self.lines, lines)
    }

    fn blocks(&mut self, around: Node<'_, '_>) {
        for node in around.children() {
            match node.name() {
                "p" => self.paragraph(node),
                "tbl" => self.table(node),
                _ => {
                    if let Some(inner) = within(node) {
                        self.blocks(inner);
                    }
                }
            }
        }
    }

    fn paragraph(&mut self, paragraph: Node<'_, '_>) {
        let properties = paragraph.child("pPr");
        let named = properties.and_then(|p| p.child("pStyle")?.val());
        let style = self.styles.paragraph(named);
        let style = style.as_deref();
        let by_style = style.and_then(|id| self.styles.hidden(id)).unwrap_or(false);
        let outer = std::mem::replace(&mut self.hidden, by_style);
        self.line.paragraph = self.outside.unwrap_or(paragraph.at());
        self.inline(paragraph);
        self.hidden = outer;
        let contents = style.is_some_and(|id| self.styles.contents(id));
        if contents {
            self.line.text.clear();
            self.line.pieces.clear();
        }
        self.fields.end_paragraph();
        let mark = properties.and_then(|p| p.child("rPr"));
        let joined = mark.is_some_and(|mark| {
            let gone = ["del", "moveFrom"]
                .iter()
                .any(|name| mark.child(name).is_some());
            gone || styles::hidden(mark).unwrap_or(false)
        });
        if joined {
            return;
        }
        if !contents {
            let place = properties.map(ListPlace::of).unwrap_or_default();
            let number = self.numbering.next(place, style, self.styles);
            self.line.put_before(&number);
            self.lines.push(std::mem::take(&mut self.line));
        }
        self.lines.append(&mut self.behind);
    }

    /// What is left where the mark of the last paragraph is gone.
    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.text.is_empty() {
            self.lines.push(line);
        }
        self.lines.append(&mut self.behind);
    }

    fn inline(&mut self, around: Node<'_, '_>) {
        for node in around.children() {
            match node.name() {
                "r" => self.run(node),
                "fldSimple" => {
                    let instruction = node.attribute("instr").unwrap_or_default();
                    self.fields.begin();
                    self.fields.instruct(&instruction);
                    self.fields.show();
                    self.inline(node);
                    self.fields.end();
                }
                _ => {
                    if let Some(inner) = within(node) {
                        self.inline(inner);
                    }
                }
            }
        }
    }

    fn run(&mut self, run: Node<'_, '_>) {
        let properties = run.child("rPr");
        let by_style = || {
            let style = properties?.child("rStyle")?.val()?;
            self.styles.hidden(&style)
        };
        let hidden = properties.and_then(styles::hidden).or_else(by_style);
        let seen = !hidden.unwrap_or(self.hidden);
        self.content(run, seen);
    }

    fn content(&mut self, around: Node<'_, '_>, seen: bool) {
        for node in around.children() {
            let shown = seen && self.fields.shown();
            match node.name() {
                "t" if shown => self.words(node),
                "tab" | "ptab" if shown => self.sign(node, "\t"),
                "br" | "cr" if shown => self.sign(node, "\n"),
                "noBreakHyphen" if shown => self.sign(node, "-"),
                "sym" if shown => self.symbol(node),
                "instrText" => self.fields.instruct(&node.text()),
                "fldChar" => match node.attribute("fldCharType").as_deref() {
                    Some("begin") => self.fields.begin(),
                    Some("separate") => self.fields.show(),
                    Some("end") => self.fields.end(),
                    _ => {}
                },
                "ruby" => {
                    if let Some(base) = node.child("rubyBase") {
                        self.inline(base);
                    }
                }
                "drawing" | "pict" | "object" if shown => self.drawing(node),
                "AlternateContent" => {
                    if let Some(inner) = within(node) {
                        self.content(inner, seen);
                    }
                }
                _ => {}
            }
        }
    }

    /// A letter of a font of signs; what no other font has is left out.
    fn symbol(&mut self, node: Node<'_, '_>) {
        let code = node.attribute("char");
        let code = code.and_then(|code| u32::from_str_radix(&code, 16).ok());
        let sign = code.and_then(char::from_u32);
        if let Some(sign) =
            sign.filter(|sign| !matches!(sign, '\0'..='\u{1f}' | '\u{e000}'..='\u{f8ff}'))
        {
            self.sign(node, sign.encode_utf8(&mut [0; 4]));
        }
    }

    fn words(&mut self, node: Node<'_, '_>) {
        let kept = node
            .attribute("space")
            .is_some_and(|space| space == "preserve");
        let blank = [' ', '\t', '\r', '\n'];
        let mut pieces = node.nodes().peekable();
        let mut first = true;
        while let Some(piece) = pieces.next() {
            let first = std::mem::replace(&mut first, false);
            if let Some(c) = piece.character() {
                let c = if c.is_ascii_control() { ' ' } else { c };
                self.sign(piece, c.encode_utf8(&mut [0; 4]));
                continue;
            }
            let mut words = piece.words().unwrap_or_default();
            let mut from = piece.inner_start();
            if !kept && first {
                let trimmed = words.trim_start_matches(blank);
                from += words.len() - trimmed.len();
                words = trimmed;
            }
            if !kept && pieces.peek().is_none() {
                words = words.trim_end_matches(blank);
            }
            let words: String = words
                .chars()
                .map(|c| if c.is_ascii_control() { ' ' } else { c })
                .collect();
            self.push(piece, &words, Some(from));
        }
    }

    fn sign(&mut self, node: Node<'_, '_>, sign: &str) {
        self.push(node, sign, None);
    }

    fn push(&mut self, node: Node<'_, '_>, words: &str, from: Option<usize>) {
        let start = self.line.text.len();
        self.line.text.push_str(words);
        if self.outside.is_none() && !words.is_empty() {
            self.line.pieces.push(Piece {
                text: start..self.line.text.len(),
                node: node.at(),
                from,
            });
        }
    }

    /// The text boxes of a drawing: before the paragraph that they hang on where they come before its words.
    fn drawing(&mut self, drawing: Node<'_, '_>) {
        self.pictures += 1;
        let outside = self.outside;
        self.outside = Some(self.line.paragraph);
        let line = std::mem::take(&mut self.line);
        let fields = std::mem::take(&mut self.fields);
        let behind = std::mem::take(&mut self.behind);
        let mut lines = Vec::new();
        self.boxes(drawing, &mut lines);
        (self.line, self.fields, self.behind) = (line, fields, behind);
        self.outside = outside;
        lines.retain(|line| !line.text.trim().is_empty());
        if self.line.text.trim().is_empty() {
            self.lines.append(&mut lines);
        } else {
            self.behind.append(&mut lines);
        }
    }

    fn boxes(&mut self, around: Node<'_, '_>, lines: &mut Vec<Line>) {
        for node in around.children() {
            match node.name() {
                "txbxContent" => lines.extend(self.read(node)),
                "AlternateContent" => {
                    if let Some(inner) = within(node) {
                        self.boxes(inner, lines);
                    }
                }
                _ => self.boxes(node, lines),
            }
        }
    }

    fn table(&mut self, table: Node<'_, '_>) {
        for node in table.children() {
            if node.name() == "tr" {
                self.row(node);
            } else if let Some(inner) = within(node) {
                self.table(inner);
            }
        }
    }

    fn row(&mut self, row: Node<'_, '_>) {
        let gone = row.child("trPr").is_some_and(|properties| {
            properties.child("del").is_some() || styles::flag(properties, "hidden").unwrap_or(false)
        });
        if gone {
            return;
        }
        let mut cells = Vec::new();
        self.cells(row, &mut cells);
        self.lines.extend(flow::row(cells, row.at()));
    }

    fn cells(&mut self, around: Node<'_, '_>, cells: &mut Vec<Vec<Line>>) {
        for node in around.children() {
            if node.name() == "tc" {
                let properties = node.child("tcPr");
                let merge = properties.and_then(|properties| properties.child("vMerge"));
                let covered =
                    merge.is_some_and(|merge| merge.val().is_none_or(|how| how != "restart"));
                let gone =
                    properties.is_some_and(|properties| properties.child("cellDel").is_some());
                if !gone {
                    cells.push(if covered { Vec::new() } else { self.read(node) });
                }
            } else if let Some(inner) = within(node) {
                self.cells(inner, cells);
            }
        }
    }
}

/// Where the words are in an element that only stands around others; `None` for one that holds none, or none that are seen.
fn within<'t, 'a>(node: Node<'t, 'a>) -> Option<Node<'t, 'a>> {
    match node.name() {
        "hyperlink" | "ins" | "moveTo" | "smartTag" | "customXml" | "bdo" | "dir" => Some(node),
        "AlternateContent" => node.child("Choice").or_else(|| node.child("Fallback")),
        "sdt" => {
            let is_left_out = node.child("sdtPr").is_some_and(|properties| {
                let gallery = properties
                    .child("docPartObj")
                    .and_then(|part| part.child("docPartGallery"));
                let contents = gallery
                    .and_then(Node::val)
                    .is_some_and(|it| it == "Table of Contents");
                contents || styles::flag(properties, "showingPlcHdr").unwrap_or(false)
            });
            node.child("sdtContent").filter(|_| !is_left_out)
        }
        _ => None,
    }
}
