//! Rich text (RTF 1.9), as Word, WPS and LibreOffice write it: the words that are seen, with the numbers that the writer put before paragraphs.
//!
//! `tokens` takes the bytes apart; `charset` names the encodings; here groups are followed, without recursion.

mod charset;
mod tokens;

use std::collections::BTreeMap;

use super::Unreadable;
use super::encoding::labelled;
use super::letterhead;
use super::ordinal::before_words;
use super::rows::Rows;
use charset::Charset;
use tokens::Token;

/// Groups inside groups; Word itself writes a dozen.
const DEEPEST: usize = 1000;

/// The text of it.
pub(super) fn read(bytes: &[u8]) -> Result<String, Unreadable> {
    let mut reader = Reader::default();
    for token in tokens::tokens(bytes) {
        reader.take(token)?;
    }
    reader.flush();
    while !reader.beside.is_empty() {
        reader.end_aside(Target::Frame);
    }
    Ok(letterhead::put_above(
        &reader.headers,
        reader.lines.finish(),
    ))
}

/// What becomes of the words of a group.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Target {
    #[default]
    Text,
    /// Not seen.
    Nothing,
    /// The number that the writer put before the paragraph.
    Number,
    /// The names of fonts; what they say of encodings is kept.
    Fonts,
    /// What a field is.
    Instruction,
    /// The text in a frame that is drawn beside the paragraph.
    Frame,
    /// What stands above a page.
    Header,
}

/// What holds until the end of the group.
#[derive(Clone, Default)]
struct Group {
    target: Target,
    /// Characters that stand for a Unicode one, for readers that do not know it; one where it is not said.
    fallback: Option<usize>,
    charset: Charset,
    hidden: bool,
    deleted: bool,
    in_table: bool,
    /// A sign that the group may be passed over was read.
    optional: bool,
}

#[derive(Default)]
struct Reader {
    group: Group,
    outer: Vec<Group>,
    charset: Charset,
    fonts: BTreeMap<i32, Charset>,
    /// The font of the list that is being described.
    font: i32,
    /// Bytes and UTF-16 units that are not yet text: never both.
    bytes: Vec<u8>,
    units: Vec<u16>,
    /// Characters still to pass over.
    skip: usize,
    number: String,
    /// The paragraph has its number.
    numbered: bool,
    instruction: String,
    lines: Rows,
    /// Paragraphs that were open where frames beside them, or headers, began.
    beside: Vec<Rows>,
    headers: String,
}

impl Reader {
    fn take(&mut self, token: Token<'_>) -> Result<(), Unreadable> {
        match token {
            Token::Open => {
                self.flush();
                self.skip = 0;
                if self.outer.len() >= DEEPEST {
                    return Err(Unreadable::TooMuch);
                }
                self.outer.push(self.group.clone());
                self.group.optional = false;
            }
            Token::Close => {
                self.flush();
                self.skip = 0;
                let inner = std::mem::take(&mut self.group);
                self.group = self.outer.pop().unwrap_or_default();
                if inner.target != self.group.target {
                    self.close(inner.target);
                }
            }
            Token::Word(..) | Token::Byte(_) if self.skip > 0 => self.skip -= 1,
            Token::Byte(byte) => {
                self.flush_units();
                self.bytes.push(byte);
            }
            Token::Word(name, value) => self.word(name, value),
        }
        Ok(())
    }

    /// Puts what was read in text.
    fn flush(&mut self) {
        self.flush_units();
        self.flush_bytes();
    }

    fn flush_units(&mut self) {
        if !self.units.is_empty() {
            let text = String::from_utf16_lossy(&self.units);
            self.units.clear();
            self.put(&text);
        }
    }

    fn flush_bytes(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let charset = self.group.charset.or(self.charset);
            if charset != Charset::Symbol {
                let text = labelled(charset.label(), &bytes).unwrap_or_default();
                self.put(&text);
            }
        }
    }

    fn put(&mut self, text: &str) {
        if self.group.hidden || self.group.deleted {
            return;
        }
        match self.group.target {
            Target::Text | Target::Frame | Target::Header => self.lines.paragraph.push_str(text),
            Target::Number => self.number.push_str(text),
            Target::Instruction => self.instruction.push_str(text),
            Target::Nothing | Target::Fonts => {}
        }
    }

    fn word(&mut self, name: &str, value: Option<i32>) {
        let on = value != Some(0);
        if name == "u" {
            self.unicode(value.unwrap_or(0));
            return;
        }
        self.flush();
        match name {
            "*" => self.group.optional = true,
            "uc" => self.group.fallback = value.and_then(|n| usize::try_from(n).ok()),
            "ansicpg" => self.charset = Charset::of_page(value.unwrap_or(0)),
            "f" => self.font(value.unwrap_or(0)),
            "fcharset" if self.group.target == Target::Fonts => {
                self.fonts
                    .insert(self.font, Charset::of_font(value.unwrap_or(0)));
            }
            "cpg" if self.group.target == Target::Fonts => {
                self.fonts
                    .insert(self.font, Charset::of_page(value.unwrap_or(0)));
            }
            "plain" => {
                (self.group.hidden, self.group.deleted) = (false, false);
                self.group.charset = Charset::Unsaid;
            }
            "v" => self.group.hidden = on,
            "deleted" => self.group.deleted = on,
            "pard" => self.group.in_table = false,
            "intbl" => self.group.in_table = on,
            "~" => self.put("\u{a0}"),
            "_" => self.put("-"),
            "emdash" => self.put("—"),
            "endash" => self.put("–"),
            "lquote" => self.put("‘"),
            "rquote" => self.put("’"),
            "ldblquote" => self.put("“"),
            "rdblquote" => self.put("”"),
            "bullet" => self.put("•"),
            "emspace" => self.put("\u{2003}"),
            "enspace" => self.put("\u{2002}"),
            "qmspace" => self.put("\u{2005}"),
            "par" | "sect" | "page" | "column" | "line" | "softline" | "lbr" | "tab" | "cell"
            | "nestcell" | "row" | "nestrow" => self.place(name),
            _ => self.destination(name),
        }
    }

    fn font(&mut self, font: i32) {
        if self.group.target == Target::Fonts {
            self.font = font;
        } else {
            self.group.charset = self.fonts.get(&font).copied().unwrap_or_default();
        }
    }

    fn unicode(&mut self, value: i32) {
        self.flush_bytes();
        // Units above 32767 are written as negative numbers.
        let unit = u16::try_from(value & 0xffff).unwrap_or(0xfffd);
        // Signs of symbol fonts lie where Unicode has none.
        if !(0xf000..=0xf0ff).contains(&unit) {
            self.units.push(unit);
        }
        self.skip = self.group.fallback.unwrap_or(1);
    }

    /// Ends of paragraphs, lines, cells, rows, pages.
    fn place(&mut self, name: &str) {
        if !matches!(
            self.group.target,
            Target::Text | Target::Frame | Target::Header
        ) {
            return;
        }
        match name {
            "tab" => self.put("\t"),
            "line" | "softline" | "lbr" => self.put("\n"),
            "nestcell" => self.put("\t"),
            "cell" => self.lines.end_cell(),
            "row" => self.lines.end_row(),
            "par" | "nestrow" if self.group.deleted || self.group.hidden => return,
            "par" | "nestrow" if self.group.in_table => self.lines.end_in_cell(),
            "par" => self.lines.end_paragraph(),
            _ => self.lines.end_started(),
        }
        self.numbered &= matches!(name, "tab" | "line" | "softline" | "lbr");
    }

    /// What becomes of the words of the group that begins with this.
    fn destination(&mut self, name: &str) {
        let optional = std::mem::take(&mut self.group.optional);
        if self.group.target == Target::Nothing {
            return;
        }
        self.group.target = match name {
            "listtext" | "pntext" => {
                self.number.clear();
                Target::Number
            }
            "fonttbl" => Target::Fonts,
            "fldinst" => {
                self.instruction.clear();
                Target::Instruction
            }
            // A table of contents gives what stands in the text once more.
            "fldrslt" if self.instruction.trim_start().starts_with("TOC") => Target::Nothing,
            "shptxt" | "header" | "headerl" | "headerr" | "headerf"
                if self.group.target == Target::Text =>
            {
                self.beside.push(std::mem::take(&mut self.lines));
                if name == "shptxt" {
                    Target::Frame
                } else {
                    Target::Header
                }
            }
            "shpinst" | "shptxt" => return,
            "colortbl" | "stylesheet" | "listtable" | "info" | "pict" | "objdata" | "footer"
            | "footerl" | "footerr" | "footerf" | "footnote" | "annotation" | "atnid"
            | "atnauthor" | "sp" | "shprslt" | "do" | "nonesttables" | "nonshppict" | "upr"
            | "xe" | "tc" | "rxe" | "template" | "private" | "ftnsep" | "ftnsepc" | "aftnsep"
            | "aftnsepc" => Target::Nothing,
            _ if optional => Target::Nothing,
            _ => return,
        };
    }

    /// The group with this target has ended.
    fn close(&mut self, target: Target) {
        match target {
            Target::Number if !std::mem::replace(&mut self.numbered, true) => {
                let number = std::mem::take(&mut self.number);
                // A bullet is no number.
                if number.contains(char::is_alphanumeric) {
                    self.put(&before_words(&number, false));
                }
            }
            Target::Frame | Target::Header => self.end_aside(target),
            _ => {}
        }
    }

    fn end_aside(&mut self, target: Target) {
        let aside = std::mem::take(&mut self.lines).finish();
        self.lines = self.beside.pop().unwrap_or_default();
        if target == Target::Header {
            self.headers.push_str(&aside);
        } else {
            self.lines.beside(&aside, self.group.in_table);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(rtf: &str) -> String {
        read(format!("{{\\rtf1\\ansi {rtf}}}").as_bytes()).unwrap()
    }

    #[test]
    fn words_are_read_and_the_rest_is_not() {
        for (rtf, expected) in [
            ("ab\\par cd\\par", "ab\ncd\n"),
            ("\r\na\r\nb", "ab\n"),
            ("a\\\nb", "a\nb\n"),
            ("a\\line b\\tab c\\~d\\_e\\-f", "a\nb\tc\u{a0}d-ef\n"),
            ("\\{\\\\\\}", "{\\}\n"),
            ("\\u19968?\\u12289 ?x", "一、x\n"),
            ("\\uc2\\u19968\\'d2\\'bb\\u12289\\'a1\\'a2x", "一、x\n"),
            ("\\uc0\\u19968 x", "一x\n"),
            ("{\\uc2\\u19968 ab}\\u19968 ab", "一一b\n"),
            ("\\u-10179 ?\\u-8704 ?", "😀\n"),
            (
                "{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s0 Normal;}}{\\info{\\title x}}{\\*\\unknown y}z",
                "z\n",
            ),
            (
                "{\\header h\\par}{\\footerl f}{\\footnote n}{\\*\\annotation a}b",
                "b\n",
            ),
            ("{\\pict\\bin5 {{{{{}c", "c\n"),
            ("{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt y}}", "y\n"),
            ("{\\field{\\*\\fldinst TOC x}{\\fldrslt {y}}}z", "z\n"),
            ("a{\\v b}{\\deleted c\\par}\\v d\\v0 e", "ae\n"),
            ("{\\v b\\plain c}", "c\n"),
            ("}a{", "a\n"),
        ] {
            assert_eq!(text(rtf), expected, "{rtf}");
        }
    }

    #[test]
    fn bytes_are_in_the_encoding_of_their_font() {
        let fonts = "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset134 \\'cb\\'ce;}{\\f2\\fcharset2 W;}{\\f3\\fcharset136 B;}}";
        for (rtf, expected) in [
            ("\\ansicpg936 \\'d2\\'bb", "一\n"),
            ("\\ansicpg1252 \\'93a\\'94", "“a”\n"),
            ("\\ansicpg1252\\f1 \\'d2\\'bb", "一\n"),
            ("\\ansicpg936\\f0 \\'d2\\'bb", "一\n"),
            ("\\ansicpg1252\\f3 \\'a4\\'40", "一\n"),
            ("\\f1 \\'81A", "丄\n"),
            ("\\f2 \\'6ca\\f1 b", "b\n"),
            ("{\\f1 \\'d2\\'bb}\\'94", "一”\n"),
        ] {
            assert_eq!(text(&format!("{fonts}{rtf}")), expected, "{rtf}");
        }
    }

    #[test]
    fn the_numbers_of_paragraphs_and_the_rows_of_tables() {
        for (rtf, expected) in [
            ("{\\listtext\\u19968?\\u12289?\\tab}a\\par", "一、a\n"),
            ("{\\listtext 1\\tab}2024\\par", "1 2024\n"),
            ("{\\listtext\\u8226?\\tab}a\\par", "a\n"),
            (
                "{\\pntext 1.\\tab}{\\*\\pn{\\pntxta .}}{\\listtext 1.}a\\par{\\listtext 2.}b",
                "1.a\n2.b\n",
            ),
            (
                "\\trowd\\intbl a\\cell b\\par c\\cell\\row\\pard d\\par",
                "a\tb c\nd\n",
            ),
        ] {
            assert_eq!(text(rtf), expected, "{rtf}");
        }
    }

    #[test]
    fn the_text_in_a_frame_stands_before_the_paragraph_beside_it() {
        let rtf = "a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt b\\par c\\par}}{\\shprslt d}}e\\par";
        assert_eq!(text(rtf), "b\nc\nae\n");
    }

    #[test]
    fn too_deep_is_too_much() {
        assert_eq!(
            read("{".repeat(100_000).as_bytes()),
            Err(Unreadable::TooMuch)
        );
    }
}
