//! Words to the clipboard: by its own interface, or, where a page may not use that, by the browser's command for copying.

use js_sys::Reflect;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

use super::dom::by_id;
use super::state::Session;
use super::text::uncopied;

/// Copies words. That it is done is said in the element with this id, and read out.
pub fn copy(session: Session, words: String, said: &'static str, done: String) {
    spawn_local(async move {
        if !write(&words).await {
            return session.notice.set(Some(uncopied()));
        }
        if let Some(said) = by_id(said) {
            said.set_text_content(Some(&done));
        }
        session.say(done);
    });
}

/// Whether the browser let it happen.
async fn write(words: &str) -> bool {
    let navigator = window().navigator();
    // There is no such interface where the page is served over plain http.
    let known = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|it| it.is_object());
    (known && navigator.clipboard().write_text(words).await.is_ok())
        || command(words).unwrap_or(false)
}

fn command(words: &str) -> Option<bool> {
    let document: HtmlDocument = document().dyn_into().ok()?;
    let focused = document.active_element();
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_class_name("vh");
    area.set_value(words);
    document.body()?.append_child(&area).ok()?;
    area.select();
    let copied = document.exec_command("copy").unwrap_or(false);
    area.remove();
    if let Some(focused) =
        focused.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _ = focused.focus();
    }
    Some(copied)
}
