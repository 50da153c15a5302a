//! Passages that this year's report takes over from last year's: word for word, or with only the numbers changed.

use std::collections::HashMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::side::Side;
use crate::decimal;
use crate::text::stream::Stream;
use crate::text::{Utf16Span, formulas};

/// Clauses are compared by so many first characters.
const SEED: usize = 6;
/// Of a beginning that stands more often than this in the old report, the first places only are compared.
const MOST_PLACES: usize = 8;
/// So many passages are told, and so long a one at most: what follows is another one.
const MOST: usize = 500;
const LONGEST: usize = 5000;

/// How many telling characters a passage must have.
#[derive(Clone, Copy, Debug)]
pub struct Least {
    /// Where it is of whole sentences.
    pub sentences: usize,
    /// Where it is a part of a sentence.
    pub clauses: usize,
}

/// A set phrase is shorter than a sentence of this length.
pub const PASSAGE: Least = Least {
    sentences: 20,
    clauses: 36,
};

/// A passage that stands in both reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Where it stands in the old report, and where in the new one.
    pub spans: [Utf16Span; 2],
    /// Whether numbers in it have changed, and nothing else.
    pub numbers_changed: bool,
    /// How many characters it has, marks left out and each number counted as one.
    pub chars: usize,
}

/// The passages that the new report takes over.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Carried {
    /// In the order of the new report.
    pub passages: Vec<Passage>,
    /// What share of the new report's characters stands in them word for word, 0 to 1.
    pub unchanged: f64,
    /// What share stands in those where only numbers have changed.
    pub numbers_changed: f64,
}

impl Passage {
    /// The words for its class.
    #[must_use]
    pub fn name(&self) -> &'static str {
        if self.numbers_changed {
            "只改了数字"
        } else {
            "原样沿用"
        }
    }
}

impl Carried {
    /// Both shares in a sentence.
    #[must_use]
    pub fn words(&self) -> String {
        if self.passages.is_empty() {
            return "没有整句沿用上年的文字。".to_owned();
        }
        let share = |share: f64| format!("{}%", decimal::rounded(share * 100.0, 1));
        format!(
            "本年正文有 {} 与上年一字不差，另有 {} 只改了数字。",
            share(self.unchanged),
            share(self.numbers_changed)
        )
    }
}

/// What is carried over from one text to another.
#[must_use]
pub fn find(sides: [&Side<'_>; 2]) -> Carried {
    let [old, new] = sides;
    let streams = [&old.paragraphs(), &new.paragraphs()];
    let passages = passages(sides, streams, PASSAGE, formulas::is_set_piece);
    let [_, stream] = streams;
    let share = |numbers: bool| {
        let of_it = passages.iter().filter(|p| p.numbers_changed == numbers);
        let chars: usize = of_it.map(|passage| passage.chars).sum();
        chars as f64 / stream.len().max(1) as f64
    };
    Carried {
        unchanged: share(false),
        numbers_changed: share(true),
        passages,
    }
}

/// The passages of the streams of an old and a new report that agree, each in one paragraph, in the order of the new one.
#[must_use]
pub fn passages(
    sides: [&Side<'_>; 2],
    streams: [&Stream; 2],
    least: Least,
    set_piece: impl Fn(&str) -> bool,
) -> Vec<Passage> {
    let [old, new] = streams;
    let [old_side, new_side] = sides;
    let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
    for clause in old.clauses() {
        if let Some(key) = old.key(clause.first, SEED) {
            let places = places.entry(key).or_default();
            if places.len() < MOST_PLACES {
                places.push(clause.first);
            }
        }
    }
    let mut found = Vec::new();
    let mut done = 0;
    for clause in new.clauses() {
        let here = clause.first;
        let Some(there) = new.key(here, SEED).and_then(|key| places.get(&key)) else {
            continue;
        };
        if here < done {
            continue;
        }
        let runs = there
            .iter()
            .map(|&there| (there, same(old, there, new, here)));
        let Some((there, len)) = runs.max_by_key(|run| run.1) else {
            continue;
        };
        done = here + len;
        for (run, numbers_changed) in pieces(sides, streams, there, here..here + len, least) {
            let earlier = there + (run.start - here)..there + (run.end - here);
            let told = new.told(&run, |clause| {
                let words = new.bytes(&new.clause(clause)).unwrap_or_default();
                set_piece(new_side.words(&words))
            });
            let whole = [run.start, run.end].iter().all(|&at| new.opens(at))
                && [earlier.start, earlier.end].iter().all(|&at| old.opens(at));
            if told >= least.clauses || (told >= least.sentences && whole) {
                found.push(Passage {
                    spans: [old_side.span_of(old, &earlier), new_side.span_of(new, &run)],
                    numbers_changed,
                    chars: run.len(),
                });
            }
        }
        if found.len() >= MOST {
            break;
        }
    }
    found
}

/// How many characters two places agree in, to the last end of a clause in both.
fn same(old: &Stream, there: usize, new: &Stream, here: usize) -> usize {
    let one = old.chars().get(there..).unwrap_or_default().iter();
    let other = new
        .chars()
        .get(here..)
        .unwrap_or_default()
        .iter()
        .take(LONGEST);
    let mut len = one
        .zip(other)
        .take_while(|(one, other)| one == other)
        .count();
    while len > 0 {
        let end = here + len;
        let last = new.clause(new.clause_at(end)).start;
        let end = if new.parts(end) { end } else { last };
        if end <= here || old.parts(there + end - here) {
            return end.saturating_sub(here);
        }
        len = end - here - 1;
    }
    0
}

/// A run parted where a paragraph ends, and where sentences with changed numbers and others meet; short sentences stay with their neighbours.
fn pieces(
    sides: [&Side<'_>; 2],
    streams: [&Stream; 2],
    there: usize,
    run: Range<usize>,
    least: Least,
) -> Vec<(Range<usize>, bool)> {
    let [old, new] = streams;
    let [old_side, new_side] = sides;
    let words = |side: &Side<'_>, stream: &Stream, at: usize| {
        let bytes = stream.bytes(&(at..at + 1)).unwrap_or_default();
        side.words(&bytes).to_owned()
    };
    let changed = |range: &Range<usize>| {
        new.signs(range).any(|at| {
            let earlier = there + (at - run.start);
            words(new_side, new, at) != words(old_side, old, earlier)
        })
    };
    let paragraph = |at: usize| {
        let before = new
            .bytes(&(at.saturating_sub(1)..at + 1))
            .unwrap_or_default();
        new_side.words(&before).contains('\n')
    };
    let mut pieces: Vec<(Range<usize>, bool)> = Vec::new();
    let first = new.clause_at(run.start);
    let mut start = run.start;
    for index in first + 1.. {
        let at = new.clause(index).start.min(run.end);
        if at < run.end && !new.opens(at) {
            continue;
        }
        let sentence = start..at;
        let numbers = changed(&sentence);
        match pieces.last_mut() {
            Some((piece, of_piece))
                if !paragraph(start)
                    && (*of_piece == numbers
                        || sentence.len().min(piece.len()) < least.sentences) =>
            {
                piece.end = at;
                *of_piece |= numbers;
            }
            _ => pieces.push((sentence, numbers)),
        }
        start = at;
        if at >= run.end {
            break;
        }
    }
    pieces
}
