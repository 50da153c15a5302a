//! The checks of the text in the editor: one under way and one waiting, of which the newest wins.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::checking::{self, check};
use super::hand::{Hand, Trouble};
use crate::api;
use crate::report::{Settings, Utf16Report};

/// What came of a check.
pub enum Outcome {
    /// It was done.
    Report {
        /// The revision of the text that it is of.
        revision: u32,
        /// The text.
        text: String,
        /// What was found.
        report: Box<Utf16Report>,
    },
    /// It did not come to an end.
    Hung,
    /// It broke off.
    Crashed,
}

struct Job {
    revision: u32,
    text: String,
    settings: Settings,
}

/// Runs checks. Cloning it gives another handle of the same engine.
#[derive(Clone)]
pub struct Engine(Rc<Inner>);

struct Inner {
    hand: Hand,
    flying: Cell<bool>,
    waiting: RefCell<Option<Job>>,
    tell: OnceCell<Box<dyn Fn(Outcome)>>,
}

impl Default for Engine {
    fn default() -> Self {
        Self(Rc::new(Inner {
            hand: checking::hand().or_here(),
            flying: Cell::default(),
            waiting: RefCell::default(),
            tell: OnceCell::new(),
        }))
    }
}

impl Engine {
    /// Starts the worker, and from now on hands what comes of each check to `tell`.
    pub fn start(&self, tell: impl Fn(Outcome) + 'static) {
        // One that was started before goes on as it is.
        let _ = self.0.tell.set(Box::new(tell));
        self.0.hand.warm("warm");
    }

    /// Checks a text. One that still waits is forgotten.
    pub fn check(&self, revision: u32, text: String, settings: Settings) {
        let job = Job {
            revision,
            text,
            settings,
        };
        self.0.waiting.replace(Some(job));
        spawn_local(run(Rc::clone(&self.0)));
    }

    /// Ends the check under way and forgets the one that waits.
    pub fn cancel(&self) {
        self.0.waiting.take();
        if self.0.flying.get() {
            self.0.hand.end();
        }
    }

    /// Whether no check is under way or waiting.
    #[must_use]
    pub fn idle(&self) -> bool {
        !self.0.flying.get() && self.0.waiting.borrow().is_none()
    }
}

/// Does what waits until nothing does; where a check is under way, who does that one goes on.
async fn run(engine: Rc<Inner>) {
    while !engine.flying.get() {
        let Some(job) = engine.waiting.take() else {
            return;
        };
        engine.flying.set(true);
        let packed = check(&engine.hand, &job.text, &job.settings).await;
        engine.flying.set(false);
        let outcome = match packed.map(|packed| api::unpacked(&packed)) {
            Ok(Some(report)) => Outcome::Report {
                revision: job.revision,
                text: job.text,
                report: Box::new(report),
            },
            Err(Trouble::Ended) => continue,
            Err(Trouble::Slow) => Outcome::Hung,
            _ => Outcome::Crashed,
        };
        if let Some(tell) = engine.tell.get() {
            tell(outcome);
        }
    }
}
