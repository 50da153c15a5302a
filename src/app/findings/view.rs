//! The frame of the tab: the filter, what can be done with all findings, a heading with a list for each category, and the ignored ones.

use web_sys::Element;

use super::list::{IGNORED, Shown};
use super::rows::{Rows, button};
use crate::app::dom::{child, hide, say, say_whether, set};
use crate::app::text as words;
use crate::listing::findings::place;
use crate::report::Severity;
use crate::rules::Category;

/// What the filter can be set to.
pub const FILTERS: [Option<Severity>; 4] = [
    None,
    Some(Severity::Error),
    Some(Severity::Warning),
    Some(Severity::Notice),
];

/// The tab as it was last drawn.
pub struct View {
    tools: Element,
    filters: [Element; 4],
    keys: Element,
    all: Element,
    /// What is said where nothing is listed.
    nothing: Element,
    groups: [Group; 11],
    ignored: Element,
    fold: Element,
    ignored_rows: Rows,
    restore: Element,
}

struct Group {
    whole: Element,
    count: Element,
    rows: Rows,
}

impl View {
    pub fn make(tab: &Element) -> Self {
        let tools = child(tab, "div", &[("class", "tools")]);
        let seg = [
            ("class", "severities"),
            ("role", "group"),
            ("aria-label", words::SEVERITIES_LABEL),
        ];
        let seg = child(&tools, "div", &seg);
        let filters = [0, 1, 2, 3].map(|at| {
            let button = button(&seg, "", "filter", "");
            set(&button, "data-at", &at.to_string());
            button
        });
        let all = button(&tools, "btn", "all", "");
        let keys = child(tab, "p", &[("class", "keys")]);
        for (key, what) in words::KEYS {
            let hint = child(&keys, "span", &[]);
            say(&hint, "kbd", "", key);
            say(&hint, "span", "", what);
        }
        let nothing = say(tab, "p", "calm", "");
        let groups = Category::ALL.map(|category| {
            let whole = child(tab, "section", &[("hidden", "")]);
            let id = format!("findings-{}", category.letter());
            let head = child(&whole, "h3", &[("class", "sec"), ("id", &id)]);
            say(&head, "span", "", category.name());
            Group {
                count: say(&head, "small", "", ""),
                rows: Rows::make(&whole, &[("aria-labelledby", &id)]),
                whole,
            }
        });
        let ignored = child(tab, "section", &[("class", "ignored")]);
        let fold = button(&ignored, "fold", "unfold", "");
        set(&fold, "data-what", IGNORED);
        let ignored_rows = Rows::make(&ignored, &[("aria-label", words::IGNORED)]);
        let restore = button(&ignored, "btn", "restore-all", words::RESTORE_ALL);
        Self {
            tools,
            filters,
            keys,
            all,
            nothing,
            groups,
            ignored,
            fold,
            ignored_rows,
            restore,
        }
    }

    pub fn draw(&mut self, shown: Shown) {
        let stand = shown.counts.first().is_some_and(|&count| count > 0);
        hide(&self.tools, !stand);
        hide(&self.keys, !stand);
        let filters = FILTERS.iter().zip(&self.filters).zip(shown.counts);
        for ((filter, button), count) in filters {
            button.set_text_content(None);
            say(
                button,
                "span",
                "",
                filter.map_or(words::ALL, Severity::name),
            );
            say(button, "small", "", &count.to_string());
            say_whether(button, "aria-pressed", shown.filter == *filter);
        }
        hide(&self.all, shown.sure == 0);
        self.all
            .set_text_content(Some(&words::apply_all(shown.sure)));
        hide(&self.nothing, !shown.groups.is_empty());
        let nothing = match shown.filter {
            Some(severity) if stand => words::none_of(severity),
            _ => words::no_findings(shown.ignored),
        };
        self.nothing.set_text_content(Some(&nothing));
        let mut found = shown.groups.into_iter().peekable();
        for (at, group) in self.groups.iter_mut().enumerate() {
            let found = found.next_if(|(category, ..)| place(*category) == at);
            hide(&group.whole, found.is_none());
            let (count, rows) = found.map_or((0, Vec::new()), |(_, count, rows)| (count, rows));
            group.count.set_text_content(Some(&count.to_string()));
            group.rows.draw(rows);
        }
        hide(&self.ignored, shown.ignored == 0);
        self.fold
            .set_text_content(Some(&words::ignored(shown.ignored)));
        let open = !shown.ignored_rows.is_empty();
        say_whether(&self.fold, "aria-expanded", open);
        self.ignored_rows.draw(shown.ignored_rows);
        hide(&self.restore, !open);
    }
}
