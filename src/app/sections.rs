//! 结构: the tree of sections, each with its share of the text.

use leptos::prelude::*;
use web_sys::Element;

use super::dom::{child, hear, hide, say, set, share, target, watch};
use super::panel::{go, list, lit};
use super::state::{Checked, Session, Tab, Target};
use super::text as words;
use crate::export::words as form;

#[derive(PartialEq)]
struct Row {
    level: u8,
    marker: String,
    title: String,
    percent: usize,
    chars: String,
    share: String,
}

/// Puts up the tab: the sections in the order of the text, indented by level.
pub fn start(session: Session, body: &Element) {
    let none = say(body, "p", "calm", words::NO_SECTIONS);
    watch(move || {
        let sections = |checked: &Checked| checked.report.sections.len();
        let count = session
            .report
            .with(|checked| checked.as_ref().map(|checked| sections(checked)));
        hide(&none, count != Some(0));
    });
    let tree = child(body, "ol", &[("class", "sections")]);
    hear(&tree, "click", move |event| {
        let button = target(event).and_then(|target| target.closest("button").ok()?);
        let section = button.and_then(|button| button.get_attribute("data-at")?.parse().ok());
        if let Some(index) = section {
            go(session, Some(Target::Section(index)), |report| {
                Some(report.sections.get(index)?.heading)
            });
        }
    });
    let lit = lit(session, Tab::Sections, Target::Section, |report| {
        let sections = report.sections.iter().enumerate();
        sections.map(|(index, s)| (index, s.span)).collect()
    });
    list(session, Tab::Sections, tree, Some(lit), rows, fill);
}

fn rows(checked: &Checked) -> Vec<Row> {
    let report = &checked.report;
    let rows = report.sections.iter().map(|section| Row {
        level: section.level,
        marker: section.marker.clone(),
        title: section.title.clone(),
        percent: form::percent(section.chars, report.chars),
        chars: words::chars(&form::grouped(section.chars)),
        share: form::share(section.chars, report.chars),
    });
    rows.collect()
}

fn fill(element: &Element, at: usize, row: &Row) {
    element.set_class_name(&format!("section level-{}", row.level));
    let button = child(element, "button", &[("type", "button")]);
    set(&button, "data-at", &at.to_string());
    let title = child(&button, "span", &[("class", "title")]);
    say(&title, "b", "", &row.marker);
    let _ = title.append_with_str_1(&row.title);
    say(&button, "span", "chars", &row.chars);
    say(&button, "span", "percent", &row.share);
    share(element, row.percent);
}
