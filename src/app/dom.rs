//! Elements made by hand: where there are many of a kind, views with a type for each would make the page far larger.

use leptos::prelude::document;
use web_sys::Element;

const SVG: &str = "http://www.w3.org/2000/svg";

/// A new element with its attributes.
pub fn element(name: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let document = document();
    let element = match name {
        "svg" | "rect" => document.create_element_ns(Some(SVG), name),
        _ => document.create_element(name),
    };
    let element = element.ok()?;
    for (name, value) in attributes {
        set(&element, name, value);
    }
    Some(element)
}

/// A new element at the end of another.
pub fn child(parent: &Element, name: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let element = element(name, attributes)?;
    parent.append_child(&element).ok()?;
    Some(element)
}

/// A new element with words in it at the end of another.
pub fn say(parent: &Element, name: &str, class: &str, words: &str) -> Option<Element> {
    let class = ("class", class);
    let classes = if class.1.is_empty() {
        &[][..]
    } else {
        &[class]
    };
    let element = child(parent, name, classes)?;
    element.set_text_content(Some(words));
    Some(element)
}

/// Sets an attribute. Only a name that is none could make it fail.
pub fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// The element with an id.
pub fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}
