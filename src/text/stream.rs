//! The telling characters of a text, clause by clause and without its marks: what passages that stand in two places are looked for in.
//!
//! Two places that agree somewhere are followed both ways, over few characters that differ.

use std::ops::Range;

use super::marker::is_han;
use super::{Folded, Source, Span};
use crate::sort;

/// One in so many characters may differ.
const ALIKE: usize = 10;
/// So many characters in a row may differ, and so many must agree behind them.
const WIDEST_GAP: usize = 20;
const AGREE: usize = 6;

/// What ends a clause.
const MARKS: [char; 8] = ['。', '\n', '!', '?', ',', ';', ':', '、'];

/// What a number is read as, whatever its digits.
pub const NUMBER: char = '0';

/// A few characters that are read as one: a number, a name. The range is of the folded text.
pub type Sign = (Range<usize>, char);

/// A place in a stream, by the index of its character.
pub type Place<'s> = (&'s Stream, usize);

/// Where a clause begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its first character, by its index.
    pub first: usize,
    /// Whether a sentence begins there.
    pub opens: bool,
}

/// The telling characters of a text. Places in it are indices of characters.
#[derive(Clone, Debug, Default)]
pub struct Stream {
    chars: Vec<char>,
    /// Where each stands, in bytes of the folded text.
    at: Vec<u32>,
    /// The signs: which character, and where its words end.
    signs: Vec<(usize, usize)>,
    clauses: Vec<Clause>,
}

impl Stream {
    /// Adds the clauses of a range of the folded text. The signs are in order and do not overlap.
    pub fn read(&mut self, folded: &Folded, range: Range<usize>, signs: &[Sign]) {
        let next = signs.partition_point(|sign| sign.0.start < range.start);
        let mut signs = signs.get(next..).unwrap_or_default();
        let mut covered = 0;
        // Whether a clause begins with the next character, and whether a sentence does.
        let (mut parts, mut opens) = (true, true);
        for (offset, c) in folded.slice(range.start, range.end).char_indices() {
            let at = range.start + offset;
            if at < covered {
                continue;
            }
            if let [(words, sign), rest @ ..] = signs
                && words.start <= at
            {
                signs = rest;
                covered = words.end;
                self.signs.push((self.chars.len(), words.end));
                self.push(*sign, at, parts.then_some(opens));
                parts = false;
            } else if is_han(c) || c.is_ascii_alphanumeric() {
                self.push(c, at, parts.then_some(opens));
                parts = false;
            } else if MARKS.contains(&c) {
                parts = true;
                opens = matches!(c, '。' | '!' | '?');
            }
        }
    }

    /// Adds a character; where a clause begins with it, `clause` says whether a sentence does.
    fn push(&mut self, c: char, at: usize, clause: Option<bool>) {
        let first = self.chars.len();
        if let Some(opens) = clause {
            self.clauses.push(Clause { first, opens });
        }
        self.chars.push(c);
        self.at.push(u32::try_from(at).unwrap_or(u32::MAX));
    }

    /// How many characters there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The characters.
    #[must_use]
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The clauses in the order of the text.
    #[must_use]
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// The signs of a range, each by the index of its character.
    pub fn signs(&self, range: &Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let from = self.signs.partition_point(|sign| sign.0 < range.start);
        let end = range.end;
        let signs = self.signs.get(from..).unwrap_or_default().iter();
        signs.map(|sign| sign.0).take_while(move |&at| at < end)
    }

    /// The characters of a clause, by their indices.
    #[must_use]
    pub fn clause(&self, index: usize) -> Range<usize> {
        self.begins(index)..self.begins(index + 1)
    }

    /// Where a clause begins; behind the last one, where the text ends.
    fn begins(&self, index: usize) -> usize {
        let clause = self.clauses.get(index);
        clause.map_or(self.chars.len(), |clause| clause.first)
    }

    /// The index of the clause that a character stands in.
    #[must_use]
    pub fn clause_at(&self, at: usize) -> usize {
        self.clauses
            .partition_point(|clause| clause.first <= at)
            .saturating_sub(1)
    }

    /// The index of the first clause that begins at a character or behind it.
    #[must_use]
    pub fn clause_from(&self, at: usize) -> usize {
        self.clauses.partition_point(|clause| clause.first < at)
    }

    /// Whether a clause begins at a character, or the text ends there.
    #[must_use]
    pub fn parts(&self, at: usize) -> bool {
        self.begins(self.clause_from(at)) == at
    }

    /// Whether a sentence begins at a character, or the text ends there.
    #[must_use]
    pub fn opens(&self, at: usize) -> bool {
        at >= self.chars.len()
            || self
                .clauses
                .get(self.clause_from(at))
                .is_some_and(|clause| clause.first == at && clause.opens)
    }

    /// Where a range of characters stands in the folded text, in bytes.
    #[must_use]
    pub fn bytes(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let start = *self.at.get(range.start)?;
        let last = range.end.checked_sub(1)?;
        let sign = self.signs.binary_search_by_key(&last, |sign| sign.0);
        let end = match sign.ok().and_then(|index| self.signs.get(index)) {
            Some(&(_, end)) => end,
            None => *self.at.get(last)? as usize + self.chars.get(last)?.len_utf8(),
        };
        Some(start as usize..end)
    }

    /// A hash of so many characters from a place on.
    #[must_use]
    pub fn key(&self, at: usize, chars: usize) -> Option<u64> {
        let seed = self.chars.get(at..at + chars)?;
        Some(seed.iter().fold(0, |hash: u64, &c| {
            (hash ^ u64::from(u32::from(c))).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        }))
    }

    /// How many characters of a range tell something: those of clauses that are no set pieces, which are told by their index.
    pub fn told(&self, range: &Range<usize>, set_piece: impl Fn(usize) -> bool) -> usize {
        (self.clause_at(range.start)..self.clause_from(range.end))
            .filter(|&index| !set_piece(index))
            .map(|index| {
                let clause = self.clause(index);
                let end = clause.end.min(range.end);
                end.saturating_sub(clause.start.max(range.start))
            })
            .sum()
    }

    /// The range without the few characters of a clause at its ends that agree by chance.
    fn trimmed(&self, run: &Range<usize>) -> Range<usize> {
        let next = |at: usize| self.begins(self.clause_from(at));
        let start = match next(run.start) {
            start if start - run.start <= AGREE => start,
            _ => run.start,
        };
        let last = self.begins(self.clause_at(run.end));
        let end = if next(run.end) != run.end && run.end.saturating_sub(last) <= AGREE {
            last
        } else {
            run.end
        };
        start..end.max(start)
    }
}

/// The passage round two places that agree, in both: it goes no further than `ahead` characters on and `back` characters back.
#[must_use]
pub fn passage(there: Place<'_>, here: Place<'_>, ahead: usize, back: usize) -> [Range<usize>; 2] {
    let (on_there, on_here, same) = follow(there, here, ahead, true, 0);
    let (off_there, off_here, _) = follow(there, here, back, false, same);
    let whole =
        |(stream, at): Place<'_>, off: usize, on: usize| stream.trimmed(&(at - off..at + on));
    [
        whole(there, off_there, on_there),
        whole(here, off_here, on_here),
    ]
}

/// How far two places agree, in characters of both, and how many are the same, `same` of them known before. No further than `room`.
fn follow(
    there: Place<'_>,
    here: Place<'_>,
    room: usize,
    ahead: bool,
    mut same: usize,
) -> (usize, usize, usize) {
    let char = |(stream, from): Place<'_>, steps: usize| -> Option<char> {
        let at = if ahead {
            from.checked_add(steps)
        } else {
            from.checked_sub(steps + 1)
        };
        stream.chars.get(at?).copied()
    };
    let (mut a, mut b, mut gaps) = (0, 0, 0);
    while a.max(b) < room {
        let c = char(there, a);
        if c.is_some() && c == char(here, b) {
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

/// The clauses of a folded text, each with the mark that ends it.
pub fn clauses(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(MARKS)
}

/// The numbers written in digits in a folded text: 12, 1,234.5.
#[must_use]
pub fn numbers(text: &str) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while let Some(start) = bytes.iter().skip(at).position(u8::is_ascii_digit) {
        let start = at + start;
        at = start;
        while digit(at) || (matches!(bytes.get(at), Some(b'.' | b',')) && digit(at + 1)) {
            at += 1;
        }
        signs.push((start..at, NUMBER));
    }
    signs
}

/// Signs in their order, without those that begin inside another one; of two that begin at one place the first stays.
#[must_use]
pub fn in_order(mut signs: Vec<Sign>) -> Vec<Sign> {
    sort::by_key(&mut signs, |sign| sign.0.start as u64);
    let mut end = 0;
    signs.retain(|(words, _)| {
        let apart = words.start >= end;
        end = end.max(words.end);
        apart
    });
    signs
}

/// A passage with the marks that belong to it: what opens before it, and what closes or ends behind it.
#[must_use]
pub fn with_marks(source: &Source, span: Span) -> Span {
    let text = source.text();
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    Span::new(
        before.trim_end_matches(['（', '(', '“', '《']).len(),
        text.len()
            - after
                .trim_start_matches(['）', ')', '”', '》', '%', '％', '。', '！', '？', '；'])
                .len(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(text: &str, signs: &[Sign]) -> Stream {
        let mut stream = Stream::default();
        let folded = Folded::line(text);
        stream.read(&folded, 0..folded.len(), signs);
        stream
    }

    fn read(text: &str) -> Stream {
        stream(text, &numbers(Folded::line(text).text()))
    }

    #[test]
    fn marks_go_and_a_number_is_one_sign() {
        let text = "全年1,234.5件,其中:“甲”类20%。好";
        let read = read(text);
        let chars: String = read.chars().iter().collect();
        assert_eq!(chars, "全年0件其中甲类0好");
        let words = |range: Range<usize>| text.get(read.bytes(&range).unwrap()).unwrap();
        assert_eq!(words(2..4), "1,234.5件");
        assert_eq!(words(8..9), "20");
        assert_eq!(words(0..3), "全年1,234.5");
        assert_eq!(read.signs(&(3..9)).collect::<Vec<_>>(), [8]);
        let clauses: Vec<_> = read.clauses().iter().map(|c| (c.first, c.opens)).collect();
        assert_eq!(clauses, [(0, true), (4, false), (6, false), (9, true)]);
        assert!(read.opens(9) && read.opens(10) && !read.opens(4) && read.parts(4));
    }

    #[test]
    fn a_sign_may_hold_marks_and_begin_before_the_range() {
        let signs = [(0..3, '甲'), (3..12, '乙')];
        let read = stream("一二、三四五", &signs);
        assert_eq!(read.chars(), ['甲', '乙', '四', '五']);
        assert_eq!(read.bytes(&(1..2)), Some(3..12));
    }

    #[test]
    fn what_differs_a_little_is_followed_over() {
        let one = read("组织各村网格员轮训12次，把常见纠纷的调处步骤讲清楚。");
        let other = read("分批组织各村网格员集中轮训3次，把常见纠纷的调处步骤讲清楚，好。");
        let [there, here] = passage((&one, 11), (&other, 15), 99, 99);
        assert_eq!((there, here), (0..24, 2..28));
    }

    #[test]
    fn set_pieces_tell_nothing() {
        let read = read("一二三，四五，六七八九。");
        assert_eq!(read.told(&(1..7), |clause| clause == 1), 4);
    }
}
