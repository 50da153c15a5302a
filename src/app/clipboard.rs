//! Words to the clipboard: by its own interface, or, where a page may not use that, by the browser's command for copying.

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// Copies words. Whether the browser let it happen.
pub async fn write(words: &str) -> bool {
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
