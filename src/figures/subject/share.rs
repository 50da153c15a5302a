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
        // 不足职工总数的5%, 占全乡行政村的27.3%
        if let Some(inner) = raw.strip_suffix('的')
            && let Some((at, _)) = words::SHARES.first_in(inner)
        {
            let whose = clean(inner.get(..at).unwrap_or_default());
            return self.part_of(whose, memory);
        }
        let bare = strip_closers(raw);
        if let Some(whose) = bare
            .strip_suffix("占比")
            .or_else(|| bare.strip_suffix('占'))
        {
            return self.part_of(clean(whose), memory);
        }
        if let Some(named) = self.change(bare, memory) {
            return named;
        }
        // 实际完成600家次,为年度计划的120%
        if let Some(inner) = raw.strip_suffix('的')
            && ["计划", "目标", "任务"]
                .iter()
                .any(|word| inner.ends_with(word))
            && let Some(base) = memory.head.as_deref()
        {
            return Named::filled(format!("{base}计划完成率"));
        }
        let clause = clean(raw);
        let length = clause.chars().count();
        if length == 0 {
            return self.inherited(memory, "");
        }
        let Some(stem) = clause.strip_suffix('率').filter(|_| length <= 8) else {
            return Named::full(clause);
        };
        // 办理热线工单420件,居民满意率95%
        if length > 4 {
            let whose = memory.head.as_deref().filter(|head| {
                !memory.stale && head.chars().count() <= 10 && !overlap(head, clause)
            });
            return match whose {
                Some(whose) => Named::filled(format!("{whose}{clause}")),
                None => Named::full(clause),
            };
        }
        // 调解成功441件,成功率97.6%
        if let Some(last) = &memory.counted
            && let Some(at) = last.find(stem)
        {
            let head = last
                .get(..at)
                .map(|head| head.trim_end_matches(['被', '已', '均']));
            let head = head.filter(|head| head.chars().count() >= 2);
            let head = head.or(memory.head.as_deref()).unwrap_or_default();
            return Named::filled(format!("{head}{clause}"));
        }
        // 参加学法考试,合格率99.6%
        if let Some((at, verb)) = words::TAKING_PART.last_in(self.clause_before)
            && let Some(tail) = self.clause_before.get(at + verb.len()..)
            && let Some(object) = tail.get(..phrase_end(tail))
            && (2..=10).contains(&object.chars().count())
        {
            return Named::filled(format!("{object}{clause}"));
        }
        if let Some(at) = self.clause_before.rfind(stem).filter(|_| length <= 3) {
            let head = clean(self.clause_before.get(..at).unwrap_or_default());
            return Named::filled(format!("{head}{clause}"));
        }
        let before = || {
            let clause = clean(self.clause_before);
            let phrase = clause.get(..phrase_end(clause)).unwrap_or_default();
            (phrase.chars().count() >= 2).then(|| phrase.to_owned())
        };
        let whole = memory
            .counted
            .as_deref()
            .map(str::to_owned)
            .filter(|last| last.chars().count() <= 8);
        let base = whole
            .or_else(|| memory.head.clone())
            .or_else(|| memory.counted.as_deref().map(str::to_owned))
            .or_else(before);
        match base {
            Some(base) if base.chars().count() <= 12 => Named::filled(format!("{base}{clause}")),
            _ => Named::full(clause),
        }
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
