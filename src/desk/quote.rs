//! Words of a report as a button that leads to them.

use web_sys::Element;

use super::text as words;
use crate::app::dom::{say, set};
use crate::export::words::clipped;
use crate::text::{Source, Utf16Span};

/// So many characters of a passage are shown.
const QUOTE: usize = 300;

/// A report that is quoted.
pub struct Quoted<'a> {
    /// Its number in the list.
    pub number: usize,
    /// What it is called.
    pub name: &'a str,
    /// Its text.
    pub source: &'a Source,
}

impl Quoted<'_> {
    /// Puts the words of a span at the end of an element.
    pub fn quote(&self, parent: &Element, span: Utf16Span) {
        let bytes = self.source.bytes(span);
        let text = self.source.slice(bytes).trim();
        self.lead(
            &say(parent, "button", "passage", &clipped(text, QUOTE)),
            span,
        );
    }

    /// Lets a button lead to the words of a span.
    pub fn lead(&self, button: &Element, span: Utf16Span) {
        set(button, "type", "button");
        set(button, "data-report", &self.number.to_string());
        set(button, "data-span", &format!("{}-{}", span.start, span.end));
        let line = self.source.line(self.source.bytes(span));
        set(button, "title", &words::place(self.name, line));
    }
}
