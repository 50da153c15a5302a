//! Passages that stand in a text twice, word for word or nearly so.
//!
//! A passage is looked for where a clause begins like an earlier one; from there both places are followed forwards and backwards, over few
//! characters that differ. Marks do not count.

use std::collections::HashMap;
use std::ops::Range;

use crate::structure::outline::Outline;
use crate::text::lexicon::Lexicon;
use crate::text::stream::{Stream, passage};
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

/// Clauses with these words are set pieces that any part may repeat.
static SET_PIECES: Lexicon =
    Lexicon::new("习近平 党的二十 党的十九 党中央 全会精神 亲自 第一责任人 科学立法 实施纲要");

/// The passages of the paragraphs that stand twice; headings and tables are left out.
#[must_use]
pub fn find(layout: &Layout, outline: &Outline) -> Vec<Copy> {
    let stream = read(layout, outline);
    let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut copies = Vec::new();
    let mut done = 0;
    for clause in stream.clauses() {
        let at = clause.first;
        let Some(key) = stream.key(at, SEED) else {
            break;
        };
        let before = places.entry(key).or_default();
        if at >= done {
            let runs = before
                .iter()
                .filter_map(|&earlier| run(&stream, earlier, at, done));
            if let Some(run) = runs.max_by_key(|run| run.here.len()) {
                done = run.here.end;
                if tells(layout, &stream, &run.here) {
                    copies.extend(in_bytes(&stream, &run));
                }
            }
        }
        if before.len() < MOST_PLACES {
            before.push(at);
        }
    }
    copies
}

/// The telling characters of the paragraphs.
fn read(layout: &Layout, outline: &Outline) -> Stream {
    let mut stream = Stream::default();
    let mut read = |range| stream.read(&layout.folded, range, &[]);
    let mut headings = outline.nodes.iter().map(|node| &node.heading).peekable();
    for (index, block) in layout.blocks.iter().enumerate() {
        let text = layout.folded_of(block);
        let mut from = block.folded.start;
        while let Some(heading) = headings.next_if(|heading| heading.block <= index) {
            read(from..heading.marker.start.max(from));
            from = from.max(heading.title.end);
        }
        // Lines of a title and names hold no sentence.
        if block.kind == BlockKind::Text && text.contains(['。', ',', ';']) {
            read(from..block.folded.end);
        }
    }
    stream
}

/// The passage round two places that begin alike, where it is long enough; nothing of it lies before `floor`. In characters of the stream.
fn run(stream: &Stream, there: usize, here: usize, floor: usize) -> Option<Copy> {
    let room = here - there;
    let [there, here] = passage((stream, there), (stream, here), room, here - floor);
    let there = there.start.min(here.start)..there.end.min(here.start);
    (here.len() >= SHORTEST_SENTENCE).then_some(Copy { here, there })
}

/// Whether a passage tells something: set pieces do not, and a part of a sentence must be longer.
fn tells(layout: &Layout, stream: &Stream, here: &Range<usize>) -> bool {
    let told = stream.told(here, |clause| {
        let words = stream.bytes(&stream.clause(clause)).unwrap_or_default();
        let words = layout.folded.slice(words.start, words.end);
        SET_PIECES.within(words)
    });
    let whole = || [here.start, here.end].iter().all(|&at| stream.opens(at));
    told >= SHORTEST || (told >= SHORTEST_SENTENCE && whole())
}

/// A passage of the stream in bytes.
fn in_bytes(stream: &Stream, run: &Copy) -> Option<Copy> {
    Some(Copy {
        here: stream.bytes(&run.here)?,
        there: stream.bytes(&run.there)?,
    })
}

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
