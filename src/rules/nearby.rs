//! What stands near the words that a rule looks at, and which year they speak of.

use crate::document::Document;
use crate::report::PartId;
use crate::text::BlockKind;
use crate::text::lexicon::Lexicon;

use super::Hit;

/// So many bytes of a sentence are looked at to each side.
const REACH: usize = 180;
const ENDS: [char; 4] = ['。', ';', '!', '?'];

/// What stands before the words in their sentence.
pub(super) fn lead(before: &str) -> &str {
    let from = before.ceil_char_boundary(before.len().saturating_sub(REACH));
    let near = before.get(from..).unwrap_or_default();
    near.rsplit(ENDS).next().unwrap_or_default()
}

/// What stands behind the words in their sentence.
pub(super) fn tail(after: &str) -> &str {
    let near = after.get(..after.floor_char_boundary(REACH));
    near.unwrap_or_default()
        .split(ENDS)
        .next()
        .unwrap_or_default()
}

/// Whether one of some words stands in the sentence of a hit.
pub(super) fn beside(hit: &Hit<'_>, words: &'static Lexicon) -> bool {
    words.within(lead(hit.before)) || words.within(tail(hit.after))
}

/// Whether a word stands in the first pages of the text.
pub(super) fn in_head(document: &Document<'_>, word: &str) -> bool {
    const HEAD: usize = 24_000;
    let text = document.layout.folded.text();
    let head = text.get(..text.floor_char_boundary(HEAD));
    head.is_some_and(|head| head.contains(word))
}

/// Whether a place of the folded text belongs to the plan for the next year.
pub(super) fn in_plan(document: &Document<'_>, at: usize) -> bool {
    document.parts_at(at).contains(&PartId::NextPlan)
}

/// The year that a place of the folded text speaks of: the report year, in the plan the next.
pub(super) fn year_at(document: &Document<'_>, at: usize) -> Option<u16> {
    Some(document.year()? + u16::from(in_plan(document, at)))
}

/// The paragraphs of the report, each with where it starts in the folded text.
pub(super) fn blocks<'d>(document: &'d Document<'_>) -> impl Iterator<Item = (usize, &'d str)> {
    let layout = &document.layout;
    let texts = layout
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Clutter);
    texts.map(|block| (block.folded.start, layout.folded_of(block)))
}
