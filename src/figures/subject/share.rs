//! What a share or a change is of: 调解成功率97.6%, 持证率提高8.5个百分点, 占全乡行政村的27.3%.

use super::super::clauses::{clean, overlap, phrase_end, strip_closers};
use super::super::words;
use super::Named;
use super::memory::Memory;
use super::view::View;
use crate::report::FigureKind;

impl View<'_> {
    /// A share or a change of one.
    pub(super) fn share(&self, memory: &Memory) -> Named {
        let raw = self.clause.trim_start_matches(|c: char| "、,)".contains(c));
        let bare = strip_closers(raw);
        if let Some(whose) = share_of(raw, bare) {
            return self.part_of(clean(whose), memory);
        }
        self.change(bare, memory)
            .or_else(|| of_the_plan(raw, memory))
            .unwrap_or_else(|| self.rate(clean(raw), memory))
    }

    /// A rate, by its own words or by those of what it is a rate of.
    fn rate(&self, clause: &str, memory: &Memory) -> Named {
        let length = clause.chars().count();
        if length == 0 {
            return self.inherited(memory, "");
        }
        let Some(stem) = clause.strip_suffix('率').filter(|_| length <= 8) else {
            return Named::full(clause);
        };
        let whose = if length > 4 {
            // 办理热线工单420件,居民满意率95%
            memory.head.clone().filter(|head| {
                !memory.stale && head.chars().count() <= 10 && !overlap(head, clause)
            })
        } else {
            rate_of_the_counted(stem, memory)
                .or_else(|| self.rate_of_what_was_done(stem))
                .or_else(|| self.rate_of_the_last(memory))
        };
        match whose {
            Some(whose) => Named::filled(format!("{whose}{clause}")),
            None => Named::full(clause),
        }
    }

    /// What the clause before says was done: 参加学法考试,合格率99.6%; 抽查案卷,查率5%.
    fn rate_of_what_was_done(&self, stem: &str) -> Option<String> {
        if let Some((at, verb)) = words::TAKING_PART.last_in(self.clause_before)
            && let Some(tail) = self.clause_before.get(at + verb.len()..)
            && let Some(object) = tail.get(..phrase_end(tail))
            && (2..=10).contains(&object.chars().count())
        {
            return Some(object.to_owned());
        }
        if stem.chars().count() > 2 {
            return None;
        }
        let at = self.clause_before.rfind(stem)?;
        Some(clean(self.clause_before.get(..at).unwrap_or_default()).to_owned())
    }

    /// What was counted last, if that is short enough for a name.
    fn rate_of_the_last(&self, memory: &Memory) -> Option<String> {
        let before = || {
            let clause = clean(self.clause_before);
            let phrase = clause.get(..phrase_end(clause)).unwrap_or_default();
            (phrase.chars().count() >= 2).then(|| phrase.to_owned())
        };
        let counted = memory.counted.as_deref();
        let short = counted.filter(|last| last.chars().count() <= 8);
        let base = short.map(str::to_owned);
        base.or_else(|| memory.head.clone())
            .or_else(|| counted.map(str::to_owned))
            .or_else(before)
            .filter(|base| base.chars().count() <= 12)
    }

    pub(super) fn part_of(&self, whose: &str, memory: &Memory) -> Named {
        let base = if whose.chars().count() >= 2 {
            Some(whose.to_owned())
        } else {
            memory
                .last
                .as_deref()
                .map(str::to_owned)
                .or_else(|| self.clause_before_cleaned())
        };
        base.map(|base| Named::filled(format!("{base}占比")))
            .unwrap_or_default()
    }

    /// A count that says how much something changed against another time: 办理案件38件,同比增加12件; 是上年的1.5倍.
    pub(super) fn compared(&self, memory: &Memory) -> Option<Named> {
        let bare = self.closed;
        if self.figure.kind != FigureKind::Percent
            && ["是上年", "是去年", "为上年", "为去年"].contains(&bare)
        {
            let base = memory.last.as_deref()?;
            return Some(Named::filled(format!("{base}与上年之比")));
        }
        let word = words::CHANGES.end_of(bare)?;
        let whose = bare.strip_suffix(word)?;
        let compared = words::COMPARED.end_of(whose).is_some() || whose.starts_with(['比', '较']);
        compared.then(|| self.change(bare, memory)).flatten()
    }

    /// 持证率比上年提高8.5个百分点, 警情(比上年少21.9%
    pub(super) fn change(&self, clause: &str, memory: &Memory) -> Option<Named> {
        let word = words::CHANGES.end_of(clause)?;
        let mut whose = clause.strip_suffix(word)?;
        let mut compared = false;
        while let Some(rest) = words::COMPARED.strip_end(whose) {
            whose = rest;
            compared = true;
        }
        let whose = clean(whose);
        // 较2022年提高, 比法定时限少
        let whose = if whose.starts_with(['较', '比']) && whose.chars().count() <= 10 {
            compared = true;
            ""
        } else {
            whose
        };
        let short = word.chars().count() == 1;
        if short && !compared && !whose.is_empty() {
            return None;
        }
        let base = if whose.chars().count() >= 2 {
            whose.to_owned()
        } else {
            let before = self.clause_before_cleaned().filter(|_| short);
            before
                .or_else(|| memory.last.as_deref().map(str::to_owned))
                .or_else(|| self.clause_before_cleaned())?
        };
        Some(Named::filled(format!(
            "{base}{}",
            if short { "同比" } else { word }
        )))
    }
}

/// Whose share it is, where the clause says that it is one: 不足职工总数的5%, 占全乡行政村的27.3%, 女性占40%.
fn share_of<'c>(raw: &'c str, bare: &'c str) -> Option<&'c str> {
    let of_a_total = raw.strip_suffix('的').and_then(|inner| {
        let (at, _) = words::SHARES.first_in(inner)?;
        inner.get(..at)
    });
    of_a_total
        .or_else(|| bare.strip_suffix("占比"))
        .or_else(|| bare.strip_suffix('占'))
}

/// 实际完成600家次,为年度计划的120%
fn of_the_plan(raw: &str, memory: &Memory) -> Option<Named> {
    let inner = raw.strip_suffix('的')?;
    let planned = ["计划", "目标", "任务"];
    if !planned.iter().any(|word| inner.ends_with(word)) {
        return None;
    }
    let base = memory.head.as_deref()?;
    Some(Named::filled(format!("{base}计划完成率")))
}

/// 调解成功441件,成功率97.6%
fn rate_of_the_counted(stem: &str, memory: &Memory) -> Option<String> {
    let last = memory.counted.as_deref()?;
    let head = last.get(..last.find(stem)?);
    let head = head.map(|head| head.trim_end_matches(['被', '已', '均']));
    let head = head.filter(|head| head.chars().count() >= 2);
    let head = head.or(memory.head.as_deref());
    Some(head.unwrap_or_default().to_owned())
}
