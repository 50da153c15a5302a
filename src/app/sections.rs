//! 结构: the tree of sections, each with its share of the text.

use leptos::prelude::*;

use super::panel::{count, go, lit, pick};
use super::state::{Target, use_session};
use super::text as words;
use crate::export::words as say;

#[derive(Clone, PartialEq)]
struct Row {
    level: u8,
    marker: String,
    title: String,
    percent: usize,
    chars: String,
    share: String,
}

/// The sections in the order of the text, indented by level.
#[component]
pub fn Sections() -> impl IntoView {
    let session = use_session();
    let sections = count(session, |report| report.sections.len());
    let lit = lit(session, Target::Section, |report| {
        let sections = report.sections.iter().enumerate();
        sections.map(|(index, s)| (index, s.span)).collect()
    });
    let section = move |index: usize| {
        let row = pick(session, move |checked| {
            let report = &checked.report;
            let section = report.sections.get(index)?;
            Some(Row {
                level: section.level,
                marker: section.marker.clone(),
                title: section.title.clone(),
                percent: say::percent(section.chars, report.chars),
                chars: words::chars(&say::grouped(section.chars)),
                share: say::share(section.chars, report.chars),
            })
        });
        let jump = move |_| {
            go(session, Some(Target::Section(index)), |report| {
                Some(report.sections.get(index)?.heading)
            });
        };
        let level = move || row.with(|row| row.as_ref().map_or(1, |row| row.level));
        let body = move |row: Row| {
            view! {
                <button type="button" on:click=jump>
                    <span class="title"><b>{row.marker}</b>{row.title}</span>
                    <span class="chars">{row.chars}</span>
                    <span class="percent">{row.share}</span>
                </button>
                <div class="share" aria-hidden="true"><i style:width=format!("{}%", row.percent)></i></div>
            }
        };
        view! {
            <li class=move || format!("section level-{}", level()) class:lit=move || lit.get() == Some(index) aria-current=move || (lit.get() == Some(index)).then_some("true")>
                {move || row.get().map(body)}
            </li>
        }
    };
    view! {
        <Show when=move || sections.get() == 0>
            <p class="calm">{words::NO_SECTIONS}</p>
        </Show>
        <ol class="sections">
            <For each=move || 0..sections.get() key=|index| *index children=section/>
        </ol>
    }
}
