//! Lists of words that can be looked up at a place of a text: does one start here, end here, stand anywhere in it.

use std::str::Chars;
use std::sync::OnceLock;

use crate::sort;

/// Words written as one string, parted by white space. The tables are made at the first look.
pub struct Lexicon {
    words: &'static str,
    tables: OnceLock<Box<[Table<()>; 2]>>,
}

/// Words by three of their characters, each with what it stands for: the first, or the last from the end.
#[derive(Debug)]
pub struct Table<T> {
    /// A bit for each hash that the first two characters of some word have, or the one that it is: at most places of a text no word begins, and
    /// nothing else need be looked at.
    sieve: Vec<u64>,
    /// Whether there are words of one character.
    singles: bool,
    /// Where the words of three characters begin among the entries, counted from 1; 0 where none do. Looked up by a hash.
    slots: Vec<u16>,
    entries: Vec<Entry<T>>,
}

/// Three characters of 21 bits each, the first in the highest; 0 for those that a shorter word lacks.
type Key = u64;

/// The bits of the second and the third, and of the third.
const BEHIND_FIRST: Key = (1 << 42) - 1;
const BEHIND_SECOND: Key = (1 << 21) - 1;

/// A word with its characters and what it stands for.
type Entry<T> = (Key, &'static str, T);

impl<T: Copy> Table<T> {
    /// A table that finds its words anywhere in a text.
    #[must_use]
    pub fn of_words(words: impl Iterator<Item = (&'static str, T)>) -> Self {
        let keyed = words.map(|(word, what)| (key(&mut word.chars()), word, what));
        Self::new(keyed.collect())
    }

    /// The longest first among the words that share their characters.
    fn new(mut entries: Vec<Entry<T>>) -> Self {
        sort::by_key(&mut entries, |(_, word, _)| u64::MAX - word.len() as u64);
        sort::by_key(&mut entries, |entry| entry.0);
        let slots = (entries.len() * 2).next_power_of_two();
        let mut table = Self {
            sieve: vec![0; slots.div_ceil(8)],
            singles: false,
            slots: vec![0; slots],
            entries,
        };
        for at in (0..table.entries.len()).rev() {
            table.note(at);
        }
        table
    }

    /// Writes down where the words of an entry's characters begin.
    fn note(&mut self, at: usize) {
        let Some(key) = self.entries.get(at).map(|entry| entry.0) else {
            return;
        };
        self.singles |= key & BEHIND_FIRST == 0;
        let pair = hash(key & !BEHIND_SECOND);
        let bits = word(pair, self.sieve.len());
        if let Some(bits) = self.sieve.get_mut(bits) {
            *bits |= 1 << (pair % 64);
        }
        let mut slot = place(hash(key), self.slots.len());
        while let Some(here) = self.slots.get_mut(slot) {
            let free = *here == 0;
            let same = || Some(key) == self.entries.get(usize::from(*here) - 1).map(|e| e.0);
            if free || same() {
                *here = u16::try_from(at + 1).unwrap_or(0);
                return;
            }
            slot = (slot + 1) % self.slots.len();
        }
    }

    /// Every word of the table in a text, those that overlap too: where it starts, the word, and what it stands for.
    #[must_use]
    pub fn all_in<'t>(&'t self, text: &'t str) -> Words<'t, T> {
        let mut chars = text.chars();
        Words {
            table: self,
            text,
            next: key(&mut chars),
            next_at: 0,
            chars,
            at: 0,
            key: 0,
            entries: &[],
        }
    }

    /// Whether words may begin with some characters.
    #[inline]
    fn may_begin(&self, key: Key) -> bool {
        let noted = |key: Key| {
            let hash = hash(key);
            let bits = self.sieve.get(word(hash, self.sieve.len()));
            bits.is_some_and(|bits| bits >> (hash % 64) & 1 == 1)
        };
        noted(key & !BEHIND_SECOND) || (self.singles && noted(key & !BEHIND_FIRST))
    }

    /// The words of some characters, and all that come behind them in the order of the table.
    #[inline]
    fn from(&self, key: Key) -> &[Entry<T>] {
        let mut slot = place(hash(key), self.slots.len());
        loop {
            let here = self.slots.get(slot).copied().unwrap_or_default();
            match self.entries.get(usize::from(here).wrapping_sub(1)..) {
                Some(entries @ [first, ..]) if first.0 == key => break entries,
                Some([_, ..]) => slot = (slot + 1) & (self.slots.len() - 1),
                _ => break &[],
            }
        }
    }

    /// The longest word of some characters, or of the first of them, that a text holds in the place looked at.
    #[inline]
    fn longest(&self, key: Key, holds: impl Fn(&str) -> bool) -> Option<&'static str> {
        if !self.may_begin(key) {
            return None;
        }
        let keys = [key, key & !BEHIND_SECOND, key & !BEHIND_FIRST];
        keys.into_iter().find_map(|key| {
            let entries = self.from(key).iter();
            let mut words = entries.take_while(|entry| entry.0 == key);
            let found = words.find(|(_, word, _)| holds(word));
            found.map(|&(_, word, _)| word)
        })
    }
}

/// The words of a table in a text, in the order in which they start.
#[derive(Debug)]
pub struct Words<'t, T> {
    table: &'t Table<T>,
    text: &'t str,
    /// The characters of the next place, and where it is.
    next: Key,
    next_at: usize,
    /// Those behind them.
    chars: Chars<'t>,
    /// The place at hand, its characters or the first of them, and the entries from their words on.
    at: usize,
    key: Key,
    entries: &'t [Entry<T>],
}

impl<T: Copy> Iterator for Words<'_, T> {
    type Item = (usize, &'static str, T);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            while let Some(((_, word, what), rest)) = self
                .entries
                .split_first()
                .filter(|(entry, _)| entry.0 == self.key)
            {
                self.entries = rest;
                let behind = self.text.get(self.at..).unwrap_or_default();
                if behind.starts_with(word) {
                    return Some((self.at, word, *what));
                }
            }
            // First the words of all three characters, then those of the first two, then those of the first.
            if self.key & BEHIND_SECOND != 0 {
                self.key &= !BEHIND_SECOND;
            } else if self.key & BEHIND_FIRST != 0 {
                self.key &= !BEHIND_FIRST;
            } else if self.next_at < self.text.len() {
                self.at = self.next_at;
                self.key = self.next;
                let behind = self.chars.next().map_or(0, Key::from);
                self.next = ((self.key & BEHIND_FIRST) << 21) | behind;
                let first = char::from_u32((self.key >> 42) as u32);
                self.next_at += first.map_or(1, char::len_utf8);
                if !self.table.may_begin(self.key) {
                    self.key = 0;
                    continue;
                }
            } else {
                return None;
            }
            self.entries = self.table.from(self.key);
        }
    }
}

/// A hash of some characters: twenty bits, in which each of them has its part.
#[inline]
fn hash(key: Key) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 44) as usize
}

/// The slot where the words of a hash are looked for first; there are `slots` of them, a power of two.
#[inline]
fn place(hash: usize, slots: usize) -> usize {
    hash & (slots - 1)
}

/// The word of bits that a hash has in a sieve of so many, a power of two.
#[inline]
fn word(hash: usize, words: usize) -> usize {
    (hash / 64) & (words - 1)
}

/// The first three of some characters.
#[inline]
fn key(chars: &mut impl Iterator<Item = char>) -> Key {
    let mut next = || chars.next().map_or(0, Key::from);
    (next() << 42) | (next() << 21) | next()
}

impl Lexicon {
    /// A list of words.
    #[must_use]
    pub const fn new(words: &'static str) -> Self {
        Self {
            words,
            tables: OnceLock::new(),
        }
    }

    /// The words, in the order in which they are written.
    pub fn words(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.words.split_ascii_whitespace()
    }

    /// The words by their start, and by their end.
    fn tables(&'static self) -> &'static [Table<()>; 2] {
        self.tables.get_or_init(|| {
            let backwards = self
                .words()
                .map(|word| (key(&mut word.chars().rev()), word, ()));
            Box::new([
                Table::of_words(self.words().map(|word| (word, ()))),
                Table::new(backwards.collect()),
            ])
        })
    }

    /// The longest word that the text starts with.
    #[must_use]
    pub fn start_of(&'static self, text: &str) -> Option<&'static str> {
        let [table, _] = self.tables();
        table.longest(key(&mut text.chars()), |word| text.starts_with(word))
    }

    /// The longest word that the text ends with.
    #[must_use]
    pub fn end_of(&'static self, text: &str) -> Option<&'static str> {
        let [_, table] = self.tables();
        table.longest(key(&mut text.chars().rev()), |word| text.ends_with(word))
    }

    /// Whether the text starts with one of the words.
    #[must_use]
    pub fn starts(&'static self, text: &str) -> bool {
        self.start_of(text).is_some()
    }

    /// Whether the text ends with one of the words.
    #[must_use]
    pub fn ends(&'static self, text: &str) -> bool {
        self.end_of(text).is_some()
    }

    /// Whether one of the words stands anywhere in the text.
    #[must_use]
    pub fn within(&'static self, text: &str) -> bool {
        self.first_in(text).is_some()
    }

    /// The text without the longest word that it starts with.
    #[must_use]
    pub fn strip_start<'t>(&'static self, text: &'t str) -> Option<&'t str> {
        text.get(self.start_of(text)?.len()..)
    }

    /// The text without the longest word that it ends with.
    #[must_use]
    pub fn strip_end<'t>(&'static self, text: &'t str) -> Option<&'t str> {
        text.get(..text.len() - self.end_of(text)?.len())
    }

    /// Whether the text is one of the words.
    #[must_use]
    pub fn holds(&'static self, text: &str) -> bool {
        self.start_of(text)
            .is_some_and(|word| word.len() == text.len())
    }

    /// The first word in the text, and where it starts.
    #[must_use]
    pub fn first_in(&'static self, text: &str) -> Option<(usize, &'static str)> {
        let [table, _] = self.tables();
        let (at, word, ()) = table.all_in(text).next()?;
        Some((at, word))
    }

    /// All words in the text, those that overlap too, and where they start.
    pub fn all_in<'t>(
        &'static self,
        text: &'t str,
    ) -> impl Iterator<Item = (usize, &'static str)> + use<'t> {
        let [table, _] = self.tables();
        table.all_in(text).map(|(at, word, ())| (at, word))
    }

    /// The last word in the text, and where it starts.
    #[must_use]
    pub fn last_in(&'static self, text: &str) -> Option<(usize, &'static str)> {
        text.char_indices().rev().find_map(|(at, c)| {
            let word = self.end_of(text.get(..at + c.len_utf8())?)?;
            Some((at + c.len_utf8() - word.len(), word))
        })
    }

    /// Whether a word of the list covers a byte of the text without starting there, or, where `at_start`, also one that does.
    #[must_use]
    pub fn covers(&'static self, text: &str, byte: usize, at_start: bool) -> bool {
        const LONGEST: usize = 8;
        let before = text.get(..byte).unwrap_or_default();
        let starts = before.char_indices().rev().take(LONGEST).map(|(at, _)| at);
        (at_start
            && self
                .start_of(text.get(byte..).unwrap_or_default())
                .is_some())
            || starts.into_iter().any(|at| {
                self.start_of(text.get(at..).unwrap_or_default())
                    .is_some_and(|word| at + word.len() > byte)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_they_stand() {
        static LIST: Lexicon = Lexicon::new("三项 三项制度 会议 会");
        assert_eq!(LIST.start_of("三项制度的"), Some("三项制度"));
        assert_eq!(LIST.end_of("工作会议"), Some("会议"));
        assert!(LIST.starts("会议开了") && !LIST.starts("开会"));
        assert!(LIST.ends("开会") && !LIST.ends("会议开了"));
        assert!(LIST.within("每项会议") && !LIST.within("三 项"));
        assert!(LIST.words().eq(["三项", "三项制度", "会议", "会"]));
        assert_eq!(LIST.strip_end("工作会议"), Some("工作"));
        assert!(LIST.holds("会") && !LIST.holds("会上") && !LIST.holds(""));
        assert_eq!(LIST.first_in("开会议三项"), Some((3, "会议")));
        assert_eq!(LIST.last_in("会议上"), Some((0, "会议")));
        assert!(LIST.covers("落实三项制度", 9, false));
        assert!(!LIST.covers("落实三项制度", 6, false));
        assert!(LIST.covers("落实三项制度", 6, true));
    }
}
