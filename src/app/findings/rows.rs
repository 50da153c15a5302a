//! The rows as they stand in the page: each is made once and brought up to what it shows, so that nothing flickers or loses its place.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, NodeList};

use super::list::{Card, Item, Row};
use super::{TAB, focus as give_focus};
use crate::app::dom::{by_id, child, light as set_lit, say, say_whether, set};
use crate::app::icon::{icon, severity_tone, tone_class};
use crate::app::state::{Session, Tab};
use crate::app::text as words;
use crate::rules::Certainty;

/// A list of rows.
pub struct Rows {
    list: Element,
    drawn: Vec<Drawn>,
}

/// A row as it was last drawn.
struct Drawn {
    row: Row,
    element: Element,
}

impl Rows {
    pub fn make(parent: &Element, attributes: &[(&str, &str)]) -> Self {
        let list = child(parent, "ul", attributes);
        list.set_class_name("rows");
        Self {
            list,
            drawn: Vec::new(),
        }
    }

    pub fn draw(&mut self, rows: Vec<Row>) {
        let mut old = std::mem::take(&mut self.drawn);
        let mut kept = Vec::new();
        for row in rows {
            // Most often the first of those that are left.
            let at = old.iter().position(|drawn| drawn.row.key == row.key);
            kept.push((row, at.map(|at| old.remove(at))));
        }
        for gone in old {
            gone.element.remove();
        }
        let mut next = self.list.first_element_child();
        for (row, drawn) in kept {
            let element = match drawn {
                Some(drawn) => {
                    update(&drawn, &row);
                    drawn.element
                }
                None => make(&row),
            };
            if next.as_ref() == Some(&element) {
                next = element.next_element_sibling();
            } else {
                let _ = self.list.insert_before(&element, next.as_deref());
            }
            self.drawn.push(Drawn { row, element });
        }
    }
}

fn make(row: &Row) -> Element {
    let element = crate::app::dom::element("li", &[("data-key", &row.key)]);
    fill(&element, row);
    element
}

/// Brings a row up to what it shows now. An explanation that was open stays so.
fn update(drawn: &Drawn, row: &Row) {
    let element = &drawn.element;
    if drawn.row.item != row.item || drawn.row.severity != row.severity {
        let open = element.query_selector("details[open] summary");
        let chosen = element.class_list().contains("chosen");
        element.set_text_content(None);
        fill(element, row);
        if chosen {
            choose(element);
        }
        if let (Ok(Some(_)), Ok(Some(summary))) = (open, element.query_selector("summary")) {
            summary.unchecked_into::<HtmlElement>().click();
        }
    } else if drawn.row.lines != row.lines {
        let places = element.query_selector_all(".line");
        for (line, place) in row.lines.iter().zip(each(places)) {
            place.set_text_content(Some(line));
        }
    }
}

fn fill(element: &Element, row: &Row) {
    let tone = severity_tone(row.severity);
    element.set_class_name("row finding ");
    let _ = element.class_list().add_1(tone_class(tone));
    if let Item::More(count) = row.item {
        let more = button(element, "btn", "more", &words::more(count));
        set(&more, "tabindex", "-1");
        return;
    }
    icon(element, tone);
    let name = row.severity.name();
    match &row.item {
        Item::Fold {
            name: title,
            open,
            sure,
        } => {
            let fold = button(element, "fold", "unfold", title);
            set(&fold, "data-what", &row.key);
            say_whether(&fold, "aria-expanded", *open);
            say(element, "span", "st", name);
            if *sure > 0 {
                let acts = child(element, "div", &[("class", "d")]);
                button(&acts, "btn", "apply", &words::apply_all(*sure));
            }
        }
        Item::Card(card) => {
            heading(element, name, &card.message);
            say(element, "span", "st", name);
            let body = child(element, "div", &[("class", "d")]);
            details(&body, card, &row.lines);
        }
        Item::Ignored(message) => {
            heading(element, name, message);
            button(element, "link", "restore", words::RESTORE);
            let body = child(element, "div", &[("class", "d")]);
            for line in &row.lines {
                say(&body, "p", "line", line);
            }
        }
        Item::More(_) => {}
    }
    tab_stop(element, false);
}

fn heading(row: &Element, severity: &str, message: &str) {
    let head = child(row, "h4", &[]);
    let name = button(&head, "name", "go", "");
    say(&name, "span", "vh", &format!("{severity}："));
    say(&name, "span", "", message);
}

fn details(body: &Element, card: &Card, lines: &[String]) {
    for (at, (quote, line)) in card.quotes.iter().zip(lines).enumerate() {
        let place = child(body, "p", &[("class", "at")]);
        say(&place, "span", "line", line);
        let what = if at == 0 && card.placed { "go" } else { "see" };
        let button = button(&place, "quote", what, quote);
        // Its own words are no related place.
        set(
            &button,
            "data-at",
            &(at - usize::from(card.placed && at > 0)).to_string(),
        );
    }
    // What is put in may be in the words of the button already.
    let change = card.change.as_ref();
    if let Some(change) = change.filter(|c| !c.old.is_empty() || !c.label.contains(&c.new)) {
        let words = child(body, "p", &[("class", "change")]);
        if !change.old.is_empty() {
            say(&words, "span", "vh", words::CHANGE_FROM);
            say(&words, "del", "", &change.old);
        }
        if !change.old.is_empty() && !change.new.is_empty() {
            set(&say(&words, "span", "", " → "), "aria-hidden", "true");
        }
        if !change.new.is_empty() {
            say(&words, "span", "vh", words::CHANGE_TO);
            say(&words, "ins", "", &change.new);
        }
        if change.count > 1 {
            say(&words, "span", "", &words::places(change.count));
        }
    }
    let acts = child(body, "div", &[("class", "acts")]);
    if let Some(change) = &card.change {
        button(&acts, "btn", "apply", &change.label);
    }
    button(&acts, "link", "ignore", words::IGNORE);
    if let Some(basis) = &card.basis {
        say(body, "p", "basis", &format!("{}{basis}", words::BASIS));
    }
    let rule = child(body, "details", &[("class", "rule")]);
    let name = format!("{}{}", words::RULE, card.rule.title);
    let summary = say(&rule, "summary", "", &name);
    set(&summary, "data-do", "rule");
    set(&summary, "data-what", card.rule.slug);
    if card.rule.certainty == Certainty::Hint {
        say(&summary, "small", "", card.rule.certainty.name());
    }
}

/// A button that does something.
pub fn button(parent: &Element, class: &str, what: &str, words: &str) -> Element {
    let button = say(parent, "button", class, words);
    set(&button, "type", "button");
    set(&button, "data-do", what);
    button
}

/// The row that an element is in.
pub fn of(element: &Element) -> Option<Element> {
    element.closest("#findings li").ok().flatten()
}

/// The finding of a row, by its key, or its rule.
pub fn key(row: &Element) -> String {
    row.get_attribute("data-key").unwrap_or_default()
}

/// Every row of the tab in its order.
pub fn all() -> Vec<Element> {
    each(document().query_selector_all("#findings li")).collect()
}

fn each(list: Result<NodeList, wasm_bindgen::JsValue>) -> impl Iterator<Item = Element> {
    let list = list.ok();
    let length = list.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |at| list.as_ref()?.get(at)?.dyn_into().ok())
}

/// Makes the Tab key lead to this row, and to no other.
pub fn choose(row: &Element) {
    for before in each(document().query_selector_all("#findings li.chosen")) {
        tab_stop(&before, false);
    }
    tab_stop(row, true);
}

fn tab_stop(row: &Element, yes: bool) {
    let _ = row.class_list().toggle_with_force("chosen", yes);
    for part in each(row.query_selector_all("button, summary")) {
        set(&part, "tabindex", if yes { "0" } else { "-1" });
    }
}

/// Gives a row the focus.
pub fn focus(row: &Element) {
    if let Ok(Some(first)) = row.query_selector(".name, button") {
        give_focus(&first);
    }
}

/// The row that has the focus.
pub fn focused() -> Option<Element> {
    of(&document().active_element()?)
}

/// Draws, and where the row that had the focus went leads it to the one in its place. The Tab key leads to a row in any case.
pub fn keep_focus(draw: impl FnOnce()) {
    let before = document().active_element().filter(|element| {
        let tab = by_id(TAB);
        tab.is_some_and(|tab| tab.contains(Some(element)))
    });
    let row = before.as_ref().and_then(of);
    let at = row.and_then(|row| all().iter().position(|other| *other == row));
    draw();
    let rows = all();
    let lost = before.is_some_and(|before| !before.is_connected() || !seen(&before));
    if lost {
        let next = at.and_then(|at| rows.get(at).or(rows.last()));
        match (next, by_id("panel-findings")) {
            (Some(row), _) => focus(row),
            (None, Some(panel)) => give_focus(&panel),
            _ => {}
        }
    }
    if let (None, Some(first)) = (rows.iter().find(|row| chosen(row)), rows.first()) {
        choose(first);
    }
}

fn chosen(row: &Element) -> bool {
    row.class_list().contains("chosen")
}

fn seen(element: &Element) -> bool {
    element
        .closest("[hidden]")
        .is_ok_and(|hidden| hidden.is_none())
}

/// Lights the row of a finding, or the line that it is folded into.
pub fn light(session: Session, finding: Option<usize>) {
    for row in each(document().query_selector_all("#findings [aria-current]")) {
        set_lit(&row, false);
    }
    let report = session.report.get_untracked();
    let finding = finding.and_then(|index| report.as_ref()?.report.findings.get(index));
    let Some(finding) = finding else {
        return;
    };
    let row = [&finding.key, &finding.rule]
        .into_iter()
        .find_map(|key| with_key(key));
    if let Some(row) = row {
        set_lit(&row, true);
        if focused().is_none() && session.tab.get_untracked() == Tab::Findings {
            choose(&row);
        }
    }
}

/// The row with a key.
pub fn with_key(key: &str) -> Option<Element> {
    let selector = format!("#findings li[data-key=\"{key}\"]");
    document().query_selector(&selector).ok().flatten()
}
