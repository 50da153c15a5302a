//! What narrows the table down, how many rows are left, and the button that copies them.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlButtonElement, HtmlInputElement, HtmlSelectElement, InputEvent};

use super::{List, Shown};
use crate::app::clipboard;
use crate::app::dom::{by_id, child, hide, say, set};
use crate::app::text as words;
use crate::export::tab_separated;
use crate::listing::{Choice, Group, Listing, Query};

const SEARCH: &str = "figure-search";
const CLEAR: &str = "figure-clear";
const COPY: &str = "figure-copy";
const COPIED: &str = "figure-copied";

/// One of the two choices among groups of rows.
struct Choices {
    id: &'static str,
    label: &'static str,
    all: &'static str,
    without: &'static str,
    groups: fn(&Listing) -> &[Group],
    of: fn(&mut Query) -> &mut Choice,
}

const CHOICES: [Choices; 2] = [
    Choices {
        id: "figure-indicator",
        label: words::INDICATOR,
        all: words::ALL_INDICATORS,
        without: words::NO_INDICATOR,
        groups: |listing| &listing.indicators,
        of: |query| &mut query.indicator,
    },
    Choices {
        id: "figure-section",
        label: words::SECTION,
        all: words::ALL_SECTIONS,
        without: words::NO_SECTION,
        groups: |listing| &listing.sections,
        of: |query| &mut query.section,
    },
];

/// The row above the table.
pub struct Filters {
    form: Element,
    selects: Vec<(HtmlSelectElement, Vec<Group>)>,
    count: Element,
    clear: Element,
    copy: HtmlButtonElement,
}

impl Filters {
    pub fn make(tab: &Element) -> Self {
        let form = child(tab, "div", &[("class", "filters"), ("role", "search")]);
        set(&form, "aria-label", words::FILTERS_LABEL);
        let search = [
            ("id", SEARCH),
            ("type", "search"),
            ("aria-label", words::SEARCH),
            ("placeholder", words::SEARCH),
            ("autocomplete", "off"),
            ("spellcheck", "false"),
        ];
        child(&form, "input", &search);
        let select = |choices: &Choices| {
            let label = child(&form, "label", &[("class", "choice")]);
            say(&label, "span", "vh", choices.label);
            let select = child(&label, "select", &[("id", choices.id)]);
            (select.unchecked_into(), Vec::new())
        };
        let selects = CHOICES.iter().map(select).collect();
        let foot = child(&form, "p", &[("class", "foot")]);
        let count = child(&foot, "span", &[]);
        let button = |id: &str, class: &str, name: &str| {
            let button = say(&foot, "button", class, name);
            set(&button, "type", "button");
            button.set_id(id);
            button
        };
        let clear = button(CLEAR, "link", words::CLEAR);
        child(&foot, "span", &[("id", COPIED), ("class", "copied")]);
        Self {
            copy: button(COPY, "btn", words::COPY).unchecked_into(),
            form,
            selects,
            count,
            clear,
        }
    }

    pub fn draw(&mut self, shown: &Shown) {
        hide(&self.form, shown.listing.rows.is_empty());
        self.count.set_text_content(Some(&shown.count()));
        hide(&self.clear, shown.query.is_open());
        self.copy.set_disabled(shown.rows.is_empty());
        for ((select, drawn), choices) in self.selects.iter_mut().zip(CHOICES) {
            let offered = choices.offered(shown);
            if *drawn != offered {
                choices.draw(select, &offered);
                *drawn = offered;
            }
            let chosen = choices.chosen(shown);
            let at = drawn.iter().position(|group| group.choice == chosen);
            select.set_selected_index(at.map_or(0, |at| at as i32 + 1));
        }
    }
}

impl Choices {
    fn chosen(&self, shown: &Shown) -> Choice {
        (self.of)(&mut shown.query.clone()).clone()
    }

    /// The groups there are. One chosen that the text has no longer stays among them: a filter does not go by itself.
    fn offered(&self, shown: &Shown) -> Vec<Group> {
        let mut groups = (self.groups)(&shown.listing).to_vec();
        let chosen = self.chosen(shown);
        if chosen != Choice::All && groups.iter().all(|group| group.choice != chosen) {
            groups.push(Group::gone(chosen));
        }
        groups
    }

    fn draw(&self, select: &Element, offered: &[Group]) {
        select.set_text_content(None);
        say(select, "option", "", self.all);
        for group in offered {
            let name = match group.choice {
                Choice::Without => self.without,
                _ => &group.name,
            };
            let words = words::group(name, group.depth, group.count);
            say(select, "option", "", &words);
        }
    }
}

/// Takes over what stands in the search box.
pub fn searched(list: List) {
    if let Some(search) = search() {
        let words = search.value();
        ask(list, &|query| query.words.clone_from(&words));
    }
}

/// The letters of an input method are not yet words.
pub fn typed(list: List, event: &Event) {
    let input = event.dyn_ref::<InputEvent>();
    if input.is_some_and(|input| !input.is_composing()) {
        searched(list);
    }
}

pub fn chosen(list: List, select: &Element) {
    let Some(choices) = CHOICES.iter().find(|choices| choices.id == select.id()) else {
        return;
    };
    let at = select.dyn_ref::<HtmlSelectElement>();
    let at = at.and_then(|select| usize::try_from(select.selected_index() - 1).ok());
    let offered = choices.offered(&list.view.get_untracked());
    let group = at.and_then(|at| offered.into_iter().nth(at));
    let choice = group.map(|group| group.choice).unwrap_or_default();
    ask(list, &|query| *(choices.of)(query) = choice.clone());
}

pub fn clicked(list: List, button: &Element) {
    match &*button.id() {
        CLEAR => clear(list),
        COPY => copy(list),
        _ => {}
    }
}

/// Asks for other rows, and has it read out how many there are.
fn ask(list: List, change: &dyn Fn(&mut Query)) {
    list.query.update(change);
    // What the last copy came to is said until something else is asked for.
    if let Some(copied) = by_id(COPIED) {
        copied.set_text_content(None);
    }
    list.session.say(list.view.get_untracked().count());
}

fn clear(list: List) {
    ask(list, &|query| {
        let order = query.order;
        *query = Query::default();
        query.order = order;
    });
    if let Some(search) = search() {
        search.set_value("");
        let _ = search.focus();
    }
}

fn copy(list: List) {
    let Some(table) = list.view.get_untracked().table() else {
        return;
    };
    let done = words::copied(table.rows.len());
    clipboard::copy(list.session, tab_separated(&table), COPIED, done);
}

fn search() -> Option<HtmlInputElement> {
    by_id(SEARCH)?.dyn_into().ok()
}
