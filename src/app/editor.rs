//! The text: a plain textarea that owns it, and under it a mirror with the same words in the same places, which carries the marks.
//!
//! The textarea is never written to but through [`replace`] and [`load`], and never while an input method composes.

use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlElement, HtmlTextAreaElement, InputEvent, Text};

use super::dom::{by_id, on, touch, watch};
use super::marks;
use super::state::{Picked, Session, Target, Undo, View};
use super::text as words;
use crate::edit::{joined, together};
use crate::report::Edit;
use crate::text::{Source, Utf16Span};

/// Above so many code units the mirror follows after the check instead of at every keystroke.
const LARGE: u32 = 50_000;
/// Above so many there is no mirror: the textarea scrolls by itself, and nothing is marked in it.
const HUGE: u32 = 300_000;
/// Above so many a text is put in as a whole, which cannot be undone: going through the undo stack would take too long.
const UNDOABLE: usize = 200_000;
/// A place jumped to comes to stand at this share of the height.
const EYE_LEVEL: f64 = 0.3;
/// What stands in this share of the window's height at the top or the bottom may lie under a bar.
const BARS: f64 = 0.1;

// What stands in index.html.
const TEXT: &str = "text";
const MIRROR: &str = "mirror";
const PAPER: &str = "paper";

/// Takes over the textarea, with what was put into it before the page ran.
pub fn start(session: Session) {
    let composing = StoredValue::new(false);
    let changed = move |soon: bool| {
        take_over(session);
        if composing.get_value() {
            session.hold();
        } else if soon {
            session.check();
        } else {
            session.check_when_quiet();
        }
    };
    on(TEXT, "input", move |event| {
        let input = event.dyn_ref::<InputEvent>();
        // An input method that never says that it ended must not keep the text from being checked.
        composing.set_value(input.is_some_and(InputEvent::is_composing));
        let kind = input.map(InputEvent::input_type).unwrap_or_default();
        changed(kind.starts_with("insertFrom"));
    });
    on(TEXT, "compositionstart", move |_| {
        composing.set_value(true);
        session.hold();
    });
    on(TEXT, "compositionend", move |_| {
        composing.set_value(false);
        changed(false);
    });
    // `selectionchange` on the document reaches every browser; on the textarea itself only the newer ones.
    EventListener::new(&document(), "selectionchange", move |_| {
        note_selection(session)
    })
    .forget();
    watch(move || {
        session.redraw.track();
        refresh(session);
    });
    watch(move || {
        let paper = by_id(MIRROR).and_then(|mirror| mirror.parent_element());
        if let Some(paper) = paper {
            let _ = paper
                .class_list()
                .toggle_with_force("huge", session.huge.get());
        }
    });
    if area().is_some_and(|area| area.text_length() > 0) {
        changed(true);
    }
}

/// The textarea.
pub fn area() -> Option<HtmlTextAreaElement> {
    by_id(TEXT)?.dyn_into().ok()
}

/// Reads the textarea after it changed, and lets the mirror follow.
fn take_over(session: Session) {
    let Some(area) = area() else {
        return;
    };
    let Some((change, come)) = session.edited(area.value()) else {
        return;
    };
    if session.picked.get_untracked().is_some() {
        session.picked.set(None);
    }
    if session.done.get_untracked().is_some() {
        session.done.set(None);
    }
    session.typed.set_value(Some(selected(&area).end));
    let Some(node) = mirror_text() else {
        return;
    };
    let length = area.text_length();
    if session.huge.get_untracked() != (length > HUGE) {
        session.huge.set(length > HUGE);
        node.set_data("");
    }
    if length > LARGE {
        marks::draw(session, None, &node);
        return;
    }
    // After a large text the mirror may lag: then it takes over the whole.
    if node.length() + change.inserted == area.text_length() + change.removed {
        let _ = node.replace_data(change.at, change.removed, &come);
    } else {
        sync(session, &node);
    }
    draw(session, &node);
}

/// Makes the mirror hold the text as it stands, and draws the marks.
fn refresh(session: Session) {
    let Some(node) = mirror_text() else {
        return;
    };
    if !session.huge.get_untracked() {
        sync(session, &node);
        draw(session, &node);
    }
}

fn sync(session: Session, node: &Text) {
    let text = session.text();
    if node.data() != text {
        node.set_data(&text);
    }
}

fn draw(session: Session, node: &Text) {
    session.report.with_untracked(|checked| {
        marks::draw(session, checked.as_deref().map(|c| &c.report), node)
    });
}

/// The text node of the mirror that holds the words. A second one keeps the last, empty line open.
fn mirror_text() -> Option<Text> {
    let mirror = by_id(MIRROR)?;
    if let Some(text) = mirror.first_child().and_then(|node| node.dyn_into().ok()) {
        return Some(text);
    }
    let document = document();
    let text = document.create_text_node("");
    mirror.append_child(&text).ok()?;
    mirror
        .append_child(&document.create_text_node("\u{200b}"))
        .ok()?;
    Some(text)
}

/// Takes over the selection of the textarea. The event that tells of it comes a little after it was made.
pub fn note_selection(session: Session) {
    let Some(area) = area() else {
        return;
    };
    let span = selected(&area);
    if session.typed.get_value() != Some(span.end) {
        session.typed.set_value(None);
    }
    if session.selection.get_untracked() != span {
        session.selection.set(span);
        if session
            .picked
            .get_untracked()
            .is_some_and(|p| p.span != span)
        {
            session.picked.set(None);
            session.redraw.notify();
        }
    }
}

fn selected(area: &HtmlTextAreaElement) -> Utf16Span {
    let end = |position: Result<Option<u32>, _>| position.ok().flatten().unwrap_or_default();
    Utf16Span {
        start: end(area.selection_start()),
        end: end(area.selection_end()),
    }
}

/// Selects the words of a span of the report and brings them before the eyes.
pub fn jump(session: Session, target: Option<Target>, span: Utf16Span) {
    let span = Utf16Span {
        start: session.position_now(span.start),
        end: session.position_now(span.end),
    };
    session.view.set(View::Text);
    session.typed.set_value(None);
    session.picked.set(Some(Picked { target, span }));
    // A frame later a narrow screen shows the text.
    request_animation_frame(move || show(session, span));
}

/// Selects words of the text as it stands and brings them before the eyes.
pub fn show(session: Session, span: Utf16Span) {
    let (Some(area), Some(node)) = (area(), mirror_text()) else {
        return;
    };
    if session.huge.get_untracked() {
        // A textarea that gets the focus back brings its caret into view, though not a selection.
        let _ = area.focus();
        let _ = area.blur();
        let _ = area.set_selection_range(span.start, span.start);
        let _ = area.focus();
    }
    let _ = area.set_selection_range(span.start, span.end);
    session.selection.set(span);
    if session.huge.get_untracked() {
        return;
    }
    sync(session, &node);
    focus(&area);
    draw(session, &node);
    scroll_to(&node, span);
}

fn scroll_to(node: &Text, span: Utf16Span) -> Option<()> {
    let sheet = by_id(PAPER)?;
    let range = document().create_range().ok()?;
    let length = node.length();
    range.set_start(node, span.start.min(length)).ok()?;
    range.set_end(node, span.end.min(length)).ok()?;
    let (place, frame) = (
        range.get_bounding_client_rect(),
        sheet.get_bounding_client_rect(),
    );
    let rest = (frame.height() - place.height()).max(0.0) * EYE_LEVEL;
    let by = place.top() - frame.top() - rest;
    sheet.set_scroll_top(sheet.scroll_top() + by.round() as i32);
    // On a phone and in a very low window it is the page that scrolls, under a bar that stays.
    let height = window().inner_height().ok()?.as_f64()?;
    let top = range.get_bounding_client_rect().top();
    if top < height * BARS || top > height * (1.0 - BARS) {
        window().scroll_by_with_x_and_y(0.0, top - height * EYE_LEVEL);
    }
    Some(())
}

/// Focus without scrolling, which [`scroll_to`] does better. On a touch screen it would open the keyboard over the text, so not there.
fn focus(area: &HtmlTextAreaElement) {
    if !touch() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = area.focus_with_options(&options);
    }
}

/// Puts proposed changes into the text, those that go together, as one step that Ctrl+Z takes back. Then the focus goes to the text, or
/// `back` to the row that asked for it.
pub fn apply(session: Session, fixes: Vec<Vec<Edit<Utf16Span>>>, back: Option<HtmlElement>) {
    // A fix is of the text that was checked; where that has changed since, the next check brings a new one.
    let moved = |edits: Vec<Edit<Utf16Span>>| {
        let edits = edits.into_iter().map(|edit| {
            let span = session.now(edit.span)?;
            Some(Edit { span, ..edit })
        });
        edits.collect()
    };
    let fixes: Vec<_> = fixes.into_iter().filter_map(moved).collect();
    let (edits, count) = together(&fixes);
    let source = Source::new(&session.text());
    let Some((edit, come)) = joined(&source, &edits).zip(come(&edits)) else {
        return;
    };
    let back = back.filter(|_| in_sight());
    if back.is_none() {
        session.view.set(View::Text);
    }
    request_animation_frame(move || {
        let old = session.text();
        let undo = if replace(session, edit.span, &edit.text) {
            Undo::Typing
        } else {
            Undo::Text(old)
        };
        session.check();
        show(session, come);
        session.tell(words::applied(count, edits.len()), Some(undo));
        if let Some(row) = back {
            super::findings::focus_row(&row);
        }
    });
}

/// Whether the text is shown: on a narrow screen it may not be, and what is not shown cannot be typed into.
fn in_sight() -> bool {
    area().is_some_and(|area| area.client_height() > 0)
}

/// Takes back the last change of the text, as Ctrl+Z does it.
pub fn undo(session: Session) {
    session.view.set(View::Text);
    if let Some(area) = area()
        && let Ok(document) = document().dyn_into::<HtmlDocument>()
    {
        let _ = area.focus();
        let _ = document.exec_command("undo");
        session.check();
    }
}

/// Puts a text back as it stood before a change that the browser cannot undo.
pub fn put_back(session: Session, text: &str) {
    if let Some(area) = area() {
        area.set_value(text);
        take_over(session);
        session.check();
    }
}

/// Where the words of the first of the edits stand once they are in, without the line ends around them.
fn come(edits: &[Edit<Utf16Span>]) -> Option<Utf16Span> {
    let first = edits.first()?;
    let width = |text: &str| u32::try_from(text.encode_utf16().count()).ok();
    let lead = first.text.len() - first.text.trim_start().len();
    let start = first.span.start + width(first.text.get(..lead)?)?;
    Some(Utf16Span {
        start,
        end: start + width(first.text.trim())?,
    })
}

/// Replaces words through the browser's own editing, which keeps the undo stack. Whether it did: it would take too long for so many.
fn replace(session: Session, span: Utf16Span, text: &str) -> bool {
    let Some(area) = area() else {
        return false;
    };
    let _ = area.focus();
    let _ = area.set_selection_range(span.start, span.end);
    let typed = text.len() + (span.end - span.start) as usize <= UNDOABLE
        && document()
            .dyn_into::<HtmlDocument>()
            .ok()
            .and_then(|document| insert_text(&document, text))
            .unwrap_or(false);
    if !typed {
        let _ = area.set_range_text_with_start_and_end(text, span.start, span.end);
    }
    // The browser's `input` event has done this already, but for the second way.
    take_over(session);
    typed
}

fn insert_text(document: &HtmlDocument, text: &str) -> Option<bool> {
    let command = if text.is_empty() {
        "delete"
    } else {
        "insertText"
    };
    document
        .exec_command_with_show_ui_and_value(command, false, text)
        .ok()
}

/// Puts a whole text in the place of what there is, and checks it.
pub fn load(session: Session, text: &str) {
    let Some(area) = area() else {
        return;
    };
    let all = Utf16Span {
        start: 0,
        end: area.text_length(),
    };
    let text = Source::new(text);
    if all.end == 0 || text.text().len() + all.end as usize > UNDOABLE {
        area.set_value(text.text());
        take_over(session);
    } else {
        replace(session, all, text.text());
    }
    // What was said of the last text does not hold for this one; what it is for mostly does.
    session.settings.update(|settings| {
        settings.body_kind = None;
        settings.report_year = None;
    });
    session.notice.set(None);
    session.check();
    session.view.set(View::Text);
    let _ = area.set_selection_range(0, 0);
    if let Some(sheet) = by_id(PAPER) {
        sheet.set_scroll_top(0);
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
}
