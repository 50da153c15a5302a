//! What stands beside the main text: text boxes, by the places where they are anchored, and the headers of pages.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Header;
use crate::input::bytes::{size_at, u32_at};

/// The numbers of the tables of headers, of anchors and of text boxes, and of the parts of the text that hold headers and text boxes.
const HEADERS: usize = 11;
const ANCHORS: usize = 40;
const BOXES: usize = 56;
const HEADER_PART: usize = 2;
const BOX_PART: usize = 6;

/// The bytes that the tables hold for each anchor and each text box, and where in these the number of the shape is.
const ANCHOR: (usize, usize) = (26, 0);
const BOX: (usize, usize) = (22, 14);

/// For the character that is an anchor the text of its box.
pub(super) fn frames(header: &Header<'_>) -> BTreeMap<usize, Range<usize>> {
    let anchors = stretches(header, ANCHORS, ANCHOR, 0);
    let shapes: BTreeMap<u32, usize> = anchors
        .into_iter()
        .map(|(shape, range)| (shape, range.start))
        .collect();
    let boxes = stretches(header, BOXES, BOX, header.start(BOX_PART));
    let mut end = 0;
    boxes
        .into_iter()
        // No character is in two boxes.
        .filter(|(_, range)| {
            let apart = range.start >= end;
            end = end.max(range.end);
            apart
        })
        .filter_map(|(shape, range)| Some((*shapes.get(&shape)?, range)))
        .collect()
}

/// For each shape its stretch of the text, counted from `start`.
fn stretches(
    header: &Header<'_>,
    table: usize,
    (size, shape): (usize, usize),
    start: usize,
) -> Vec<(u32, Range<usize>)> {
    let table = header.table(table).unwrap_or_default();
    let count = table.len().saturating_sub(4) / (4 + size);
    let stretch = |n: usize| {
        let from = start.checked_add(size_at(table, 4 * n)?)?;
        let to = start.checked_add(size_at(table, 4 * n + 4)?)?;
        let shape = u32_at(table, 4 * (count + 1) + size * n + shape)?;
        Some((shape, from..to))
    };
    (0..count).filter_map(stretch).collect()
}

/// The headers of the pages of the first section: of even, odd and first pages.
pub(super) fn headers(header: &Header<'_>) -> Vec<Range<usize>> {
    /// What parts notes from the text comes before them; then for even, odd, first pages, a header each, and footers between them.
    const PLACES: [usize; 3] = [6, 7, 10];
    let table = header.table(HEADERS).unwrap_or_default();
    let start = header.start(HEADER_PART);
    let place = |n: usize| start.checked_add(size_at(table, 4 * n)?);
    let story = |n| Some(place(n)?..place(n + 1)?);
    PLACES.into_iter().filter_map(story).collect()
}
