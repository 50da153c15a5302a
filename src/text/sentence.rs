//! The sentence round a few words: as much as a reader needs to see what they speak of.

use super::{Block, Layout, Source, Span};

/// So many characters are taken before the words and after them: a sentence without an end is no sentence, and a long one is read near its words.
const REACH: usize = 160;
const ENDS: &str = "。！？!?";
const CLOSERS: &str = "”’》）)」』";

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
    pub fn around(&self, span: Span) -> String {
        let words = |start, end| self.source.slice(Span::new(start, end));
        let next = self.blocks.partition_point(|b| b.span.start <= span.start);
        let block = next.checked_sub(1).and_then(|index| self.blocks.get(index));
        let Some(block) = block.filter(|block| block.span.contains(span)) else {
            return one_line(self.source.slice(span));
        };
        let (before, cut_before) = back(words(block.span.start, span.start));
        let (after, cut_after) = on(words(span.end, block.span.end));
        let mut start = span.start - before;
        let end = span.end + after;
        let mut sentence = String::new();
        let first = block.breaks.partition_point(|gap| gap.start < start);
        let breaks = block.breaks.get(first..).unwrap_or_default();
        for gap in breaks.iter().take_while(|gap| gap.end <= end) {
            sentence += words(start, gap.start);
            start = gap.end;
        }
        sentence += words(start, end);
        let mark = |cut: bool| if cut { "…" } else { "" };
        let sentence = one_line(&sentence);
        format!("{}{sentence}{}", mark(cut_before), mark(cut_after))
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
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.trim().replace(breaks, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(text: &str, words: &str) -> String {
        let source = Source::new(text);
        let start = source.text().find(words).unwrap();
        Sentences::of(&source).around(Span::new(start, start + words.len()))
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
        assert_eq!(sentences.around(Span::new(0, 7)), "甲 乙");
        assert_eq!(sentences.around(Span::new(90, 97)), "");
    }
}
