//! The sentence that a figure stands in, on one line: without the line ends and page numbers that fall inside it.

use crate::text::{Block, Layout, Source, Span};

/// Where no sentence ends for so many bytes, it is cut: some texts have no full stops at all.
const LONGEST: usize = 600;
const ENDS: [char; 5] = ['。', '！', '？', '!', '?'];
const CLOSERS: [char; 7] = ['”', '’', '」', '』', '）', ')', '"'];

/// A sentence, parted at the figure in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// The words before the figure.
    pub before: String,
    /// The figure as printed.
    pub figure: String,
    /// The words after the figure.
    pub after: String,
}

impl Sentence {
    /// The words before the figure, parted: the last so many characters, from a mark on where there is one, and those before them.
    #[must_use]
    pub fn lead(&self, chars: usize) -> (&str, &str) {
        let words = self.before.as_str();
        let cut = words.char_indices().rev().nth(chars).map(|(at, _)| at);
        let Some(cut) = cut else {
            return ("", words);
        };
        let near = words.get(cut..).unwrap_or_default();
        let clause = near.find(['，', '；', ',', ';']);
        let start = clause.and_then(|at| near.get(at..)?.char_indices().nth(1));
        let at = match (clause, start) {
            (Some(at), Some((mark, _))) => cut + at + mark,
            _ => cut + near.chars().next().map_or(0, char::len_utf8),
        };
        words.split_at_checked(at).unwrap_or(("", words))
    }

    /// The whole of it.
    #[must_use]
    pub fn text(&self) -> String {
        [
            self.before.as_str(),
            self.figure.as_str(),
            self.after.as_str(),
        ]
        .concat()
    }
}

/// The sentences of a text.
pub struct Sentences<'a> {
    source: &'a Source,
    blocks: Vec<Block>,
}

impl<'a> Sentences<'a> {
    /// Lays out a text.
    #[must_use]
    pub fn of(source: &'a Source) -> Self {
        Self {
            source,
            blocks: Layout::new(source).blocks,
        }
    }

    /// The sentence around a span.
    #[must_use]
    pub fn around(&self, span: Span) -> Sentence {
        let next = self.blocks.partition_point(|b| b.span.start <= span.start);
        let block = next.checked_sub(1).and_then(|index| self.blocks.get(index));
        let Some(block) = block.filter(|block| block.span.contains(span)) else {
            return Sentence {
                figure: self.line(span, &[]),
                ..Sentence::default()
            };
        };
        let before = Span::new(self.start(block.span.start, span.start), span.start);
        let after = Span::new(span.end, self.end(span.end, block.span.end));
        Sentence {
            before: self.line(before, &block.breaks).trim_start().to_owned(),
            figure: self.line(span, &block.breaks),
            after: self.line(after, &block.breaks).trim_end().to_owned(),
        }
    }

    /// Where the sentence before ends, not further back than `floor`.
    fn start(&self, floor: usize, at: usize) -> usize {
        let text = self.source.text();
        let floor = text.ceil_char_boundary(floor.max(at.saturating_sub(LONGEST)));
        let words = text.get(floor..at).unwrap_or_default();
        let rest = words.rsplit(ENDS).next().unwrap_or_default();
        let rest = if rest.len() < words.len() {
            rest.trim_start_matches(CLOSERS)
        } else {
            rest
        };
        at - rest.len()
    }

    /// Where this sentence ends, not further than `ceiling`.
    fn end(&self, at: usize, ceiling: usize) -> usize {
        let text = self.source.text();
        let ceiling = text.floor_char_boundary(ceiling.min(at + LONGEST));
        let words = text.get(at..ceiling).unwrap_or_default();
        match words.split_inclusive(ENDS).next() {
            Some(sentence) if sentence.ends_with(ENDS) => {
                let rest = words.get(sentence.len()..).unwrap_or_default();
                ceiling - rest.trim_start_matches(CLOSERS).len()
            }
            _ => ceiling,
        }
    }

    /// The words of a span on one line, without what falls into a break.
    fn line(&self, span: Span, breaks: &[Span]) -> String {
        let mut line = String::with_capacity(span.end - span.start);
        let mut start = span.start;
        let first = breaks.partition_point(|gap| gap.end <= span.start);
        let inside = breaks.get(first..).unwrap_or_default().iter().copied();
        let inside = inside.take_while(|gap| gap.start < span.end);
        for gap in inside.chain([Span::new(span.end, span.end)]) {
            let words = self.source.slice(Span::new(start, gap.start));
            line.extend(
                words
                    .chars()
                    .map(|c| if c.is_whitespace() { ' ' } else { c }),
            );
            start = gap.end;
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(text: &str, figure: &str) -> [String; 3] {
        let source = Source::new(text);
        let at = source.text().find(figure).unwrap();
        let sentence = Sentences::of(&source).around(Span::new(at, at + figure.len()));
        [sentence.before, sentence.figure, sentence.after]
    }

    #[test]
    fn a_sentence_goes_from_mark_to_mark() {
        let text = "　　（一）学习。召开会议4次；组织培训5次，参加80人！另有“两报告。”其中3份。\n下一段6件。";
        assert_eq!(
            around(text, "5次"),
            ["召开会议4次；组织培训", "5次", "，参加80人！"]
        );
        assert_eq!(around(text, "3份"), ["其中", "3份", "。"]);
        assert_eq!(around(text, "6件"), ["下一段", "6件", "。"]);
    }

    #[test]
    fn a_page_break_inside_is_left_out() {
        let text = "全年开展执法检查，对沿街商户、在建工地逐家上门，共检查\n\n- 3 -\n\n126户次，发现问题9处。";
        assert_eq!(
            around(text, "126户次"),
            [
                "全年开展执法检查，对沿街商户、在建工地逐家上门，共检查",
                "126户次",
                "，发现问题9处。"
            ]
        );
    }

    #[test]
    fn lines_that_are_not_one_sentence_stay_apart() {
        let text = "一、主要举措\n办理案件12件\n二、不足";
        assert_eq!(around(text, "12件"), ["办理案件", "12件", ""]);
    }

    #[test]
    fn a_text_without_full_stops_is_cut() {
        let text = format!("{}12件{}", "办".repeat(900), "结".repeat(900));
        let [before, figure, after] = around(&text, "12件");
        assert_eq!(figure, "12件");
        assert!(before.len() <= LONGEST && after.len() <= LONGEST);
        assert!(before.starts_with('办') && after.ends_with('结'));
    }
}
