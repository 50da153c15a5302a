//! Lists of words that can be looked up at a place of a text: does one start here, end here, stand anywhere in it.

use std::sync::OnceLock;

use crate::sort;

/// Words written as one string, parted by white space. The tables are made at the first look.
pub struct Lexicon {
    words: &'static str,
    tables: OnceLock<Box<[Table<()>; 2]>>,
}

/// Words by two of their characters, each with what it stands for: the first and the second, or the last and the one before.
#[derive(Debug)]
pub struct Table<T> {
    /// Where the words of two characters begin among the entries, counted from 1; 0 where none do. Looked up by a hash.
    slots: Vec<u16>,
    entries: Vec<(Key, &'static str, T)>,
}

/// Two characters; the second is NUL for a word of one.
type Key = (char, char);

impl<T: Copy> Table<T> {
    /// A table that finds its words anywhere in a text.
    #[must_use]
    pub fn of_words(words: impl Iterator<Item = (&'static str, T)>) -> Self {
        let keyed = words.filter_map(|(word, what)| Some((key(word.chars())?, word, what)));
        Self::new(keyed.collect())
    }

    /// The longest first among the words that share their characters.
    fn new(mut entries: Vec<(Key, &'static str, T)>) -> Self {
        sort::by_key(&mut entries, |(_, word, _)| u64::MAX - word.len() as u64);
        sort::by_key(&mut entries, |&((one, two), ..)| {
            u64::from(one) << 32 | u64::from(two)
        });
        let mut table = Self {
            slots: vec![0; (entries.len() * 4).next_power_of_two()],
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
        let mut slot = place(key, self.slots.len());
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
    pub fn all_in<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, &'static str, T)> {
        pairs(text).flat_map(move |(at, (one, two))| {
            let rest = text.get(at..).unwrap_or_default();
            let long = self.of((one, two));
            let short = (two != '\0').then(|| self.of((one, '\0')));
            long.chain(short.into_iter().flatten())
                .filter(move |(word, _)| rest.starts_with(word))
                .map(move |(word, what)| (at, word, what))
        })
    }

    /// The words of two characters, or of one where the second is NUL.
    #[inline]
    fn of(&self, key: Key) -> impl Iterator<Item = (&'static str, T)> {
        let mut slot = place(key, self.slots.len());
        let entries = loop {
            let here = self.slots.get(slot).copied().unwrap_or_default();
            let from = self.entries.get(usize::from(here).wrapping_sub(1)..);
            match from {
                Some(entries @ [first, ..]) if first.0 == key => break entries,
                Some([_, ..]) => slot = (slot + 1) & (self.slots.len() - 1),
                _ => break &[],
            }
        };
        entries
            .iter()
            .take_while(move |entry| entry.0 == key)
            .map(|&(_, word, what)| (word, what))
    }

    /// The longest word of the table that a text of these first characters starts with.
    #[inline]
    fn starting(&self, (one, two): Key, text: &str) -> Option<&'static str> {
        let mut long = self.of((one, two)).map(|(word, _)| word);
        let short = || self.of((one, '\0')).next().map(|(word, _)| word);
        long.find(|word| text.starts_with(word)).or_else(short)
    }
}

/// The slot where the words of two characters are looked for first; there are `slots` of them, a power of two.
#[inline]
fn place((one, two): Key, slots: usize) -> usize {
    let hash = (one as usize)
        .wrapping_mul(0x9e37)
        .wrapping_add(two as usize);
    (hash ^ (hash >> 9)) & (slots - 1)
}

/// The first two of some characters.
#[inline]
fn key(mut chars: impl Iterator<Item = char>) -> Option<Key> {
    Some((chars.next()?, chars.next().unwrap_or_default()))
}

/// Each character of a text with the one behind it, and where it starts.
fn pairs(text: &str) -> impl Iterator<Item = (usize, Key)> {
    let behind = text.chars().skip(1).chain(['\0']);
    text.char_indices()
        .zip(behind)
        .map(|((at, one), two)| (at, (one, two)))
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

    /// The words by their start, and by their end.
    fn tables(&'static self) -> &'static [Table<()>; 2] {
        self.tables.get_or_init(|| {
            let words = || self.words.split_ascii_whitespace();
            let backwards = words().filter_map(|word| Some((key(word.chars().rev())?, word, ())));
            Box::new([
                Table::of_words(words().map(|word| (word, ()))),
                Table::new(backwards.collect()),
            ])
        })
    }

    /// The longest word that the text starts with.
    #[must_use]
    pub fn start_of(&'static self, text: &str) -> Option<&'static str> {
        let [table, _] = self.tables();
        table.starting(key(text.chars())?, text)
    }

    /// The longest word that the text ends with.
    #[must_use]
    pub fn end_of(&'static self, text: &str) -> Option<&'static str> {
        let [_, table] = self.tables();
        let (one, two) = key(text.chars().rev())?;
        let mut long = table.of((one, two)).map(|(word, ())| word);
        let short = || table.of((one, '\0')).next().map(|(word, ())| word);
        long.find(|word| text.ends_with(word)).or_else(short)
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
        pairs(text).find_map(|(at, key)| Some((at, table.starting(key, text.get(at..)?)?)))
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
        assert_eq!(LIST.strip_end("工作会议"), Some("工作"));
        assert!(LIST.holds("会") && !LIST.holds("会上") && !LIST.holds(""));
        assert_eq!(LIST.first_in("开会议三项"), Some((3, "会议")));
        assert_eq!(LIST.last_in("会议上"), Some((0, "会议")));
        assert!(LIST.covers("落实三项制度", 9, false));
        assert!(!LIST.covers("落实三项制度", 6, false));
        assert!(LIST.covers("落实三项制度", 6, true));
    }
}
