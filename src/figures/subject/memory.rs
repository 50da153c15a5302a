//! What was counted before in the same sentence, for figures whose own words say too little.

use super::super::clauses::{clean, is_verb, thing_of, without_verbs};
use super::super::words;
use super::Named;
use super::view::View;
use crate::report::FigureKind;

/// What was counted before in the same sentence.
#[derive(Default)]
pub(super) struct Memory<'a> {
    /// The subject of the figure before.
    pub(super) last: Option<String>,
    /// Its measure word.
    pub(super) last_unit: String,
    /// The same, shares and times left out.
    pub(super) counted: Option<String>,
    /// The thing itself, without the verb: 纠纷 of 排查纠纷.
    pub(super) head: Option<String>,
    /// The measure word of the last full subject.
    pub(super) unit: String,
    /// The first full subject of the sentence.
    pub(super) first: Option<String>,
    /// Figures so far.
    pub(super) count: usize,
    /// The verb of the last full subject: 审查 of 审查合同.
    pub(super) verb: Option<String>,
    /// The subjects of the sentence so far.
    pub(super) subjects: Vec<String>,
    /// What was done to those counted before.
    pub(super) action: Option<&'a str>,
    /// A semicolon parts what was counted before from here.
    pub(super) stale: bool,
    /// Behind 其中: what follows in the same measure word are parts of it.
    pub(super) parts: bool,
    /// The clause before the figure before, as far as it says something.
    pub(super) clause: Option<String>,
}

impl Memory<'_> {
    pub(super) fn note(&mut self, view: &View, named: &Named) {
        if named.words.is_empty() {
            return;
        }
        self.last = Some(named.words.clone());
        self.subjects.push(named.words.clone());
        view.unit.clone_into(&mut self.last_unit);
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
            self.unit = view.unit.to_owned();
            if self.first.is_none() {
                self.first = Some(named.words.clone());
            }
        }
        self.count += 1;
        self.parts = view.is_part(self);
        let clause = clean(view.clause);
        self.clause = (clause.chars().count() >= 2).then(|| clause.to_owned());
        self.counted = Some(named.words.clone());
    }
}

/// The words up to the thing itself: 审查 of 审查合同, 片区改造涉及 of 片区改造涉及居民.
fn verbs_of(words: &str) -> Option<&str> {
    let (at, _) = words::WORK.first_in(words)?;
    let thing = without_verbs(words.get(at..)?);
    let head = words.get(..words.len() - thing.len())?;
    (thing.chars().count() >= 2 && (2..=10).contains(&head.chars().count())).then_some(head)
}
