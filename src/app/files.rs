//! Files in: the open button, a drop anywhere on the window, and the sample.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::file::Blob;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, FileList, HtmlElement, HtmlInputElement};

use super::dom::{all, hide_by_id, on};
use super::editor::load;
use super::state::{Session, View};
use super::text as words;
use super::texts;
use crate::input::{self, Format, Unreadable};

const INPUT: &str = "file";
const DROP: &str = "drop";

/// The buttons, and files dropped on the window.
pub fn start(session: Session) {
    on(INPUT, "change", move |event| {
        let input = event
            .target()
            .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            if let Some(files) = input.files() {
                open(session, files);
            }
            // So that the same file can be chosen again.
            input.set_value("");
        }
    });
    // The same two stand in the header and in the introduction.
    for (act, what) in [(choose as fn(Session), "open"), (sample, "sample")] {
        for button in all(&format!("[data-do={what}]")) {
            EventListener::new(&button, "click", move |_| act(session)).forget();
        }
    }
    take_drops(session);
}

/// Lets the user choose a file.
fn choose(_: Session) {
    let input = document().get_element_by_id(INPUT);
    if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
        input.click();
    }
}

/// Opens the sample. Who has turned to the results by the time it comes is not turned back to the text.
fn sample(session: Session) {
    session.view.set(View::Text);
    texts::sample(session, move |sample| {
        let view = session.view.get_untracked();
        session.file.set(words::SAMPLE_FILE.to_owned());
        load(session, sample);
        session.view.set(view);
    });
}

/// Opens the first of the files and names the others.
fn open(session: Session, files: FileList) {
    let mut files = (0..files.length()).filter_map(move |at| files.get(at));
    let Some(first) = files.next() else {
        return;
    };
    let others: Vec<String> = files.map(|file| file.name()).collect();
    spawn_local(async move {
        let name = first.name();
        match read(&name, first).await {
            Ok(text) => {
                load(session, &text);
                session.file.set(name.clone());
                if !others.is_empty() {
                    session.notice.set(Some(words::unopened(&name, &others)));
                }
            }
            Err(why) => session.notice.set(Some(words::unread(&name, why))),
        }
    });
}

async fn read(name: &str, file: web_sys::File) -> Result<String, &'static str> {
    if file.size() > input::MAX_BYTES as f64 {
        return Err(Unreadable::TooLarge.message());
    }
    let bytes = gloo::file::futures::read_as_bytes(&Blob::from(web_sys::Blob::from(file)))
        .await
        .map_err(|_| words::unread_by_browser())?;
    match input::format(name, &bytes).map_err(Unreadable::message)? {
        Format::Text => input::plain(&bytes).map(|read| read.text),
        _ => Err(Unreadable::Binary),
    }
    .map_err(Unreadable::message)
}

/// Takes files dropped anywhere on the window, and says so while they are held over it.
fn take_drops(session: Session) {
    // Entering a child comes before leaving its parent: only the balance tells whether the files are still over the window.
    let depth = Rc::new(Cell::new(0i32));
    let on = |name: &'static str, act: Box<dyn Fn(&DataTransfer)>| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window(), name, options, move |event| {
            if let Some(event) = event.dyn_ref::<DragEvent>()
                && let Some(data) = event.data_transfer()
                && data.types().includes(&"Files".into(), 0)
            {
                event.prevent_default();
                act(&data);
            }
        })
        .forget();
    };
    let step = move |by: i32, depth: &Cell<i32>| {
        depth.set((depth.get() + by).max(0));
        hide_by_id(DROP, depth.get() == 0);
    };
    let count = depth.clone();
    on("dragenter", Box::new(move |_| step(1, &count)));
    let count = depth.clone();
    on("dragleave", Box::new(move |_| step(-1, &count)));
    on("dragover", Box::new(|data| data.set_drop_effect("copy")));
    on(
        "drop",
        Box::new(move |data| {
            depth.set(0);
            hide_by_id(DROP, true);
            if let Some(files) = data.files() {
                open(session, files);
            }
        }),
    );
}
