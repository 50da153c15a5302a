//! Passages that stand in a text twice, word for word or nearly so.
//!
//! A passage is looked for where a clause begins like an earlier one; from there both places are followed forwards and backwards, over few
//! characters that differ. Marks do not count.

use std::collections::HashMap;
use std::ops::Range;

use crate::structure::outline::Outline;
use crate::text::marker::is_han;
use crate::text::{BlockKind, Layout};

/// A passage that stands in two places. Ranges are bytes of the folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// Where it is repeated.
    pub here: Range<usize>,
    /// Where it stands first.
    pub there: Range<usize>,
}

/// A passage must have this many telling characters; so many will do for whole sentences.
const SHORTEST: usize = 40;
const SHORTEST_SENTENCE: usize = 30;
/// Clauses are compared by so many first characters.
const SEED: usize = 8;
/// Of a beginning that stands more often than this, the first places only are compared.
const MOST_PLACES: usize = 8;
/// One in so many characters may differ.
const ALIKE: usize = 10;
/// So many characters in a row may differ, and so many must agree behind them.
const WIDEST_GAP: usize = 20;
const AGREE: usize = 6;

/// Clauses with these words are set pieces that any part may repeat.
const SET_PIECES: [&str; 9] = [
    "习近平",
    "党的二十",
    "党的十九",
    "党中央",
    "全会精神",
    "亲自",
    "第一责任人",
    "科学立法",
    "实施纲要",
];

/// A telling character: what it is, and where.
type Char = (usize, char);

/// The text without marks and headings, as the search reads it.
struct Stream<'t> {
    layout: &'t Layout,
    chars: Vec<Char>,
    /// Indices of the characters that begin a clause, in order, and whether a sentence begins there.
    clauses: Vec<(usize, bool)>,
}

/// The passages of the paragraphs that stand twice; headings and tables are left out.
#[must_use]
pub fn find(layout: &Layout, outline: &Outline) -> Vec<Copy> {
    let stream = Stream::of(layout, outline);
    let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut copies = Vec::new();
    let mut done = 0;
    for &(at, _) in &stream.clauses {
        let Some(key) = stream.key(at) else { break };
        let before = places.entry(key).or_default();
        if at >= done {
            let runs = before
                .iter()
                .filter_map(|&earlier| stream.run(earlier, at, done));
            if let Some(run) = runs.max_by_key(|run| run.here.len()) {
                done = run.here.end;
                copies.extend(stream.copy(&run).filter(|_| stream.tells(&run.here)));
            }
        }
        if before.len() < MOST_PLACES {
            before.push(at);
        }
    }
    copies
}

impl<'t> Stream<'t> {
    fn of(layout: &'t Layout, outline: &Outline) -> Self {
        let mut stream = Self {
            layout,
            chars: Vec::new(),
            clauses: Vec::new(),
        };
        let mut headings = outline.nodes.iter().map(|node| &node.heading).peekable();
        for (index, block) in layout.blocks.iter().enumerate() {
            let text = layout.folded_of(block);
            let mut from = block.folded.start;
            while let Some(heading) = headings.next_if(|heading| heading.block <= index) {
                stream.read(from..heading.marker.start.max(from));
                from = from.max(heading.title.end);
            }
            // Lines of a title and names hold no sentence.
            if block.kind == BlockKind::Text && text.contains(['。', ',', ';']) {
                stream.read(from..block.folded.end);
            }
        }
        stream
    }

    /// Adds the clauses of a range.
    fn read(&mut self, range: Range<usize>) {
        let mut at = range.start;
        let mut begins = true;
        let layout = self.layout;
        for clause in layout
            .folded
            .slice(range.start, range.end)
            .split_inclusive(MARKS)
        {
            let first = self.chars.len();
            let telling = clause
                .char_indices()
                .filter(|(_, c)| is_han(*c) || c.is_ascii_alphanumeric());
            self.chars
                .extend(telling.map(|(offset, c)| (at + offset, c)));
            if self.chars.len() > first {
                self.clauses.push((first, begins));
            }
            begins = clause.ends_with(['。', '!', '?']);
            at += clause.len();
        }
    }

    fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).map(|&(_, c)| c)
    }

    /// A hash of the first characters of a clause.
    fn key(&self, at: usize) -> Option<u64> {
        let seed = self.chars.get(at..at + SEED)?;
        Some(seed.iter().fold(0, |hash: u64, &(_, c)| {
            (hash ^ u64::from(u32::from(c))).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        }))
    }

    /// The passage round two places that begin alike, where it is long enough; nothing of it lies before `floor`.
    fn run(&self, there: usize, here: usize, floor: usize) -> Option<Run> {
        let (ahead_there, ahead_here, same) = self.follow(there, here, here - there, true, 0);
        let (back_there, back_here, _) = self.follow(there, here, here - floor, false, same);
        let here = self.trim(here - back_here..here + ahead_here);
        let there = self.trim(there - back_there..there + ahead_there);
        let there = there.start.min(here.start)..there.end.min(here.start);
        (here.len() >= SHORTEST_SENTENCE).then_some(Run { there, here })
    }

    /// Whether a passage tells something: set pieces do not, and a part of a sentence must be longer.
    fn tells(&self, here: &Range<usize>) -> bool {
        let ends = self.clauses.iter().skip(1).map(|clause| clause.0);
        let told: usize = self
            .clauses
            .iter()
            .zip(ends.chain([self.chars.len()]))
            .skip(self.clause_at(here.start))
            .take_while(|(clause, _)| clause.0 < here.end)
            .filter(|&(&(start, _), end)| !self.is_set_piece(start..end))
            .map(|(clause, end)| end.min(here.end).saturating_sub(clause.0.max(here.start)))
            .sum();
        let whole = || [here.start, here.end].iter().all(|&at| self.sentence(at));
        told >= SHORTEST || (told >= SHORTEST_SENTENCE && whole())
    }

    fn is_set_piece(&self, clause: Range<usize>) -> bool {
        let words = self.bytes(&clause).unwrap_or_default();
        let words = self.layout.folded.slice(words.start, words.end);
        SET_PIECES.iter().any(|piece| words.contains(piece))
    }

    /// How far two places agree, in characters of both, and how many are the same, `same` of them known before. No further than `room`.
    fn follow(
        &self,
        there: usize,
        here: usize,
        room: usize,
        ahead: bool,
        mut same: usize,
    ) -> (usize, usize, usize) {
        let char = |from: usize, steps: usize| {
            let at = if ahead {
                from.checked_add(steps)
            } else {
                from.checked_sub(steps + 1)
            };
            at.and_then(|at| self.char(at))
        };
        let (mut a, mut b, mut gaps) = (0, 0, 0);
        loop {
            if a.max(b) >= room {
                break;
            }
            if char(there, a).is_some() && char(there, a) == char(here, b) {
                (a, b, same) = (a + 1, b + 1, same + 1);
                continue;
            }
            let most = WIDEST_GAP.min(((same + AGREE) / (ALIKE - 1)).saturating_sub(gaps));
            let agree = |i: usize, j: usize| {
                (0..AGREE).all(|k| {
                    let c = char(there, a + i + k);
                    c.is_some() && c == char(here, b + j + k)
                })
            };
            let next = (1..=most).find_map(|widest| {
                let sides = (0..=widest).flat_map(|less| [(widest, less), (less, widest)]);
                sides.into_iter().find(|&(i, j)| agree(i, j))
            });
            let Some((i, j)) = next else { break };
            (a, b, gaps) = (a + i, b + j, gaps + i.max(j));
        }
        (a.min(room), b.min(room), same)
    }

    /// The index of the clause that a character stands in.
    fn clause_at(&self, at: usize) -> usize {
        self.clauses
            .partition_point(|clause| clause.0 <= at)
            .saturating_sub(1)
    }

    /// A run without the few characters of a clause at its ends that agree by chance.
    fn trim(&self, run: Range<usize>) -> Range<usize> {
        let begins = |at: usize| {
            self.clauses
                .get(at)
                .map_or(self.chars.len(), |clause| clause.0)
        };
        let next = |at: usize| begins(self.clauses.partition_point(|clause| clause.0 < at));
        let start = match next(run.start) {
            start if start - run.start <= AGREE => start,
            _ => run.start,
        };
        let last = begins(self.clause_at(run.end));
        let end = if next(run.end) != run.end && run.end.saturating_sub(last) <= AGREE {
            last
        } else {
            run.end
        };
        start..end.max(start)
    }

    /// Whether a sentence begins at a character, or ends before it.
    fn sentence(&self, at: usize) -> bool {
        at >= self.chars.len()
            || self
                .clauses
                .binary_search_by_key(&at, |clause| clause.0)
                .is_ok_and(|index| self.clauses.get(index).is_some_and(|clause| clause.1))
    }

    /// Where a range of characters stands in the folded text.
    fn bytes(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let &(start, _) = self.chars.get(range.start)?;
        let &(last, c) = self.chars.get(range.end.checked_sub(1)?)?;
        Some(start..last + c.len_utf8())
    }

    /// A run in bytes.
    fn copy(&self, run: &Run) -> Option<Copy> {
        Some(Copy {
            here: self.bytes(&run.here)?,
            there: self.bytes(&run.there)?,
        })
    }
}

/// A passage in both places, in characters of the stream.
struct Run {
    there: Range<usize>,
    here: Range<usize>,
}

/// What ends a clause.
const MARKS: [char; 8] = ['。', '\n', '!', '?', ',', ';', ':', '、'];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    const FIRST: &str = "分批组织各村网格员轮训，把常见纠纷的调处步骤讲清楚，让群众在家门口就能得到答复。推动各村把调解室的开放时间固定下来。";

    /// The passages of a text that are copied from what stands before them.
    fn copies(text: &str) -> Vec<String> {
        let layout = Layout::new(&Source::new(text));
        let outline = Outline::new(&layout);
        find(&layout, &outline)
            .into_iter()
            .map(|copy| {
                layout
                    .folded
                    .slice(copy.here.start, copy.here.end)
                    .to_owned()
            })
            .collect()
    }

    fn copied(later: &str) -> Vec<String> {
        copies(&format!("{FIRST}\n另起一段说别的事情。\n{later}"))
    }

    fn folded(text: &str) -> String {
        text.trim_end_matches('。').replace('，', ",")
    }

    #[test]
    fn a_copied_passage_is_found_where_it_starts() {
        assert_eq!(copied(FIRST), [folded(FIRST)]);
        assert_eq!(copied(&format!("健全机制。{FIRST}")), [folded(FIRST)]);
    }

    #[test]
    fn nine_characters_in_ten_are_enough() {
        for later in [
            FIRST.replace("讲清楚", "讲透彻"),
            FIRST.replace("网格员轮训", "网格员和人民调解员轮训"),
            FIRST.replace("分批组织", "继续分批组织"),
        ] {
            assert_eq!(copied(&later).len(), 1, "{later}");
        }
    }

    #[test]
    fn short_or_much_changed_passages_are_no_copies() {
        for later in [
            "推动各村把调解室的开放时间固定下来。",
            "分批组织各村网格员轮训，把常见纠纷讲透彻，群众更满意。推动各村固定开放时间。",
        ] {
            assert_eq!(copied(later), Vec::<String>::new());
        }
    }

    #[test]
    fn set_pieces_are_no_copies() {
        let piece = "深入学习贯彻习近平法治思想和党的二十届三中全会精神，全面落实党中央关于法治建设的决策部署和省市县工作要求。";
        assert_eq!(
            copies(&format!("{piece}\n说别的事情。\n{piece}")),
            Vec::<String>::new()
        );
    }

    #[test]
    fn repetition_without_end_is_quick() {
        let text = format!("{}\n", "依法行政依法行政，").repeat(20_000);
        assert!(copies(&text).len() < 20_000);
    }
}
