//! The sentence round a few words: as much as a reader needs to see what they speak of.

use super::{Block, Layout, Source, Span};

/// So many characters are taken before the words and after them: a sentence without an end is no sentence, and a long one is read near its words.
const REACH: usize = 160;
const ENDS: &str = "。！？!?";
const CLOSERS: &str = "”’》）)」』";

/// A sentence on one line, parted at the words that it was looked up for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// What stands before the words; it begins with … where it is cut.
    pub before: String,
    /// The words.
    pub words: String,
    /// What stands after them; it ends with … where it is cut.
    pub after: String,
}

impl Sentence {
    /// The whole of it.
    #[must_use]
    pub fn text(&self) -> String {
        [&*self.before, &*self.words, &*self.after].concat()
    }

    /// What stands before the words, parted: the last so many characters, from a mark on where there is one, and those before them.
    #[must_use]
    pub fn lead(&self, chars: usize) -> (&str, &str) {
        let before = self.before.as_str();
        let Some((cut, c)) = before.char_indices().rev().nth(chars) else {
            return ("", before);
        };
        let near = before.get(cut..).unwrap_or_default();
        let mark = near
            .char_indices()
            .find(|&(_, c)| "，；：,;:".contains(c))
            .map(|(at, c)| cut + at + c.len_utf8());
        before
            .split_at_checked(mark.unwrap_or(cut + c.len_utf8()))
            .unwrap_or(("", before))
    }
}

/// The sentences of a text.
#[derive(Debug)]
pub struct Sentences<'a> {
    source: &'a Source,
    blocks: Vec<Block>,
}

impl<'a> Sentences<'a> {
    /// Lays out a text.
    #[must_use]
    pub fn of(source: &'a Source) -> Self {
        let blocks = Layout::new(source).blocks;
        Self { source, blocks }
    }

    /// The sentence that a span stands in, as printed but on one line and without what a page break put into it; … where it is cut.
    #[must_use]
    pub fn around(&self, span: Span) -> Sentence {
        let next = self.blocks.partition_point(|b| b.span.start <= span.start);
        let block = next.checked_sub(1).and_then(|index| self.blocks.get(index));
        let Some(block) = block.filter(|block| block.span.contains(span)) else {
            return Sentence {
                words: one_line(self.source.slice(span)),
                ..Sentence::default()
            };
        };
        let words = |start, end| self.source.slice(Span::new(start, end));
        let (before, cut_before) = back(words(block.span.start, span.start));
        let (after, cut_after) = on(words(span.end, block.span.end));
        let mark = |cut: bool| if cut { "…" } else { "" };
        let before = self.whole(Span::new(span.start - before, span.start), block);
        let after = self.whole(Span::new(span.end, span.end + after), block);
        Sentence {
            before: format!("{}{}", mark(cut_before), before.trim_start()),
            words: self.whole(span, block),
            after: format!("{}{}", after.trim_end(), mark(cut_after)),
        }
    }

    /// The words of a span on one line, without the breaks in its block.
    fn whole(&self, span: Span, block: &Block) -> String {
        let mut words = String::new();
        let mut start = span.start;
        let first = block.breaks.partition_point(|gap| gap.end <= start);
        let breaks = block.breaks.get(first..).unwrap_or_default();
        for gap in breaks.iter().take_while(|gap| gap.start < span.end) {
            words += self.source.slice(Span::new(start, gap.start));
            start = gap.end;
        }
        words += self.source.slice(Span::new(start, span.end));
        without_controls(&words)
    }
}

/// Bytes from the end of a text back to where its last sentence begins, and whether it begins earlier still.
fn back(text: &str) -> (usize, bool) {
    let mut bytes = 0;
    for (count, c) in text.chars().rev().enumerate() {
        if count == REACH {
            return (bytes, true);
        }
        if ENDS.contains(c) {
            let words = text.get(text.len() - bytes..).unwrap_or_default();
            return (
                words.trim_start_matches(|c| CLOSERS.contains(c)).len(),
                false,
            );
        }
        bytes += c.len_utf8();
    }
    (bytes, false)
}

/// Bytes to the end of the first sentence of a text, its mark included, and whether it goes on.
fn on(text: &str) -> (usize, bool) {
    let mut bytes = 0;
    for (count, c) in text.chars().enumerate() {
        if count == REACH {
            return (bytes, true);
        }
        bytes += c.len_utf8();
        if ENDS.contains(c) {
            let rest = text.get(bytes..).unwrap_or_default();
            let closed = rest.trim_start_matches(|c| CLOSERS.contains(c));
            return (text.len() - closed.len(), false);
        }
    }
    (bytes, false)
}

/// Words without line ends, tabs and other control characters, so that they fit a cell.
#[must_use]
pub fn one_line(text: &str) -> String {
    without_controls(text.trim())
}

fn without_controls(text: &str) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.replace(breaks, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(text: &str, words: &str) -> String {
        let source = Source::new(text);
        let start = source.text().find(words).unwrap();
        let found = Sentences::of(&source).around(Span::new(start, start + words.len()));
        assert_eq!(found.words, words);
        found.text()
    }

    #[test]
    fn a_sentence_ends_where_its_marks_say() {
        let text = "一、主要举措\n　　全年学法4次。办案186件，\t罚款2万元！群众说“办得快。”调解12件\n二、不足\n人手少3名";
        for (words, expected) in [
            ("4次", "全年学法4次。"),
            ("2万元", "办案186件， 罚款2万元！"),
            ("办得快", "群众说“办得快。”"),
            ("12件", "调解12件"),
            ("3名", "人手少3名"),
            ("一、", "一、主要举措"),
        ] {
            assert_eq!(sentence(text, words), expected, "{words}");
        }
    }

    #[test]
    fn a_page_break_inside_goes() {
        let text = "一、主要举措\n全年共组织执法人员参加各类法治培训，覆盖全部执法岗位，累计举办讲座\n— 3 —\n12场。其他。";
        let expected = "全年共组织执法人员参加各类法治培训，覆盖全部执法岗位，累计举办讲座12场。";
        assert_eq!(sentence(text, "12场"), expected);
    }

    #[test]
    fn words_without_an_end_are_cut() {
        let text = format!("{}12件{}", "调解，".repeat(100), "，调解".repeat(100));
        let found = sentence(&text, "12件");
        assert!(found.starts_with('…') && found.ends_with('…') && found.contains("，12件，"));
        assert_eq!(found.chars().count(), 2 * REACH + 5);
    }

    #[test]
    fn a_span_of_no_paragraph_gives_its_own_words() {
        let source = Source::new("甲\n乙");
        let sentences = Sentences::of(&source);
        assert_eq!(sentences.around(Span::new(0, 7)).text(), "甲 乙");
        assert_eq!(sentences.around(Span::new(90, 97)).text(), "");
    }

    #[test]
    fn the_words_just_before_begin_at_a_mark() {
        let lead = |before: &str, chars: usize| {
            let sentence = Sentence {
                before: before.to_owned(),
                ..Sentence::default()
            };
            let (far, near) = sentence.lead(chars);
            assert_eq!([far, near].concat(), before);
            near.to_owned()
        };
        assert_eq!(lead("调解", 2), "调解");
        assert_eq!(lead("受理并调解", 2), "调解");
        assert_eq!(lead("开展培训，组织演练；受理纠纷", 8), "受理纠纷");
        assert_eq!(
            lead("开展培训，组织演练；受理纠纷", 9),
            "组织演练；受理纠纷"
        );
        assert_eq!(lead("", 3), "");
    }
}
