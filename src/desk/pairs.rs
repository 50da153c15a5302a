//! 雷同: pairs of reports that share passages, looked for in a worker once all are checked.

use std::cell::RefCell;

use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::quote::Quoted;
use super::text as words;
use crate::api;
use crate::app::dom::{by_id, child, say, set, show};
use crate::app::hand::{Hand, Trouble};
use crate::batch::alike::{Pair, Passage};
use crate::text::Source;

// What stands in index.html.
const PANEL: &str = "desk-alike";
const COUNT: &str = "desk-pairs";

/// The search is given up after so long.
const LIMIT_MS: u32 = 120_000;
/// So many reports are handed over before the page gets its turn again.
const AT_ONCE: usize = 100;
/// So many pairs are shown at a time.
const PAIRS: usize = 20;
/// So many passages of a pair are shown at first.
const FEW: usize = 3;

/// A report as the search needs it.
pub struct Report {
    /// Its number in the list.
    pub number: usize,
    /// The name of its body, as far as it is known.
    pub body: String,
    /// Its text.
    pub text: String,
}

/// The search, and what it has found.
pub struct Pairs {
    hand: Hand,
    reports: RefCell<Vec<Report>>,
    pairs: RefCell<Vec<Pair>>,
}

impl Pairs {
    /// Nothing found yet.
    pub fn new() -> Self {
        Self {
            hand: Hand::new("desk"),
            reports: RefCell::default(),
            pairs: RefCell::default(),
        }
    }

    /// Forgets what was found, and gives up what is being looked for.
    pub fn clear(&self) {
        self.hand.end();
        self.reports.take();
        self.pairs.take();
        tell(words::UNSEARCHED);
    }

    /// Looks for what the reports share, and shows it.
    pub async fn search(&self, reports: Vec<Report>) {
        if reports.len() < 2 {
            return tell(words::TOO_FEW);
        }
        tell(words::SEARCHING);
        let (texts, bodies) = (Array::new(), Array::new());
        for (at, report) in reports.iter().enumerate() {
            if at % AT_ONCE == AT_ONCE - 1 {
                TimeoutFuture::new(0).await;
            }
            texts.push(&(&*report.text).into());
            bodies.push(&(&*report.body).into());
        }
        let args = Array::of2(&texts, &bodies);
        let found = self.hand.ask("alike", args, LIMIT_MS).await;
        if found == Err(Trouble::Ended) {
            return;
        }
        // A worker is not kept for what may never come.
        self.hand.end();
        let pairs = found.and_then(|found| {
            let packed = found.dyn_into::<Uint8Array>().ok();
            let pairs = packed.and_then(|packed| api::unpacked::<Vec<Pair>>(&packed.to_vec()));
            pairs.ok_or(Trouble::Broken)
        });
        match pairs {
            Err(why) => tell(words::unfound(why)),
            Ok(pairs) if pairs.is_empty() => tell(words::NO_PAIRS),
            Ok(pairs) => {
                *self.reports.borrow_mut() = reports;
                show(COUNT, Some(&pairs.len().to_string()));
                *self.pairs.borrow_mut() = pairs;
                if let Some(panel) = by_id(PANEL) {
                    panel.set_text_content(None);
                    say(&panel, "p", "calm", words::ALIKE_HINT);
                    child(&panel, "ol", &[("class", "pairs")]);
                    self.more();
                }
            }
        }
    }

    /// Shows some pairs more.
    pub fn more(&self) {
        let Some(panel) = by_id(PANEL) else {
            return;
        };
        let find = |selector| panel.query_selector(selector).ok().flatten();
        if let Some(button) = find("[data-more]") {
            button.remove();
        }
        let Some(list) = find(".pairs") else {
            return;
        };
        let (pairs, reports) = (self.pairs.borrow(), self.reports.borrow());
        let shown = list.child_element_count() as usize;
        for pair in pairs.iter().skip(shown).take(PAIRS) {
            if let [Some(one), Some(other)] = pair.reports.map(|at| reports.get(at)) {
                one_pair(&list, pair, [one, other]);
            }
        }
        let left = pairs.len().saturating_sub(shown + PAIRS);
        if left > 0 {
            let button = say(&panel, "button", "btn more", &words::more_pairs(left));
            set(&button, "type", "button");
            set(&button, "data-more", "");
        }
    }
}

fn tell(words: &str) {
    show(COUNT, None);
    if let Some(panel) = by_id(PANEL) {
        panel.set_text_content(None);
        say(&panel, "p", "calm", words);
    }
}

/// A pair: whose, how much, and the passages side by side, which fold out where they are many.
fn one_pair(list: &Element, pair: &Pair, reports: [&Report; 2]) {
    let item = child(list, "li", &[]);
    let [one, other] = reports;
    say(&item, "h3", "", &words::pair(&one.body, &other.body));
    say(
        &item,
        "p",
        "",
        &words::shares(pair.shares, pair.passages.len()),
    );
    let sources = reports.map(|report| Source::new(&report.text));
    let [first, second] = &sources;
    let sides = [quoted(one, first), quoted(other, second)];
    let (few, more) = pair.passages.split_at(pair.passages.len().min(FEW));
    passages(&item, few, &sides);
    if !more.is_empty() {
        let fold = child(&item, "details", &[]);
        say(&fold, "summary", "", &words::more_passages(more.len()));
        passages(&fold, more, &sides);
    }
}

fn quoted<'a>(report: &'a Report, source: &'a Source) -> Quoted<'a> {
    Quoted {
        number: report.number,
        name: &report.body,
        source,
    }
}

fn passages(parent: &Element, passages: &[Passage], sides: &[Quoted<'_>; 2]) {
    for passage in passages {
        let row = child(parent, "div", &[("class", "beside")]);
        for (span, side) in passage.spans.iter().zip(sides) {
            side.quote(&row, *span);
        }
    }
}
