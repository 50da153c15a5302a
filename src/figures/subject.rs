//! What a figure counts, from the words around it: the noun phrase behind it (22个居民区), or the clause before it (审核合同199份),
//! filled up from what was counted before where the clause says too little (化解186起).

mod action;
mod before;
mod behind;
mod distributed;
mod memory;
mod share;
mod view;

use std::collections::VecDeque;

use super::clauses::tidy;
use super::extract::Found;
use super::words;
use crate::report::FigureKind;
use action::without_action;
use memory::Memory;
use view::View;

/// What a figure counts, and what was done to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// 重大合同
    pub subject: Option<String>,
    /// 审核
    pub action: Option<String>,
}

/// What each figure of a block counts.
#[must_use]
pub fn of(text: &str, found: &[Found]) -> Vec<Counted> {
    let mut memory = Memory::default();
    let mut from = 0;
    let mut counted = Vec::with_capacity(found.len());
    // What a 分别 deals out to the figures that follow.
    let mut dealt: VecDeque<String> = VecDeque::new();
    for (index, figure) in found.iter().enumerate() {
        let next = found.get(index + 1).map_or(text.len(), |next| next.head);
        let view = View::new(text, figure, from, next);
        if view.new_sentence {
            memory = Memory::default();
        } else if view.new_topic {
            memory.stale = true;
        }
        if dealt.is_empty() && view.clause.contains("分别") {
            let run = distributed::run_length(text, found, index);
            dealt = distributed::subjects(&view, run, &memory.subjects)
                .unwrap_or_default()
                .into();
        }
        let named = match dealt.pop_front() {
            Some(words) => Named::filled(words),
            None => view.name(&memory),
        };
        from = figure.tail + named.used;
        // 审查文件14件、协议41份; 办理民事案件10件,行政案件25件
        let shared = memory
            .action
            .filter(|_| view.raw_list() || (view.goes_on && view.unit == memory.last_unit));
        memory.action = view.action(named.used > 0).or(shared);
        memory.note(&view, &named);
        let subject = without_action(
            &named.words,
            memory.action.filter(|_| !view.counts_events()),
        );
        counted.push(Counted {
            subject: tidy(subject),
            action: memory.action.map(str::to_owned),
        });
    }
    counted
}

/// A subject, as put together.
#[derive(Default)]
struct Named {
    words: String,
    /// The thing itself, where the words say more: 居民区 of 开展检查的居民区.
    thing: String,
    /// It names the thing itself and was not filled up from what came before.
    full: bool,
    /// Bytes behind the figure that went into it.
    used: usize,
}

impl Named {
    fn full(words: &str) -> Self {
        Self {
            words: words.to_owned(),
            full: true,
            ..Self::default()
        }
    }
    fn filled(words: String) -> Self {
        Self {
            words,
            ..Self::default()
        }
    }
}

impl View<'_> {
    /// The subject.
    fn name(&self, memory: &Memory) -> Named {
        match self.figure.kind {
            FigureKind::Percent | FigureKind::Points => self.share(memory),
            FigureKind::Money | FigureKind::Duration => {
                let mut named = self.by_the_clause(memory);
                if self.figure.kind == FigureKind::Money {
                    if named.words.ends_with('罚') {
                        named.words.push('款');
                    } else if named.words.chars().count() == 2
                        && words::OF_MONEY.holds(&named.words)
                    {
                        named.words.push_str("金额");
                    }
                }
                named
            }
            FigureKind::Count | FigureKind::Measure => {
                if let Some(named) = self.award() {
                    return named;
                }
                if words::REST.holds(self.cleaned) {
                    return self.by_the_clause(memory);
                }
                self.by_what_follows(memory)
                    .unwrap_or_else(|| self.by_the_clause(memory))
            }
        }
    }
}

#[cfg(test)]
mod tests;
