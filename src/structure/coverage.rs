//! The coverage of the recommended topics: where the text speaks of each, and at what length.

use std::cell::OnceCell;
use std::sync::LazyLock;

use crate::document::Document;
use crate::profiles::ANNUAL_REPORT;
use crate::report::{BodyKind, Coverage, PartId};
use crate::structure::outline::section_id;
use crate::text::Span;
use crate::text::folded::count_folded;
use crate::text::layout::BlockKind;
use crate::text::lexicon::Table;

/// At most so many places are shown for a topic.
const MOST_EVIDENCE: usize = 5;

/// The words of all topics, each with the index of its topic.
static WORDS: LazyLock<Table<usize>> = LazyLock::new(|| {
    let topics = ANNUAL_REPORT.topics.iter().enumerate();
    Table::of_words(
        topics.flat_map(|(topic, spec)| spec.words.iter().map(move |word| (*word, topic))),
    )
});

/// The coverage of the topics that suit the kind of body, in the order of the profile. What is only planned or only complained of does not count.
#[must_use]
pub fn of(document: &Document<'_>) -> Vec<Coverage<Span>> {
    let kind = document.found.elements.body_kind.unwrap_or(BodyKind::Other);
    let mut spoken: Vec<Spoken> = document
        .profile
        .topics
        .iter()
        .map(|_| Spoken::default())
        .collect();
    for block in &document.layout.blocks {
        if block.kind == BlockKind::Clutter || block.folded.start >= document.found.body_end {
            continue;
        }
        let parts = document.parts_at(block.folded.start);
        let past = parts.is_empty()
            || parts
                .iter()
                .any(|part| matches!(part, PartId::Measures | PartId::FirstResponsible));
        if past {
            read_block(document, block, &mut spoken);
        }
    }
    document
        .profile
        .topics
        .iter()
        .zip(spoken)
        .filter(|(topic, _)| topic.kinds.contains(&kind))
        .map(|(topic, spoken)| Coverage {
            id: topic.id.to_owned(),
            name: topic.name.to_owned(),
            basis: topic.basis.to_owned(),
            chars: spoken.chars,
            sections: spoken.sections.into_iter().map(section_id).collect(),
            evidence: spoken.evidence,
        })
        .collect()
}

#[derive(Default)]
struct Spoken {
    chars: usize,
    sections: Vec<usize>,
    evidence: Vec<Span>,
}

fn read_block(document: &Document<'_>, block: &crate::text::Block, spoken: &mut [Spoken]) {
    let text = document.layout.folded_of(block);
    let chars = OnceCell::new();
    let mut seen = vec![false; spoken.len()];
    for (at, word, topic) in WORDS.all_in(text) {
        let Some(entry) = spoken.get_mut(topic) else {
            continue;
        };
        let start = block.folded.start + at;
        let first = seen.get_mut(topic);
        if first.is_some_and(|seen| !std::mem::replace(seen, true)) {
            entry.chars += chars.get_or_init(|| count_folded(text));
            if let Some(section) = document.outline.at(start)
                && entry.sections.last() != Some(&section)
            {
                entry.sections.push(section);
            }
        }
        if entry.evidence.len() < MOST_EVIDENCE {
            let range = start..start + word.len();
            entry.evidence.push(document.span(&range));
        }
    }
}
