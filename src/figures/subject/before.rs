//! The clause before a figure (审核合同199份), filled up from what was counted before where it says too little (化解186起).

use super::super::clauses::{
    actor, clean, is_verb, join, named_in, object_of, overlap, predicate, strip_openers,
    without_verbs,
};
use super::super::words::{self, names_persons};
use super::Named;
use super::memory::Memory;
use super::view::View;
use crate::report::FigureKind;

/// The name of persons is filled up with what they did if it has at most so many characters.
const LONGEST_PERSONS: usize = 16;

impl View<'_> {
    /// Whether the clause goes on with a list of figures.
    pub(super) fn raw_list(&self) -> bool {
        self.clause.starts_with('、')
    }

    /// Whether the figure is a part of what was counted before: 其中工程类45份、服务类62份.
    pub(super) fn is_part(&self, memory: &Memory) -> bool {
        self.among
            || ["占", "占了"]
                .iter()
                .any(|word| self.clause.ends_with(word))
            || (memory.parts && self.unit == memory.unit)
    }

    /// The clause before the figure, filled up where it says too little.
    pub(super) fn by_the_clause(&self, memory: &Memory) -> Named {
        let clause = self.cleaned;
        let length = clause.chars().count();
        if length == 0 {
            return self.inherited(memory, self.doing());
        }
        if let Some(named) = self.compared(memory).or_else(|| had(clause, memory)) {
            return named;
        }
        // 办理事项1.47万件,日均59件
        if words::RECKONED.holds(self.closed)
            && let Some(base) = memory.head.as_deref().or(memory.last.as_deref())
        {
            return Named::filled(format!("{base}{}", self.closed));
        }
        // 学习行政复议法、公司法等11部
        if matches!(self.unit, "部" | "件")
            && let Some(list) = self.clause.strip_suffix('等')
            && words::LAW_ENDINGS
                .iter()
                .any(|end| list.trim_end_matches('》').ends_with(end))
        {
            let verb = words::WORK.first_in(list).map_or("", |(_, verb)| verb);
            return Named::full(&format!("{verb}法律法规"));
        }
        // 办结55项,其余2项正在办理
        if words::REST.holds(clause)
            && let (Some(head), Some(said)) = (&memory.head, predicate(self.after))
        {
            return Named::filled(format!("{said}的{head}"));
        }
        // 督察反馈的问题中,乡镇有44个
        if length <= 4
            && let Some(whole) = self.clause_before.strip_suffix('中')
        {
            let whole = clean(whole);
            if (2..=12).contains(&whole.chars().count()) {
                return Named::filled(format!("{clause}{whole}"));
            }
        }
        let money = self.figure.kind == FigureKind::Money;
        let persons = self.counts_persons();
        // 机关干部83人参加网上学法考试
        if persons
            && names_persons(clause)
            && length <= LONGEST_PERSONS
            && let Some(said) = predicate(self.after)
        {
            let who = words::CUTS.strip_start(clause).unwrap_or(clause);
            return Named {
                thing: who.to_owned(),
                ..Named::full(&format!("{said}的{who}"))
            };
        }
        if words::TAKING_PART.holds(clause) && (persons || !words::STATES.holds(clause)) {
            let base = memory.counted.as_deref().map(|base| {
                words::TAKING_PART
                    .strip_end(base)
                    .filter(|rest| !rest.is_empty())
                    .unwrap_or(base)
                    .to_owned()
            });
            let base = base.or_else(|| self.clause_before_cleaned());
            if let Some(base) = base {
                return Named::filled(join(&base, clause));
            }
        }
        let part = self.is_part(memory);
        let verb = is_verb(clause);
        if let Some(head) = memory
            .head
            .as_deref()
            .filter(|_| !money && (!memory.stale || words::WORK.holds(clause)))
        {
            let share_of_it = part && length <= 6;
            let one_of_list =
                self.unit == memory.unit && (clause.ends_with('类') || clause.ends_with("制定"));
            if (verb || share_of_it || one_of_list) && !overlap(head, clause) {
                return Named::filled(join(clause, head));
            }
        } else if (verb || clause.ends_with("化解")) && !money {
            // 收到行政复议申请后依法审查,受理214件
            if let Some(object) =
                object_of(self.clause_before).filter(|object| !overlap(object, clause))
            {
                return Named::full(&join(clause, object));
            }
        }
        // 审查文件14件、协议41份
        if let Some(verb) = memory
            .verb
            .as_deref()
            .filter(|_| length <= 4 && self.raw_list() && !verb)
        {
            return Named::filled(join(verb, clause));
        }
        let mut words = self.spoken(clause).unwrap_or_else(|| clause.to_owned());
        if let Some(verb) = self.verb_of_list(clause) {
            words = join(verb, &words);
        }
        let size = words.chars().count();
        let short = size <= 4;
        // What the principals did themselves is told apart from what the body did.
        let generic = short || words::GENERIC.holds(without_verbs(clause));
        let actor = (!money && (generic || size <= 8))
            .then(|| actor(self.sentence(), self.clause))
            .flatten()
            .filter(|actor| !overlap(actor, &words));
        let principal = actor.filter(|actor| words::PRINCIPALS.end_of(actor).is_some());
        if let Some(actor) = principal.filter(|_| size <= 8) {
            words = join(actor, &words);
            return Named {
                full: !part,
                thing: clause.to_owned(),
                words,
                ..Named::default()
            };
        }
        // Who opened a long sentence has not done all that it tells.
        const SOON: usize = 2;
        let acting =
            actor.filter(|actor| memory.subjects.len() <= SOON || self.clause.contains(actor));
        if generic && let Some(actor) = acting {
            words = join(actor, &words);
        } else if short && let Some(name) = named_in(self.clause_before) {
            words = join(name, &words);
        }
        Named {
            full: !part,
            words,
            ..Named::default()
        }
    }

    /// The words a table wants for short spoken verbs: 商超查了19家次, 查了餐饮企业2619家.
    fn spoken(&self, clause: &str) -> Option<String> {
        let behind_verb = |short: &str| {
            clause
                .strip_prefix(short)?
                .strip_prefix('了')
                .filter(|rest| !rest.is_empty())
        };
        let done = clause.chars().count() == 1 || self.clause.ends_with('了') || clause == "开会";
        words::SPOKEN.iter().find_map(|&(short, long)| {
            if let Some(object) = behind_verb(short) {
                return Some(format!("{long}{object}"));
            }
            let whose = clause.strip_suffix(short).filter(|_| done)?;
            Some(format!("{whose}{long}"))
        })
    }

    /// What was done to a list that ends in a noun which says too little: 协调解决 of 协调解决装备、编制等问题.
    fn verb_of_list(&self, clause: &str) -> Option<&'static str> {
        let (list, noun) = self.clause.rsplit_once('等')?;
        if !list.contains('、') || clause.chars().count() > 4 || !noun.starts_with(clause) {
            return None;
        }
        let mut list = strip_openers(list);
        for leader in ["主持", "带头", "牵头", "亲自", "协调"] {
            list = list.strip_prefix(leader).unwrap_or(list);
        }
        words::WORK
            .start_of(list)
            .or_else(|| words::CUTS.start_of(list))
    }

    /// Nothing in the clause itself: the same thing once more, a sum, or what was counted before and what is said of it.
    pub(super) fn inherited(&self, memory: &Memory, doing: &str) -> Named {
        let base = || {
            memory
                .head
                .clone()
                .or_else(|| memory.last.as_deref().map(str::to_owned))
                .or_else(|| self.clause_before_cleaned())
        };
        let sum = ["共", "合计", "共计", "总计", "总共"]
            .iter()
            .any(|word| self.clause.ends_with(word));
        if sum
            && memory.count > 1
            && self.figure.kind == FigureKind::Count
            && let Some(first) = &memory.first
        {
            return Named::filled(match memory.action {
                Some(action) => format!("{action}事项合计"),
                None => format!("{first}等合计"),
            });
        }
        if doing.chars().count() >= 2 {
            let taking_part = words::TAKING_PART.start_of(doing).is_some();
            let base = if taking_part {
                memory
                    .counted
                    .as_deref()
                    .map(str::to_owned)
                    .or_else(|| self.clause_before_cleaned())
            } else {
                base()
            };
            return match base {
                Some(base) => Named::filled(join(&base, doing)),
                None => Named::filled(doing.to_owned()),
            };
        }
        if self.same_clause
            && memory.last_unit != self.unit
            && let Some(clause) = memory.clause
        {
            return Named::filled(clause.to_owned());
        }
        if memory.last.is_none() {
            return self
                .clause_before_cleaned()
                .map(Named::filled)
                .unwrap_or_default();
        }
        memory
            .last
            .as_deref()
            .map(str::to_owned)
            .map(Named::filled)
            .unwrap_or_default()
    }
}

/// What something counted before had: an audience, a sum, a size.
fn had(clause: &str, memory: &Memory) -> Option<Named> {
    let base = if words::AUDIENCE.holds(clause) {
        memory.counted.as_deref()
    } else if words::ATTRIBUTES.holds(clause) {
        memory.head.as_deref()
    } else {
        None
    };
    let base = base.filter(|base| base.chars().count() <= 12 && !overlap(base, clause))?;
    Some(Named::filled(format!("{base}{clause}")))
}
