//! Set phrases with a character that sounds or looks like the right one: 应接不遐, 以言代发.

use std::ops::Range;
use std::sync::LazyLock;

use crate::document::Document;
use crate::report::Severity;
use crate::rules::data::alike::{ALIKE, LOOKS, PHRASES};
use crate::rules::data::misspellings::MISSPELLINGS;
use crate::rules::{Category, Certainty, Check, Definition, Draft};
use crate::text::BlockKind;
use crate::text::lexicon::Table;

pub const RULE: Definition = Definition {
    code: "I19",
    slug: "alike-character",
    title: "音近形近的字用错",
    category: Category::Wording,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "法治政府建设报告常用的成语和固定词组（四个字以上）中，有一个字写成了读音相同相近或者字形相像的字（应接不遐、以言代发）。",
    why: "多半是输入法选错了字，或者扫描识别认错了字。",
    example: "“案件办理应接不遐”应为“应接不暇”，“以言代发”应为“以言代法”。“依法治乡”不查。",
    any_genre: false,
    check: Check::Document(check),
};

/// Characters that are taken for each other, and the phrases made of them.
struct Likeness {
    /// For each character from `一` on the first of its class; 0 where it is in none.
    firsts: Vec<u16>,
    /// The right phrases by what they are with each character made the first of its class.
    phrases: Table<&'static str>,
}

static BY_SOUND: LazyLock<Likeness> = LazyLock::new(|| Likeness::new(ALIKE));
static BY_LOOKS: LazyLock<Likeness> = LazyLock::new(|| Likeness::new(LOOKS));

/// What another rule finds.
static MISSPELT: LazyLock<Table<()>> =
    LazyLock::new(|| Table::of_words(MISSPELLINGS.words().map(|word| (word, ()))));

impl Likeness {
    fn new(classes: &str) -> Self {
        let mut likeness = Self {
            firsts: vec![0; 0x5200],
            phrases: Table::of_words(std::iter::empty()),
        };
        for class in classes.split_ascii_whitespace() {
            let first = class.chars().next().map_or(0, u32::from);
            for c in class.chars() {
                if let Some(place) = likeness.firsts.get_mut(place(c)) {
                    *place = u16::try_from(first).unwrap_or(0);
                }
            }
        }
        // One text for all, cut where the phrases end: the table keeps slices of it for good.
        let alike: &'static str = likeness.alike(PHRASES).leak();
        let alike = alike.split_ascii_whitespace();
        likeness.phrases = Table::of_words(alike.zip(PHRASES.split_ascii_whitespace()));
        likeness
    }

    /// A text with each character made the first of its class. Its offsets are the same: those of classes have three bytes each.
    fn alike(&self, text: &str) -> String {
        let first = |c: char| {
            let first = self.firsts.get(place(c)).copied().unwrap_or(0);
            char::from_u32(u32::from(first)).filter(|_| first != 0)
        };
        text.chars().map(|c| first(c).unwrap_or(c)).collect()
    }

    /// Where a text has a phrase with one character wrong, and the right phrase.
    fn slips(&self, text: &str) -> Vec<(Range<usize>, &'static str)> {
        let alike = self.alike(text);
        let found = self.phrases.all_in(&alike);
        let ranges = found.map(|(at, _, right)| (at..at + right.len(), right));
        ranges
            .filter(|(range, right)| {
                let found = text.get(range.clone()).unwrap_or_default();
                let wrong = found.chars().zip(right.chars()).filter(|(a, b)| a != b);
                wrong.count() == 1
            })
            .collect()
    }
}

/// Where a character stands among those from `一` on.
fn place(c: char) -> usize {
    (c as usize).wrapping_sub('一' as usize)
}

/// How near to a phrase the other rule is heard first: three characters.
const NEAR: usize = 9;

fn slips(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let mut slips = BY_SOUND.slips(text);
    slips.append(&mut BY_LOOKS.slips(text));
    slips.sort_unstable_by_key(|(range, _)| range.start);
    slips.dedup_by(|(next, _), (last, _)| next.start < last.end);
    slips
}

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for block in &document.layout.blocks {
        if block.kind == BlockKind::Clutter {
            continue;
        }
        let text = document.layout.folded_of(block);
        for (range, right) in slips(text) {
            let near = text.floor_char_boundary(range.start.saturating_sub(NEAR))
                ..text.ceil_char_boundary((range.end + NEAR).min(text.len()));
            let near = text.get(near).unwrap_or_default();
            if MISSPELT.all_in(near).next().is_some() {
                continue;
            }
            let found = text.get(range.clone()).unwrap_or_default();
            let message = format!("“{found}”有错别字，应为“{right}”。");
            let span =
                document.span(&(block.folded.start + range.start..block.folded.start + range.end));
            drafts.push(Draft::at(Severity::Warning, span, message).instead(right, true));
        }
    }
    drafts
}
