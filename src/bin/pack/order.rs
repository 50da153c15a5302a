//! The order of pieces in which they pack best: each after those that it has most in common with.

use std::collections::{HashMap, VecDeque};

/// So many bytes, one after another, are what pieces have in common or not.
const RUN: usize = 5;
/// What more pieces than these have in common tells none of them from the others.
const COMMON: usize = 100;
/// As far back as gzip looks for what it has seen already.
const SEEN: usize = 32 << 10;
/// Keeps pieces of a few runs, which are soon wholly known, from coming before all longer ones.
const SHORT: usize = 20;

/// The places of the pieces in the order that packs best. The same pieces give the same order.
pub fn by_likeness(pieces: &[&[u8]]) -> Vec<usize> {
    let mut likeness = Likeness::of(pieces);
    let mut left: Vec<usize> = (0..pieces.len()).collect();
    let mut order = Vec::new();
    let mut seen = VecDeque::new();
    let mut length = 0;
    // The first of those that have most in common with what has been seen.
    while let Some(at) = (0..left.len())
        .rev()
        .max_by(|one, other| likeness.compared(left[*one], left[*other]))
    {
        let next = left.remove(at);
        order.push(next);
        likeness.comes(next);
        seen.push_back(next);
        length += pieces[next].len();
        while length > SEEN
            && seen.len() > 1
            && let Some(first) = seen.pop_front()
        {
            likeness.goes(first);
            length -= pieces[first].len();
        }
    }
    order
}

/// What the pieces have in common with those that have been seen last.
struct Likeness {
    /// The runs of each piece that others have too.
    runs: Vec<Vec<usize>>,
    /// The pieces in which each run stands.
    pieces: Vec<Vec<usize>>,
    /// In how many of the pieces seen last each run stands.
    seen: Vec<usize>,
    /// How many runs of each piece stand in those.
    known: Vec<usize>,
}

impl Likeness {
    fn of(pieces: &[&[u8]]) -> Self {
        let mut numbers = HashMap::new();
        let mut holders: Vec<Vec<usize>> = Vec::new();
        for (piece, bytes) in pieces.iter().enumerate() {
            for run in bytes.windows(RUN) {
                let number = *numbers.entry(run).or_insert(holders.len());
                match holders.get_mut(number) {
                    Some(known) if known.last() == Some(&piece) => {}
                    Some(known) => known.push(piece),
                    None => holders.push(vec![piece]),
                }
            }
        }
        holders.retain(|holders| (2..=COMMON).contains(&holders.len()));
        let mut runs = vec![Vec::new(); pieces.len()];
        for (run, holders) in holders.iter().enumerate() {
            for piece in holders {
                runs[*piece].push(run);
            }
        }
        Self {
            runs,
            seen: vec![0; holders.len()],
            pieces: holders,
            known: vec![0; pieces.len()],
        }
    }

    /// Which of two pieces is known in larger part.
    fn compared(&self, one: usize, other: usize) -> std::cmp::Ordering {
        let whole = |piece: usize| self.runs[piece].len() + SHORT;
        (self.known[one] * whole(other)).cmp(&(self.known[other] * whole(one)))
    }

    fn comes(&mut self, piece: usize) {
        for run in &self.runs[piece] {
            self.seen[*run] += 1;
            if self.seen[*run] == 1 {
                for holder in &self.pieces[*run] {
                    self.known[*holder] += 1;
                }
            }
        }
    }

    fn goes(&mut self, piece: usize) {
        for run in &self.runs[piece] {
            self.seen[*run] -= 1;
            if self.seen[*run] == 0 {
                for holder in &self.pieces[*run] {
                    self.known[*holder] -= 1;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_stands_together() {
        let pieces = [
            "part one",
            "figure 12",
            "part two",
            "figure 34",
            "a",
            "part",
        ];
        let order = by_likeness(&pieces.map(str::as_bytes));
        let ordered: Vec<_> = order.iter().map(|place| pieces[*place]).collect();
        assert_eq!(
            ordered,
            [
                "part one",
                "part two",
                "figure 12",
                "figure 34",
                "a",
                "part"
            ]
        );
    }

    #[test]
    fn what_lies_too_far_back_is_forgotten() {
        let letters = b"abcdefghijklmnopqrstuvwxyz";
        let near = [letters.as_slice(), b" one two"].concat();
        let far = [letters.as_slice(), &[0; SEEN]].concat();
        assert_eq!(by_likeness(&[&near, b"x", b"one two"]), [0, 2, 1]);
        assert_eq!(by_likeness(&[&near, &far, b"x", b"one two"]), [0, 1, 2, 3]);
    }

    #[test]
    fn nothing_is_lost() {
        let pieces: Vec<Vec<u8>> = (0..300u32)
            .map(|n| n.to_string().repeat(n as usize % 7).into_bytes())
            .collect();
        let pieces: Vec<&[u8]> = pieces.iter().map(Vec::as_slice).collect();
        let mut order = by_likeness(&pieces);
        assert_eq!(order, by_likeness(&pieces));
        order.sort_unstable();
        assert!(order.into_iter().eq(0..300));
        assert!(by_likeness(&[]).is_empty());
    }
}
