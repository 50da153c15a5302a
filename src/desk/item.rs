//! A report of the list, from the file to what is told of it.

use web_sys::File;

use super::queue::Input;
use crate::api;
use crate::batch::Row;
use crate::report::Utf16Report;

/// A report of the list.
pub struct Item {
    /// The name of its file, or of what it is.
    pub name: String,
    /// When the file was last changed, in milliseconds since 1970; none for a text that is no file.
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
    /// What the list tells of it.
    pub row: Row,
    /// All that was found, as the worker packed it: unpacked, a thousand of them would fill the memory.
    packed: Vec<u8>,
}

impl Item {
    /// A file that waits for its turn.
    pub fn file(file: File) -> Self {
        Self::waiting(file.name(), Some(file.last_modified()), Input::File(file))
    }

    /// A text that waits for its turn.
    pub fn text(name: &str, text: &str) -> Self {
        Self::waiting(name.to_owned(), None, Input::Text(text.to_owned()))
    }

    fn waiting(name: String, changed: Option<f64>, input: Input) -> Self {
        Self {
            name,
            changed,
            input,
            state: State::Waiting,
            version: 0,
            chosen: false,
            edited: false,
        }
    }

    /// What it is called: its body, or else its file.
    pub fn title(&self) -> &str {
        self.checked()
            .map_or(&self.name, |checked| checked.row.name())
    }

    /// Moves it on.
    pub fn set(&mut self, state: State) {
        self.state = state;
        self.version += 1;
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
    /// Out of what the worker packed; none where it is no report.
    pub fn new(
        text: String,
        docx: bool,
        packed: Vec<u8>,
        row: impl FnOnce(&Utf16Report) -> Row,
    ) -> Option<Self> {
        let report: Utf16Report = api::unpacked(&packed)?;
        let row = row(&report);
        Some(Self {
            text,
            docx,
            row,
            packed,
        })
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
