//! 清单: the required parts, the elements recognised, and the recommended topics.

use leptos::prelude::*;

use super::editor::apply;
use super::icon::{Icon, tone_class};
use super::panel::{count, go, lit, pick};
use super::state::{Checked, Session, Target, use_session};
use super::text as words;
use crate::export::words::{self as say, Tone};
use crate::report::{Element, Fix, Genre, Part, PartStatus, Utf16Report};
use crate::text::Utf16Span;

/// Quoted words are cut after so many characters.
const QUOTE: usize = 60;
/// More sections of a part than these are counted, not named.
const NAMED: usize = 3;

/// The checklist.
#[component]
pub fn Checklist() -> impl IntoView {
    let session = use_session();
    let other = pick(session, |checked| {
        (checked.report.genre == Genre::Other).then_some(())
    });
    let parts = count(session, |report| report.parts.len());
    let basis = pick(session, |checked| {
        checked.report.parts.first().map(|part| part.basis.clone())
    });
    let lit = lit(session, Target::Part, |report| {
        let parts = report.parts.iter().enumerate();
        parts
            .flat_map(|(index, part)| places(report, part).map(move |span| (index, span)))
            .collect()
    });
    view! {
        <Show when=move || other.get().is_some()>
            <div class="calm">
                <p>{words::OTHER_GENRE_WHY}</p>
                <p>{words::OTHER_GENRE_SEE}</p>
            </div>
        </Show>
        <ul class="rows">
            <For each=move || 0..parts.get() key=|index| *index let(index)>
                <PartRow index lit/>
            </For>
        </ul>
        {move || basis.get().map(|basis| view! { <p class="basis foot">{words::BASIS}{basis}</p> })}
        <Elements/>
        <Coverage/>
    }
}

/// All places of a part: its sections' headings first, then its evidence.
fn places<'a>(
    report: &'a Utf16Report,
    part: &'a Part<Utf16Span>,
) -> impl Iterator<Item = Utf16Span> + 'a {
    headings(report, part)
        .map(|(_, span)| span)
        .chain(part.evidence.iter().copied())
}

fn headings<'a>(
    report: &'a Utf16Report,
    part: &'a Part<Utf16Span>,
) -> impl Iterator<Item = (String, Utf16Span)> + 'a {
    part.sections.iter().filter_map(|id| {
        let section = report.sections.iter().find(|section| section.id == *id)?;
        Some((say::heading(section), section.heading))
    })
}

/// What a row shows of a part. It holds no positions, so that typing elsewhere leaves it as it is.
#[derive(Clone, PartialEq)]
struct Row {
    name: String,
    status: &'static str,
    tone: Tone,
    size: Option<(usize, String)>,
    sections: Vec<String>,
    more: usize,
    quotes: Vec<String>,
    checks: Vec<Check>,
    advice: Option<String>,
    insertable: bool,
}

#[derive(Clone, PartialEq)]
struct Check {
    name: String,
    met: bool,
    quotes: Vec<String>,
}

fn row(checked: &Checked, index: usize) -> Option<Row> {
    let report = &checked.report;
    let part = report.parts.get(index)?;
    let quotes = |spans: &[Utf16Span]| spans.iter().map(|&s| checked.quote(s, QUOTE)).collect();
    let sections: Vec<String> = headings(report, part).map(|(name, _)| name).collect();
    Some(Row {
        name: part.name.clone(),
        status: say::status(part.status, part.required),
        tone: say::tone(part.status, part.required),
        size: (part.chars > 0).then(|| {
            let share = say::share(part.chars, report.chars);
            let words = words::part_size(&say::grouped(part.chars), &share);
            (say::percent(part.chars, report.chars), words)
        }),
        more: sections.len().saturating_sub(NAMED),
        quotes: if sections.is_empty() {
            quotes(&part.evidence)
        } else {
            Vec::new()
        },
        sections: sections.into_iter().take(NAMED).collect(),
        checks: part
            .checks
            .iter()
            .map(|check| Check {
                name: check.name.clone(),
                met: check.met,
                quotes: quotes(&check.evidence),
            })
            .collect(),
        advice: part.advice.clone(),
        insertable: insertion(report, index).is_some(),
    })
}

/// The proposed heading of a part that has none: the fix of the finding that names it.
fn insertion(report: &Utf16Report, index: usize) -> Option<&Fix<Utf16Span>> {
    let part = report.parts.get(index)?;
    if !matches!(part.status, PartStatus::Missing | PartStatus::Mentioned) {
        return None;
    }
    report
        .findings
        .iter()
        .filter(|finding| finding.rule == "missing-part" && finding.message.contains(&part.name))
        .find_map(|finding| finding.fix.as_ref())
}

fn insert(session: Session, index: usize) {
    let fix = session.report.with_untracked(|checked| {
        let checked = checked.as_ref()?;
        insertion(&checked.report, index).cloned()
    });
    if let Some(fix) = fix {
        apply(session, vec![fix.edits], None);
    }
}

#[component]
fn PartRow(index: usize, lit: Memo<Option<usize>>) -> impl IntoView {
    let session = use_session();
    let row = pick(session, move |checked| row(checked, index));
    let tone = move || row.with(|row| row.as_ref().map_or(Tone::Quiet, |row| row.tone));
    let jump = move |place: fn(&Part<Utf16Span>, usize) -> Option<Utf16Span>, at: usize| {
        go(session, Some(Target::Part(index)), |report| {
            place(report.parts.get(index)?, at)
        });
    };
    let first = move |_| {
        go(session, Some(Target::Part(index)), |report| {
            places(report, report.parts.get(index)?).next()
        });
    };
    let section = move |at: usize| {
        go(session, Some(Target::Part(index)), |report| {
            let (_, span) = headings(report, report.parts.get(index)?).nth(at)?;
            Some(span)
        });
    };
    let body = move |row: Row| {
        let found = !row.sections.is_empty() || !row.quotes.is_empty();
        let sections = row.sections.into_iter().enumerate().map(move |(at, name)| {
            view! {
                <button type="button" class="place" on:click=move |_| section(at)>{name}</button>
            }
        });
        let more = (row.more > 0).then(|| format!("等 {} 节", row.more + NAMED));
        let quotes = row.quotes.into_iter().enumerate().map(move |(at, quote)| {
            view! {
                <button
                    type="button"
                    class="quote"
                    on:click=move |_| jump(|part, at| part.evidence.get(at).copied(), at)
                >
                    {quote}
                </button>
            }
        });
        let checks = row
            .checks
            .into_iter()
            .enumerate()
            .map(move |(which, check)| {
                let quotes = check
                    .quotes
                    .into_iter()
                    .enumerate()
                    .map(move |(at, quote)| {
                        view! {
                            <button
                                type="button"
                                class="quote"
                                on:click=move |_| {
                                    go(session, Some(Target::Part(index)), |report| {
                                        let check = report.parts.get(index)?.checks.get(which)?;
                                        check.evidence.get(at).copied()
                                    });
                                }
                            >
                                {quote}
                            </button>
                        }
                    });
                view! {
                    <li class=if check.met { "met" } else { "unmet" }>
                        <span class="vh">{if check.met { "已写到：" } else { "未见：" }}</span>
                        {check.name}
                        {quotes.collect_view()}
                    </li>
                }
            });
        view! {
            <span class="ic"><Icon tone=row.tone/></span>
            <h3>
                {if found {
                    view! { <button type="button" class="name" on:click=first>{row.name}</button> }.into_any()
                } else {
                    view! { {row.name} }.into_any()
                }}
            </h3>
            <span class="st">{row.status}</span>
            <div class="d">
                {row.size.map(|(percent, words)| {
                    view! {
                        <div class="share" aria-hidden="true">
                            <i style:width=format!("{percent}%")></i>
                        </div>
                        <p class="size">{words}</p>
                    }
                })}
                <p class="places">{sections.collect_view()} {more}</p>
                {quotes.collect_view()}
                <ul class="subs">{checks.collect_view()}</ul>
                {row.advice.map(|advice| view! { <p class="advice">{advice}</p> })}
                {row.insertable.then(|| {
                    view! {
                        <div class="acts">
                            <button
                                type="button"
                                class="btn primary"
                                on:click=move |_| insert(session, index)
                            >
                                {words::INSERT_HEADING}
                            </button>
                            {found.then(|| view! {
                                <button type="button" class="link" on:click=first>{words::SEE_TEXT}</button>
                            })}
                        </div>
                    }
                })}
            </div>
        }
    };
    view! {
        <li class=move || format!("row {}", tone_class(tone())) class:lit=move || lit.get() == Some(index) aria-current=move || (lit.get() == Some(index)).then_some("true")>
            {move || row.get().map(body)}
        </li>
    }
}

fn elements(report: &Utf16Report) -> [Option<Element<Utf16Span>>; 7] {
    let elements = report.elements.clone();
    let date = elements.date.map(|date| Element {
        text: date.text,
        span: date.span,
    });
    [
        elements.title,
        elements.issuer,
        elements.doc_number,
        elements.signer,
        elements.addressee,
        elements.signature,
        date,
    ]
}

/// Title, number, date and the like, as printed.
#[component]
fn Elements() -> impl IntoView {
    let session = use_session();
    let texts = pick(session, |checked| {
        if checked.report.genre == Genre::Other {
            return None;
        }
        let texts = elements(&checked.report).map(|element| element.map(|element| element.text));
        texts.iter().any(Option::is_some).then_some(texts)
    });
    let rows = move |texts: [Option<String>; 7]| {
        let rows = words::ELEMENT_NAMES.into_iter().zip(texts).enumerate();
        rows.map(move |(at, (name, text))| {
            let jump = move |_| {
                go(session, None, |report| {
                    let elements = elements(report);
                    elements.get(at)?.as_ref().map(|element| element.span)
                });
            };
            let value = match text {
                Some(text) => {
                    view! { <button type="button" class="place" on:click=jump>{text}</button> }
                        .into_any()
                }
                None => view! { <span class="none">{words::NOT_SEEN}</span> }.into_any(),
            };
            view! { <div><dt>{name}</dt><dd>{value}</dd></div> }
        })
        .collect_view()
    };
    move || {
        texts.get().map(|texts| {
            view! {
                <h3 class="sec">{words::ELEMENTS}</h3>
                <dl class="elements">{rows(texts)}</dl>
            }
        })
    }
}

/// The recommended topics. What is not there is 未见, never missing.
#[component]
fn Coverage() -> impl IntoView {
    let session = use_session();
    let heading = pick(session, |checked| {
        let topics = &checked.report.coverage;
        let seen = topics.iter().filter(|topic| topic.chars > 0).count();
        (!topics.is_empty()).then(|| words::coverage(seen, topics.len()))
    });
    let topics = count(session, |report| report.coverage.len());
    let topic = move |index: usize| {
        let topic = pick(session, move |checked| {
            let topic = checked.report.coverage.get(index)?;
            Some((topic.name.clone(), topic.chars))
        });
        let jump = move |_| {
            go(session, None, |report| {
                report.coverage.get(index)?.evidence.first().copied()
            });
        };
        let body = move |(name, chars): (String, usize)| {
            if chars > 0 {
                let chars = words::chars(&say::grouped(chars));
                view! {
                    <span class="ic"><Icon tone=Tone::Good/></span>
                    <h4><button type="button" class="name" on:click=jump>{name}</button></h4>
                    <span class="st">{chars}</span>
                }
                .into_any()
            } else {
                view! {
                    <span class="ic"><Icon tone=Tone::Quiet/></span>
                    <h4>{name}</h4>
                    <span class="st">{words::NOT_SEEN}</span>
                }
                .into_any()
            }
        };
        view! { <li class="row topic">{move || topic.get().map(body)}</li> }
    };
    view! {
        {move || heading.get().map(|heading| view! { <h3 class="sec">{heading}</h3> })}
        <ul class="rows">
            <For each=move || 0..topics.get() key=|index| *index children=topic/>
        </ul>
    }
}
