//! The session: all state of the page, in one value that every view is given.
//!
//! The textarea owns the text; the session holds a copy, the report of it, and the changes made since that report.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::engine::{Engine, Outcome};
use super::ignored;
use super::text as words;
use crate::edit::Change;
use crate::export::words as export_words;
use crate::listing::Ignored;
use crate::report::{Settings, Severity, Utf16Report};
use crate::text::{Source, Utf16Span};

/// The text is checked after so many milliseconds without a keystroke.
const QUIET_MS: u32 = 300;
/// A check that takes longer than this shows that it is under way.
const PATIENCE_MS: u32 = 200;

/// What is read out waits until nothing new has come for so long.
const HUSH_MS: u32 = 1000;

/// The four tabs of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// 清单
    Checklist,
    /// 结构
    Sections,
    /// 数据
    Figures,
    /// 问题
    Findings,
}

impl Tab {
    /// Every tab in its order.
    pub const ALL: [Self; 4] = [
        Self::Checklist,
        Self::Sections,
        Self::Figures,
        Self::Findings,
    ];
}

/// What a narrow screen shows: one of the two halves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The text.
    Text,
    /// The panel.
    Panel,
}

/// A card of the panel that a place in the text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A required part, by its index in the report.
    Part(usize),
    /// A section.
    Section(usize),
    /// A figure.
    Figure(usize),
    /// A finding.
    Finding(usize),
}

/// A message above the text that stays until it is closed or outdated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it is about, such as the name of a file.
    pub title: String,
    /// What to do.
    pub body: String,
    /// Whether it speaks of a check, so that the next finished check outdates it.
    pub of_check: bool,
}

/// What the list of findings is set to show.
#[derive(Default)]
pub struct Listed {
    /// The only severity that it shows.
    pub only: Option<Severity>,
    /// What is unfolded in it, by the slugs of rules, and how many rows of that are shown.
    pub unfolded: HashMap<String, usize>,
}

/// What has just been done, told in the line at the foot until the text is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// What it was.
    pub words: String,
    /// How to take it back.
    pub undo: Option<Undo>,
}

/// How to take back what was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undo {
    /// The finding with this key is ignored no longer.
    Ignoring(String),
    /// As Ctrl+Z does it.
    Typing,
    /// The text as it stood, where the browser's undo was passed by.
    Text(String),
}

/// Work on a file that goes on beside the page.
#[derive(Clone)]
pub struct Busy {
    /// What is being done.
    pub words: String,
    /// Ends it.
    pub end: Rc<dyn Fn()>,
}

/// A .docx that was read.
#[derive(Clone)]
pub struct Docx {
    /// The file, for as long as the browser can read it.
    pub file: web_sys::File,
    /// The text as it was read.
    pub text: String,
}

/// A finished check: the text it is of, and what was found.
#[derive(Debug)]
pub struct Checked {
    /// The text as it stood.
    pub source: Source,
    /// What was found.
    pub report: Utf16Report,
}

impl Checked {
    /// The words of a span on one line, cut where they are long.
    #[must_use]
    pub fn quote(&self, span: Utf16Span, chars: usize) -> String {
        let words = self.source.slice(self.source.bytes(span));
        export_words::clipped(&words.replace('\n', " "), chars)
    }

    /// The line that a span begins on, from 1.
    #[must_use]
    pub fn line(&self, span: Utf16Span) -> usize {
        self.source.line(self.source.bytes(span))
    }
}

/// A place that was jumped to, in the text as it then stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picked {
    /// The card it was jumped to from.
    pub target: Option<Target>,
    /// The words selected.
    pub span: Utf16Span,
}

/// All state of the page.
#[derive(Clone, Copy)]
pub struct Session {
    /// The last finished check. None while there is no text.
    pub report: RwSignal<Option<Arc<Checked>>>,
    /// Whether there is nothing to check.
    pub empty: RwSignal<bool>,
    /// Whether the text is so long that nothing is marked in it.
    pub huge: RwSignal<bool>,
    /// What the user says about the text.
    pub settings: RwSignal<Settings>,
    /// A check that takes a while is under way.
    pub checking: RwSignal<bool>,
    /// A file that is being read or written.
    pub busy: RwSignal<Option<Busy>, LocalStorage>,
    /// The message above the text.
    pub notice: RwSignal<Option<Notice>>,
    /// What has just been done.
    pub done: RwSignal<Option<Done>>,
    /// The findings that the reader has chosen to ignore.
    pub ignored: RwSignal<Ignored>,
    /// The findings that stand, by their indices in the report: those that are not ignored. Lists, counts, marks and F8 know no others.
    pub standing: Memo<Vec<usize>>,
    /// What the list of findings is set to show.
    pub listed: RwSignal<Listed>,
    /// The rule at which the view 规则说明 is open, by its slug.
    pub rule_shown: RwSignal<Option<&'static str>>,
    /// What is read out.
    pub said: RwSignal<String>,
    /// The name of the file the text came from; empty where it was pasted.
    pub file: RwSignal<String>,
    /// The .docx that the text was read from.
    pub docx: RwSignal<Option<Docx>, LocalStorage>,
    /// The tab shown.
    pub tab: RwSignal<Tab>,
    /// The half shown on a narrow screen.
    pub view: RwSignal<View>,
    /// The selection in the textarea.
    pub selection: RwSignal<Utf16Span>,
    /// The place last jumped to.
    pub picked: RwSignal<Option<Picked>>,
    /// Raised whenever marks have to be drawn anew.
    pub redraw: Trigger,
    /// Where the caret stood after the last keystroke, until it is moved.
    pub typed: StoredValue<Option<u32>>,
    text: StoredValue<String>,
    revision: StoredValue<u32>,
    changes: StoredValue<Vec<(u32, Change)>>,
    engine: StoredValue<Engine, LocalStorage>,
    quiet: StoredValue<Option<Timeout>, LocalStorage>,
    patience: StoredValue<Option<Timeout>, LocalStorage>,
    hush: StoredValue<Option<Timeout>, LocalStorage>,
}

impl Session {
    /// A session with no text.
    #[must_use]
    pub fn new() -> Self {
        let report = RwSignal::new(None);
        let ignored = RwSignal::new(ignored::read());
        let session = Self {
            report,
            ignored,
            standing: Memo::new(move |_| standing(&report.get(), &ignored.read())),
            done: RwSignal::new(None),
            listed: RwSignal::new(Listed::default()),
            rule_shown: RwSignal::new(None),
            empty: RwSignal::new(true),
            huge: RwSignal::new(false),
            settings: RwSignal::new(Settings::default()),
            checking: RwSignal::new(false),
            busy: RwSignal::new_local(None),
            notice: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            file: RwSignal::new(String::new()),
            docx: RwSignal::new_local(None),
            tab: RwSignal::new(Tab::Checklist),
            view: RwSignal::new(View::Text),
            selection: RwSignal::new(Utf16Span::default()),
            picked: RwSignal::new(None),
            redraw: Trigger::new(),
            typed: StoredValue::new(None),
            text: StoredValue::new(String::new()),
            revision: StoredValue::new(0),
            changes: StoredValue::new(Vec::new()),
            engine: StoredValue::new_local(Engine::default()),
            quiet: StoredValue::new_local(None),
            patience: StoredValue::new_local(None),
            hush: StoredValue::new_local(None),
        };
        let tell = move |outcome| session.answered(outcome);
        session.engine.with_value(|engine| engine.start(tell));
        session
    }

    /// Has words read out, once nothing new has come for a while.
    pub fn say(self, words: String) {
        let timer = Timeout::new(HUSH_MS, move || {
            self.said.update(|said| {
                // The same words are read out again only where something has changed.
                let again = if *said == words { "\u{200b}" } else { "" };
                *said = words + again;
            });
        });
        self.hush.set_value(Some(timer));
    }

    /// Tells what has been done: in the line at the foot, and to the ears.
    pub fn tell(self, words: String, undo: Option<Undo>) {
        self.say(words.clone());
        self.done.set(Some(Done { words, undo }));
    }

    /// The text as it stands.
    #[must_use]
    pub fn text(self) -> String {
        self.text.get_value()
    }

    /// Takes over the text of the textarea. Gives the change and the words that came, where anything changed.
    pub fn edited(self, mut new: String) -> Option<(Change, String)> {
        // A pasted byte order mark is no word; the core would drop it and every position would be one off.
        if new.starts_with('\u{feff}') {
            new.replace_range(..'\u{feff}'.len_utf8(), "\u{200b}");
        }
        let (change, come) = self.text.with_value(|old| {
            Change::between(old, &new).map(|(change, come)| (change, come.to_owned()))
        })?;
        let revision = self.revision.get_value() + 1;
        self.revision.set_value(revision);
        self.changes
            .update_value(|changes| changes.push((revision, change)));
        let empty = new.trim().is_empty();
        self.text.set_value(new);
        if self.empty.get_untracked() != empty {
            self.empty.set(empty);
        }
        Some((change, come))
    }

    /// Where the words of a span of the report stand now; none where they were changed since.
    #[must_use]
    pub fn now(self, span: Utf16Span) -> Option<Utf16Span> {
        self.changes.with_value(|changes| {
            changes
                .iter()
                .try_fold(span, |span, (_, change)| change.moved(span))
        })
    }

    /// A position of the report in the text as it stands.
    #[must_use]
    pub fn position_now(self, at: u32) -> u32 {
        self.changes
            .with_value(|changes| changes.iter().fold(at, |at, (_, c)| c.carried(at)))
    }

    /// How many findings of a severity stand.
    pub fn count(self, checked: &Checked, severity: Severity) -> usize {
        let findings = &checked.report.findings;
        let standing = self.standing.read();
        let found = standing.iter().filter_map(|&index| findings.get(index));
        found.filter(|finding| finding.severity == severity).count()
    }

    /// Checks after a pause in typing.
    pub fn check_when_quiet(self) {
        let timer = Timeout::new(QUIET_MS, move || self.check());
        self.quiet.set_value(Some(timer));
    }

    /// Waits with the check: an input method is composing.
    pub fn hold(self) {
        self.quiet.set_value(None);
    }

    /// Checks at once.
    pub fn check(self) {
        self.hold();
        if self.empty.get_untracked() {
            self.engine.with_value(Engine::cancel);
            self.settle();
            self.changes.set_value(Vec::new());
            self.file.set(String::new());
            self.docx.set(None);
            self.report.set(None);
            self.redraw.notify();
            return;
        }
        if self.patience.with_value(Option::is_none) {
            let timer = Timeout::new(PATIENCE_MS, move || self.checking.set(true));
            self.patience.set_value(Some(timer));
        }
        let revision = self.revision.get_value();
        let settings = self.settings.get_untracked();
        let text = self.text();
        self.engine
            .with_value(|engine| engine.check(revision, text, settings));
    }

    /// Gives up the check under way.
    pub fn cancel(self) {
        self.hold();
        self.engine.with_value(Engine::cancel);
        self.settle();
        self.notice.set(Some(words::cancelled()));
    }

    /// What is ignored stays so in a new report, and nothing else.
    fn follow(self, revision: u32, report: &Utf16Report) {
        let Some(old) = self.report.get_untracked() else {
            return;
        };
        let mut ignored = self.ignored.get_untracked();
        self.changes.with_value(|changes| {
            let made = changes.iter().filter(|&&(made, _)| made <= revision);
            ignored.follow(&old.report.findings, &report.findings, |span| {
                let mut made = made.clone();
                made.try_fold(span, |span, (_, change)| change.moved(span))
            });
        });
        ignored::keep(self, ignored);
    }

    /// Has work done that goes on beside the page, told in the line at the foot until it ends. One that is still under way is given up for it.
    pub fn begin(self, words: String, end: impl Fn() + 'static) {
        self.give_up();
        let end = Rc::new(end);
        self.busy.set(Some(Busy { words, end }));
    }

    /// Gives up the work that goes on beside the page.
    pub fn give_up(self) {
        if let Some(busy) = self.busy.get_untracked() {
            self.busy.set(None);
            (busy.end)();
        }
    }

    fn settle(self) {
        self.patience.set_value(None);
        self.checking.set(false);
    }

    fn answered(self, outcome: Outcome) {
        if self.engine.with_value(Engine::idle) {
            self.settle();
        }
        match outcome {
            Outcome::Report {
                revision,
                text,
                report,
            } => {
                // An emptied text has no report, whatever was still on its way.
                if self.empty.get_untracked() {
                    return;
                }
                self.follow(revision, &report);
                self.changes
                    .update_value(|changes| changes.retain(|&(made, _)| made > revision));
                let outdated =
                    |notice: &Option<Notice>| notice.as_ref().is_some_and(|n| n.of_check);
                if self.notice.with_untracked(outdated) {
                    self.notice.set(None);
                }
                let source = Source::new(&text);
                self.report.set(Some(Arc::new(Checked {
                    source,
                    report: *report,
                })));
                self.redraw.notify();
            }
            Outcome::Hung => self.notice.set(Some(words::hung())),
            Outcome::Crashed => self.notice.set(Some(words::crashed())),
        }
    }
}

fn standing(checked: &Option<Arc<Checked>>, ignored: &Ignored) -> Vec<usize> {
    let findings = checked.iter().flat_map(|checked| &checked.report.findings);
    let numbered = (0..).zip(findings);
    let standing = numbered.filter(|(_, finding)| !ignored.has(&finding.key));
    standing.map(|(index, _)| index).collect()
}

impl Default for Session {
    fn default() -> Self {
        Self::new()
    }
}
