//! Set phrases with a character that sounds or looks like the right one: 应接不遐, 以言代发.

use std::ops::Range;
use std::sync::LazyLock;

use crate::document::Document;
use crate::report::Severity;
use crate::rules::data::alike::{ALIKE, LOOKS, PHRASES};
use crate::rules::data::misspellings::MISSPELLINGS;
use crate::rules::{Category, Certainty, Check, Definition, Draft};
use crate::sort;
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

/// The phrases by their first four characters, each of them taken for the first of its class by sound; where one has others that look like it,
/// by those too.
struct Phrases {
    /// For each character from `一` on the first of its class; itself where it is in none.
    firsts: Vec<u16>,
    /// A bit for each hash that some phrase has: at most places of a text no phrase begins, and nothing else need be looked at.
    sieve: Vec<u64>,
    /// In the order of their heads.
    by_head: Vec<(u64, &'static str)>,
    /// Two characters of which one looks like the other, in the order of the first.
    looks: Vec<(char, char)>,
}

/// So many characters are looked up.
const HEAD: usize = 4;

/// The bits of a sieve in which some one in eighty is set.
const SIEVE: usize = 1 << 18;

static LIKENESS: LazyLock<Phrases> = LazyLock::new(Phrases::new);

/// What another rule finds.
static MISSPELT: LazyLock<Table<()>> =
    LazyLock::new(|| Table::of_words(MISSPELLINGS.words().map(|word| (word, ()))));

impl Phrases {
    fn new() -> Self {
        let mut phrases = Self {
            firsts: (FIRST..=LAST).collect(),
            sieve: vec![0; SIEVE / 64],
            by_head: Vec::new(),
            looks: Vec::new(),
        };
        for class in ALIKE.split_ascii_whitespace() {
            let first = class.chars().next().map_or(0, u32::from);
            for c in class.chars() {
                if let Some(place) = phrases.firsts.get_mut(place(c)) {
                    *place = u16::try_from(first).unwrap_or(0);
                }
            }
        }
        for class in LOOKS.split_ascii_whitespace() {
            let pairs = class
                .chars()
                .flat_map(|c| class.chars().map(move |like| (c, like)));
            phrases.looks.extend(pairs.filter(|(c, like)| c != like));
        }
        sort::by_key(&mut phrases.looks, |(c, _)| u64::from(*c));
        for phrase in PHRASES.split_ascii_whitespace() {
            phrases.note(phrase.chars().take(HEAD), phrase);
            for (at, right) in phrase.chars().take(HEAD).enumerate() {
                let like: Vec<char> = phrases.like(right).collect();
                for like in like {
                    let chars = phrase.chars().take(HEAD).enumerate();
                    let wrong = chars.map(|(i, c)| if i == at { like } else { c });
                    phrases.note(wrong, phrase);
                }
            }
        }
        // The longest first among those that begin alike.
        sort::by_key(&mut phrases.by_head, |(_, phrase)| {
            u64::MAX - phrase.len() as u64
        });
        sort::by_key(&mut phrases.by_head, |(head, _)| *head);
        phrases
    }

    /// Notes that a phrase may begin with some characters.
    fn note(&mut self, chars: impl Iterator<Item = char>, phrase: &'static str) {
        let head = chars.fold(0, |head, c| self.onward(head, c));
        let bit = hash(head);
        if let Some(bits) = self.sieve.get_mut(bit / 64) {
            *bits |= 1 << (bit % 64);
        }
        self.by_head.push((head, phrase));
    }

    /// The characters that look like one.
    fn like(&self, c: char) -> impl Iterator<Item = char> + '_ {
        let from = self.looks.partition_point(|(like, _)| *like < c);
        let like = self.looks.get(from..).unwrap_or_default().iter();
        like.take_while(move |(like, _)| *like == c)
            .map(|(_, like)| *like)
    }

    /// Whether two characters may be taken for each other.
    fn alike(&self, one: char, two: char) -> bool {
        let first = |c: char| self.firsts.get(place(c));
        first(one).is_some_and(|class| first(two) == Some(class))
            || self.like(one).any(|like| like == two)
    }

    /// Where the text from a byte on is a phrase with one character wrong that is like the right one.
    fn slip(&self, text: &str, start: usize, phrase: &str) -> Option<Range<usize>> {
        let found = text.get(start..start + phrase.len())?;
        if found == phrase {
            return None;
        }
        let mut wrong = found.chars().zip(phrase.chars()).filter(|(a, b)| a != b);
        let ((a, b), None) = (wrong.next()?, wrong.next()) else {
            return None;
        };
        self.alike(a, b).then_some(start..start + phrase.len())
    }

    /// Four characters with one more behind them: the last four.
    #[inline]
    fn onward(&self, head: u64, c: char) -> u64 {
        let first = self.firsts.get(place(c)).copied().unwrap_or_default();
        head << 16 | u64::from(first)
    }

    /// Where a text has a phrase with one character wrong, and the right phrase.
    fn slips(&self, text: &str) -> Vec<(Range<usize>, &'static str)> {
        let mut slips: Vec<(Range<usize>, &str)> = Vec::new();
        let (mut head, mut end) = (0, 0);
        for (at, c) in text.char_indices() {
            head = self.onward(head, c);
            let bit = hash(head);
            let bits = self.sieve.get(bit / 64).copied().unwrap_or_default();
            if bits >> (bit % 64) & 1 == 0 {
                continue;
            }
            let from = self.by_head.partition_point(|phrase| phrase.0 < head);
            let phrases = self.by_head.get(from..).unwrap_or_default().iter();
            let mut phrases = phrases.take_while(|phrase| phrase.0 == head);
            let start = at.saturating_sub((HEAD - 1) * WIDTH);
            let found =
                phrases.find_map(|(_, phrase)| Some((self.slip(text, start, phrase)?, *phrase)));
            if let Some((range, phrase)) = found
                && range.start >= end
            {
                end = range.end;
                slips.push((range, phrase));
            }
        }
        slips
    }
}

/// The characters that may be taken for others.
const FIRST: u16 = 0x4e00;
const LAST: u16 = 0x9fff;

/// Where a character stands among those.
#[inline]
fn place(c: char) -> usize {
    (c as usize).wrapping_sub(usize::from(FIRST))
}

/// A bit of the sieve.
#[inline]
fn hash(head: u64) -> usize {
    (head.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 46) as usize
}

/// The bytes of a character of a phrase.
const WIDTH: usize = 3;

/// How near to a phrase the other rule is heard first: three characters.
const NEAR: usize = 9;

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for block in &document.layout.blocks {
        if block.kind == BlockKind::Clutter {
            continue;
        }
        let text = document.layout.folded_of(block);
        for (range, right) in LIKENESS.slips(text) {
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
