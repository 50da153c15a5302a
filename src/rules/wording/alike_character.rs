//! Words with a character that sounds or looks like the right one: 须求, 承但, 应接不遐.

use std::ops::Range;
use std::sync::LazyLock;

use crate::document::Document;
use crate::report::Severity;
use crate::rules::data::alike::{ALIKE, FREE, NEIGHBOURS, PHRASES, WORDS};
use crate::rules::data::misspellings::MISSPELLINGS;
use crate::rules::{Category, Certainty, Check, Draft, Rule};
use crate::text::BlockKind;
use crate::text::lexicon::Table;
use crate::text::marker::is_han;

pub const RULE: Rule = Rule {
    code: "I19",
    slug: "alike-character",
    title: "音近形近的字用错",
    category: Category::Wording,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "法治政府建设报告常用的词语中，有一个字写成了读音相同相近或者字形相像的字（须求、承但、应接不遐）。写错后成了另一个词的不查。",
    why: "多半是输入法选错了字，或者扫描识别认错了字。",
    example: "“群众法律须求”应为“需求”，“任有差距”应为“仍有差距”。“必须求真务实”不查。",
    any_genre: false,
    check: Check::Document(check),
};

/// Behind or before one of these a word may end or begin.
const PARTICLES: &str = "的了和与及等";

/// A word and what may stand in its place.
#[derive(Clone, Copy)]
struct Entry {
    right: &'static str,
    /// Of a word of two characters: what is no slip in place of each.
    exceptions: [&'static str; 2],
    /// Whether it is one whose slips are looked for.
    sought: bool,
}

/// What is known of words and characters.
struct Known {
    /// For each character from `一` on the first of its class; 0 where it is in none.
    firsts: Vec<u16>,
    /// The words as they are with each character made the first of its class.
    words: Table<Entry>,
    /// What another rule finds.
    misspellings: Table<()>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(Known::new);

impl Known {
    fn new() -> Self {
        let mut known = Self {
            firsts: vec![0; 0x5200],
            words: Table::of_words(std::iter::empty()),
            misspellings: Table::of_words(MISSPELLINGS.words().map(|word| (word, ()))),
        };
        for class in ALIKE.split_ascii_whitespace() {
            for c in class.chars() {
                let first = class.chars().next().unwrap_or(c);
                if let Some(place) = known.firsts.get_mut(place(c)) {
                    *place = u16::try_from(u32::from(first)).unwrap_or(0);
                }
            }
        }
        let words = WORDS.split_ascii_whitespace().map(|word| {
            let (right, behind) = word.split_at_checked(6).unwrap_or((word, ""));
            let (first, second) = behind.split_once(',').unwrap_or((behind, ""));
            entry(right, [first, second], true)
        });
        let whole = |list: &'static str, sought| {
            let words = list.split_ascii_whitespace();
            words.map(move |word| entry(word, ["", ""], sought))
        };
        let entries: Vec<Entry> = words
            .chain(whole(NEIGHBOURS, false))
            .chain(whole(PHRASES, true))
            .collect();
        // One text for all, cut where the words end: the table keeps slices of it for good.
        let mut rest: &'static str = known
            .alike(entries.iter().flat_map(|entry| entry.right.chars()))
            .leak();
        known.words = Table::of_words(entries.into_iter().filter_map(|entry| {
            let (alike, behind) = rest.split_at_checked(entry.right.len())?;
            rest = behind;
            Some((alike, entry))
        }));
        known
    }

    /// A text with each character made the first of its class. Its offsets are the same: those of classes have three bytes each.
    fn alike(&self, text: impl Iterator<Item = char>) -> String {
        let first = |c: char| {
            let first = self.firsts.get(place(c)).copied().unwrap_or(0);
            char::from_u32(u32::from(first)).filter(|_| first != 0)
        };
        text.map(|c| first(c).unwrap_or(c)).collect()
    }

    /// Whether a text is a word of two characters.
    fn is_word(&self, text: &str) -> bool {
        let alike = self.alike(text.chars());
        let mut words = self.words.all_in(&alike);
        words.any(|(at, _, entry)| at == 0 && entry.right == text)
    }

    /// Whether a word reaches over an end of a range of a text.
    fn is_cut(&self, text: &str, range: &Range<usize>) -> bool {
        let word = |two: Option<&str>| two.is_some_and(|two| self.is_word(two));
        word(last_two(text, range.start + HAN)) || word(first_two(text, range.end - HAN))
    }

    /// Whether other words end before and begin behind a range of a text.
    fn stands_alone(&self, text: &str, range: &Range<usize>) -> bool {
        let before = text.get(..range.start).and_then(|t| t.chars().next_back());
        let after = text.get(range.end..).and_then(|t| t.chars().next());
        let parts = |c: Option<char>| c.is_none_or(|c| !is_han(c) || PARTICLES.contains(c));
        let word = |two: Option<&str>| two.is_some_and(|two| self.is_word(two));
        (parts(before) || word(last_two(text, range.start)))
            && (parts(after) || word(first_two(text, range.end)))
    }

    /// Whether what stands in a range of a text is a slip for a word that it is like.
    fn is_slip(&self, text: &str, range: &Range<usize>, entry: &Entry) -> bool {
        let found = text.get(range.clone()).unwrap_or_default();
        let mut others = (0..)
            .zip(found.chars().zip(entry.right.chars()))
            .filter(|(_, (c, right))| c != right);
        let (Some((index, (wrong, _))), None) = (others.next(), others.next()) else {
            return false;
        };
        let length = entry.right.len() / HAN;
        let except = entry.exceptions.get::<usize>(index);
        entry.sought
            && (length > 2 || !FREE.contains(wrong))
            && !except.is_some_and(|except| except.contains(wrong))
            && !self.is_cut(text, range)
            && (length > 3 || self.stands_alone(text, range))
    }

    /// The slips in a text, each with the right word. Where two words would be right, none is taken.
    fn slips(&self, text: &str) -> Vec<(Range<usize>, Option<&'static str>)> {
        let alike = self.alike(text.chars());
        let mut slips: Vec<(Range<usize>, Option<&'static str>)> = Vec::new();
        for (at, _, entry) in self.words.all_in(&alike) {
            let range = at..at + entry.right.len();
            if text.get(range.clone()) == Some(entry.right) || !self.is_slip(text, &range, &entry) {
                continue;
            }
            match slips.last_mut() {
                Some((last, right)) if *last == range => *right = None,
                Some((last, _)) if at < last.end => {}
                _ => slips.push((range, Some(entry.right))),
            }
        }
        slips
    }
}

/// The two characters before an offset.
fn last_two(text: &str, end: usize) -> Option<&str> {
    let text = text.get(..end)?;
    text.get(text.char_indices().nth_back(1)?.0..)
}

/// The two characters behind an offset.
fn first_two(text: &str, from: usize) -> Option<&str> {
    let text = text.get(from..)?;
    let second = text.chars().take(2).map(char::len_utf8).sum();
    text.get(..second)
}

/// Where a character stands among those from `一` on.
fn place(c: char) -> usize {
    (c as usize).wrapping_sub('一' as usize)
}

/// The bytes of a Chinese character.
const HAN: usize = 3;

fn entry(right: &'static str, exceptions: [&'static str; 2], sought: bool) -> Entry {
    Entry {
        right,
        exceptions,
        sought,
    }
}

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for block in &document.layout.blocks {
        if block.kind == BlockKind::Clutter {
            continue;
        }
        let text = document.layout.folded_of(block);
        for (range, right) in KNOWN.slips(text) {
            let near = text.floor_char_boundary(range.start.saturating_sub(3 * HAN))
                ..text.ceil_char_boundary((range.end + 3 * HAN).min(text.len()));
            let near = text.get(near).unwrap_or_default();
            let Some(right) = right.filter(|_| KNOWN.misspellings.all_in(near).next().is_none())
            else {
                continue;
            };
            let found = text.get(range.clone()).unwrap_or_default();
            let message = format!("“{found}”有错别字，应为“{right}”。");
            let span =
                document.span(&(block.folded.start + range.start..block.folded.start + range.end));
            drafts.push(Draft::at(Severity::Warning, span, message).instead(right, true));
        }
    }
    drafts
}
