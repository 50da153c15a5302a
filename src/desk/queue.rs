//! Files through the workers: as many lanes as the machine has cores, each reads a file and has it checked before it takes the next.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{File, window};

use super::text as words;
use crate::app::checking;
use crate::app::hand::{Hand, Trouble};
use crate::app::reader::{Content, Reader};
use crate::report::Settings;

/// More lanes than this would only fill the memory.
const MOST_LANES: usize = 8;

/// What is to be checked.
#[derive(Clone)]
pub enum Input {
    /// A file as it was opened.
    File(File),
    /// A text that has been read before.
    Text(String),
}

/// What came of it.
pub enum Outcome {
    /// It was checked.
    Checked {
        /// Its text.
        text: String,
        /// Whether it is a .docx; unknown of a text that had been read before.
        docx: Option<bool>,
        /// The report of it as the worker packed it.
        report: Vec<u8>,
    },
    /// It is an archive of these.
    Files(Vec<File>),
    /// Nothing can be told of it, for this reason.
    Failed(String),
}

/// What a queue tells of.
pub enum Event {
    /// A lane has taken up the work with this number.
    Begun(usize),
    /// It is done.
    Done(usize, Outcome),
    /// Nothing is left to do.
    Idle,
}

/// Hands out work to the lanes. Cloning it gives another handle of the same.
#[derive(Clone)]
pub struct Queue(Rc<Inner>);

struct Inner {
    waiting: RefCell<VecDeque<(usize, Input)>>,
    lanes: RefCell<Vec<Rc<Lane>>>,
    tell: Box<dyn Fn(Event)>,
}

struct Lane {
    reader: Reader,
    checker: Hand,
    busy: Cell<bool>,
}

impl Queue {
    /// A queue that tells of what comes of its work.
    pub fn new(tell: impl Fn(Event) + 'static) -> Self {
        Self(Rc::new(Inner {
            waiting: RefCell::default(),
            lanes: RefCell::default(),
            tell: Box::new(tell),
        }))
    }

    /// Takes up work, each piece with its number.
    pub fn add(&self, work: impl IntoIterator<Item = (usize, Input)>) {
        self.0.waiting.borrow_mut().extend(work);
        let cores = window().map_or(1.0, |window| window.navigator().hardware_concurrency());
        let lanes = (cores as usize).clamp(1, MOST_LANES);
        let lanes = {
            let mut all = self.0.lanes.borrow_mut();
            all.resize_with(lanes, Lane::new);
            all.clone()
        };
        for lane in lanes {
            if !lane.busy.replace(true) {
                spawn_local(self.clone().run(lane));
            }
        }
    }

    /// Gives up all that waits or is under way.
    pub fn cancel(&self) {
        self.0.waiting.borrow_mut().clear();
        for lane in self.0.lanes.take() {
            lane.end();
        }
    }

    async fn run(self, lane: Rc<Lane>) {
        loop {
            let next = self.0.waiting.borrow_mut().pop_front();
            let Some((number, input)) = next else {
                break;
            };
            (self.0.tell)(Event::Begun(number));
            if let Some(outcome) = lane.work(input).await {
                (self.0.tell)(Event::Done(number, outcome));
            }
        }
        lane.busy.set(false);
        // Workers are not kept for what may never come.
        lane.end();
        if self.0.lanes.borrow().iter().all(|lane| !lane.busy.get()) {
            (self.0.tell)(Event::Idle);
        }
    }
}

impl Lane {
    fn new() -> Rc<Self> {
        Rc::new(Self {
            reader: Reader::default(),
            checker: checking::hand(),
            busy: Cell::new(false),
        })
    }

    fn end(&self) {
        self.reader.end();
        self.checker.end();
    }

    /// What comes of a piece of work; none where it was given up.
    async fn work(&self, input: Input) -> Option<Outcome> {
        let (text, docx) = match input {
            Input::Text(text) => (text, None),
            Input::File(file) => match self.reader.read(&file).await {
                Ok(Content::Text { text, docx }) => (text, Some(docx)),
                Ok(Content::Files(files)) => return Some(Outcome::Files(files)),
                Err(why) => return why.map(Outcome::Failed),
            },
        };
        match checking::check(&self.checker, &text, &Settings::default()).await {
            Ok(report) => Some(Outcome::Checked { text, docx, report }),
            Err(Trouble::Ended) => None,
            Err(why) => Some(Outcome::Failed(words::unchecked(why).to_owned())),
        }
    }
}
