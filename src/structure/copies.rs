//! Clauses of one stretch of text that stand word for word in another.

use std::collections::HashMap;
use std::ops::Range;

/// A run of clauses that stands in both places. Ranges are bytes of the text both were taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// Where it is repeated.
    pub here: Range<usize>,
    /// Where it stands first.
    pub there: Range<usize>,
}

/// A run must have this many telling characters to count.
const SHORTEST_RUN: usize = 40;
/// So many clauses in a row may differ inside a run.
const WIDEST_GAP: usize = 1;
/// A clause that stands more often than this is looked up at its first places only.
const MOST_PLACES: usize = 8;

/// Clauses with these words are set pieces that any part may repeat.
const SET_PIECES: [&str; 5] = ["习近平", "党的二十", "党的十九", "党中央", "全会精神"];

/// The runs of `later` that are copied from `earlier`; both are ranges of `text`.
#[must_use]
pub fn find(text: &str, earlier: &[Range<usize>], later: &[Range<usize>]) -> Vec<Copy> {
    let split = |ranges: &[Range<usize>]| -> Vec<Range<usize>> {
        ranges
            .iter()
            .flat_map(|range| clauses(text, range))
            .collect()
    };
    let (earlier, later) = (split(earlier), split(later));
    let words = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, range) in earlier.iter().enumerate() {
        let entry = places.entry(words(range)).or_default();
        if entry.len() < MOST_PLACES {
            entry.push(index);
        }
    }
    let mut copies = Vec::new();
    let mut at = 0;
    while let Some(here) = later.get(at) {
        let best = places
            .get(words(here))
            .into_iter()
            .flatten()
            .map(|&start| run_length(&words, &earlier, &later, start, at))
            .max_by_key(|run| run.chars);
        at += 1;
        let Some(run) = best.filter(|run| run.chars >= SHORTEST_RUN) else {
            continue;
        };
        if let (Some(there), Some(last_here), Some(last_there)) = (
            earlier.get(run.start),
            later.get(run.later_end),
            earlier.get(run.earlier_end),
        ) {
            copies.push(Copy {
                here: here.start..last_here.end,
                there: there.start..last_there.end,
            });
            at = run.later_end + 1;
        }
    }
    copies
}

/// A run of equal clauses: where it starts in the earlier text, its last clauses in both, its telling characters.
struct Run {
    start: usize,
    earlier_end: usize,
    later_end: usize,
    chars: usize,
}

fn run_length<'a>(
    words: &impl Fn(&Range<usize>) -> &'a str,
    earlier: &[Range<usize>],
    later: &[Range<usize>],
    start: usize,
    at: usize,
) -> Run {
    let mut run = Run {
        start,
        earlier_end: start,
        later_end: at,
        chars: 0,
    };
    let mut gap = 0;
    let pairs = earlier.iter().skip(start).zip(later.iter().skip(at));
    for (offset, (there, here)) in pairs.enumerate() {
        let clause = words(here);
        if words(there) == clause {
            gap = 0;
            run.earlier_end = start + offset;
            run.later_end = at + offset;
            if !SET_PIECES.iter().any(|piece| clause.contains(piece)) {
                run.chars += clause.chars().count();
            }
        } else {
            gap += 1;
            if gap > WIDEST_GAP {
                break;
            }
        }
    }
    run
}

/// The clauses of a range, without the marks that end them.
fn clauses<'a>(
    text: &'a str,
    range: &Range<usize>,
) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let from = range.start;
    let words = text.get(range.clone()).unwrap_or_default();
    let mut start = 0;
    words
        .split_inclusive(MARKS)
        .map(move |clause| {
            let at = start;
            start += clause.len();
            from + at..from + at + clause.trim_end_matches(MARKS).len()
        })
        .filter(|range| !range.is_empty())
}

/// What ends a clause, in folded text and in the source.
const MARKS: [char; 10] = ['。', '\n', '!', '?', ',', ';', ':', '，', '；', '：'];

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = "分批组织各村网格员轮训，把常见纠纷的调处步骤讲清楚，让群众在家门口就能得到答复。推动各村把调解室的开放时间固定下来。";

    /// The copies of what stands before a line feed in what stands after it.
    fn copies_of(text: &str, end: usize) -> Vec<Copy> {
        let (earlier, later) = (0..end, end + 1..text.len());
        find(
            text,
            std::slice::from_ref(&earlier),
            std::slice::from_ref(&later),
        )
    }

    fn copied(later: &str) -> Vec<String> {
        let text = format!("{FIRST}\n{later}");
        copies_of(&text, FIRST.len())
            .into_iter()
            .map(|copy| text.get(copy.here).unwrap().to_owned())
            .collect()
    }

    #[test]
    fn a_copied_run_is_found_with_its_place() {
        assert_eq!(copied(FIRST), [FIRST.trim_end_matches('。')]);
        assert_eq!(copied(&format!("健全机制。{FIRST}")).len(), 1);
    }

    #[test]
    fn a_run_with_one_clause_changed_is_a_copy() {
        let later = FIRST.replace("讲清楚", "讲透彻");
        assert_eq!(copied(&later), [later.trim_end_matches('。')]);
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
        let text = format!("{piece}\n{piece}");
        assert_eq!(copies_of(&text, piece.len()), []);
    }
}
