//! What was counted before in the same sentence, for figures whose own words say too little.

use std::rc::Rc;

use super::super::clauses::{LONGEST, is_verb, thing_of, without_verbs};
use super::super::words;
use super::Named;
use super::view::View;
use crate::report::FigureKind;

/// What was counted before in the same sentence.
#[derive(Default)]
pub(super) struct Memory<'a> {
    /// The subject of the figure before.
    pub(super) last: Option<Rc<str>>,
    /// Its measure word.
    pub(super) last_unit: &'a str,
    /// The same, shares and times left out.
    pub(super) counted: Option<Rc<str>>,
    /// The thing itself, without the verb: 纠纷 of 排查纠纷.
    pub(super) head: Option<String>,
    /// The measure word of the last full subject.
    pub(super) unit: &'a str,
    /// The first full subject of the sentence.
    pub(super) first: Option<Rc<str>>,
    /// Figures so far.
    pub(super) count: usize,
    /// The verb of the last full subject: 审查 of 审查合同.
    pub(super) verb: Option<String>,
    /// The subjects of the sentence so far.
    pub(super) subjects: Vec<Rc<str>>,
    /// What was done to those counted before.
    pub(super) action: Option<&'a str>,
    /// A semicolon parts what was counted before from here.
    pub(super) stale: bool,
    /// Behind 其中: what follows in the same measure word are parts of it.
    pub(super) parts: bool,
    /// The clause before the figure before, as far as it says something.
    pub(super) clause: Option<&'a str>,
}

impl<'a> Memory<'a> {
    pub(super) fn note(&mut self, view: &View<'a>, named: &Named) {
        if named.words.is_empty() {
            return;
        }
        let words: Rc<str> = end_of(&named.words).into();
        self.last = Some(words.clone());
        self.subjects.push(words.clone());
        self.last_unit = view.unit;
        if matches!(
            view.figure.kind,
            FigureKind::Percent | FigureKind::Points | FigureKind::Duration
        ) {
            return;
        }
        if named.full && view.figure.kind != FigureKind::Money {
            let thing = if named.thing.is_empty() {
                &named.words
            } else {
                &named.thing
            };
            let head = thing_of(thing);
            if head.chars().count() >= 2 && !is_verb(head) {
                self.head = Some(head.to_owned());
            }
            self.stale = false;
            self.verb = verbs_of(&named.words).map(str::to_owned);
            self.unit = view.unit;
            self.first.get_or_insert_with(|| words.clone());
        }
        self.count += 1;
        self.parts = view.is_part(self);
        let clause = view.cleaned;
        self.clause = (clause.chars().count() >= 2).then_some(clause);
        self.counted = Some(words);
    }
}

/// The end of some words, as much as a cell holds: what is filled up with what came before must not grow without end.
fn end_of(words: &str) -> &str {
    let from = words.char_indices().rev().nth(LONGEST - 1);
    from.and_then(|(at, _)| words.get(at..)).unwrap_or(words)
}

/// The words up to the thing itself: 审查 of 审查合同, 片区改造涉及 of 片区改造涉及居民.
fn verbs_of(words: &str) -> Option<&str> {
    let (at, _) = words::WORK.first_in(words)?;
    let thing = without_verbs(words.get(at..)?);
    let head = words.get(..words.len() - thing.len())?;
    (thing.chars().count() >= 2 && (2..=10).contains(&head.chars().count())).then_some(head)
}
