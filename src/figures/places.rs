//! Where the figures stand in the folded text: the words that belong to each, and what parts it from the figure before.

use std::ops::Range;

use super::qualifiers;
use crate::report::Figure;
use crate::text::{BlockKind, Layout, Span};

/// What parts two figures, the strongest mark between them. Marks in quotes and in brackets that close again do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// No mark at all.
    #[default]
    Joined,
    /// 、
    Pause,
    /// ，
    Comma,
    /// ：
    Colon,
    /// ；
    Semicolon,
    /// The end of a sentence or of a block; also a row of a table, which is no sentence.
    Stop,
}

/// A figure in its place. Ranges are bytes of the folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// From the numeral to the unit.
    pub range: Range<usize>,
    /// What parts it from the figure before; where a bracket opens between them, what stands inside the bracket.
    pub mark: Mark,
    /// Brackets that close between the figure before and this one.
    pub closes: usize,
    /// Brackets that open between the figure before and this one and hold this one.
    pub opens: usize,
    /// Whether the innermost of those opens right behind the figure before, or behind the noun that it counts.
    pub attached: bool,
    /// The words before it: from the last mark other than 、 or the figure before.
    pub clause: Range<usize>,
    /// The words before it: from the last mark of any kind or the figure before.
    pub label: Range<usize>,
    /// The words behind it, up to the next mark or figure.
    pub trail: Range<usize>,
}

/// The places of the figures of a text, in their order.
#[must_use]
pub fn of(layout: &Layout, figures: &[Figure<Span>]) -> Vec<Place> {
    let text = layout.folded.text();
    let mut blocks = layout.blocks.iter().peekable();
    let ranges: Vec<Range<usize>> = figures
        .iter()
        .map(|figure| layout.folded_range(figure.span))
        .collect();
    let mut places: Vec<Place> = Vec::with_capacity(figures.len());
    let mut from = 0;
    let mut in_block = 0..0;
    let mut table = false;
    for (index, range) in ranges.iter().enumerate() {
        let new_block = range.start >= in_block.end;
        while let Some(block) = blocks.next_if(|block| block.folded.start <= range.start) {
            in_block = block.folded.clone();
            table = block.kind == BlockKind::Table;
        }
        if new_block {
            from = in_block.start;
        }
        let head = qualifiers::before(text, range.start)
            .map_or(range.start, |found| found.1)
            .max(from);
        let gap = Gap::read(text, from, head);
        let tail = range.end
            + qualifiers::after(text.get(range.end..).unwrap_or_default())
                .map_or(0, |found| found.1);
        let next = ranges
            .get(index + 1)
            .map_or(in_block.end, |next| next.start.min(in_block.end))
            .max(tail);
        let stops = new_block || table;
        places.push(Place {
            range: range.clone(),
            mark: if stops { Mark::Stop } else { gap.mark },
            closes: gap.closes,
            opens: gap.opens.len(),
            attached: !stops && gap.attached(text),
            clause: gap.clause..head,
            label: gap.label..head,
            trail: tail..tail + until_mark(text.get(tail..next).unwrap_or_default()),
        });
        from = tail;
    }
    places
}

/// Bytes up to the first mark.
fn until_mark(words: &str) -> usize {
    words
        .find([',', '。', ';', ':', '!', '?', '、', '(', ')', '\n'])
        .unwrap_or(words.len())
}

/// The words between two figures, taken apart.
struct Gap {
    from: usize,
    mark: Mark,
    closes: usize,
    /// The brackets that are open at the end: where each stands, and the mark, clause and label before it.
    opens: Vec<(usize, Mark, usize, usize)>,
    clause: usize,
    label: usize,
}

/// A quotation in a sentence is no longer than this, in characters; a mark that does not close again is a slip.
const LONGEST_QUOTE: usize = 40;

impl Gap {
    fn read(text: &str, from: usize, to: usize) -> Self {
        let mut gap = Self {
            from,
            mark: Mark::Joined,
            closes: 0,
            opens: Vec::new(),
            clause: from,
            label: from,
        };
        let words = text.get(from..to).unwrap_or_default();
        let mut resume = 0;
        for (at, c) in words.char_indices() {
            if at < resume {
                continue;
            }
            let next = at + c.len_utf8();
            let close = match c {
                '“' => Some('”'),
                '《' => Some('》'),
                _ => None,
            };
            if let Some(close) = close {
                let inside = words.get(next..).unwrap_or_default().char_indices();
                let end = inside.take(LONGEST_QUOTE).find(|&(_, c)| c == close);
                resume = end.map_or(next, |(len, _)| next + len + close.len_utf8());
                continue;
            }
            gap.take(c, from + at, from + next);
        }
        gap
    }

    fn take(&mut self, c: char, at: usize, next: usize) {
        let mark = match c {
            '(' => {
                self.opens.push((at, self.mark, self.clause, self.label));
                Mark::Joined
            }
            ')' => {
                match self.opens.pop() {
                    Some((_, mark, clause, label)) => {
                        (self.mark, self.clause, self.label) = (mark, clause, label);
                    }
                    None => {
                        self.closes += 1;
                        self.mark = Mark::Joined;
                        (self.clause, self.label) = (next, next);
                    }
                }
                return;
            }
            '、' => Mark::Pause,
            ',' => Mark::Comma,
            ':' => Mark::Colon,
            ';' => Mark::Semicolon,
            '。' | '!' | '?' | '\n' => Mark::Stop,
            _ => return,
        };
        self.mark = if c == '(' { mark } else { self.mark.max(mark) };
        self.label = next;
        if c != '、' {
            self.clause = next;
        }
    }

    /// Whether the innermost open bracket follows the figure before at once, or a noun of few characters behind it.
    fn attached(&self, text: &str) -> bool {
        const NOUN: usize = 8;
        self.opens.last().is_some_and(|&(at, mark, ..)| {
            mark == Mark::Joined
                && text
                    .get(self.from..at)
                    .is_some_and(|noun| noun.chars().count() <= NOUN)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures;
    use crate::text::Source;

    /// The words of each figure, the mark before it, its label and its trail.
    fn read(text: &str) -> Vec<(String, Mark, String, String)> {
        let source = Source::new(text);
        let layout = Layout::new(&source);
        let figures = figures::extract(&source, &layout);
        let words = |range: &Range<usize>| layout.folded.slice(range.start, range.end).to_owned();
        of(&layout, &figures)
            .iter()
            .map(|place| {
                (
                    words(&place.range),
                    place.mark,
                    words(&place.label),
                    words(&place.trail),
                )
            })
            .collect()
    }

    #[test]
    fn marks_and_words_around_a_figure_are_told() {
        use Mark::{Comma, Joined, Pause, Stop};
        let got = read(
            "全年审查合同 １２ 份（含“甲，乙”2份）、文件（草案，含附件）3件，其中修改1件。近30人到场，听课约5场次以上的占三成。",
        );
        let got: Vec<(&str, Mark, &str, &str)> = got
            .iter()
            .map(|(words, mark, label, trail)| {
                (words.as_str(), *mark, label.as_str(), trail.as_str())
            })
            .collect();
        assert_eq!(
            got,
            [
                ("12份", Stop, "全年审查合同", ""),
                ("2份", Joined, "含“甲,乙”", ""),
                ("3件", Pause, "文件(草案,含附件)", ""),
                ("1件", Comma, "其中修改", ""),
                ("30人", Stop, "", "到场"),
                ("5场次", Comma, "听课", "的占"),
                ("三成", Joined, "的占", ""),
            ]
        );
    }

    #[test]
    fn marks_inside_the_name_of_a_document_part_nothing() {
        let label = read("宣讲《信访条例、调解法》5场。")
            .pop()
            .map(|(_, _, label, _)| label);
        assert_eq!(label.as_deref(), Some("宣讲《信访条例、调解法》"));
    }

    #[test]
    fn brackets_are_told_by_what_they_hold() {
        let source = Source::new(
            "办案66件（一般28件、简易38件），另有罚款2万元（已缴）、3件，听证（公开1件）",
        );
        let layout = Layout::new(&source);
        let places = of(&layout, &figures::extract(&source, &layout));
        let got: Vec<(usize, usize, bool)> = places
            .iter()
            .map(|place| (place.closes, place.opens, place.attached))
            .collect();
        assert_eq!(
            got,
            [
                (0, 0, false),
                (0, 1, true),
                (0, 0, false),
                (1, 0, false),
                (0, 0, false),
                (0, 1, false)
            ]
        );
    }
}
