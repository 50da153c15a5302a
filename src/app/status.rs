//! What is going on: the line at the foot, the message above the text, and the one region that is read out.

use leptos::prelude::*;

use super::dom::{hide_by_id, on, show, watch};
use super::draft;
use super::findings::{step, take_back};
use super::marks;
use super::panel::pick;
use super::state::Session;
use super::text as words;
use crate::export::words as say;
use crate::report::{Genre, Severity};

/// Starts all three.
pub fn start(session: Session) {
    foot(session);
    notice(session);
    announce(session);
}

/// The line at the foot of the page.
fn foot(session: Session) {
    watch(move || {
        let done = session.done.get();
        show("done-words", done.as_ref().map(|done| &*done.words));
        hide_by_id("done", done.is_none());
        hide_by_id("undo", done.is_none_or(|done| done.undo.is_none()));
    });
    on("undo", "click", move |_| {
        let done = session.done.get_untracked();
        if let Some(undo) = done.and_then(|done| done.undo) {
            take_back(session, &undo);
        }
    });
    watch(move || {
        let file = session.file.get();
        show("file-name", Some(&*file).filter(|file| !file.is_empty()));
    });
    watch(move || {
        session.report.with(|checked| {
            let report = checked.as_ref().map(|checked| &checked.report);
            let told = |id, words: Option<String>| show(id, words.as_deref());
            told(
                "chars",
                report.map(|it| words::chars(&say::grouped(it.chars))),
            );
            told("took", report.map(|it| words::took(it.stats.elapsed_us)));
            told("count", report.map(|it| words::figures(it.figures.len())));
            let unmarked = report.is_some_and(|it| it.figures.len() > marks::MOST);
            hide_by_id("unmarked-figures", !unmarked);
        });
    });
    watch(move || hide_by_id("unmarked", !session.huge.get()));
    watch(move || hide_by_id("checking", !session.checking.get()));
    on("cancel-check", "click", move |_| session.cancel());
    watch(move || {
        let busy = session.busy.get();
        show("busy-words", busy.as_ref().map(|busy| &*busy.words));
        hide_by_id("busy", busy.is_none());
    });
    on("cancel-busy", "click", move |_| session.give_up());
    watch(move || hide_by_id("steps", session.standing.read().is_empty()));
    for (id, forward) in [("step-back", false), ("step-on", true)] {
        on(id, "click", move |_| step(session, forward));
    }
}

/// The message above the text.
fn notice(session: Session) {
    watch(move || {
        let notice = session.notice.get();
        show("notice-title", notice.as_ref().map(|notice| &*notice.title));
        show("notice-body", notice.as_ref().map(|notice| &*notice.body));
        hide_by_id("notice", notice.is_none());
        // What was kept by an earlier user of the machine must be easy to be rid of.
        hide_by_id("notice-clear", notice != Some(words::restored()));
    });
    on("notice-clear", "click", move |_| draft::clear(session));
    on("notice-close", "click", move |_| session.notice.set(None));
}

/// The one region that is read out, and not at every keystroke.
fn announce(session: Session) {
    let result = pick(session, move |checked| {
        let report = &checked.report;
        if report.genre == Genre::Other {
            return Some(words::OTHER_GENRE.to_owned());
        }
        let headline = say::headline(report).map(|(words, _)| words);
        let count = |severity| session.count(checked, severity);
        Some(words::announcement(
            &headline.unwrap_or_default(),
            count(Severity::Error),
            count(Severity::Warning),
        ))
    });
    watch(move || {
        session.say(match (session.notice.get(), session.busy.get()) {
            (Some(notice), _) => format!("{}。{}", notice.title, notice.body),
            (None, Some(busy)) => busy.words,
            (None, None) => {
                let result = result.get().unwrap_or_default();
                match session.done.get_untracked() {
                    Some(done) => format!("{}。{result}", done.words),
                    None => result,
                }
            }
        });
    });
    watch(move || {
        let said = session.said.get();
        show("said", Some(&said));
    });
}
