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
        if self.cleaned.is_empty() {
            return self.inherited(memory, self.doing());
        }
        self.compared(memory)
            .or_else(|| had(self.cleaned, memory))
            .or_else(|| self.reckoned(memory))
            .or_else(|| self.listed_laws())
            .or_else(|| self.remaining(memory))
            .or_else(|| self.among_those())
            .or_else(|| self.persons_who_did())
            .or_else(|| self.those_taking_part(memory))
            .or_else(|| self.of_the_head(memory))
            .or_else(|| self.with_the_verb_of_its_list(memory))
            .unwrap_or_else(|| self.with_who_acts(memory))
    }

    /// 办理事项1.47万件,日均59件
    fn reckoned(&self, memory: &Memory) -> Option<Named> {
        if !words::RECKONED.holds(self.closed) {
            return None;
        }
        let base = memory.head.as_deref().or(memory.last.as_deref())?;
        Some(Named::filled(format!("{base}{}", self.closed)))
    }

    /// 学习行政复议法、公司法等11部
    fn listed_laws(&self) -> Option<Named> {
        if !matches!(self.unit, "部" | "件") {
            return None;
        }
        let list = self.clause.strip_suffix('等')?;
        let last = list.trim_end_matches('》');
        if !words::LAW_ENDINGS.ends(last) {
            return None;
        }
        let verb = words::WORK.first_in(list).map_or("", |(_, verb)| verb);
        Some(Named::full(&format!("{verb}法律法规")))
    }

    /// 办结55项,其余2项正在办理
    fn remaining(&self, memory: &Memory) -> Option<Named> {
        if !words::REST.holds(self.cleaned) {
            return None;
        }
        let (head, said) = (memory.head.as_ref()?, predicate(self.after)?);
        Some(Named::filled(format!("{said}的{head}")))
    }

    /// 督察反馈的问题中,乡镇有44个
    fn among_those(&self) -> Option<Named> {
        if self.cleaned.chars().count() > 4 {
            return None;
        }
        let whole = clean(self.clause_before.strip_suffix('中')?);
        (2..=12)
            .contains(&whole.chars().count())
            .then(|| Named::filled(format!("{}{whole}", self.cleaned)))
    }

    /// 机关干部83人参加网上学法考试
    fn persons_who_did(&self) -> Option<Named> {
        let clause = self.cleaned;
        let persons = self.counts_persons() && names_persons(clause);
        if !persons || clause.chars().count() > LONGEST_PERSONS {
            return None;
        }
        let said = predicate(self.after)?;
        let who = words::CUTS.strip_start(clause).unwrap_or(clause);
        Some(Named {
            thing: who.to_owned(),
            ..Named::full(&format!("{said}的{who}"))
        })
    }

    /// 举办培训4次,参加200人
    fn those_taking_part(&self, memory: &Memory) -> Option<Named> {
        let clause = self.cleaned;
        let takes_part = words::TAKING_PART.holds(clause)
            && (self.counts_persons() || !words::STATES.holds(clause));
        if !takes_part {
            return None;
        }
        let base = memory.counted.as_deref().map(|base| {
            words::TAKING_PART
                .strip_end(base)
                .filter(|rest| !rest.is_empty())
                .unwrap_or(base)
                .to_owned()
        });
        let base = base.or_else(|| self.clause_before_cleaned())?;
        Some(Named::filled(join(&base, clause)))
    }

    /// What was counted first, where the clause only says what was done to it or which part of it is meant: 化解186起, 工程类45份.
    fn of_the_head(&self, memory: &Memory) -> Option<Named> {
        if self.figure.kind == FigureKind::Money {
            return None;
        }
        let clause = self.cleaned;
        let verb = is_verb(clause);
        let head = memory.head.as_deref();
        if let Some(head) = head.filter(|_| !memory.stale || words::WORK.holds(clause)) {
            let share_of_it = self.is_part(memory) && clause.chars().count() <= 6;
            let one_of_list =
                self.unit == memory.unit && (clause.ends_with('类') || clause.ends_with("制定"));
            let fits = (verb || share_of_it || one_of_list) && !overlap(head, clause);
            return fits.then(|| Named::filled(join(clause, head)));
        }
        if !verb && !clause.ends_with("化解") {
            return None;
        }
        // 收到行政复议申请后依法审查,受理214件
        let object = object_of(self.clause_before).filter(|object| !overlap(object, clause))?;
        Some(Named::full(&join(clause, object)))
    }

    /// 审查文件14件、协议41份
    fn with_the_verb_of_its_list(&self, memory: &Memory) -> Option<Named> {
        let clause = self.cleaned;
        if clause.chars().count() > 4 || !self.raw_list() || is_verb(clause) {
            return None;
        }
        let verb = memory.verb.as_deref()?;
        Some(Named::filled(join(verb, clause)))
    }

    /// The clause as it stands, with who acts where it is short or general. What the principals did themselves is told apart from what the body did.
    fn with_who_acts(&self, memory: &Memory) -> Named {
        let clause = self.cleaned;
        let mut words = self.spoken(clause).unwrap_or_else(|| clause.to_owned());
        if let Some(verb) = self.verb_of_list(clause) {
            words = join(verb, &words);
        }
        let full = !self.is_part(memory);
        let size = words.chars().count();
        let short = size <= 4;
        let generic = short || words::GENERIC.holds(without_verbs(clause));
        let money = self.figure.kind == FigureKind::Money;
        let actor = (!money && (generic || size <= 8))
            .then(|| actor(self.sentence(), self.clause))
            .flatten()
            .filter(|actor| !overlap(actor, &words));
        let principal = actor.filter(|actor| words::PRINCIPALS.end_of(actor).is_some());
        if let Some(actor) = principal.filter(|_| size <= 8) {
            return Named {
                full,
                thing: clause.to_owned(),
                words: join(actor, &words),
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
            full,
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
