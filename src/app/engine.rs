//! The worker's client: one check in flight and one waiting, of which the newest wins.
//!
//! A worker that hangs or crashes is ended and said so; the next check starts another. Where none can start, the analysis runs in the page's thread.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;

use super::checking::limit_ms;
use super::worker::{Link, answer};
use crate::api;
use crate::report::{Settings, Utf16Report};

/// A worker that has not said that it is ready by then cannot start.
const START_MS: u32 = 20_000;

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
#[derive(Clone, Default)]
pub struct Engine(Rc<RefCell<Inner>>);

#[derive(Default)]
struct Inner {
    link: Option<Link>,
    /// The worker has said that it is ready.
    ready: bool,
    /// No worker can start: the analysis runs in the page's thread.
    here: bool,
    flying: Option<Job>,
    waiting: Option<Job>,
    watch: Option<Timeout>,
    tell: Option<Rc<dyn Fn(Outcome)>>,
}

impl Engine {
    /// Starts an engine that hands what comes of each check to `tell`.
    pub fn start(tell: impl Fn(Outcome) + 'static) -> Self {
        let engine = Self::default();
        engine.0.borrow_mut().tell = Some(Rc::new(tell));
        engine.start_worker();
        engine
    }

    /// Checks a text. One that still waits is forgotten.
    pub fn check(&mut self, revision: u32, text: String, settings: Settings) {
        self.0.borrow_mut().waiting = Some(Job {
            revision,
            text,
            settings,
        });
        self.next();
    }

    /// Ends the check under way and forgets the one that waits.
    pub fn cancel(&mut self) {
        let mut inner = self.0.borrow_mut();
        inner.waiting = None;
        if inner.flying.take().is_some() {
            inner.link = None;
            inner.watch = None;
        }
    }

    /// Whether no check is under way or waiting.
    #[must_use]
    pub fn idle(&self) -> bool {
        let inner = self.0.borrow();
        inner.flying.is_none() && inner.waiting.is_none()
    }

    fn start_worker(&self) {
        let [hearing, breaking, watching] = [(); 3].map(|()| Rc::downgrade(&self.0));
        let mut inner = self.0.borrow_mut();
        inner.ready = false;
        inner.link = Some(Link::start(
            "app",
            inner.here,
            move |data| heard(&hearing, data),
            move || broke(&breaking),
        ));
        inner.watch = Some(Timeout::new(START_MS, move || give_up_worker(&watching)));
    }

    /// Sends off the job that waits, where nothing is in flight.
    fn next(&self) {
        let started = {
            let inner = self.0.borrow();
            if inner.flying.is_some() || inner.waiting.is_none() {
                return;
            }
            inner.link.is_some()
        };
        if started {
            self.send();
        } else {
            self.start_worker();
        }
    }

    fn send(&self) {
        let mut inner = self.0.borrow_mut();
        if !inner.ready {
            return;
        }
        let Some(job) = inner.waiting.take() else {
            return;
        };
        let limit = limit_ms(&job.text);
        // One that cannot be sent off is as one that hangs.
        let _ = inner.link.as_ref().map(|link| call(link, &job));
        inner.flying = Some(job);
        let weak = Rc::downgrade(&self.0);
        inner.watch = Some(Timeout::new(limit, move || fail(&weak, Outcome::Hung)));
    }

    fn tell(&self, outcome: Outcome) {
        let tell = self.0.borrow().tell.clone();
        if let Some(tell) = tell {
            tell(outcome);
        }
    }
}

fn call(link: &Link, job: &Job) -> Result<(), JsValue> {
    let settings = Uint8Array::from(&*api::packed(&job.settings)?);
    link.call("check", &Array::of2(&job.text.as_str().into(), &settings))
}

fn heard(engine: &Weak<RefCell<Inner>>, data: &JsValue) {
    let Some(engine) = engine.upgrade().map(Engine) else {
        return;
    };
    let Some(bytes) = answer(data) else {
        return ready(&engine);
    };
    let done = {
        let mut inner = engine.0.borrow_mut();
        inner.watch = None;
        inner.flying.take()
    };
    engine.next();
    if let Some(job) = done {
        let report = api::unpacked(&Uint8Array::from(bytes).to_vec());
        engine.tell(report.map_or(Outcome::Crashed, |report| Outcome::Report {
            revision: job.revision,
            text: job.text,
            report: Box::new(report),
        }));
    }
}

/// The worker is ready, or warm: neither message has an answer. Where nothing waits for it yet, it is warmed.
fn ready(engine: &Engine) {
    let idle = {
        let mut inner = engine.0.borrow_mut();
        let first = !std::mem::replace(&mut inner.ready, true);
        if first {
            inner.watch = None;
        }
        first && inner.waiting.is_none()
    };
    if idle {
        let inner = engine.0.borrow();
        // A call that cannot be made is told of when a text is to be checked.
        let _ = inner
            .link
            .as_ref()
            .map(|link| link.call("warm", &Array::new()));
    }
    engine.next();
}

/// The worker reported an error: before it was ready it never will be; later it is the check that broke.
fn broke(engine: &Weak<RefCell<Inner>>) {
    if engine.upgrade().is_some_and(|inner| inner.borrow().ready) {
        fail(engine, Outcome::Crashed);
    } else {
        give_up_worker(engine);
    }
}

/// What does not start in a worker runs in the page's thread.
fn give_up_worker(engine: &Weak<RefCell<Inner>>) {
    if let Some(strong) = engine.upgrade() {
        strong.borrow_mut().here = true;
        end_worker(&strong);
        Engine(strong).next();
    }
}

fn end_worker(inner: &RefCell<Inner>) {
    let link = {
        let mut inner = inner.borrow_mut();
        inner.watch = None;
        inner.flying = None;
        inner.link.take()
    };
    if let Some(link) = link {
        link.end();
    }
}

fn fail(engine: &Weak<RefCell<Inner>>, outcome: Outcome) {
    if let Some(strong) = engine.upgrade() {
        let checking = strong.borrow().flying.is_some();
        end_worker(&strong);
        let engine = Engine(strong);
        // Of one that breaks while it is warmed nobody has asked anything.
        if checking {
            engine.tell(outcome);
        }
        engine.next();
    }
}
