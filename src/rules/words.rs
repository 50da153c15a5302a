//! The words that rules look for, all found in one pass over the text.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::document::Document;
use crate::text::lexicon::Table;
use crate::text::{BlockKind, Span};

use super::{CHECKS, Check, Draft, RULES, Rule};

/// A place of the report where a word of a rule stands. All words are folded ones.
#[derive(Clone, Debug)]
pub struct Hit<'d> {
    /// The word.
    pub word: &'static str,
    /// Which of the rule's words it is, in the order in which the rule gives them.
    pub index: usize,
    /// Where it stands in the folded text.
    pub range: Range<usize>,
    /// What stands before it in its block.
    pub before: &'d str,
    /// What stands behind it in its block.
    pub after: &'d str,
}

impl Hit<'_> {
    /// Where it stands in the source.
    #[must_use]
    pub fn span(&self, document: &Document<'_>) -> Span {
        document.span(&self.range)
    }

    /// Where it stands in the source, with so many bytes before and behind it.
    #[must_use]
    pub fn span_with(&self, document: &Document<'_>, before: usize, after: usize) -> Span {
        document.span(&(self.range.start - before..self.range.end + after))
    }

    /// What stands before and behind it in its clause, as far as that is near.
    #[must_use]
    pub fn clause(&self) -> (&str, &str) {
        const MARKS: [char; 6] = [',', '。', ';', ':', '!', '?'];
        let end = self.after.floor_char_boundary(NEAR.min(self.after.len()));
        let after = self.after.get(..end).unwrap_or_default();
        let before = near(self.before).rsplit(MARKS).next();
        let after = after.split(MARKS).next();
        (before.unwrap_or_default(), after.unwrap_or_default())
    }

    /// Whether it stands in the title of a paper: between 《 and 》.
    #[must_use]
    pub fn in_book_title(&self) -> bool {
        within(self.before, '《', '》')
    }

    /// Whether it stands in quotation marks.
    #[must_use]
    pub fn in_quotes(&self) -> bool {
        within(self.before, '“', '”')
    }
}

/// So many bytes are looked through for a mark: without an end to it, a long paragraph full of words would be read again for each.
const NEAR: usize = 300;

/// The last of a text, no more than is near its end.
fn near(before: &str) -> &str {
    let from = before.floor_char_boundary(before.len().saturating_sub(NEAR));
    before.get(from..).unwrap_or_default()
}

/// Whether a text ends inside a pair of marks.
fn within(before: &str, open: char, close: char) -> bool {
    let before = near(before);
    let last = before.rfind([open, close]);
    last.is_some_and(|at| before.get(at..).is_some_and(|rest| rest.starts_with(open)))
}

/// Which rule a word belongs to, and which of its words it is.
type Entry = (u16, u16);

static WORDS: LazyLock<Table<Entry>> = LazyLock::new(|| {
    let rules = (0..).zip(CHECKS).filter_map(|(number, check)| match check {
        Check::Words(words, _) | Check::AllWords(words, _) => Some((number, words)),
        Check::Document(_) | Check::Signs(_) | Check::Pairs(_) => None,
    });
    Table::of_words(rules.flat_map(|(number, words)| {
        let numbered = (0..).zip(words());
        numbered.map(move |(index, word)| (word, (number, index)))
    }))
});

/// What the rules that look for words find, each with its rule.
pub(super) fn run(
    document: &Document<'_>,
    runs: impl Fn(&Rule) -> bool,
) -> Vec<(&'static Rule, Draft)> {
    let mut drafts = Vec::new();
    let mut kept: BTreeMap<u16, Vec<Hit<'_>>> = BTreeMap::new();
    for block in &document.layout.blocks {
        if block.kind == BlockKind::Clutter {
            continue;
        }
        let text = document.layout.folded_of(block);
        for (at, word, (number, index)) in WORDS.all_in(text) {
            let Some((rule, check)) = numbered(number).filter(|(rule, _)| runs(rule)) else {
                continue;
            };
            let end = at + word.len();
            let hit = Hit {
                word,
                index: usize::from(index),
                range: block.folded.start + at..block.folded.start + end,
                before: text.get(..at).unwrap_or_default(),
                after: text.get(end..).unwrap_or_default(),
            };
            if let Check::Words(_, check) = check {
                drafts.extend(check(document, &hit).map(|draft| (rule, draft)));
            } else {
                kept.entry(number).or_default().push(hit);
            }
        }
    }
    for (number, hits) in kept {
        if let Some((rule, Check::AllWords(_, check))) = numbered(number) {
            let found = check(document, &hits).into_iter();
            drafts.extend(found.map(|draft| (rule, draft)));
        }
    }
    drafts
}

/// A rule by its number, and how it checks.
fn numbered(number: u16) -> Option<(&'static Rule, &'static Check)> {
    let number = usize::from(number);
    RULES.get(number).zip(CHECKS.get(number))
}
