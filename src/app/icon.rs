//! The shapes that stand beside words of judgement: each tone has its own, so that none is told by colour alone.

use web_sys::Element;

use super::dom::child;
use crate::export::words::Tone;
pub use crate::export::words::severity_tone;

/// The class that carries a tone's colours.
pub fn tone_class(tone: Tone) -> &'static str {
    tone.class()
}

/// Tick, triangle, cross in a ring, or empty ring.
fn shape(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "M3.5 10.5l4 4 9-9.5",
        Tone::Fair => "M10 3.2 17.6 16.6H2.4zM10 8v4.2M10 14.3v.2",
        Tone::Bad => {
            "M10 2.4a7.6 7.6 0 1 0 0 15.2 7.6 7.6 0 0 0 0-15.2zM7.2 7.2l5.6 5.6M12.8 7.2l-5.6 5.6"
        }
        Tone::Quiet => "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12z",
    }
}

/// Puts the shape of a tone at the end of a row.
pub fn icon(row: &Element, tone: Tone) {
    let place = child(row, "span", &[("class", "ic")]);
    let svg = [
        ("class", "icon"),
        ("viewBox", "0 0 20 20"),
        ("aria-hidden", "true"),
    ];
    let svg = child(&place, "svg", &svg);
    child(&svg, "path", &[("d", shape(tone))]);
}
