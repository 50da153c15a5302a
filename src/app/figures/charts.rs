//! The two pictures above the table. Each is a table whose numbers have a bar beside them, so that it is looked at, read out and printed alike.

use web_sys::Element;

use super::Shown;
use crate::app::dom::{child, hide, say, set};
use crate::app::text as words;
use crate::export::words as form;
use crate::listing::charts::{Bar, Kind, lengths, topics};

/// Both pictures, to be folded away.
pub struct Charts {
    details: Element,
    place: Element,
    /// What they show: the characters of the whole text, which shares are of, and the bars.
    drawn: Option<(usize, [Vec<Bar>; 2])>,
}

impl Charts {
    pub fn make(tab: &Element) -> Self {
        let details = child(tab, "details", &[("class", "charts"), ("open", "")]);
        say(&details, "summary", "", words::CHARTS);
        Self {
            place: child(&details, "div", &[]),
            details,
            drawn: None,
        }
    }

    /// While words are typed pictures that stay the same are left alone.
    pub fn draw(&mut self, shown: &Shown) {
        let bars = shown.of.as_ref().map(|checked| {
            let report = &checked.report;
            let bars = [lengths(report), topics(report, words::NO_TOPIC)];
            (report.chars, bars)
        });
        if self.drawn == bars {
            return;
        }
        self.place.set_text_content(None);
        if let Some((chars, [lengths, topics])) = &bars {
            let length = |bar: &Bar| {
                let share = form::share(bar.amount, *chars);
                words::length(&form::grouped(bar.amount), &share)
            };
            chart(&self.place, words::LENGTHS, lengths, &length);
            let items = |bar: &Bar| words::items(bar.amount);
            chart(&self.place, words::TOPICS, topics, &items);
        }
        hide(&self.details, self.place.first_child().is_none());
        self.drawn = bars;
    }
}

fn chart(
    place: &Element,
    [title, names, amounts]: [&str; 3],
    bars: &[Bar],
    amount: &dyn Fn(&Bar) -> String,
) {
    if bars.is_empty() {
        return;
    }
    let drawn = bars.iter().filter(|bar| bar.kind != Kind::Rest);
    let longest = drawn.map(|bar| bar.amount).max().unwrap_or_default();
    let table = child(place, "table", &[("class", "chart")]);
    say(&table, "caption", "", title);
    let head = child(&child(&table, "thead", &[("class", "vh")]), "tr", &[]);
    for name in [names, amounts] {
        set(&say(&head, "th", "", name), "scope", "col");
    }
    let body = child(&table, "tbody", &[]);
    for bar in bars {
        let row = child(&body, "tr", &[]);
        if bar.kind == Kind::Inner {
            row.set_class_name("inner");
        }
        let name = say(&row, "th", "", &bar.name);
        set(&name, "scope", "row");
        if !bar.note.is_empty() {
            let _ = name.append_with_str_1(" ");
            say(&name, "small", "", &bar.note);
        }
        let cell = child(&child(&row, "td", &[]), "div", &[]);
        if bar.kind != Kind::Rest {
            let svg = child(&cell, "svg", &[("height", "10"), ("aria-hidden", "true")]);
            let width = form::percent(bar.amount, longest).to_string();
            set(&svg, "width", &(width + "%"));
            let rect = [("width", "100%"), ("height", "10"), ("rx", "2")];
            child(&svg, "rect", &rect);
        }
        say(&cell, "span", "", &amount(bar));
    }
}
