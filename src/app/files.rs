//! Files in: the open button, a drop anywhere on the window, and the sample.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{DataTransfer, DragEvent, File, HtmlElement, HtmlInputElement};

use super::dom::{all, by_id, hide_by_id, on, target, watch};
use super::editor::load;
use super::print::listing;
use super::reader::{Content, Reader};
use super::state::{Docx, Session, View};
use super::text as words;
use super::texts;
use super::worker::glue;

// What stands in index.html.
const INPUTS: [&str; 2] = ["file", "folder"];
const OLD: &str = "old";
const AGAINST: &str = "against";
const DROP: &str = "drop";

#[wasm_bindgen]
extern "C" {
    // See boot.js.
    #[wasm_bindgen(js_namespace = fazhiBoot)]
    fn dropped(data: &DataTransfer) -> Promise;

    type Desk;
    #[wasm_bindgen(method)]
    fn open(this: &Desk, files: Vec<File>);
    #[wasm_bindgen(method)]
    fn against(this: &Desk, name: &str, text: &str, files: Vec<File>);
}

/// The buttons, and files dropped on the window.
pub fn start(session: Session) {
    let reader = Reader::default();
    for id in INPUTS {
        let reader = reader.clone();
        chosen(id, move |files| open(session, reader.clone(), files));
    }
    chosen(OLD, move |files| against(session, files));
    on(AGAINST, "click", |_| choose(OLD));
    watch(move || {
        let nothing = session.report.with(Option::is_none);
        if let Some(button) = by_id(AGAINST) {
            let _ = button.toggle_attribute_with_force("disabled", nothing);
        }
    });
    // The same stand in the header and in the introduction.
    for button in all("[data-do]") {
        EventListener::new(&button, "click", move |event| {
            let what = target(event).and_then(|button| button.get_attribute("data-do"));
            match what.as_deref() {
                Some("sample") => sample(session),
                Some("folder") => choose("folder"),
                _ => choose("file"),
            }
        })
        .forget();
    }
    take_drops(session, reader);
}

/// Acts on the files that are chosen through the input with an id.
fn chosen(id: &str, act: impl Fn(Vec<File>) + 'static) {
    on(id, "change", move |event| {
        let input = target(event).and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            if let Some(files) = input.files() {
                act((0..files.length()).filter_map(|at| files.get(at)).collect());
            }
            // So that the same file can be chosen again.
            input.set_value("");
        }
    });
}

/// Lets the user choose files, or a folder of them.
fn choose(id: &str) {
    let input = by_id(id);
    if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
        input.click();
    }
}

/// Opens the sample. Who has turned to the results by the time it comes is not turned back to the text.
fn sample(session: Session) {
    session.view.set(View::Text);
    texts::sample(session, move |sample| {
        let view = session.view.get_untracked();
        put(session, words::SAMPLE_FILE, sample, None);
        session.view.set(view);
    });
}

/// Opens a report in the editor; many, or an archive of them, in the list, and one too where the list is shown.
fn open(session: Session, reader: Reader, files: Vec<File>) {
    let file = match files.as_slice() {
        [] => return,
        [file] if !listing() => file.clone(),
        _ => return list(session, files),
    };
    let name = file.name();
    reader.end();
    let ended = reader.clone();
    session.begin(words::reading(&name), move || ended.end());
    spawn_local(async move {
        let content = reader.read(&file).await;
        if !matches!(content, Err(None)) {
            session.busy.set(None);
        }
        match content {
            Ok(Content::Text { text, docx }) => put(session, &name, &text, docx.then_some(file)),
            Ok(Content::Files(files)) => list(session, files),
            Err(Some(why)) => session.notice.set(Some(words::unread(&name, &why))),
            Err(None) => (),
        }
    });
}

/// Puts a report into the editor, with the .docx that it was read from.
pub fn put(session: Session, name: &str, text: &str, docx: Option<File>) {
    load(session, text);
    session.file.set(name.to_owned());
    session.docx.set(docx.map(|file| Docx {
        file,
        text: text.to_owned(),
    }));
}

/// Hands files to the list of many reports, which is a wasm of its own.
fn list(session: Session, files: Vec<File>) {
    with_desk(session, move |desk| desk.open(files));
}

/// Has the report in the editor laid beside another year's.
fn against(session: Session, files: Vec<File>) {
    let name = session.file.get_untracked();
    let name = if name.is_empty() {
        words::THIS.to_owned()
    } else {
        name
    };
    with_desk(session, move |desk| {
        desk.against(&name, &session.text(), files)
    });
}

fn with_desk(session: Session, act: impl FnOnce(Desk) + 'static) {
    spawn_local(async move {
        match glue("desk").await {
            Ok(desk) => act(desk.unchecked_into()),
            Err(_) => session.notice.set(Some(words::untold(words::DESK))),
        }
    });
}

/// Takes files dropped anywhere on the window, and says so while they are held over it.
fn take_drops(session: Session, reader: Reader) {
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
            let (files, reader) = (dropped(data), reader.clone());
            spawn_local(async move {
                match files.await {
                    Ok(files) => {
                        let files = Array::from(&files);
                        let files = files.iter().map(JsCast::unchecked_into).collect();
                        open(session, reader, files);
                    }
                    Err(_) => session.notice.set(Some(words::undropped())),
                }
            });
        }),
    );
}
