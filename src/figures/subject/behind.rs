//! The words behind a figure: the noun phrase that it counts (22个居民区), and what is said of those counted (60余人参加考试).

use super::super::clauses::{attributed_end, clean, join, phrase_end};
use super::super::words;
use super::Named;
use super::view::View;
use crate::text::marker::is_han;

impl<'a> View<'a> {
    /// 3个村被命名为民主法治示范村: what they became says more than 村.
    pub(super) fn award(&self) -> Option<Named> {
        let (at, word) = words::AWARDS.first_in(self.after)?;
        if self.after.get(..at)?.chars().count() > 2 {
            return None;
        }
        let object = self.after.get(at + word.len()..)?;
        let object = object
            .split('的')
            .next()
            .unwrap_or(object)
            .trim_end_matches("称号");
        match object.chars().count() {
            0 | 1 => None,
            2 => Some(Named {
                words: format!("{word}{object}"),
                full: true,
                used: 0,
            }),
            _ => Some(Named::full(object)),
        }
    }

    /// The noun phrase behind the figure.
    pub(super) fn by_what_follows(&self) -> Option<Named> {
        let after = self.after.strip_prefix('的').unwrap_or(self.after);
        let skipped = self.after.len() - after.len();
        if !after.starts_with(|c: char| is_han(c) || "“《A".contains(c)) {
            return None;
        }
        let end = match phrase_end(after) {
            0 => attributed_end(after),
            end => end,
        };
        let phrase = after.get(..end)?;
        // 18个村(社区)
        let bracket = self.behind.get(skipped + end..).and_then(|rest| {
            let inner = rest.strip_prefix('(')?;
            let close = inner.find(')').filter(|&close| close <= 12)?;
            let group = rest.get(..close + 2)?;
            group
                .chars()
                .skip(1)
                .take_while(|&c| c != ')')
                .all(is_han)
                .then_some(group)
        });
        let phrase = if end == after.len() {
            phrase.trim_end_matches('中')
        } else {
            phrase
        };
        let phrase = phrase.trim_end_matches(['和', '及', '与', '、']);
        if phrase.is_empty() || (phrase.chars().count() == 1 && !words::SHORT.contains(phrase)) {
            return None;
        }
        let used = skipped + end;
        let clause = clean(self.clause);
        let rest = after.get(end..).unwrap_or_default();
        if words::PEOPLE.holds(phrase) {
            // 20名人员的执法资格培训, 15名人员参加考试
            let doing = rest.strip_prefix('的').unwrap_or(rest);
            let words = match doing.chars().count() {
                2..=14 => format!("{doing}{phrase}"),
                _ if (2..=12).contains(&clause.chars().count()) => format!("{clause}{phrase}"),
                _ => phrase.to_owned(),
            };
            return Some(Named {
                words,
                full: true,
                used,
            });
        }
        if words::EMPTY.holds(phrase)
            || (words::PERSONS.end_of(phrase).is_some() && words::OF_THINGS.holds(self.unit))
        {
            return None;
        }
        if let Some(group) = rest.strip_prefix("组成的") {
            let group = group.get(..phrase_end(group)).unwrap_or_default();
            return Some(Named {
                words: join(phrase, group),
                full: true,
                used,
            });
        }
        if words::PERSONS.end_of(phrase).is_some() && phrase.chars().count() <= 6 {
            let taking_part = (phrase == "同志"
                || words::TAKING_PART.start_of(rest).is_some()
                || words::AWARDS.start_of(rest).is_some())
                && (4..=12).contains(&rest.chars().count());
            if taking_part {
                return Some(Named {
                    words: format!("{rest}的{phrase}"),
                    full: true,
                    used,
                });
            }
        }
        if words::GENERIC.holds(phrase)
            && clause.chars().count() >= 2
            && !self.clause.ends_with('等')
        {
            return Some(Named {
                words: format!("{clause}{phrase}"),
                full: true,
                used,
            });
        }
        Some(Named {
            words: format!("{phrase}{}", bracket.unwrap_or_default()),
            full: true,
            used,
        })
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
