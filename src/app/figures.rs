//! 数据: the figures as a table, each row with its words in the text a click away.

use leptos::prelude::*;

use super::panel::{More, count, go, lit, pick};
use super::state::{Checked, Target, use_session};
use super::text as words;
use crate::export::words as say;

/// So many rows are shown at first, and so many more at each asking: a table of thousands would make the page slow.
const STEP: usize = 200;
/// Where it is not known what a figure counts, so many code units before it are shown.
const LEAD: u32 = 10;

#[derive(Clone, PartialEq)]
struct Row {
    subject: Option<String>,
    context: String,
    value: String,
    qualifier: Option<String>,
    unit: String,
    section: String,
}

fn row(checked: &Checked, index: usize) -> Option<Row> {
    let report = &checked.report;
    let figure = report.figures.get(index)?;
    let section = figure.section.as_ref().and_then(|id| {
        let section = report.sections.iter().find(|section| section.id == *id)?;
        Some(format!("{}{}", section.marker, section.title))
    });
    Some(Row {
        subject: say::indicator(figure)
            .map(str::to_owned)
            .or_else(|| figure.subject.clone()),
        context: checked.with_lead(figure.span, LEAD),
        value: say::value(figure.value),
        qualifier: figure.qualifier.clone(),
        unit: figure.unit.clone(),
        section: section.unwrap_or_default(),
    })
}

/// The table.
#[component]
pub fn Figures() -> impl IntoView {
    let session = use_session();
    let figures = count(session, |report| report.figures.len());
    let limit = RwSignal::new(STEP);
    let lit = lit(session, Target::Figure, |report| {
        let figures = report.figures.iter().enumerate();
        figures.map(|(index, f)| (index, f.span)).collect()
    });
    let figure = move |index: usize| {
        let row = pick(session, move |checked| row(checked, index));
        let jump = move |_| {
            go(session, Some(Target::Figure(index)), |report| {
                Some(report.figures.get(index)?.span)
            });
        };
        let body = move |row: Row| {
            let known = row.subject.is_some();
            let name = row.subject.unwrap_or(row.context);
            view! {
                <th scope="row">
                    <button type="button" class:unknown=!known>{name}</button>
                </th>
                <td class="number">
                    {row.value}
                    {row.qualifier.map(|qualifier| view! { <small>{qualifier}</small> })}
                </td>
                <td>{row.unit}</td>
                <td class="where"><span>{row.section}</span></td>
            }
        };
        view! {
            <tr on:click=jump class:lit=move || lit.get() == Some(index) aria-current=move || (lit.get() == Some(index)).then_some("true")>
                {move || row.get().map(body)}
            </tr>
        }
    };
    view! {
        <Show when=move || figures.get() == 0>
            <p class="calm">{words::NO_FIGURES}</p>
        </Show>
        <Show when=move || { figures.get() > 0 }>
            <table class="figures" aria-label=words::FIGURES_LABEL>
                <thead>
                    <tr>
                        {words::FIGURE_HEADS.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>
                    <For
                        each=move || 0..figures.get().min(limit.get())
                        key=|index| *index
                        children=figure
                    />
                </tbody>
            </table>
        </Show>
        <More limit all=figures step=STEP/>
    }
}
