//! The two pictures above the table. Each is a table whose numbers have a bar beside them, so that it is looked at, read out and printed alike.

use leptos::prelude::*;

use crate::app::panel::pick;
use crate::app::state::use_session;
use crate::app::text as words;
use crate::export::words as say;
use crate::listing::charts::{self, Bar};

/// Both pictures, to be folded away.
#[component]
pub fn Charts() -> impl IntoView {
    let session = use_session();
    let lengths = pick(session, |checked| {
        let report = &checked.report;
        let amount = |bar: &Bar| {
            let share = say::share(bar.amount, report.chars);
            words::length(&say::grouped(bar.amount), &share)
        };
        Chart::of(charts::lengths(report), amount)
    });
    let topics = pick(session, |checked| {
        let bars = charts::topics(&checked.report, words::NO_TOPIC);
        Chart::of(bars, |bar| words::items(bar.amount))
    });
    view! {
        <Show when=move || lengths.get().is_some() || topics.get().is_some()>
            <details class="charts" open>
                <summary>{words::CHARTS}</summary>
                <div>
                    {move || lengths.get().map(|chart| draw(words::LENGTHS, chart))}
                    {move || topics.get().map(|chart| draw(words::TOPICS, chart))}
                </div>
            </details>
        </Show>
    }
}

/// Bars with their amounts in words.
#[derive(Clone, PartialEq)]
struct Chart {
    bars: Vec<(Bar, String)>,
    longest: usize,
}

impl Chart {
    fn of(bars: Vec<Bar>, amount: impl Fn(&Bar) -> String) -> Option<Self> {
        let longest = bars.iter().map(|bar| bar.amount).max()?;
        let words = |bar: Bar| {
            let amount = amount(&bar);
            (bar, amount)
        };
        Some(Self {
            bars: bars.into_iter().map(words).collect(),
            longest,
        })
    }
}

fn draw([title, name, amount]: [&'static str; 3], chart: Chart) -> impl IntoView {
    let longest = chart.longest.max(1) as f64;
    let row = |(bar, amount): (Bar, String)| {
        let width = format!("{:.1}%", bar.amount as f64 * 100.0 / longest);
        let note = Some(bar.note).filter(|note| !note.is_empty());
        view! {
            <tr class:inner=bar.inner>
                <th scope="row">
                    {bar.name}
                    {note.map(|note| view! { " "<small>{note}</small> })}
                </th>
                <td>
                    <div>
                        <svg width="100%" height="10" aria-hidden="true">
                            <rect class="track" width="100%" height="10" rx="2"></rect>
                            <rect width=width height="10" rx="2"></rect>
                        </svg>
                        <span>{amount}</span>
                    </div>
                </td>
            </tr>
        }
    };
    view! {
        <table class="chart">
            <caption>{title}</caption>
            <thead class="vh">
                <tr>
                    <th scope="col">{name}</th>
                    <th scope="col">{amount}</th>
                </tr>
            </thead>
            <tbody>{chart.bars.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
