//! The settings: what was recognised, and a way to overrule it.

use leptos::prelude::*;

use super::panel::pick;
use super::state::use_session;
use super::text as words;
use crate::export::words as say;
use crate::report::{BodyKind, Purpose, Settings};

/// The first year that can be chosen: reports of this kind began with the 纲要 of 2015.
const FIRST_YEAR: u16 = 2015;

/// Kind of body, year, and purpose.
#[component]
pub fn SettingsBar() -> impl IntoView {
    let session = use_session();
    let settings = session.settings;
    let change = move |change: &dyn Fn(&mut Settings)| {
        settings.update(change);
        session.check();
    };
    let elements = pick(session, |checked| {
        let elements = &checked.report.elements;
        Some((elements.body_kind, elements.report_year))
    });
    // What is left open shows what was recognised.
    let open = move |name: &str, chosen: bool, found: Option<String>| match (
        chosen,
        elements.get(),
        found,
    ) {
        (true, ..) => words::recognise(""),
        (_, None, _) => words::recognise(name),
        (_, _, None) => words::unrecognised(name),
        (_, _, Some(found)) => words::recognised(&found),
    };
    let open_kind = move || {
        let found = elements.get().and_then(|(kind, _)| kind);
        open(
            words::BODY_KIND,
            settings.get().body_kind.is_some(),
            found.map(|kind| kind.name().to_owned()),
        )
    };
    let open_year = move || {
        let found = elements.get().and_then(|(_, year)| year);
        open(
            words::REPORT_YEAR,
            settings.get().report_year.is_some(),
            found.map(words::year),
        )
    };
    let kind_value = move || {
        let chosen = settings.get().body_kind;
        let at = BodyKind::ALL.iter().position(|&kind| chosen == Some(kind));
        at.map_or_else(String::new, |at| at.to_string())
    };
    let year_value = move || {
        let chosen = settings.get().report_year;
        chosen.map_or_else(String::new, |year| year.to_string())
    };
    let this_year = u16::try_from(js_sys::Date::new_0().get_full_year()).unwrap_or(FIRST_YEAR);
    let kinds = BodyKind::ALL.iter().enumerate();
    let kinds =
        kinds.map(|(at, kind)| view! { <option value=at.to_string()>{kind.name()}</option> });
    let years = (FIRST_YEAR..=this_year).rev();
    let years =
        years.map(|year| view! { <option value=year.to_string()>{words::year(year)}</option> });
    let purpose = move |purpose: Purpose| {
        view! {
            <label>
                <input
                    type="radio"
                    name="purpose"
                    prop:checked=move || settings.get().purpose == purpose
                    on:change=move |_| change(&|settings| settings.purpose = purpose)
                />
                <span>{say::purpose(purpose)}</span>
            </label>
        }
    };
    view! {
        <form class="settings" aria-label=words::SETTINGS_LABEL on:submit=|event| event.prevent_default()>
            <label class="choice">
                <span class="vh">{words::BODY_KIND}</span>
                <select
                    prop:value=kind_value
                    on:change=move |event| {
                        let at: Option<usize> = event_target_value(&event).parse().ok();
                        let kind = at.and_then(|at| BodyKind::ALL.get(at).copied());
                        change(&|settings| settings.body_kind = kind);
                    }
                >
                    <option value="">{open_kind}</option>
                    {kinds.collect_view()}
                </select>
            </label>
            <label class="choice">
                <span class="vh">{words::REPORT_YEAR}</span>
                <select
                    prop:value=year_value
                    on:change=move |event| {
                        let year = event_target_value(&event).parse().ok();
                        change(&|settings| settings.report_year = year);
                    }
                >
                    <option value="">{open_year}</option>
                    {years.collect_view()}
                </select>
            </label>
            <fieldset class="seg">
                <legend class="vh">{words::PURPOSE}</legend>
                {purpose(Purpose::Public)} {purpose(Purpose::Submission)}
            </fieldset>
        </form>
    }
}
