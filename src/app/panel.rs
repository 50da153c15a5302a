//! The right half: the summary, the four tabs, and what the lists in them share.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::dom::{Rows, by_id, child, focus, hear, hide, say, say_whether, set, watch};
use super::icon::tone_class;
use super::state::{Checked, Session, Tab, Target};
use super::text as words;
use super::{checklist, figures, findings, sections};
use crate::export::words as form;
use crate::report::{Genre, Severity, Utf16Report};
use crate::text::Utf16Span;

/// Puts the panel up; it is seen once there is a report.
pub fn start(session: Session) {
    let Some(panel) = by_id("panel") else {
        return;
    };
    summary(session, &panel);
    let tabs = [
        ("class", "tabs"),
        ("role", "tablist"),
        ("aria-label", words::TABS_LABEL),
    ];
    let tabs = child(&panel, "div", &tabs);
    hear(&tabs, "keydown", move |event| {
        if let Some(event) = event.dyn_ref() {
            switch(session, event);
        }
    });
    for tab in Tab::ALL {
        button(session, tab, &tabs);
        let body = body(session, tab, &panel);
        match tab {
            Tab::Checklist => checklist::start(session, &body),
            Tab::Sections => sections::start(session, &body),
            Tab::Figures => figures::start(session, &body),
            Tab::Findings => findings::start(session, &body),
        }
    }
    watch(move || hide(&tabs, session.report.with(Option::is_none)));
}

fn summary(session: Session, panel: &Element) {
    let summary = child(panel, "div", &[("class", "summary")]);
    let headline = child(&summary, "h2", &[]);
    let counts = child(&summary, "p", &[]);
    watch(move || {
        let report = session.report.read();
        hide(&summary, report.is_none());
        let Some(checked) = report.as_ref() else {
            return;
        };
        let words = match checked.report.genre {
            Genre::Other => Some((words::OTHER_GENRE.to_owned(), form::Tone::Quiet)),
            Genre::AnnualReport => form::headline(&checked.report),
        };
        hide(&headline, words.is_none());
        if let Some((words, tone)) = words {
            headline.set_class_name(tone_class(tone));
            headline.set_text_content(Some(&words));
        }
        counts.set_text_content(None);
        for severity in [Severity::Error, Severity::Warning, Severity::Notice] {
            let count = session.count(checked, severity);
            if count > 0 {
                let told = child(&counts, "span", &[]);
                say(&told, "b", "", &count.to_string());
                let unit = format!(" {}", words::severity_unit(severity));
                let _ = told.append_with_str_1(&unit);
            }
        }
    });
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

fn button(session: Session, tab: Tab, tabs: &Element) {
    let button = say(tabs, "button", "", words::tab(tab));
    for (name, value) in [
        ("type", "button"),
        ("role", "tab"),
        ("id", &format!("tab-{}", slug(tab))),
        ("aria-controls", &format!("panel-{}", slug(tab))),
    ] {
        set(&button, name, value);
    }
    hear(&button, "click", move |_| session.tab.set(tab));
    if tab != Tab::Checklist {
        let _ = button.append_with_str_1(" ");
        let count = child(&button, "small", &[]);
        let counted = pick(session, move |checked| match tab {
            Tab::Checklist => None,
            Tab::Sections => Some(checked.report.sections.len()),
            Tab::Figures => Some(checked.report.figures.len()),
            Tab::Findings => Some(session.standing.read().len()),
        });
        watch(move || count.set_text_content(counted.get().map(form::grouped).as_deref()));
    }
    watch(move || {
        let chosen = session.tab.get() == tab;
        say_whether(&button, "aria-selected", chosen);
        set(&button, "tabindex", if chosen { "0" } else { "-1" });
    });
}

/// The element that a tab leads to.
fn body(session: Session, tab: Tab, panel: &Element) -> Element {
    let body = [
        ("role", "tabpanel"),
        ("class", "list"),
        ("id", &format!("panel-{}", slug(tab))),
        ("aria-labelledby", &format!("tab-{}", slug(tab))),
        ("tabindex", "0"),
    ];
    let body = child(panel, "div", &body);
    let shown = body.clone();
    watch(move || {
        let seen = session.tab.get() == tab && session.report.with(Option::is_some);
        hide(&shown, !seen);
    });
    body
}

/// Arrow keys, Home and End move between tabs.
fn switch(session: Session, event: &KeyboardEvent) {
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

/// Something of the report that only changes when it changes: what is built on it stays as it is while the rest is checked anew.
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

/// Fills a list, while its tab is seen, with rows made of each check.
pub fn list<T: PartialEq + 'static>(
    session: Session,
    tab: Tab,
    list: Element,
    lit: Option<Memo<Option<usize>>>,
    rows: fn(&Checked) -> Vec<T>,
    fill: fn(&Element, usize, &T),
) {
    let drawn = Rc::new(RefCell::new(Rows::new(list)));
    let changed = Trigger::new();
    let lists = drawn.clone();
    watch(move || {
        if session.tab.get() == tab {
            let rows = session
                .report
                .with(|checked| checked.as_ref().map(|checked| rows(checked)));
            lists.borrow_mut().draw(rows.unwrap_or_default(), fill);
            changed.notify();
        }
    });
    if let Some(lit) = lit {
        watch(move || {
            changed.track();
            drawn.borrow().light(lit.get());
        });
    }
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
        super::editor::jump(session, target, span);
    }
}

type Spans = Box<dyn Fn(&Utf16Report) -> Vec<(usize, Utf16Span)> + Send + Sync>;

/// The card of a tab that is lit while the tab is seen: the one jumped from, or else the innermost one that the caret stands in.
pub fn lit(
    session: Session,
    tab: Tab,
    of: fn(usize) -> Target,
    spans: impl Fn(&Utf16Report) -> Vec<(usize, Utf16Span)> + Send + Sync + 'static,
) -> Memo<Option<usize>> {
    lit_in(session, tab, of, Box::new(spans))
}

fn lit_in(
    session: Session,
    tab: Tab,
    of: fn(usize) -> Target,
    spans: Spans,
) -> Memo<Option<usize>> {
    let lit = Memo::new(move |_| {
        if session.tab.get() != tab {
            return None;
        }
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
