//! Elements by hand: those that stand in index.html, and those of which there are many of a kind, where views with a type for each would make the
//! page far larger.

use gloo::events::{EventListener, EventListenerOptions};
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

/// A bar as long as a share of the text, at the end of an element.
pub fn share(parent: &Element, percent: usize) {
    let share = child(
        parent,
        "div",
        &[("class", "share"), ("aria-hidden", "true")],
    );
    let bar = child(&share, "i", &[]);
    if let Some(bar) = bar.dyn_ref::<HtmlElement>() {
        let _ = bar.style().set_property("width", &format!("{percent}%"));
    }
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
        hear(&element, event, act);
    }
}

/// Acts on an event at an element, as long as the page lives; the event may be kept from doing what it does by itself.
pub fn hear(element: &Element, event: &'static str, act: impl FnMut(&Event) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(element, event, options, act).forget();
}

/// Runs now, and again whenever a signal changes that it read.
pub fn watch(run: impl Fn() + 'static) {
    // One kind of effect for all: each type of its own would be a good kilobyte more.
    let run: Box<dyn Fn()> = Box::new(run);
    Effect::new(run);
}

/// Rows of a list as they were last drawn: those that show the same as before are left as they are, so that nothing flickers while words are typed.
pub struct Rows<T> {
    list: Element,
    drawn: Vec<(Element, T)>,
}

impl<T: PartialEq> Rows<T> {
    /// The rows of a list that has none yet.
    pub fn new(list: Element) -> Self {
        let drawn = Vec::new();
        Self { list, drawn }
    }

    /// Brings the list up to the rows. Each that is another than before is put anew into its element, with its place in the list.
    pub fn draw(&mut self, rows: Vec<T>, fill: impl Fn(&Element, usize, &T)) {
        let mut before = std::mem::take(&mut self.drawn).into_iter();
        for (at, row) in rows.into_iter().enumerate() {
            let element = match before.next() {
                Some((element, old)) if old == row => element,
                drawn => {
                    let new = || child(&self.list, "li", &[]);
                    let element = drawn.map_or_else(new, |(element, _)| element);
                    element.set_text_content(None);
                    fill(&element, at, &row);
                    element
                }
            };
            self.drawn.push((element, row));
        }
        for (gone, _) in before {
            gone.remove();
        }
    }

    /// Lights the row that stands for the place in the text, and no other.
    pub fn light(&self, lit: Option<usize>) {
        for (at, (element, _)) in self.drawn.iter().enumerate() {
            light(element, lit == Some(at));
        }
    }
}

/// Shows whether a row stands for the place in the text.
pub fn light(row: &Element, lit: bool) {
    let _ = row.class_list().toggle_with_force("lit", lit);
    if lit {
        set(row, "aria-current", "true");
    } else {
        let _ = row.remove_attribute("aria-current");
    }
}
