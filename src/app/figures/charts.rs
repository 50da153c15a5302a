//! The two pictures above the table. Each is a table whose numbers have a bar beside them, so that it is looked at, read out and printed alike.

use leptos::prelude::*;
use web_sys::Element;

use super::List;
use crate::app::dom::{by_id, child, say};
use crate::app::text as words;
use crate::export::words as form;
use crate::listing::charts::{Bar, lengths, topics};
use crate::report::Utf16Report;

const CHARTS: &str = "figure-charts";

/// Both pictures, to be folded away.
#[component]
pub fn Charts(list: List) -> impl IntoView {
    Effect::new(move |drawn: Option<Pictures>| {
        let shown = list.view.get();
        let report = shown.of.as_ref().map(|checked| &checked.report);
        let pictures = report.map(Pictures::of).unwrap_or_default();
        // While words are typed pictures that stay the same are left alone.
        if drawn.as_ref() != Some(&pictures)
            && let Some(charts) = by_id(CHARTS)
        {
            pictures.draw(&charts);
        }
        pictures
    });
    view! {
        <details class="charts" open>
            <summary>{words::CHARTS}</summary>
            <div id=CHARTS></div>
        </details>
    }
}

#[derive(Default, PartialEq)]
struct Pictures {
    /// Of the whole text, which the shares are of.
    chars: usize,
    lengths: Vec<Bar>,
    topics: Vec<Bar>,
}

impl Pictures {
    fn of(report: &Utf16Report) -> Self {
        Self {
            chars: report.chars,
            lengths: lengths(report),
            topics: topics(report, words::NO_TOPIC),
        }
    }

    fn draw(&self, charts: &Element) {
        charts.set_text_content(None);
        chart(charts, words::LENGTHS, &self.lengths, |bar| {
            let share = form::share(bar.amount, self.chars);
            words::length(&form::grouped(bar.amount), &share)
        });
        chart(charts, words::TOPICS, &self.topics, |bar| {
            words::items(bar.amount)
        });
        if let Some(details) = charts.parent_element() {
            let none = charts.first_child().is_none();
            let _ = details.toggle_attribute_with_force("hidden", none);
        }
    }
}

fn chart(
    charts: &Element,
    [title, names, amounts]: [&str; 3],
    bars: &[Bar],
    amount: impl Fn(&Bar) -> String,
) -> Option<()> {
    let longest = bars.iter().map(|bar| bar.amount).max()?;
    let table = child(charts, "table", &[("class", "chart")])?;
    say(&table, "caption", "", title)?;
    let top = child(&child(&table, "thead", &[("class", "vh")])?, "tr", &[])?;
    for name in [names, amounts] {
        head(&top, "col", name)?;
    }
    let body = child(&table, "tbody", &[])?;
    for bar in bars {
        let class = if bar.inner { "inner" } else { "" };
        let row = child(&body, "tr", &[("class", class)])?;
        let name = head(&row, "row", &bar.name)?;
        if !bar.note.is_empty() {
            let _ = name.append_with_str_1(" ");
            say(&name, "small", "", &bar.note)?;
        }
        let cell = child(&child(&row, "td", &[])?, "div", &[])?;
        let width = format!("{}%", form::percent(bar.amount, longest));
        let svg = [
            ("width", &*width),
            ("height", "10"),
            ("aria-hidden", "true"),
        ];
        let svg = child(&cell, "svg", &svg)?;
        child(
            &svg,
            "rect",
            &[("width", "100%"), ("height", "10"), ("rx", "2")],
        )?;
        say(&cell, "span", "", &amount(bar))?;
    }
    Some(())
}

fn head(row: &Element, scope: &str, words: &str) -> Option<Element> {
    let head = child(row, "th", &[("scope", scope)])?;
    head.set_text_content(Some(words));
    Some(head)
}
