//! What the reader does with the findings.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use super::list::{IGNORED, STEP, seen, sure};
use super::view::FILTERS;
use super::{rows, target};
use crate::app::dom::child;
use crate::app::editor;
use crate::app::ignored;
use crate::app::panel::{go, reveal};
use crate::app::state::{Session, Tab, Target, Undo};
use crate::app::text as words;
use crate::app::texts;
use crate::listing::findings::{by_rule, shown_at};
use crate::report::{Finding, Utf16Report};
use crate::rules;
use crate::text::Utf16Span;

/// The element that does something, where an event came from one.
pub fn doer(event: &Event) -> Option<Element> {
    target(event)?.closest("[data-do]").ok()?
}

/// Does what a button or the like is for.
pub fn act(session: Session, button: &Element) {
    let of = |name: &str| button.get_attribute(name).unwrap_or_default();
    let at: usize = of("data-at").parse().unwrap_or_default();
    let what = of("data-what");
    let key = rows::of(button)
        .map(|row| rows::key(&row))
        .unwrap_or_default();
    match &*of("data-do") {
        "filter" => session.listed.write().only = FILTERS.get(at).copied().flatten(),
        "unfold" => {
            let unfolded = &mut session.listed.write().unfolded;
            if unfolded.remove(&what).is_none() {
                unfolded.insert(what, STEP);
            }
        }
        "more" => unfold(session, key.trim_end_matches('+'), STEP),
        "go" => look(session, &key, shown_at),
        "see" => look(session, &key, |_, finding| {
            Some(finding.related.get(at)?.span)
        }),
        "apply" => apply(session, &key, None),
        "all" => apply_sure(session, None, |_| true),
        "ignore" => ignore(session, &key),
        "restore" => restore(session, &key),
        "restore-all" => restore_all(session),
        "rule" => {
            let summary = button.clone();
            texts::then(session, move || explain(&summary));
        }
        "about" => session
            .rule_shown
            .set(rules::find(&what).map(|rule| rule.slug)),
        _ => {}
    }
}

/// Does what a button of a row is for, the focus staying in the list. Whether it has such a button.
pub fn press(session: Session, row: &Element, what: &str) -> bool {
    let selector = format!("[data-do={what}]");
    let has = row
        .query_selector(&selector)
        .is_ok_and(|button| button.is_some());
    match what {
        "apply" if has => apply(session, &rows::key(row), Some(row)),
        "ignore" if has => ignore(session, &rows::key(row)),
        _ => {}
    }
    has
}

fn find<T>(
    session: Session,
    key: &str,
    take: impl FnOnce(usize, &Finding<Utf16Span>) -> Option<T>,
) -> Option<T> {
    let checked = session.report.get_untracked()?;
    let mut findings = checked.report.findings.iter().enumerate();
    let (index, finding) = findings.find(|(_, finding)| finding.key == key)?;
    take(index, finding)
}

fn look(
    session: Session,
    key: &str,
    place: impl FnOnce(&Utf16Report, &Finding<Utf16Span>) -> Option<Utf16Span>,
) {
    let Some(index) = find(session, key, |index, _| Some(index)) else {
        return;
    };
    go(session, Some(Target::Finding(index)), |report| {
        place(report, report.findings.get(index)?)
    });
}

/// Puts the change that a finding proposes into the text, or the sure ones of a folded rule. The focus goes to the text, or `back`.
fn apply(session: Session, key: &str, back: Option<&Element>) {
    let back = back.map(|row| row.clone().unchecked_into());
    let edits = find(session, key, |_, finding| {
        Some(finding.fix.as_ref()?.edits.clone())
    });
    match edits {
        Some(edits) => editor::apply(session, vec![edits], back),
        None => apply_sure(session, back, |finding| finding.rule == key),
    }
}

fn apply_sure(
    session: Session,
    back: Option<HtmlElement>,
    which: impl Fn(&Finding<Utf16Span>) -> bool,
) {
    let Some(checked) = session.report.get_untracked() else {
        return;
    };
    let report = &checked.report;
    let mut findings = seen(session, report);
    findings.retain(|&index| report.findings.get(index).is_some_and(&which));
    editor::apply(session, sure(report, &findings).0, back);
}

fn ignore(session: Session, key: &str) {
    let mut ignored = session.ignored.get_untracked();
    ignored.add(key);
    ignored::keep(session, ignored);
    session.tell(
        words::IGNORED_ONE.to_owned(),
        Some(Undo::Ignoring(key.to_owned())),
    );
}

fn restore(session: Session, key: &str) {
    let mut ignored = session.ignored.get_untracked();
    ignored.remove(key);
    ignored::keep(session, ignored);
    session.tell(words::RESTORED.to_owned(), None);
}

/// Takes back the last ignoring that concerns this text, and leads to the finding. Whether there was one.
pub fn restore_last(session: Session) -> bool {
    let Some(checked) = session.report.get_untracked() else {
        return false;
    };
    let findings = &checked.report.findings;
    let last = session.ignored.read_untracked().last(findings);
    if let Some(key) = last {
        bring_back(session, key);
    }
    last.is_some()
}

fn bring_back(session: Session, key: &str) {
    restore(session, key);
    show(session, key, rows::focus);
}

fn restore_all(session: Session) {
    let Some(checked) = session.report.get_untracked() else {
        return;
    };
    let mut ignored = session.ignored.get_untracked();
    for finding in &checked.report.findings {
        ignored.remove(&finding.key);
    }
    ignored::keep(session, ignored);
    session.listed.write().unfolded.remove(IGNORED);
    session.tell(words::RESTORED_ALL.to_owned(), None);
}

/// Takes back what was done last.
pub fn take_back(session: Session, undo: &Undo) {
    session.done.set(None);
    match undo {
        Undo::Ignoring(key) => bring_back(session, key),
        Undo::Typing => editor::undo(session),
        Undo::Text(text) => editor::put_back(session, text),
    }
}

/// Takes back the last change of the text, the focus staying in the list.
pub fn undo(session: Session, row: Option<Element>) -> bool {
    editor::undo(session);
    if let Some(row) = row {
        rows::focus(&row);
    }
    true
}

/// Shows so many more rows of what is unfolded.
fn unfold(session: Session, what: &str, more: usize) {
    if more > 0 {
        let unfolded = &mut session.listed.write().unfolded;
        let limit = unfolded.get(what).copied().unwrap_or_default();
        unfolded.insert(what.to_owned(), limit + more);
    }
}

/// Puts the explanation of a rule under its name, once it is asked for.
fn explain(summary: &Element) {
    let Some(body) = summary.parent_element() else {
        return;
    };
    let slug = summary.get_attribute("data-what").unwrap_or_default();
    if let Some(rule) = rules::find(&slug).filter(|_| body.child_element_count() == 1) {
        texts::each(|other, texts| {
            if other == rule {
                texts::tell(&body, &texts);
            }
        });
        let about = child(&body, "p", &[]);
        let about = rows::button(&about, "link", "about", words::ABOUT_RULE);
        crate::app::dom::set(&about, "data-what", rule.slug);
    }
}

/// Brings the row of a finding in sight: its rule is unfolded as far as needed.
fn show(session: Session, key: &str, then: fn(&Element)) {
    let Some(checked) = session.report.get_untracked() else {
        return;
    };
    let report = &checked.report;
    for group in by_rule(report, &seen(session, report)) {
        let of = |&index: &usize| report.findings.get(index).is_some_and(|f| f.key == key);
        if let Some(at) = group.findings.iter().position(of) {
            let slug = group.rule.slug;
            let limit = session.listed.read_untracked().unfolded.get(slug).copied();
            let needed = (at / STEP + 1) * STEP;
            if let Some(more) = needed.checked_sub(limit.unwrap_or_default()) {
                unfold(session, slug, more);
            }
        }
    }
    let key = key.to_owned();
    request_animation_frame(move || {
        if let Some(row) = rows::with_key(&key) {
            then(&row);
            reveal(&row);
        }
    });
}

/// Leads to the next finding, or the one before, counted from the caret: the one that it stands in is the next, unless it was led there.
pub fn step(session: Session, forward: bool) {
    let Some(checked) = session.report.get_untracked() else {
        return;
    };
    let report = &checked.report;
    let mut places: Vec<(Utf16Span, usize)> = Vec::new();
    for index in seen(session, report) {
        let finding = report.findings.get(index);
        let place = finding.and_then(|finding| session.now(shown_at(report, finding)?));
        if let Some(span) = place {
            // They stand in the order of the text but for what is absent.
            let at = places.partition_point(|(other, _)| other.start <= span.start);
            places.insert(at, (span, index));
        }
    }
    let Some(last) = places.len().checked_sub(1) else {
        session.tell(words::NOWHERE.to_owned(), None);
        return;
    };
    editor::note_selection(session);
    let caret = session.selection.get_untracked();
    let picked = session
        .picked
        .get_untracked()
        .and_then(|picked| picked.target);
    let here = places
        .iter()
        .position(|&(_, index)| picked == Some(Target::Finding(index)));
    let to = match (here, forward) {
        (Some(at), true) => at.checked_add(1).filter(|&to| to <= last),
        (Some(at), false) => at.checked_sub(1),
        (None, true) => places
            .iter()
            .position(|(span, _)| span.end > caret.start || span.start == caret.start),
        (None, false) => places
            .iter()
            .rposition(|(span, _)| span.start <= caret.start),
    };
    let wrapped = match (to, forward) {
        (Some(_), _) => "",
        (None, true) => words::FIRST_AGAIN,
        (None, false) => words::LAST_AGAIN,
    };
    let to = to.unwrap_or(if forward { 0 } else { last });
    let Some(&(_, index)) = places.get(to) else {
        return;
    };
    let Some(finding) = report.findings.get(index) else {
        return;
    };
    session.tab.set(Tab::Findings);
    show(session, &finding.key, |_| ());
    look(session, &finding.key, shown_at);
    session.done.set(None);
    if !wrapped.is_empty() {
        session.tell(wrapped.to_owned(), None);
    }
    session.say(words::stepped(wrapped, finding.severity, &finding.message));
}
