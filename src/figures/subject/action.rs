//! What was done to those counted, kept apart from them: 审核 of 审核重大合同199份, 召开 of 召开2次会议.

use super::super::clauses::{acting_body, strip_openers};
use super::super::words;
use super::view::View;
use crate::report::FigureKind;

impl<'a> View<'a> {
    /// The action: the verbs that open the clause; where the thing stands behind the figure, those right before it. Nothing is done to
    /// a share or a time.
    pub(super) fn action(&self, thing_behind: bool) -> Option<&'a str> {
        if !matches!(
            self.figure.kind,
            FigureKind::Count | FigureKind::Money | FigureKind::Measure
        ) {
            return None;
        }
        let clause = self.closed.trim_end_matches('了');
        if thing_behind {
            verbs_before(clause)
        } else {
            verbs_at(strip_leaders(clause))
        }
    }
}

/// The clause without its time, its adverbs and the body that acts; verbs stay.
fn strip_leaders(clause: &str) -> &str {
    let mut rest = clause;
    loop {
        if verbs_at(rest).is_some() {
            return rest;
        }
        let opened = strip_openers(rest);
        let next = if opened.is_empty() { rest } else { opened };
        let next = words::ADVERBS.strip_start(next).unwrap_or(next);
        if next.len() == rest.len() {
            break;
        }
        rest = next;
    }
    // 镇党委会审议: the body first, then what it does.
    match acting_body(rest) {
        Some(end) if rest.get(end..).and_then(verbs_at).is_some() => {
            rest.get(end..).unwrap_or_default()
        }
        _ => rest,
    }
}

/// The verb of action at the start of a text, with one that leads it: 牵头办理.
fn verbs_at(text: &str) -> Option<&str> {
    let lead = words::LEADING.start_of(text).map_or(0, str::len);
    let verb = words::ACTIONS.start_of(text.get(lead..)?)?;
    text.get(..lead + verb.len())
}

/// The verb of action at the end of a text, with one that leads it: 组织开展.
fn verbs_before(text: &str) -> Option<&str> {
    let verb = text.len() - words::ACTIONS.end_of(text)?.len();
    let lead = text
        .get(..verb)
        .and_then(|head| words::LEADING.end_of(head));
    text.get(verb - lead.map_or(0, str::len)..)
}

/// The subject without the action that opens it, where the thing alone says enough.
pub(super) fn without_action<'s>(subject: &'s str, action: Option<&str>) -> &'s str {
    let Some(thing) = action.and_then(|action| subject.strip_prefix(action)) else {
        return subject;
    };
    let thing = thing.trim_start_matches('了');
    let says = thing.chars().count() >= 3
        && !thing.starts_with('的')
        && words::STATES.start_of(thing).is_none();
    let outcome = action.is_some_and(|action| words::OUTCOMES.holds(action));
    if says && !outcome { thing } else { subject }
}
