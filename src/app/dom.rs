//! Elements made by hand: where there are many of a kind, views with a type for each would make the page far larger.

use leptos::prelude::{document, window};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

const HTML: &str = "http://www.w3.org/1999/xhtml";
const SVG: &str = "http://www.w3.org/2000/svg";

#[wasm_bindgen]
extern "C" {
    // It fails only for what is no name.
    #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
    fn create(space: &str, name: &str) -> Element;
}

/// A new element with its attributes.
pub fn element(name: &str, attributes: &[(&str, &str)]) -> Element {
    let space = match name {
        "svg" | "rect" | "path" => SVG,
        _ => HTML,
    };
    let element = create(space, name);
    for (name, value) in attributes {
        set(&element, name, value);
    }
    element
}

/// A new element at the end of another.
pub fn child(parent: &Element, name: &str, attributes: &[(&str, &str)]) -> Element {
    let element = element(name, attributes);
    let _ = parent.append_child(&element);
    element
}

/// A new element with words in it at the end of another.
pub fn say(parent: &Element, name: &str, class: &str, words: &str) -> Element {
    let element = child(parent, name, &[]);
    if !class.is_empty() {
        element.set_class_name(class);
    }
    element.set_text_content(Some(words));
    element
}

/// Sets an attribute. Only a name that is none could make it fail.
pub fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// Takes an element out of sight, or shows it.
pub fn hide(element: &Element, hidden: bool) {
    let _ = element.toggle_attribute_with_force("hidden", hidden);
}

/// Whether fingers are all there is to point with: there, the focus in a field would open a keyboard over the page.
pub fn touch() -> bool {
    let query = window().match_media("(hover: none) and (pointer: coarse)");
    query.ok().flatten().is_some_and(|query| query.matches())
}

/// The element with an id.
pub fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}
