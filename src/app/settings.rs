//! The settings: what was recognised, and a way to overrule it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};

use super::dom::{by_id, on, say, set, watch};
use super::panel::pick;
use super::state::Session;
use super::text as words;
use crate::report::{BodyKind, Purpose, Settings};

/// The first year that can be chosen: reports of this kind began with the 纲要 of 2015.
const FIRST_YEAR: u16 = 2015;

// What stands in index.html.
const KIND: &str = "body-kind";
const YEAR: &str = "report-year";
const PURPOSES: [(&str, Purpose); 2] = [
    ("public", Purpose::Public),
    ("submission", Purpose::Submission),
];

/// Fills the choices, has them show what was recognised, and takes over what is chosen.
pub fn start(session: Session) {
    let settings = session.settings;
    for (at, kind) in BodyKind::ALL.iter().enumerate() {
        option(KIND, &at.to_string(), kind.name());
    }
    let this_year = u16::try_from(js_sys::Date::new_0().get_full_year()).unwrap_or(FIRST_YEAR);
    for year in (FIRST_YEAR..=this_year).rev() {
        option(YEAR, &year.to_string(), &words::year(year));
    }

    let change = move |change: &dyn Fn(&mut Settings)| {
        settings.update(change);
        session.check();
    };
    on(KIND, "change", move |event| {
        let at: Option<usize> = value(event).parse().ok();
        let kind = at.and_then(|at| BodyKind::ALL.get(at).copied());
        change(&|settings| settings.body_kind = kind);
    });
    on(YEAR, "change", move |event| {
        let year = value(event).parse().ok();
        change(&|settings| settings.report_year = year);
    });
    for (id, purpose) in PURPOSES {
        on(id, "change", move |_| {
            change(&|settings| settings.purpose = purpose)
        });
    }

    let elements = pick(session, |checked| {
        let elements = &checked.report.elements;
        Some((elements.body_kind, elements.report_year))
    });
    watch(move || {
        let Settings {
            body_kind,
            report_year,
            purpose,
        } = settings.get();
        let found = elements.get();
        let kind = found.map(|(kind, _)| kind.map(|kind| kind.name().to_owned()));
        let at = BodyKind::ALL
            .iter()
            .position(|&kind| body_kind == Some(kind));
        choose(KIND, words::BODY_KIND, at.map(|at| at.to_string()), kind);
        let year = found.map(|(_, year)| year.map(words::year));
        let chosen = report_year.map(|year| year.to_string());
        choose(YEAR, words::REPORT_YEAR, chosen, year);
        for (id, of) in PURPOSES {
            let button = by_id(id).and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            if let Some(button) = button {
                button.set_checked(of == purpose);
            }
        }
    });
}

fn option(select: &str, value: &str, words: &str) {
    if let Some(select) = by_id(select) {
        set(&say(&select, "option", "", words), "value", value);
    }
}

/// Shows what was chosen; what is left open shows what was `found`, once there was a check.
fn choose(id: &str, name: &str, chosen: Option<String>, found: Option<Option<String>>) {
    let Some(select) = by_id(id).and_then(|select| select.dyn_into::<HtmlSelectElement>().ok())
    else {
        return;
    };
    let open = match (&chosen, found) {
        (Some(_), _) => words::recognise(""),
        (None, None) => words::recognise(name),
        (None, Some(None)) => words::unrecognised(name),
        (None, Some(Some(found))) => words::recognised(&found),
    };
    if let Some(first) = select.first_element_child() {
        first.set_text_content(Some(&open));
    }
    select.set_value(&chosen.unwrap_or_default());
}

fn value(event: &Event) -> String {
    let select = event
        .target()
        .and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
    select.map(|select| select.value()).unwrap_or_default()
}
