//! A report of the list, from the file to what is told of it.

use web_sys::File;

use super::queue::Input;
use super::text as words;
use crate::api;
use crate::app::hand::Trouble;
use crate::batch::row::Row;
use crate::report::Utf16Report;
use crate::text::Source;

/// A report of the list.
pub struct Item {
    /// The name of its file, or of what it is.
    pub name: String,
    /// When the file was last changed, in milliseconds since 1970; none before it was read, and for a text that is no file.
    pub changed: Option<f64>,
    /// Where its text comes from.
    pub input: Input,
    /// How far it has come.
    pub state: State,
    /// How often that has changed.
    pub version: u32,
    /// Whether it is chosen for a comparison.
    pub chosen: bool,
    /// Whether its text was changed since it came.
    pub edited: bool,
}

/// How far a report has come.
pub enum State {
    /// Its turn has not come.
    Waiting,
    /// It is being read and checked.
    Working,
    /// It was given up before its turn had come.
    Skipped,
    /// Nothing can be told of it, for this reason.
    Failed(String),
    /// It was checked.
    Checked(Box<Checked>),
}

/// A report that was checked.
pub struct Checked {
    /// Its text.
    pub text: String,
    /// Whether its file is one that comments can be written into.
    pub docx: bool,
    /// All that was found, as the worker packed it: unpacked, a thousand of them would fill the memory.
    packed: Vec<u8>,
}

impl Item {
    /// A file that waits for its turn.
    pub fn file(file: File) -> Self {
        Self::waiting(file.name(), Input::File(file))
    }

    /// A text that waits for its turn.
    pub fn text(name: &str, text: &str) -> Self {
        Self::waiting(name.to_owned(), Input::Text(text.to_owned()))
    }

    fn waiting(name: String, input: Input) -> Self {
        Self {
            name,
            changed: None,
            input,
            state: State::Waiting,
            version: 0,
            chosen: false,
            edited: false,
        }
    }

    /// What the list tells of it: of one that was not checked, why.
    pub fn row(&self) -> Row {
        let changed = self.changed.map(|ms| ms as u64);
        match &self.state {
            State::Waiting => Row::untold(&self.name, changed, words::WAITING),
            State::Working => Row::untold(&self.name, changed, words::WORKING),
            State::Skipped => Row::untold(&self.name, changed, words::SKIPPED),
            State::Failed(why) => Row::unreadable(&self.name, changed, why),
            State::Checked(checked) => match checked.report() {
                Some(report) => {
                    let source = Source::new(&checked.text);
                    Row::new(&self.name, changed, &source, &report)
                }
                None => Row::unreadable(&self.name, changed, words::unchecked(Trouble::Broken)),
            },
        }
    }

    /// Moves it on.
    pub fn set(&mut self, state: State) {
        // A browser asks the system for it, a thousand times in a row too long.
        if let (Input::File(file), State::Working) = (&self.input, &state) {
            self.changed = Some(file.last_modified());
        }
        self.state = state;
        self.version += 1;
    }

    /// Has it chosen, or not.
    pub fn choose(&mut self, chosen: bool) {
        if self.chosen != chosen {
            self.chosen = chosen;
            self.version += 1;
        }
    }

    /// What is told of it, where it was checked.
    pub fn checked(&self) -> Option<&Checked> {
        match &self.state {
            State::Checked(checked) => Some(checked),
            _ => None,
        }
    }

    /// Whether it was begun or waits to be.
    pub fn is_open(&self) -> bool {
        matches!(self.state, State::Waiting | State::Working)
    }
}

impl Checked {
    /// A text, and the report of it as the worker packed it.
    pub fn new(text: String, docx: bool, packed: Vec<u8>) -> Self {
        Self { text, docx, packed }
    }

    /// All that was found, as the worker packed it.
    pub fn packed(&self) -> &[u8] {
        &self.packed
    }

    /// All that was found.
    pub fn report(&self) -> Option<Utf16Report> {
        api::unpacked(&self.packed)
    }
}
