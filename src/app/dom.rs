//! Elements by hand: those that stand in index.html, and those of which there are many of a kind, where views with a type for each would make the
//! page far larger.

use gloo::events::EventListener;
use leptos::prelude::{Effect, document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Event, HtmlElement, NodeList};

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

/// Sets an attribute that says yes or no.
pub fn say_whether(element: &Element, name: &str, yes: bool) {
    set(element, name, if yes { "true" } else { "false" });
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

/// The elements that a selector finds.
pub fn all(selector: &str) -> impl Iterator<Item = Element> {
    let found = document().query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(move |at| found.as_ref()?.get(at)?.dyn_into().ok())
}

/// Shows words in the element with an id; without any it is out of sight.
pub fn show(id: &str, words: Option<&str>) {
    if let Some(element) = by_id(id) {
        element.set_text_content(words);
        hide(&element, words.is_none());
    }
}

/// Takes the element with an id out of sight, or shows it.
pub fn hide_by_id(id: &str, hidden: bool) {
    if let Some(element) = by_id(id) {
        hide(&element, hidden);
    }
}

/// Moves the focus to the element with an id.
pub fn focus(id: &str) {
    let element = by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
    }
}

/// The element that an event happened at.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Acts on an event at the element with an id, as long as the page lives.
pub fn on(id: &str, event: &'static str, act: impl FnMut(&Event) + 'static) {
    if let Some(element) = by_id(id) {
        EventListener::new(&element, event, act).forget();
    }
}

/// Runs now, and again whenever a signal changes that it read.
pub fn watch(run: impl Fn() + 'static) {
    // One kind of effect for all: each type of its own would be a good kilobyte more.
    let run: Box<dyn Fn()> = Box::new(run);
    Effect::new(run);
}
