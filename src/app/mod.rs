//! The page. `state` is the session that all share; `engine` checks and `office` writes office files, each in a `worker`; `texts` has what is told of the rules; `editor` and
//! `marks` are the text; the rest are views of the report.
//!
//! Views take the session and give DOM; none computes. All words stand in `text`.

mod checklist;
mod clipboard;
mod dom;
mod draft;
mod editor;
mod engine;
mod export;
mod figures;
mod files;
mod findings;
mod guide;
mod icon;
mod ignored;
mod marks;
mod office;
mod panel;
mod print;
mod sections;
mod settings;
mod state;
mod status;
mod storage;
mod text;
mod texts;
mod worker;

use leptos::prelude::*;

use editor::Editor;
use export::ExportMenu;
use files::{DropZone, FileButtons};
use panel::Panel;
use settings::SettingsBar;
use state::{Session, View, use_session};
use status::{Announcer, NoticeBar, StatusLine};
use text as words;

/// Puts the page in the place of the words shown while it loads.
pub fn mount() {
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
    mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    provide_context(Session::new());
    let session = use_session();
    guide::start(session);
    print::start(session);
    draft::start(session);
    findings::listen(session);
    view! {
        <header class="bar">
            <h1>
                <span class="logo" aria-hidden="true">{words::LOGO}</span>
                <span class="name">{words::NAME}</span>
            </h1>
            <SettingsBar/>
            <div class="acts">
                <FileButtons/>
                <ExportMenu/>
            </div>
        </header>
        <NoticeBar/>
        <ViewSwitch/>
        <main class="halves" data-view=move || view_name(session.view.get())>
            <section class="sheet" node_ref=session.sheet aria-label=words::TEXT_LABEL>
                <Intro/>
                <Editor/>
            </section>
            <Panel/>
        </main>
        <StatusLine/>
        <Announcer/>
        <DropZone/>
    }
}

fn view_name(view: View) -> &'static str {
    match view {
        View::Text => "text",
        View::Panel => "panel",
    }
}

/// On a narrow screen: which of the halves is shown.
#[component]
fn ViewSwitch() -> impl IntoView {
    let session = use_session();
    let button = move |view: View| {
        view! {
            <button
                type="button"
                aria-pressed=move || (session.view.get() == view).to_string()
                on:click=move |_| session.view.set(view)
            >
                {words::view(view)}
            </button>
        }
    };
    view! {
        <nav class="views" aria-label=words::VIEWS_LABEL>
            {button(View::Text)} {button(View::Panel)}
        </nav>
    }
}

/// What the page is for and the three ways in, as long as there is no text.
#[component]
fn Intro() -> impl IntoView {
    let session = use_session();
    view! {
        <Show when=move || session.empty.get()>
            <div class="intro">
                <p class="lead">{words::INTRO}</p>
                <ol>
                    <li>{words::INTRO_PASTE}</li>
                    <li>
                        <button type="button" class="link" on:click=move |_| files::choose()>
                            {words::INTRO_FILE}
                        </button>
                        <span>{words::INTRO_FILE_AFTER}</span>
                    </li>
                    <li>
                        <button type="button" class="link" on:click=move |_| files::sample(session)>
                            {words::INTRO_SAMPLE}
                        </button>
                        <span>{words::INTRO_SAMPLE_AFTER}</span>
                    </li>
                </ol>
                <p class="private">{words::INTRO_PRIVACY}</p>
            </div>
        </Show>
    }
}
