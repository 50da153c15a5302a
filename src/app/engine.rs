//! The worker's client: one check in flight and one waiting, of which the newest wins.
//!
//! A worker that hangs or crashes is ended and said so; the next check starts another. Where none can start, the page checks by itself.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::api;
use crate::report::{Settings, Utf16Report};

/// A worker that has not said that it is ready by then cannot start.
const START_MS: u32 = 20_000;
/// A check is given up after so long, and a millisecond more for every few characters.
const CHECK_MS: u32 = 20_000;
const CHARS_A_MS: usize = 100;

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
    /// No worker can start here.
    alone: bool,
    flying: Option<Job>,
    waiting: Option<Job>,
    watch: Option<Timeout>,
    tell: Option<Rc<dyn Fn(Outcome)>>,
}

/// A running worker; dropping it ends it.
struct Link {
    worker: Worker,
    ready: bool,
    _listeners: [EventListener; 2],
}

impl Drop for Link {
    fn drop(&mut self) {
        self.worker.terminate();
    }
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
        let link = Link::start(&Rc::downgrade(&self.0));
        let mut inner = self.0.borrow_mut();
        match link {
            Some(link) => {
                inner.link = Some(link);
                let weak = Rc::downgrade(&self.0);
                inner.watch = Some(Timeout::new(START_MS, move || give_up_worker(&weak)));
            }
            None => inner.alone = true,
        }
    }

    /// Sends off the job that waits, where nothing is in flight.
    fn next(&self) {
        let (alone, started) = {
            let inner = self.0.borrow();
            if inner.flying.is_some() || inner.waiting.is_none() {
                return;
            }
            (inner.alone, inner.link.is_some())
        };
        if alone {
            self.check_here();
        } else if started {
            self.send();
        } else {
            self.start_worker();
            // A worker is silent until it is ready; where none could start, the page goes on alone.
            if self.0.borrow().alone {
                self.check_here();
            }
        }
    }

    fn send(&self) {
        let mut inner = self.0.borrow_mut();
        if !inner.link.as_ref().is_some_and(|link| link.ready) {
            return;
        }
        let Some(job) = inner.waiting.take() else {
            return;
        };
        let limit = CHECK_MS + u32::try_from(job.text.len() / CHARS_A_MS).unwrap_or(u32::MAX / 2);
        let sent = message(&job).and_then(|message| match &inner.link {
            Some(link) => link.worker.post_message(&message),
            None => Err(JsValue::NULL),
        });
        if sent.is_ok() {
            inner.flying = Some(job);
        }
        let weak = Rc::downgrade(&self.0);
        inner.watch = Some(Timeout::new(limit, move || fail(&weak, Outcome::Hung)));
    }

    /// Checks in the page itself, after what it has to paint.
    fn check_here(&self) {
        let engine = self.clone();
        Timeout::new(0, move || {
            let job = engine.0.borrow_mut().waiting.take();
            if let Some(job) = job {
                let report = Box::new(api::check(&job.text, &job.settings));
                engine.tell(Outcome::Report {
                    revision: job.revision,
                    text: job.text,
                    report,
                });
            }
        })
        .forget();
    }

    fn tell(&self, outcome: Outcome) {
        let tell = self.0.borrow().tell.clone();
        if let Some(tell) = tell {
            tell(outcome);
        }
    }
}

impl Link {
    fn start(engine: &Weak<RefCell<Inner>>) -> Option<Self> {
        let boot = Reflect::get(&js_sys::global(), &"fazhiBoot".into()).ok()?;
        let url = Reflect::get(&boot, &"workerUrl".into()).ok()?.as_string()?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&url, &options).ok()?;
        worker.post_message(&boot).ok()?;
        let weak = engine.clone();
        let message = EventListener::new(&worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                heard(&weak, &event.data());
            }
        });
        let weak = engine.clone();
        let error = EventListener::new(&worker, "error", move |event| {
            // Said in the page itself, not once more in the console.
            event.prevent_default();
            broke(&weak);
        });
        Some(Self {
            worker,
            ready: false,
            _listeners: [message, error],
        })
    }
}

fn message(job: &Job) -> Result<JsValue, JsValue> {
    let message = Object::new();
    Reflect::set(&message, &"text".into(), &job.text.as_str().into())?;
    let settings = serde_wasm_bindgen::to_value(&job.settings)?;
    Reflect::set(&message, &"settings".into(), &settings)?;
    Ok(message.into())
}

fn heard(engine: &Weak<RefCell<Inner>>, data: &JsValue) {
    let Some(engine) = engine.upgrade().map(Engine) else {
        return;
    };
    let done = {
        let mut inner = engine.0.borrow_mut();
        inner.watch = None;
        if let Some(link) = &mut inner.link {
            link.ready = true;
        }
        inner.flying.take()
    };
    engine.next();
    // The first message has no job: it says that the worker is ready.
    if let Some(job) = done {
        let report = Reflect::get(data, &"report".into()).ok();
        let report = report.and_then(|value| serde_wasm_bindgen::from_value(value).ok());
        engine.tell(report.map_or(Outcome::Crashed, |report| Outcome::Report {
            revision: job.revision,
            text: job.text,
            report: Box::new(report),
        }));
    }
}

/// The worker reported an error: before it was ready it never will be; later it is the check that broke.
fn broke(engine: &Weak<RefCell<Inner>>) {
    let ready = engine.upgrade().is_some_and(|inner| {
        let inner = inner.borrow();
        inner.link.as_ref().is_some_and(|link| link.ready)
    });
    if ready {
        fail(engine, Outcome::Crashed);
    } else {
        give_up_worker(engine);
    }
}

fn give_up_worker(engine: &Weak<RefCell<Inner>>) {
    if let Some(engine) = engine.upgrade().map(Engine) {
        let link = {
            let mut inner = engine.0.borrow_mut();
            inner.alone = true;
            inner.flying = None;
            inner.link.take()
        };
        defer_drop(link);
        engine.next();
    }
}

fn fail(engine: &Weak<RefCell<Inner>>, outcome: Outcome) {
    if let Some(engine) = engine.upgrade().map(Engine) {
        let link = {
            let mut inner = engine.0.borrow_mut();
            inner.flying = None;
            inner.link.take()
        };
        defer_drop(link);
        engine.tell(outcome);
        engine.next();
    }
}

/// A listener must not be dropped while it runs.
fn defer_drop(link: Option<Link>) {
    if let Some(link) = link {
        link.worker.terminate();
        Timeout::new(0, move || drop(link)).forget();
    }
}
