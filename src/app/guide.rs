//! 规则说明: what every rule looks at and why, to search and to print, in a window over the page.
//!
//! It is made by hand (see `dom`), and anew each time that it is opened.

use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement};

use super::dom::{by_id, child, element, hide_by_id, on, say, set, target, touch, watch};
use super::icon::{severity_tone, tone_class};
use super::state::Session;
use super::text as words;
use super::texts;
use crate::rules::{Category, RULES, Rule};
use crate::text::folded::search_form;

const BUTTON: &str = "guide-open";
const GUIDE: &str = "guide";
const TITLE: &str = "guide-title";
const SEARCH: &str = "guide-search";
const COUNT: &str = "guide-count";
const NOTHING: &str = "guide-nothing";
const CLOSE: &str = "guide-close";

/// Opens it whenever the session shows a rule.
pub fn start(session: Session) {
    on(BUTTON, "click", move |_| open(session, None));
    watch(move || {
        if let Some(slug) = session.rule_shown.get() {
            open(session, Some(slug));
        }
    });
}

/// The window. It comes before all else, so that on paper it can stand in the place of the rest (see rules.css).
fn window_of(session: Session) -> Option<HtmlDialogElement> {
    let dialog = match by_id(GUIDE) {
        Some(dialog) => dialog,
        None => {
            let attributes = [
                ("id", GUIDE),
                ("class", "guide"),
                ("aria-labelledby", TITLE),
            ];
            let dialog = element("dialog", &attributes);
            document().body()?.prepend_with_node_1(&dialog).ok()?;
            for name in ["close", "click", "input", "keydown"] {
                let heard = move |event: &Event| heard(session, event);
                EventListener::new(&dialog, name, heard).forget();
            }
            dialog
        }
    };
    dialog.dyn_into().ok()
}

fn heard(session: Session, event: &Event) {
    match event.type_().as_str() {
        "close" => session.rule_shown.set(None),
        "input" => search(),
        // The keys of the page do nothing here.
        "keydown" => event.stop_propagation(),
        _ => {
            let target = target(event);
            // The window itself is only hit beside what it holds: on the page behind it.
            match target.map(|target| target.id()).as_deref() {
                Some(GUIDE | CLOSE) => {
                    if let Some(dialog) = window_of(session) {
                        dialog.close();
                    }
                }
                Some(id) => show_category(id),
                None => {}
            }
        }
    }
}

/// Opens it, at a rule or at its beginning.
pub fn open(session: Session, slug: Option<&str>) {
    let Some(dialog) = window_of(session) else {
        return;
    };
    fill(&dialog);
    search();
    if !dialog.open() {
        let _ = dialog.show_modal();
    }
    let lit = slug.and_then(|slug| by_id(&rule_id(slug)));
    if let Some(rule) = &lit {
        let _ = rule.class_list().add_1("lit");
        set(rule, "tabindex", "-1");
    }
    let rule = lit.clone();
    texts::then(session, move || {
        tell();
        search();
        if let Some(rule) = rule {
            rule.scroll_into_view();
        }
    });
    let search = if touch() { None } else { by_id(SEARCH) };
    let first = lit.or(search).or_else(|| by_id(CLOSE));
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        let _ = first.focus();
    }
}

fn rule_id(slug: &str) -> String {
    format!("rule-{slug}")
}

/// The place of a category, and the button that leads there.
fn category_id(what: &str, category: Category) -> String {
    format!("{what}-{}", category.letter())
}

fn fill(dialog: &Element) {
    dialog.set_text_content(None);
    let head = child(dialog, "header", &[]);
    let title = say(&head, "h2", "", words::GUIDE);
    set(&title, "id", TITLE);
    let count = child(&head, "p", &[("id", COUNT), ("aria-live", "polite")]);
    count.set_class_name("count");
    let field = [
        ("id", SEARCH),
        ("type", "search"),
        ("aria-label", words::GUIDE_SEARCH),
        ("placeholder", words::GUIDE_HINT),
        ("autocomplete", "off"),
        ("spellcheck", "false"),
    ];
    child(&head, "input", &field);
    let close = say(&head, "button", "btn", words::CLOSE);
    set(&close, "id", CLOSE);

    let nav = child(dialog, "nav", &[("aria-label", words::GUIDE_CATEGORIES)]);
    let list = [
        ("class", "told"),
        ("tabindex", "0"),
        ("role", "region"),
        ("aria-label", words::GUIDE_LIST),
    ];
    let list = child(dialog, "div", &list);
    let nothing = say(&list, "p", "calm", words::GUIDE_NOTHING);
    set(&nothing, "id", NOTHING);
    for category in Category::ALL {
        let rules = || RULES.iter().filter(|rule| rule.category == category);
        if rules().next().is_none() {
            continue;
        }
        let button = say(&nav, "button", "", category.name());
        set(&button, "id", &category_id("to", category));
        let section = child(&list, "section", &[("id", &category_id("of", category))]);
        say(&section, "h3", "", category.name());
        for rule in rules() {
            name(&section, rule);
        }
    }
}

fn name(section: &Element, rule: &Rule) {
    let article = child(section, "article", &[("id", &rule_id(rule.slug))]);
    article.set_class_name(tone_class(severity_tone(rule.severity)));
    let title = child(&article, "h4", &[]);
    say(&title, "small", "", rule.code);
    say(&title, "span", "", rule.title);
    say(&title, "b", "st", rule.severity.name());
    say(&title, "b", "st sure", rule.certainty.name());
}

/// Puts the texts of the rules under their names.
fn tell() {
    texts::each(|rule, texts| {
        let article = by_id(&rule_id(rule.slug)).filter(|it| it.child_element_count() == 1);
        if let Some(article) = article {
            texts::tell(&article, &texts);
        }
    });
}

/// Shows the rules that hold all the words looked for.
fn search() {
    let field = by_id(SEARCH).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let query = field.map(|field| field.value()).unwrap_or_default();
    let query: Vec<String> = query.split_whitespace().map(search_form).collect();
    let mut found = Vec::new();
    texts::each(|rule, texts| {
        let told = rule.search_text(&texts);
        let hidden = !query.iter().all(|words| told.contains(words));
        hide_by_id(&rule_id(rule.slug), hidden);
        if !hidden {
            found.push(rule.category);
        }
    });
    for category in Category::ALL {
        for what in ["of", "to"] {
            hide_by_id(&category_id(what, category), !found.contains(&category));
        }
    }
    let shown = found.len();
    hide_by_id(NOTHING, shown > 0);
    if let Some(count) = by_id(COUNT) {
        count.set_text_content(Some(&words::rules_shown(shown, RULES.len())));
    }
}

/// Brings a category into view, where it is the button to it that was clicked.
fn show_category(id: &str) {
    let section = id.strip_prefix("to-").map(|letter| format!("of-{letter}"));
    if let Some(section) = section.and_then(|section| by_id(&section)) {
        section.scroll_into_view();
    }
}
