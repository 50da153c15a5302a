//! Marks in the text, drawn on the mirror by the CSS Custom Highlight API. `style/editor.css` says how each looks.
//!
//! Where a browser lacks the API there are no marks, and everything else works.

use js_sys::{Function, Object, Reflect};
use leptos::prelude::{GetUntracked, ReadUntracked};
use wasm_bindgen::prelude::*;
use web_sys::Text;

use super::state::Session;
use crate::report::{Severity, Utf16Report};
use crate::text::Utf16Span;

#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &StaticRange);
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: u32);

    type StaticRange;
    #[wasm_bindgen(constructor, catch)]
    fn new(init: &JsValue) -> Result<StaticRange, JsValue>;
}

/// The marks from the lowest to the highest: where two cover the same words, the later is seen.
const LAYERS: [&str; 6] = [
    "fz-heading",
    "fz-figure",
    "fz-notice",
    "fz-warning",
    "fz-error",
    "fz-here",
];

/// More marks of a kind than these are not drawn: the browser looks at every one of them whenever anything on the page changes.
pub const MOST: usize = 3000;

/// Draws the marks of the report, where they stand now, into the mirror's text.
pub fn draw(session: Session, report: Option<&Utf16Report>, node: &Text) {
    for (priority, layer) in (0u32..).zip(LAYERS) {
        let spans = report.map_or_else(Vec::new, |report| spans(session, layer, report));
        let drawn = spans.len() <= MOST;
        let spans = spans.into_iter().filter(|_| drawn);
        let mut spans: Vec<_> = spans.filter_map(|s| session.now(s)).collect();
        if layer == "fz-here" {
            spans.extend(here(session));
        }
        // Nothing can be done where the API is missing, and nothing depends on it.
        let _ = paint(layer, priority, &spans, node);
    }
}

fn spans(session: Session, layer: &str, report: &Utf16Report) -> Vec<Utf16Span> {
    let of = |severity: Severity| {
        let standing = session.standing.read_untracked();
        standing
            .iter()
            .filter_map(|&index| report.findings.get(index))
            .filter(|finding| finding.severity == severity)
            .filter_map(|finding| finding.span)
            .collect()
    };
    match layer {
        "fz-heading" => report.sections.iter().map(|s| s.heading).collect(),
        "fz-figure" => report.figures.iter().map(|f| f.span).collect(),
        "fz-notice" => of(Severity::Notice),
        "fz-warning" => of(Severity::Warning),
        "fz-error" => of(Severity::Error),
        _ => Vec::new(),
    }
}

/// The words last jumped to, as long as they are selected.
fn here(session: Session) -> Option<Utf16Span> {
    session.picked.get_untracked().map(|picked| picked.span)
}

fn paint(layer: &str, priority: u32, spans: &[Utf16Span], node: &Text) -> Result<(), JsValue> {
    let css = Reflect::get(&js_sys::global(), &"CSS".into())?;
    let registry = Reflect::get(&css, &"highlights".into())?;
    if spans.is_empty() {
        let delete: Function = Reflect::get(&registry, &"delete".into())?.dyn_into()?;
        delete.call1(&registry, &layer.into())?;
        return Ok(());
    }
    let highlight = Highlight::new()?;
    highlight.set_priority(priority);
    let length = node.length();
    let init = Object::new();
    Reflect::set(&init, &"startContainer".into(), node)?;
    Reflect::set(&init, &"endContainer".into(), node)?;
    for span in spans.iter().filter(|s| s.start < s.end && s.end <= length) {
        Reflect::set(&init, &"startOffset".into(), &span.start.into())?;
        Reflect::set(&init, &"endOffset".into(), &span.end.into())?;
        highlight.add(&StaticRange::new(&init)?);
    }
    let set: Function = Reflect::get(&registry, &"set".into())?.dyn_into()?;
    set.call2(&registry, &layer.into(), &highlight)?;
    Ok(())
}
