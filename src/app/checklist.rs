//! 清单: the required parts, the elements recognised, and the recommended topics.
//!
//! Each list is made by hand (see `dom`). A button says in `data-go` where it leads, in words that `place` reads; the tab hears for all of them.

use leptos::prelude::*;
use web_sys::Element as Node;

use super::dom::{child, hear, hide, say, set, share, target, watch};
use super::editor::apply;
use super::icon::{icon, tone_class};
use super::panel::{go, list, lit, pick};
use super::state::{Checked, Session, Tab, Target};
use super::text as words;
use crate::export::words::{self as form, Tone};
use crate::report::{Element, Fix, Genre, Part, PartStatus, Utf16Report};
use crate::text::Utf16Span;

/// Quoted words are cut after so many characters.
const QUOTE: usize = 60;
/// More sections of a part than these are counted, not named.
const NAMED: usize = 3;

/// Puts up the tab.
pub fn start(session: Session, body: &Node) {
    let lit = lit(session, Tab::Checklist, Target::Part, |report| {
        let parts = report.parts.iter().enumerate();
        parts
            .flat_map(|(index, part)| places(report, part).map(move |span| (index, span)))
            .collect()
    });
    hear(body, "click", move |event| {
        let button = target(event).and_then(|target| target.closest("[data-go]").ok()?);
        if let Some(place) = button.and_then(|button| button.get_attribute("data-go")) {
            follow(session, &place);
        }
    });

    let other = child(body, "div", &[("class", "calm")]);
    say(&other, "p", "", words::OTHER_GENRE_WHY);
    say(&other, "p", "", words::OTHER_GENRE_SEE);
    let parts = child(body, "ul", &[("class", "rows")]);
    let basis = say(body, "p", "basis foot", "");
    let genre = pick(session, |checked| {
        let basis = checked.report.parts.first().map(|part| part.basis.clone());
        Some((checked.report.genre, basis))
    });
    watch(move || {
        let (genre, told) = genre.get().unwrap_or((Genre::AnnualReport, None));
        hide(&other, genre != Genre::Other);
        hide(&basis, told.is_none());
        let told = told.unwrap_or_default();
        basis.set_text_content(Some(&format!("{}{told}", words::BASIS)));
    });
    list(session, Tab::Checklist, parts, Some(lit), rows, fill);
    start_elements(session, body);
    start_topics(session, body);
}

/// Goes to the place that a button names, or does what it says.
fn follow(session: Session, place: &str) {
    let mut words = place.split(' ');
    let kind = words.next().unwrap_or_default();
    let [index, at, inner] = [(); 3].map(|()| {
        let number = words.next().and_then(|number| number.parse().ok());
        number.unwrap_or_default()
    });
    let part = Some(Target::Part(index));
    match kind {
        "insert" => insert(session, index),
        "part" => go(session, part, |report| {
            places(report, report.parts.get(index)?).next()
        }),
        "section" => go(session, part, |report| {
            let (_, span) = headings(report, report.parts.get(index)?).nth(at)?;
            Some(span)
        }),
        "quote" => go(session, part, |report| {
            report.parts.get(index)?.evidence.get(at).copied()
        }),
        "check" => go(session, part, |report| {
            let check = report.parts.get(index)?.checks.get(at)?;
            check.evidence.get(inner).copied()
        }),
        "element" => go(session, None, |report| {
            Some(elements(report).get(index)?.as_ref()?.span)
        }),
        _ => go(session, None, |report| {
            report.coverage.get(index)?.evidence.first().copied()
        }),
    }
}

/// A button that leads to a place.
fn button(parent: &Node, class: &str, words: &str, place: &str) {
    let button = say(parent, "button", class, words);
    set(&button, "type", "button");
    set(&button, "data-go", place);
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
        Some((form::heading(section), section.heading))
    })
}

/// What a row shows of a part. It holds no positions, so that typing elsewhere leaves it as it is.
#[derive(PartialEq)]
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

#[derive(PartialEq)]
struct Check {
    name: String,
    met: bool,
    quotes: Vec<String>,
}

fn rows(checked: &Checked) -> Vec<Row> {
    let parts = checked.report.parts.iter().enumerate();
    parts
        .map(|(index, part)| row(checked, index, part))
        .collect()
}

fn row(checked: &Checked, index: usize, part: &Part<Utf16Span>) -> Row {
    let report = &checked.report;
    let quotes = |spans: &[Utf16Span]| spans.iter().map(|&s| checked.quote(s, QUOTE)).collect();
    let sections: Vec<String> = headings(report, part).map(|(name, _)| name).collect();
    Row {
        name: part.name.clone(),
        status: form::status(part.status, part.required),
        tone: form::tone(part.status, part.required),
        size: (part.chars > 0).then(|| {
            let share = form::share(part.chars, report.chars);
            let words = words::part_size(&form::grouped(part.chars), &share);
            (form::percent(part.chars, report.chars), words)
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
    }
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

fn fill(element: &Node, index: usize, row: &Row) {
    element.set_class_name(&format!("row {}", tone_class(row.tone)));
    icon(element, row.tone);
    let found = !row.sections.is_empty() || !row.quotes.is_empty();
    let first = format!("part {index}");
    named(element, "h3", &row.name, found.then_some(&*first));
    say(element, "span", "st", row.status);
    let body = child(element, "div", &[("class", "d")]);
    if let Some((percent, words)) = &row.size {
        share(&body, *percent);
        say(&body, "p", "size", words);
    }
    let sections = child(&body, "p", &[("class", "places")]);
    for (at, name) in row.sections.iter().enumerate() {
        button(&sections, "place", name, &format!("section {index} {at}"));
    }
    if row.more > 0 {
        let _ = sections.append_with_str_1(&format!("等 {} 节", row.more + NAMED));
    }
    for (at, quote) in row.quotes.iter().enumerate() {
        button(&body, "quote", quote, &format!("quote {index} {at}"));
    }
    let checks = child(&body, "ul", &[("class", "subs")]);
    for (at, check) in row.checks.iter().enumerate() {
        let (class, told) = if check.met {
            ("met", "已写到：")
        } else {
            ("unmet", "未见：")
        };
        let item = child(&checks, "li", &[("class", class)]);
        say(&item, "span", "vh", told);
        let _ = item.append_with_str_1(&check.name);
        for (inner, quote) in check.quotes.iter().enumerate() {
            button(
                &item,
                "quote",
                quote,
                &format!("check {index} {at} {inner}"),
            );
        }
    }
    if let Some(advice) = &row.advice {
        say(&body, "p", "advice", advice);
    }
    if row.insertable {
        let acts = child(&body, "div", &[("class", "acts")]);
        let insert = format!("insert {index}");
        button(&acts, "btn primary", words::INSERT_HEADING, &insert);
        if found {
            button(&acts, "link", words::SEE_TEXT, &first);
        }
    }
}

/// The heading of a row, which leads to a place where there is one.
fn named(row: &Node, level: &str, name: &str, place: Option<&str>) {
    let heading = child(row, level, &[]);
    match place {
        Some(place) => button(&heading, "name", name, place),
        None => heading.set_text_content(Some(name)),
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
fn start_elements(session: Session, body: &Node) {
    let texts = pick(session, |checked| {
        if checked.report.genre == Genre::Other {
            return None;
        }
        let texts = elements(&checked.report).map(|element| element.map(|element| element.text));
        texts.iter().any(Option::is_some).then_some(texts)
    });
    let heading = say(body, "h3", "sec", words::ELEMENTS);
    let list = child(body, "dl", &[("class", "elements")]);
    watch(move || {
        let texts = texts.get();
        hide(&heading, texts.is_none());
        list.set_text_content(None);
        let named = words::ELEMENT_NAMES
            .into_iter()
            .zip(texts.into_iter().flatten());
        for (index, (name, text)) in named.enumerate() {
            let row = child(&list, "div", &[]);
            say(&row, "dt", "", name);
            let value = child(&row, "dd", &[]);
            match text {
                Some(text) => button(&value, "place", &text, &format!("element {index}")),
                None => {
                    say(&value, "span", "none", words::NOT_SEEN);
                }
            }
        }
    });
}

/// The recommended topics, each with its characters. What is not there is 未见, never missing.
fn start_topics(session: Session, body: &Node) {
    let heading = say(body, "h3", "sec", "");
    let counts = pick(session, |checked| {
        let topics = &checked.report.coverage;
        let seen = topics.iter().filter(|topic| topic.chars > 0).count();
        (!topics.is_empty()).then_some((seen, topics.len()))
    });
    watch(move || {
        let counts = counts.get();
        hide(&heading, counts.is_none());
        let told = counts.map(|(seen, all)| words::coverage(seen, all));
        heading.set_text_content(told.as_deref());
    });
    let topics = child(body, "ul", &[("class", "rows")]);
    list(
        session,
        Tab::Checklist,
        topics,
        None,
        topic_rows,
        fill_topic,
    );
}

fn topic_rows(checked: &Checked) -> Vec<(String, usize)> {
    let topics = checked.report.coverage.iter();
    topics
        .map(|topic| (topic.name.clone(), topic.chars))
        .collect()
}

fn fill_topic(element: &Node, index: usize, (name, chars): &(String, usize)) {
    element.set_class_name("row topic");
    let seen = *chars > 0;
    icon(element, if seen { Tone::Good } else { Tone::Quiet });
    let place = format!("topic {index}");
    named(element, "h4", name, seen.then_some(&*place));
    let told = words::chars(&form::grouped(*chars));
    say(
        element,
        "span",
        "st",
        if seen { &told } else { words::NOT_SEEN },
    );
}
