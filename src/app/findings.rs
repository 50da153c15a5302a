//! 问题: the findings by severity, each with the words it is about, its basis, and a proposed change where there is one.

use leptos::prelude::*;

use super::editor::apply;
use super::icon::{Icon, severity_tone, tone_class};
use super::panel::{More, count, go, lit, pick};
use super::state::{Checked, Session, Target, use_session};
use super::text as words;
use crate::export::words as say;
use crate::report::{Finding, Fix, Severity, Utf16Report};
use crate::rules::{self, Rule};
use crate::text::Utf16Span;

/// Quoted words are cut after so many characters.
const QUOTE: usize = 60;
/// So many of a severity are shown at first, and so many more at each asking.
const STEP: usize = 100;

/// What a card shows. It holds no positions but the line, so that typing in a line leaves the others as they are.
#[derive(Clone, PartialEq)]
struct Card {
    severity: Severity,
    message: String,
    place: Option<Place>,
    related: Vec<Place>,
    fix: Option<Change>,
    basis: Option<String>,
    rule: Option<&'static Rule>,
}

#[derive(Clone, PartialEq)]
struct Place {
    line: String,
    quote: String,
}

#[derive(Clone, PartialEq)]
struct Change {
    label: String,
    /// Old and new words; none where the fix only puts something in.
    words: Option<(String, String)>,
}

fn card(checked: &Checked, index: usize) -> Option<Card> {
    let finding = checked.report.findings.get(index)?;
    let place = |span: Utf16Span| Place {
        line: words::line(checked.line(span)),
        quote: checked.quote(span, QUOTE),
    };
    Some(Card {
        severity: finding.severity,
        message: finding.message.clone(),
        place: finding.span.map(place),
        related: finding.related.iter().map(|r| place(r.span)).collect(),
        fix: finding.fix.as_ref().map(|fix| change(checked, fix)),
        basis: finding.basis.clone(),
        rule: rules::find(&finding.rule),
    })
}

fn change(checked: &Checked, fix: &Fix<Utf16Span>) -> Change {
    let words = match fix.edits.as_slice() {
        [edit] if edit.span.start < edit.span.end => {
            let old = checked.quote(edit.span, QUOTE);
            Some((old, say::clipped(&edit.text, QUOTE)))
        }
        _ => None,
    };
    Change {
        label: fix.label.clone(),
        words,
    }
}

/// The findings.
#[component]
pub fn Findings() -> impl IntoView {
    let session = use_session();
    let all = count(session, |report| report.findings.len());
    let lit = lit(session, Target::Finding, |report| {
        let findings = report.findings.iter().enumerate();
        findings
            .filter_map(|(index, finding)| Some((index, place(report, finding)?)))
            .collect()
    });
    view! {
        <Show when=move || all.get() == 0>
            <p class="calm">{words::NO_FINDINGS}</p>
        </Show>
        <Group severity=Severity::Error lit/>
        <Group severity=Severity::Warning lit/>
        <Group severity=Severity::Notice lit/>
    }
}

/// Where a finding is shown in the text: its words, or else the heading after which something is absent.
fn place(report: &Utf16Report, finding: &Finding<Utf16Span>) -> Option<Utf16Span> {
    let after = || {
        let id = finding.after.as_ref()?;
        let section = report.sections.iter().find(|section| section.id == *id)?;
        Some(section.heading)
    };
    let related = || finding.related.first().map(|related| related.span);
    finding.span.or_else(related).or_else(after)
}

#[component]
fn Group(severity: Severity, lit: Memo<Option<usize>>) -> impl IntoView {
    let session = use_session();
    let indices = pick(session, move |checked| {
        let findings = checked.report.findings.iter().enumerate();
        let of_it = findings.filter(|(_, finding)| finding.severity == severity);
        Some(of_it.map(|(index, _)| index).collect::<Vec<_>>())
    });
    let all = move || indices.with(|indices| indices.as_ref().map_or(0, Vec::len));
    let limit = RwSignal::new(STEP);
    let shown = move || {
        let mut shown = indices.get().unwrap_or_default();
        shown.truncate(limit.get());
        shown
    };
    view! {
        <Show when=move || { all() > 0 }>
            <h3 class="sec">{severity.name()}" "<small>{all}</small></h3>
            <ul class="rows">
                <For each=shown key=|index| *index let(index)>
                    <FindingCard index lit/>
                </For>
            </ul>
        </Show>
        <More limit all=Signal::derive(all) step=STEP/>
    }
}

#[component]
fn FindingCard(index: usize, lit: Memo<Option<usize>>) -> impl IntoView {
    let session = use_session();
    let card = pick(session, move |checked| card(checked, index));
    let tone = move || {
        let severity = card.with(|card| card.as_ref().map(|card| card.severity));
        severity.map_or("quiet", |severity| tone_class(severity_tone(severity)))
    };
    view! {
        <li class=move || format!("row finding {}", tone()) class:lit=move || lit.get() == Some(index) aria-current=move || (lit.get() == Some(index)).then_some("true")>
            {move || card.get().map(|card| body(session, index, card))}
        </li>
    }
}

fn body(session: Session, index: usize, card: Card) -> impl IntoView {
    let jump = move |_| {
        go(session, Some(Target::Finding(index)), |report| {
            place(report, report.findings.get(index)?)
        });
    };
    let related = card
        .related
        .into_iter()
        .enumerate()
        .map(move |(at, related)| {
            let jump = move |_| {
                go(session, Some(Target::Finding(index)), |report| {
                    Some(report.findings.get(index)?.related.get(at)?.span)
                });
            };
            view! {
                <p class="at">
                    <span>{words::SEE_ALSO}{related.line}</span>
                    <button type="button" class="quote" on:click=jump>{related.quote}</button>
                </p>
            }
        });
    let fix = card.fix.map(|change| {
        let words = change.words.map(|(old, new)| {
            view! {
                <p class="change">
                    <span class="vh">{words::CHANGE_FROM}</span>
                    <del>{old}</del>
                    <span aria-hidden="true">" → "</span>
                    <span class="vh">{words::CHANGE_TO}</span>
                    <ins>{new}</ins>
                </p>
            }
        });
        view! {
            {words}
            <div class="acts">
                <button type="button" class="btn" on:click=move |_| change_text(session, index)>
                    {change.label}
                </button>
            </div>
        }
    });
    let severity = card.severity;
    view! {
        <span class="ic"><Icon tone=severity_tone(severity)/></span>
        <h4>
            <button type="button" class="name" on:click=jump>
                <span class="vh">{severity.name()}"："</span>
                {card.message}
            </button>
        </h4>
        <span class="st">{severity.name()}</span>
        <div class="d">
            {card.place.map(|place| view! {
                <p class="at">
                    <span>{place.line}</span>
                    <button type="button" class="quote" on:click=jump>{place.quote}</button>
                </p>
            })}
            {related.collect_view()}
            {fix}
            {card.basis.map(|basis| view! { <p class="basis">{words::BASIS}{basis}</p> })}
            {card.rule.map(|rule| view! {
                <details class="rule">
                    <summary>{words::RULE}{rule.title}</summary>
                    <p>{words::WHAT}{rule.what}</p>
                    <p>{words::WHY}{rule.why}</p>
                    <p>{words::EXAMPLE}{rule.example}</p>
                </details>
            })}
        </div>
    }
}

fn change_text(session: Session, index: usize) {
    let fix = session.report.with_untracked(|checked| {
        let checked = checked.as_ref()?;
        checked.report.findings.get(index)?.fix.clone()
    });
    if let Some(fix) = fix {
        apply(session, &fix);
    }
}
