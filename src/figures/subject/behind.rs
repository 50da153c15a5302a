//! The words behind a figure: the noun phrase that it counts (22个居民区), and what is said of those counted (60余人参加考试).

use super::super::clauses::{attributed_end, is_verb, join, phrase_end, predicate};
use super::super::words::{self, names_persons};
use super::Named;
use super::memory::Memory;
use super::view::View;
use crate::text::marker::is_han;

/// A noun phrase of at most so many characters says too little where something is said of it.
const LONGEST_PLAIN: usize = 6;

impl<'a> View<'a> {
    /// 3个村被命名为民主法治示范村: what they became says more than 村.
    pub(super) fn award(&self) -> Option<Named> {
        let (at, word) = self
            .after
            .char_indices()
            .take(3)
            .find_map(|(at, _)| Some((at, words::AWARDS.start_of(self.after.get(at..)?)?)))?;
        let object = self.after.get(at + word.len()..)?;
        let object = object
            .split('的')
            .next()
            .unwrap_or(object)
            .trim_end_matches("称号");
        match object.chars().count() {
            0 | 1 => None,
            2 => Some(Named::full(&format!("{word}{object}"))),
            _ => Some(Named::full(object)),
        }
    }

    /// The noun phrase behind the figure, with what is said of it where it says too little: 对22个居民区开展检查.
    pub(super) fn by_what_follows(&self, memory: &Memory) -> Option<Named> {
        let (phrase, rest, used) = self.noun_behind()?;
        let clause = self.cleaned;
        // 2名专职审查人员
        if self.counts_persons()
            && !names_persons(phrase)
            && let Some(said) = predicate(rest).filter(|said| names_persons(said))
        {
            return Some(Named {
                used: used + rest.len(),
                ..Named::full(&format!("{phrase}{said}"))
            });
        }
        let things = words::PERSONS.end_of(phrase).is_some() && words::OF_THINGS.holds(self.unit);
        if words::EMPTY.holds(phrase)
            || things
            || is_verb(phrase)
            || self.is_said_of_persons(phrase, clause, memory)
        {
            return None;
        }
        let named = |words: String| {
            Some(Named {
                words,
                thing: phrase.to_owned(),
                full: true,
                used,
            })
        };
        if let Some(group) = rest.strip_prefix("组成的") {
            let group = group.get(..phrase_end(group)).unwrap_or_default();
            return named(join(phrase, group));
        }
        // 20名人员的执法资格培训
        if words::PEOPLE.holds(phrase)
            && let Some(doing) = rest.strip_prefix('的')
            && (2..=14).contains(&doing.chars().count())
        {
            return named(format!("{doing}{phrase}"));
        }
        // 督察反馈的21个问题
        if self.clause.ends_with('的') && (2..=12).contains(&clause.chars().count()) {
            return named(format!("{clause}的{phrase}"));
        }
        if phrase.chars().count() <= LONGEST_PLAIN
            && !phrase.contains('“')
            && let Some(said) = predicate(rest)
        {
            return named(format!("{said}的{phrase}"));
        }
        let clause_says =
            (2..=14).contains(&clause.chars().count()) && !self.clause.ends_with('等');
        if (words::GENERIC.holds(phrase) || words::PEOPLE.holds(phrase)) && clause_says {
            return named(format!("{clause}{phrase}"));
        }
        named(format!(
            "{phrase}{}",
            self.bracket(used).unwrap_or_default()
        ))
    }

    /// The noun phrase behind the figure, what follows it up to the next mark, and the bytes from the figure to its end.
    fn noun_behind(&self) -> Option<(&'a str, &'a str, usize)> {
        let after = self.after.strip_prefix('的').unwrap_or(self.after);
        let skipped = self.after.len() - after.len();
        if !after.starts_with(|c: char| is_han(c) || "“《A".contains(c)) {
            return None;
        }
        let end = match phrase_end(after) {
            0 => attributed_end(after),
            end => end,
        };
        let (phrase, rest) = after.split_at_checked(end)?;
        let phrase = if rest.is_empty() {
            phrase.trim_end_matches('中')
        } else {
            phrase
        };
        let phrase = phrase.trim_end_matches(['和', '及', '与', '、']);
        let says = match phrase.chars().count() {
            0 => false,
            1 => words::SHORT.contains(phrase),
            _ => true,
        };
        says.then_some((phrase, rest, skipped + end))
    }

    /// A group in brackets behind the noun phrase: 18个村(社区), 11个县(市、区).
    fn bracket(&self, end: usize) -> Option<&'a str> {
        let rest = self.behind.get(end..)?;
        let inner = rest.strip_prefix('(')?;
        let close = inner.find(')').filter(|&close| close <= 12)?;
        let plain = inner.get(..close)?.chars().all(|c| is_han(c) || c == '、');
        rest.get(..close + 2).filter(|_| plain)
    }

    /// Whether the words behind a number of persons say what they did, and who they are stands before: 志愿者120名走街串巷.
    fn is_said_of_persons(&self, phrase: &str, clause: &str, memory: &Memory) -> bool {
        self.counts_persons()
            && !names_persons(phrase)
            && (names_persons(clause) || (clause.is_empty() && memory.counted.is_some()))
    }

    /// What is said of those counted, behind the figure: 参加考试 of 60余人参加考试.
    pub(super) fn doing(&self) -> &'a str {
        let end = self
            .after
            .char_indices()
            .nth(8)
            .map_or(self.after.len(), |(at, _)| at);
        let doing = self.after.get(..end).unwrap_or_default();
        let doing = doing.trim_start_matches(['以', '之', '内']);
        if doing.starts_with(is_han) { doing } else { "" }
    }
}
