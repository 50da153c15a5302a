//! The signs of a report: marks, blanks and stray characters as they are printed, gathered once for all the rules that look at them.

use crate::document::Document;
use crate::text::marker::is_han;
use crate::text::{BlockKind, Span, variants};

/// A character that is neither a simplified Chinese one nor an ASCII letter or digit; a run of blanks is one sign.
#[derive(Clone, Copy, Debug)]
pub struct Sign {
    /// Where it stands in the source.
    pub span: Span,
    /// The character, as printed; a space for any blanks.
    pub c: char,
    /// The character before it in its block, blanks and what has no width left out; NUL at the beginning.
    pub before: char,
    /// The character behind it, in the same way.
    pub after: char,
    /// The block that it stands in.
    pub block: usize,
}

/// A Chinese character or a mark of Chinese text.
#[must_use]
pub fn is_wide(c: char) -> bool {
    is_han(c) || is_chinese_mark(c)
}

/// A mark that belongs to Chinese text alone.
#[must_use]
pub fn is_chinese_mark(c: char) -> bool {
    "，。、；：！？“”‘’（）《》〈〉【】〔〕…—％".contains(c)
}

/// A mark made half as wide, where it is one that has such a form.
#[must_use]
pub fn half(c: char) -> char {
    match c {
        '，' => ',',
        '；' => ';',
        '：' => ':',
        '！' => '!',
        '？' => '?',
        '（' => '(',
        '）' => ')',
        '．' => '.',
        '［' => '[',
        '］' => ']',
        c => c,
    }
}

/// Whether a character leaves no trace in print.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fffc}')
        || (c.is_control() && !c.is_whitespace())
}

/// The signs of all blocks but the clutter of a web page. What a page break put into a sentence is left out.
#[must_use]
pub(super) fn gather(document: &Document<'_>) -> Vec<Sign> {
    let mut signs = Vec::new();
    for (number, block) in document.layout.blocks.iter().enumerate() {
        if block.kind == BlockKind::Clutter {
            continue;
        }
        let mut gatherer = Gatherer {
            signs: &mut signs,
            block: number,
            before: '\0',
            waiting: 0,
        };
        let mut start = block.span.start;
        for gap in &block.breaks {
            gatherer.segment(document.source.slice(Span::new(start, gap.start)), start);
            start = gap.end;
        }
        gatherer.segment(
            document.source.slice(Span::new(start, block.span.end)),
            start,
        );
    }
    signs
}

struct Gatherer<'a> {
    signs: &'a mut Vec<Sign>,
    block: usize,
    before: char,
    /// How many of the last signs have not seen what follows them.
    waiting: usize,
}

impl Gatherer<'_> {
    fn segment(&mut self, text: &str, start: usize) {
        for (at, c) in text.char_indices() {
            // Most characters, asked first.
            let plain = |c: char| is_han(c) && !variants::is_traditional_form(c);
            if self.waiting == 0 && plain(c) {
                self.before = c;
                continue;
            }
            let span = Span::new(start + at, start + at + c.len_utf8());
            if c.is_whitespace() {
                match self.signs.last_mut() {
                    Some(last) if last.c == ' ' && last.span.end == span.start => {
                        last.span.end = span.end;
                    }
                    _ => self.push(span, ' '),
                }
            } else if is_invisible(c) {
                self.push(span, c);
            } else {
                let from = self.signs.len().saturating_sub(self.waiting);
                for sign in self.signs.iter_mut().skip(from) {
                    sign.after = c;
                }
                self.waiting = 0;
                if !c.is_ascii_alphanumeric() && !plain(c) {
                    self.push(span, c);
                }
                self.before = c;
            }
        }
    }

    fn push(&mut self, span: Span, c: char) {
        self.signs.push(Sign {
            span,
            c,
            before: self.before,
            after: '\0',
            block: self.block,
        });
        self.waiting += 1;
    }
}
