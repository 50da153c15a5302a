//! What is going on: the line at the foot, the message above the text, and the one region that is read out.

use leptos::prelude::*;

use super::draft;
use super::findings::{step, take_back};
use super::guide;
use super::marks;
use super::panel::pick;
use super::state::use_session;
use super::text as words;
use crate::export::words as say;
use crate::report::{Genre, Severity};

/// The line at the foot of the page.
#[component]
pub fn StatusLine() -> impl IntoView {
    let session = use_session();
    let facts = pick(session, |checked| {
        let chars = words::chars(&say::grouped(checked.report.chars));
        Some((chars, words::took(checked.report.stats.elapsed_us)))
    });
    let figures = pick(session, |checked| {
        Some(words::figures(checked.report.figures.len()))
    });
    let unmarked = pick(session, |checked| {
        (checked.report.figures.len() > marks::MOST).then_some(())
    });
    let file = move || Some(session.file.get()).filter(|file| !file.is_empty());
    view! {
        <footer class="status">
            {move || session.done.get().map(|done| {
                let undo = done.undo.map(|undo| view! {
                    <button type="button" class="link" on:click=move |_| take_back(session, &undo)>{words::UNDO}</button>
                });
                view! { <span class="done">{done.words} {undo}</span> }
            })}
            {move || file().map(|file| view! { <span class="file">{file}</span> })}
            {move || facts.get().map(|(chars, took)| view! { <span>{chars}</span><span>{took}</span> })}
            {move || figures.get().map(|figures| view! { <span>{figures}</span> })}
            {move || unmarked.get().map(|()| view! { <span>{words::UNMARKED_FIGURES}</span> })}
            <Show when=move || session.huge.get()>
                <span>{words::UNMARKED}</span>
            </Show>
            <Show when=move || session.checking.get()>
                <span class="busy">
                    {words::CHECKING}
                    <button type="button" class="link" on:click=move |_| session.cancel()>{words::CANCEL}</button>
                </span>
            </Show>
            <Show when=move || session.writing.with(Option::is_some)>
                <span class="busy">
                    {words::WRITING}
                    <button type="button" class="link" on:click=move |_| session.writing.set(None)>{words::CANCEL}</button>
                </span>
            </Show>
            <button type="button" class="link" on:click=move |_| guide::open(session, None)>{words::GUIDE}</button>
            <span id=draft::SWITCH class="draft"></span>
            <span class="private">
                {words::PRIVATE}
                // See verify.js.
                <button type="button" class="link" id="verify-open" aria-haspopup="dialog">{words::VERIFY}</button>
            </span>
            <span class="steps" role="group" aria-label=words::STEPS_LABEL hidden=move || session.standing.read().is_empty()>
                <button type="button" class="link" aria-keyshortcuts="Shift+F8" on:click=move |_| step(session, false)>{words::BEFORE}</button>
                <button type="button" class="link" aria-keyshortcuts="F8" on:click=move |_| step(session, true)>{words::NEXT}</button>
            </span>
        </footer>
    }
}

/// The message above the text.
#[component]
pub fn NoticeBar() -> impl IntoView {
    let session = use_session();
    move || {
        session.notice.get().map(|notice| {
            // What was kept by an earlier user of the machine must be easy to be rid of.
            let clear = (notice == words::restored()).then(|| {
                view! {
                    <button type="button" class="btn" on:click=move |_| draft::clear(session)>
                        {words::DRAFT_CLEAR}
                    </button>
                }
            });
            view! {
                <div class="notice">
                    <p><strong>{notice.title}</strong><span>{notice.body}</span></p>
                    {clear}
                    <button type="button" class="btn" on:click=move |_| session.notice.set(None)>
                        {words::CLOSE}
                    </button>
                </div>
            }
        })
    }
}

/// The one region that is read out, and not at every keystroke.
#[component]
pub fn Announcer() -> impl IntoView {
    let session = use_session();
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
    Effect::new(move || {
        session.say(match session.notice.get() {
            Some(notice) => format!("{}。{}", notice.title, notice.body),
            None if session.writing.with(Option::is_some) => words::WRITING.to_owned(),
            None => {
                let result = result.get().unwrap_or_default();
                match session.done.get_untracked() {
                    Some(done) => format!("{}。{result}", done.words),
                    None => result,
                }
            }
        });
    });
    view! { <div class="vh" role="status">{session.said}</div> }
}
