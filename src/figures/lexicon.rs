//! Lists of words that can be looked up at a place of a text: does one start here, end here, stand anywhere in it.

use std::sync::OnceLock;

/// Words written as one string, parted by white space. The tables are made at the first look.
pub struct Lexicon {
    words: &'static str,
    tables: OnceLock<Tables>,
}

/// The words by their first and by their last character.
struct Tables {
    by_first: Vec<(char, &'static str)>,
    by_last: Vec<(char, &'static str)>,
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

    fn tables(&'static self) -> &'static Tables {
        self.tables.get_or_init(|| {
            let words = || self.words.split_ascii_whitespace();
            let table = |key: fn(&'static str) -> Option<char>| {
                let mut table: Vec<_> = words()
                    .filter_map(|word| Some((key(word)?, word)))
                    .collect();
                // The longest first among those that share the character.
                table.sort_unstable_by_key(|&(c, word)| (c, std::cmp::Reverse(word.len())));
                table
            };
            Tables {
                by_first: table(|word| word.chars().next()),
                by_last: table(|word| word.chars().next_back()),
            }
        })
    }

    /// The longest word that the text starts with.
    #[must_use]
    pub fn start_of(&'static self, text: &str) -> Option<&'static str> {
        let first = text.chars().next()?;
        of(&self.tables().by_first, first).find(|word| text.starts_with(word))
    }

    /// The longest word that the text ends with.
    #[must_use]
    pub fn end_of(&'static self, text: &str) -> Option<&'static str> {
        let last = text.chars().next_back()?;
        of(&self.tables().by_last, last).find(|word| text.ends_with(word))
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
        text.char_indices()
            .find_map(|(at, _)| Some((at, self.start_of(text.get(at..)?)?)))
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

/// The words of one character.
fn of(table: &'static [(char, &'static str)], c: char) -> impl Iterator<Item = &'static str> {
    let from = table.partition_point(|&(key, _)| key < c);
    table
        .get(from..)
        .unwrap_or_default()
        .iter()
        .take_while(move |&&(key, _)| key == c)
        .map(|&(_, word)| word)
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
