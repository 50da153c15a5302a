//! 部分: the parts that must be there, and what each of them must say.

pub mod cause_missing;
pub mod empty_part;
pub mod first_person;
pub mod heading_promise;
pub mod missing_part;
pub mod no_actor;
pub mod no_count;
pub mod no_title;
pub mod other_genre;
pub mod part_order;
pub mod part_twice;
pub mod thin_part;

use std::ops::Range;

use crate::document::Document;
use crate::report::{PartCheck, PartId, PartStatus};
use crate::structure::parts::PartFound;
use crate::text::Span;
use crate::text::source::is_printed;

/// Fewer characters than this say nothing. 无。 is a proper answer under 其他需要报告的情况, which is not looked at.
const FEWEST_CHARS: usize = 8;

/// A part without a figure is thin if it has fewer characters than this, or a single sentence of fewer characters than that.
const THIN_CHARS: usize = 30;
const THIN_SENTENCE: usize = 45;

/// How many characters stand under the headings of a part, as far as a rule asks: no more than `ENOUGH` are counted.
fn chars(document: &Document<'_>, part: &PartFound) -> usize {
    const ENOUGH: usize = 100;
    let texts = document.bodies(part).map(|body| document.folded(&body));
    let chars = texts.flat_map(str::chars).filter(|c| is_printed(*c));
    chars.take(ENOUGH).count()
}

/// Whether a part says next to nothing.
fn is_thin(document: &Document<'_>, part: &PartFound) -> bool {
    // No character takes more than four bytes.
    let bytes: usize = document.bodies(part).map(|body| body.len()).sum();
    if bytes > 4 * (THIN_SENTENCE + 10) {
        return false;
    }
    let told = |body: Range<usize>| {
        let next = document
            .places
            .partition_point(|place| place.range.start < body.start);
        let place = document.places.get(next);
        place.is_some_and(|place| place.range.start < body.end)
    };
    if document.bodies(part).any(told) {
        return false;
    }
    let chars = chars(document, part);
    let sentences: usize = document
        .bodies(part)
        .map(|body| {
            document
                .folded(&body)
                .matches(['。', ';', '!', '?'])
                .count()
        })
        .sum();
    chars < THIN_CHARS || (chars < THIN_SENTENCE && sentences < 2)
}

/// Whether an excerpt ends in a part, so that what it lacks may stand in the rest.
fn ends_in(document: &Document<'_>, part: &PartFound) -> bool {
    document.parts.cut_off
        && document
            .bodies(part)
            .any(|body| body.end >= document.found.body_end)
}

/// A part under a top heading of which a look (`structure::checks`) says that it lacks something, where it says enough to be judged.
fn lacking<'d>(
    document: &'d Document<'_>,
    id: PartId,
    look: &str,
) -> Option<(&'d PartFound, &'d PartCheck<Span>)> {
    let parts = document.parts.found.iter().zip(&document.checks);
    let (part, checks) = parts.into_iter().find(|(part, _)| part.id == id)?;
    let judged = matches!(part.status, PartStatus::Own | PartStatus::Merged)
        && !is_thin(document, part)
        && !ends_in(document, part);
    let check = checks.iter().find(|check| check.id == look);
    let check = check.filter(|check| judged && !check.met)?;
    Some((part, check))
}
