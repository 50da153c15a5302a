//! 导出: the files that a check can be saved as.

use js_sys::{Array, Date};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::state::{Checked, Session, use_session};
use super::text as words;
use crate::export::{file_name, json, markdown};

#[derive(Clone, Copy)]
enum Form {
    Markdown,
    Json,
}

/// The button and its choices.
#[component]
pub fn ExportMenu() -> impl IntoView {
    let session = use_session();
    let opened = RwSignal::new(false);
    let nothing = move || session.report.with(Option::is_none);
    let choice = move |form: Form, name: &'static str| {
        let save = move |_| {
            opened.set(false);
            session.report.with_untracked(|checked| {
                if let Some(checked) = checked {
                    // A download that the browser refuses it reports itself.
                    let _ = save(session, checked, form);
                }
            });
        };
        view! { <button type="button" on:click=save>{name}</button> }
    };
    view! {
        <div
            class="menu"
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    opened.set(false);
                }
            }
            on:focusout=move |event| {
                if !stays_inside(&event) {
                    opened.set(false);
                }
            }
        >
            <button
                type="button"
                class="btn primary"
                aria-expanded=move || opened.get().to_string()
                aria-controls="export"
                disabled=nothing
                on:click=move |_| opened.update(|opened| *opened = !*opened)
            >
                {words::EXPORT}
            </button>
            <div id="export" class="choices" hidden=move || !opened.get()>
                {choice(Form::Markdown, words::EXPORT_MARKDOWN)}
                {choice(Form::Json, words::EXPORT_JSON)}
            </div>
        </div>
    }
}

fn stays_inside(event: &leptos::ev::FocusEvent) -> bool {
    let menu = event.current_target();
    let menu = menu.and_then(|menu| menu.dyn_into::<web_sys::Node>().ok());
    let to = event.related_target();
    let to = to.and_then(|to| to.dyn_into::<web_sys::Node>().ok());
    menu.is_some_and(|menu| menu.contains(to.as_ref()) && to.is_some())
}

fn save(session: Session, checked: &Checked, form: Form) -> Result<(), JsValue> {
    let date = today();
    let name = file_name(&checked.report, &date);
    let file = session.file.get_untracked();
    let (text, kind, ending) = match form {
        Form::Markdown => {
            let about = words::about(&file, &date, env!("CARGO_PKG_VERSION"));
            (
                markdown(&checked.source, &checked.report, &about),
                "text/markdown",
                "md",
            )
        }
        Form::Json => (json(&file, &checked.report), "application/json", "json"),
    };
    download(&format!("{name}.{ending}"), kind, &text)
}

fn today() -> String {
    let now = Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    format!("{year}-{month:02}-{day:02}")
}

fn download(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(&format!("{kind};charset=utf-8"));
    let parts = Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}
