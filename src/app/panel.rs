//! The right half: the summary, the four tabs, and what the lists in them share.

use leptos::prelude::*;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::checklist::Checklist;
use super::dom::{focus, watch};
use super::editor::jump;
use super::figures::Figures;
use super::findings::Findings;
use super::icon::tone_class;
use super::sections::Sections;
use super::state::{Checked, Session, Tab, Target, use_session};
use super::text as words;
use crate::export::words as say;
use crate::report::{Genre, Severity, Utf16Report};
use crate::text::Utf16Span;

/// The panel, once there is a report.
#[component]
pub fn Panel() -> impl IntoView {
    let session = use_session();
    view! {
        <Show when=move || session.report.with(Option::is_some)>
            <Summary/>
            <Tabs/>
        </Show>
    }
}

#[component]
fn Summary() -> impl IntoView {
    let session = use_session();
    let headline = pick(session, |checked| match checked.report.genre {
        Genre::Other => Some((words::OTHER_GENRE.to_owned(), say::Tone::Quiet)),
        Genre::AnnualReport => say::headline(&checked.report),
    });
    let count = move |severity: Severity| {
        let count = pick(session, move |checked| {
            let count = session.count(checked, severity);
            (count > 0).then_some(count)
        });
        move || {
            count.get().map(|count| {
                view! { <span><b>{count}</b>" "{words::severity_unit(severity)}</span> }
            })
        }
    };
    view! {
        <div class="summary">
            {move || {
                headline
                    .get()
                    .map(|(text, tone)| view! { <h2 class=tone_class(tone)>{text}</h2> })
            }}
            <p>{count(Severity::Error)} {count(Severity::Warning)} {count(Severity::Notice)}</p>
        </div>
    }
}

/// How a tab is called in the markup.
fn slug(tab: Tab) -> &'static str {
    match tab {
        Tab::Checklist => "checklist",
        Tab::Sections => "sections",
        Tab::Figures => "figures",
        Tab::Findings => "findings",
    }
}

#[component]
fn Tabs() -> impl IntoView {
    let session = use_session();
    let button = move |tab: Tab| {
        let chosen = move || session.tab.get() == tab;
        let count = pick(session, move |checked| {
            let report = &checked.report;
            match tab {
                Tab::Checklist => None,
                Tab::Sections => Some(report.sections.len()),
                Tab::Figures => Some(report.figures.len()),
                Tab::Findings => Some(session.standing.read().len()),
            }
        });
        view! {
            <button
                type="button"
                role="tab"
                id=format!("tab-{}", slug(tab))
                aria-controls=format!("panel-{}", slug(tab))
                aria-selected=move || chosen().to_string()
                tabindex=move || if chosen() { "0" } else { "-1" }
                on:click=move |_| session.tab.set(tab)
            >
                {words::tab(tab)}
                {move || count.get().map(|count| view! { " "<small>{say::grouped(count)}</small> })}
            </button>
        }
    };
    let body = move |tab: Tab| {
        // A tab is built when it is first opened, and kept.
        let opened = Memo::new(move |before: Option<&bool>| {
            before.copied().unwrap_or_default() || session.tab.get() == tab
        });
        let content = move || {
            opened.get().then(|| match tab {
                Tab::Checklist => view! { <Checklist/> }.into_any(),
                Tab::Sections => view! { <Sections/> }.into_any(),
                Tab::Figures => view! { <Figures/> }.into_any(),
                Tab::Findings => view! { <Findings/> }.into_any(),
            })
        };
        view! {
            <div
                role="tabpanel"
                class="list"
                id=format!("panel-{}", slug(tab))
                aria-labelledby=format!("tab-{}", slug(tab))
                tabindex="0"
                hidden=move || session.tab.get() != tab
            >
                {content}
            </div>
        }
    };
    view! {
        <div
            class="tabs"
            role="tablist"
            aria-label=words::TABS_LABEL
            on:keydown=move |event| switch(session, &event)
        >
            {Tab::ALL.map(button).collect_view()}
        </div>
        {Tab::ALL.map(body).collect_view()}
    }
}

/// Arrow keys, Home and End move between tabs.
fn switch(session: Session, event: &leptos::ev::KeyboardEvent) {
    let at = Tab::ALL
        .iter()
        .position(|&tab| tab == session.tab.get_untracked())
        .unwrap_or_default();
    let last = Tab::ALL.len() - 1;
    let to = match event.key().as_str() {
        "ArrowRight" => (at + 1) % Tab::ALL.len(),
        "ArrowLeft" => at.checked_sub(1).unwrap_or(last),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    let Some(&tab) = Tab::ALL.get(to) else {
        return;
    };
    event.prevent_default();
    session.tab.set(tab);
    focus(&format!("tab-{}", slug(tab)));
}

/// Something of the report that only changes when it changes: a row built on it stays as it is while the rest is checked anew.
pub fn pick<T: PartialEq + Send + Sync + 'static>(
    session: Session,
    pick: impl Fn(&Checked) -> Option<T> + Send + Sync + 'static,
) -> Memo<Option<T>> {
    memo(session, Box::new(pick))
}

type Pick<T> = Box<dyn Fn(&Checked) -> Option<T> + Send + Sync>;

/// One kind of memo for all that pick something of a type: each of its own would be a good kilobyte more.
fn memo<T: PartialEq + Send + Sync + 'static>(session: Session, pick: Pick<T>) -> Memo<Option<T>> {
    Memo::new(move |_| {
        session
            .report
            .with(|checked| checked.as_ref().and_then(|checked| pick(checked)))
    })
}

/// How many rows a list has.
pub fn count(session: Session, len: fn(&Utf16Report) -> usize) -> Memo<usize> {
    Memo::new(move |_| {
        session
            .report
            .with(|checked| checked.as_ref().map_or(0, |checked| len(&checked.report)))
    })
}

/// Jumps to a span of the report as it is now.
pub fn go(
    session: Session,
    target: Option<Target>,
    span: impl FnOnce(&Utf16Report) -> Option<Utf16Span>,
) {
    let span = session
        .report
        .with_untracked(|checked| checked.as_ref().and_then(|checked| span(&checked.report)));
    if let Some(span) = span {
        jump(session, target, span);
    }
}

/// The card that is lit: the one jumped from, or else the innermost one that the caret stands in.
pub fn lit(
    session: Session,
    of: fn(usize) -> Target,
    spans: impl Fn(&Utf16Report) -> Vec<(usize, Utf16Span)> + Send + Sync + 'static,
) -> Memo<Option<usize>> {
    lit_in(session, of, Box::new(spans))
}

type Spans = Box<dyn Fn(&Utf16Report) -> Vec<(usize, Utf16Span)> + Send + Sync>;

fn lit_in(session: Session, of: fn(usize) -> Target, spans: Spans) -> Memo<Option<usize>> {
    let lit = Memo::new(move |_| {
        let selection = session.selection.get();
        let picked = session.picked.get().and_then(|picked| picked.target);
        session.report.with(|checked| {
            let spans = spans(&checked.as_ref()?.report);
            let chosen = spans.iter().find(|&&(index, _)| picked == Some(of(index)));
            if let Some(&(index, _)) = chosen {
                return Some(index);
            }
            spans
                .into_iter()
                .filter_map(|(index, span)| Some((index, session.now(span)?)))
                .filter(|(_, span)| span.start <= selection.start && selection.end <= span.end)
                .min_by_key(|(_, span)| span.end - span.start)
                .map(|(index, _)| index)
        })
    });
    // Its card comes into view, without taking the focus. While words are typed the lists stay where they are.
    watch(move || {
        if lit.get().is_some() && session.typed.get_value().is_none() {
            request_animation_frame(|| {
                let card = document().query_selector(".list:not([hidden]) .lit");
                if let Ok(Some(card)) = card {
                    reveal(&card);
                }
            });
        }
    });
    lit
}

/// Scrolls no further than needed to bring an element into view.
pub fn reveal(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
