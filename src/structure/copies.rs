//! Sentences of one stretch of text that stand word for word in another.

use std::collections::HashMap;
use std::ops::Range;

/// A run of sentences that stands in both places. Ranges are bytes of the text both were taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// Where it is repeated.
    pub here: Range<usize>,
    /// Where it stands first.
    pub there: Range<usize>,
}

/// A sentence shorter than this, in characters, may stand twice by chance.
const SHORTEST_SENTENCE: usize = 12;
/// A run must have this many characters to count.
const SHORTEST_RUN: usize = 40;

/// The runs of `later` that are copied from `earlier`; both are ranges of `text`.
#[must_use]
pub fn find(text: &str, earlier: &[Range<usize>], later: &[Range<usize>]) -> Vec<Copy> {
    let mut known: HashMap<&str, Range<usize>> = HashMap::new();
    for range in earlier.iter().flat_map(|range| sentences(text, range)) {
        if let Some(words) = text.get(range.clone()).filter(|words| is_telling(words)) {
            known.entry(words).or_insert(range);
        }
    }
    let mut copies: Vec<Copy> = Vec::new();
    let mut run: Option<Copy> = None;
    for range in later.iter().flat_map(|range| sentences(text, range)) {
        let words = text.get(range.clone()).unwrap_or_default();
        match (known.get(words), run.as_mut()) {
            (Some(there), Some(run)) if run.there.start <= there.start => {
                run.here.end = range.end;
                run.there.end = run.there.end.max(there.end);
            }
            (Some(there), _) => {
                copies.extend(run.take());
                run = Some(Copy {
                    here: range,
                    there: there.clone(),
                });
            }
            (None, _) => copies.extend(run.take()),
        }
    }
    copies.extend(run);
    copies.retain(|copy| {
        text.get(copy.here.clone())
            .is_some_and(|words| words.chars().count() >= SHORTEST_RUN)
    });
    copies
}

fn is_telling(words: &str) -> bool {
    words.chars().count() >= SHORTEST_SENTENCE
}

/// The sentences of a range, without the marks that end them.
fn sentences<'a>(text: &'a str, range: &Range<usize>) -> impl Iterator<Item = Range<usize>> + 'a {
    let from = range.start;
    let words = text.get(range.clone()).unwrap_or_default();
    let mut start = 0;
    words
        .split_inclusive(['。', '\n', '!', '?'])
        .map(move |sentence| {
            let at = start;
            start += sentence.len();
            let kept = sentence.trim_end_matches(['。', '\n', '!', '?']);
            from + at..from + at + kept.len()
        })
        .filter(|range| !range.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = "组织开展网格员轮训，把常见纠纷的调处步骤讲清楚，让群众就近得到答复。推动各村把调解室开放时间固定下来。";

    fn copied(later: &str) -> Vec<String> {
        let text = format!("{FIRST}\n{later}");
        find(&text, &[0..FIRST.len()], &[FIRST.len() + 1..text.len()])
            .into_iter()
            .map(|copy| text[copy.here].to_owned())
            .collect()
    }

    #[test]
    fn a_copied_run_is_found_with_its_place() {
        assert_eq!(copied(FIRST), [FIRST.trim_end_matches('。')]);
        assert_eq!(copied(&format!("健全机制。{FIRST}")).len(), 1);
    }

    #[test]
    fn short_or_changed_sentences_are_no_copies() {
        assert_eq!(copied("推动各村把调解室开放时间固定下来。"), Vec::<String>::new());
        assert_eq!(
            copied("组织开展网格员轮训，把常见纠纷的调处步骤讲透彻，让群众就近得到答复。"),
            Vec::<String>::new()
        );
    }
}
