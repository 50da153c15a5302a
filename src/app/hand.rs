//! A worker that does what it is asked, one thing after another: it starts when it is first asked or to be warm by then, and is ended where it breaks off
//! or takes too long.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use futures_channel::oneshot;
use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::JsValue;

use super::worker::{Link, answer};

/// A worker that has not said that it is ready by then cannot start.
const START_MS: u32 = 60_000;
/// The same where something else can take its place.
const START_OR_HERE_MS: u32 = 20_000;

/// Why nothing came of what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The wasm could not be loaded.
    Unloaded,
    /// It broke off.
    Broken,
    /// It took too long.
    Slow,
    /// It was given up by who had asked.
    Ended,
}

/// A worker that runs a wasm. Cloning it gives another handle of the same; when the last is dropped the worker ends.
#[derive(Clone)]
pub struct Hand(Rc<RefCell<Inner>>);

struct Inner {
    wasm: &'static str,
    /// Where no worker can start, its like in the page's thread does the work.
    or_here: bool,
    /// None could start.
    here: bool,
    link: Option<Link>,
    /// The worker has said that it is ready.
    ready: bool,
    /// What a worker for which nothing waits is to call as soon as it is ready.
    warm: Option<&'static str>,
    asked: Option<Asked>,
    watch: Option<Timeout>,
}

struct Asked {
    call: &'static str,
    /// The arguments, until the worker is ready for them.
    args: Option<Array>,
    limit_ms: u32,
    tell: oneshot::Sender<Result<JsValue, Trouble>>,
}

impl Hand {
    /// One that will run a wasm, by its name.
    #[must_use]
    pub fn new(wasm: &'static str) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            wasm,
            or_here: false,
            here: false,
            link: None,
            ready: false,
            warm: None,
            asked: None,
            watch: None,
        })))
    }

    /// The same, which works in the page's thread where no worker can start.
    #[must_use]
    pub fn or_here(self) -> Self {
        self.0.borrow_mut().or_here = true;
        self
    }

    /// Starts the worker before anything is asked of it, with a call that has no answer.
    pub fn warm(&self, call: &'static str) {
        self.0.borrow_mut().warm = Some(call);
        start(&self.0);
    }

    /// What a call comes to, within so many milliseconds of work. One that is still under way is given up for it.
    ///
    /// # Errors
    /// Where nothing came of it.
    pub async fn ask(
        &self,
        call: &'static str,
        args: Array,
        limit_ms: u32,
    ) -> Result<JsValue, Trouble> {
        if self.0.borrow().asked.is_some() {
            self.end();
        }
        let (tell, told) = oneshot::channel();
        self.0.borrow_mut().asked = Some(Asked {
            call,
            args: Some(args),
            limit_ms,
            tell,
        });
        if self.0.borrow().link.is_none() {
            start(&self.0);
        } else {
            send(&self.0);
        }
        told.await.unwrap_or(Err(Trouble::Ended))
    }

    /// Ends the worker, and gives up what is asked of it.
    pub fn end(&self) {
        finish(&self.0, Err(Trouble::Ended));
        stop(&self.0);
    }
}

fn start(inner: &Rc<RefCell<Inner>>) {
    let [hearing, breaking, watching] = [(); 3].map(|()| Rc::downgrade(inner));
    let mut inner = inner.borrow_mut();
    inner.ready = false;
    inner.link = Some(Link::start(
        inner.wasm,
        inner.here,
        move |data| heard(&hearing, data),
        move || broke(&breaking),
    ));
    let limit = if inner.or_here && !inner.here {
        START_OR_HERE_MS
    } else {
        START_MS
    };
    inner.watch = Some(Timeout::new(limit, move || unloaded(&watching)));
}

/// Hands the worker what is asked, once it is ready.
fn send(inner: &Rc<RefCell<Inner>>) {
    let called = {
        let mut inner = inner.borrow_mut();
        let Inner {
            link,
            ready: true,
            asked: Some(asked),
            ..
        } = &mut *inner
        else {
            return;
        };
        let (Some(link), Some(args)) = (link, asked.args.take()) else {
            return;
        };
        link.call(asked.call, &args).map(|()| asked.limit_ms)
    };
    let weak = Rc::downgrade(inner);
    match called {
        Ok(limit) => {
            let watch = Timeout::new(limit, move || fail(&weak, Trouble::Slow));
            inner.borrow_mut().watch = Some(watch);
        }
        Err(_) => fail(&weak, Trouble::Broken),
    }
}

fn heard(inner: &Weak<RefCell<Inner>>, data: &JsValue) {
    let Some(inner) = inner.upgrade() else {
        return;
    };
    match answer(data) {
        Some(answer) => finish(&inner, Ok(answer)),
        None => ready(&inner),
    }
}

/// The worker is ready, or warm: neither message has an answer.
fn ready(inner: &Rc<RefCell<Inner>>) {
    {
        let mut inner = inner.borrow_mut();
        let first = !std::mem::replace(&mut inner.ready, true);
        if first && inner.asked.is_none() {
            inner.watch = None;
            let warm = inner.warm.zip(inner.link.as_ref());
            // A call that cannot be made is told of when something is asked.
            let _ = warm.map(|(call, link)| link.call(call, &Array::new()));
        }
    }
    send(inner);
}

/// Before the worker was ready, it could not load; later it is the call that broke.
fn broke(inner: &Weak<RefCell<Inner>>) {
    if inner.upgrade().is_some_and(|inner| inner.borrow().ready) {
        fail(inner, Trouble::Broken);
    } else {
        unloaded(inner);
    }
}

/// The worker could not start: its like in the page's thread may do the work.
fn unloaded(inner: &Weak<RefCell<Inner>>) {
    let Some(strong) = inner.upgrade() else {
        return;
    };
    let elsewhere = {
        let mut inner = strong.borrow_mut();
        let first = inner.or_here && !inner.here;
        inner.here |= first;
        first
    };
    if elsewhere {
        stop(&strong);
        start(&strong);
    } else {
        fail(inner, Trouble::Unloaded);
    }
}

fn fail(inner: &Weak<RefCell<Inner>>, trouble: Trouble) {
    if let Some(inner) = inner.upgrade() {
        stop(&inner);
        finish(&inner, Err(trouble));
    }
}

fn stop(inner: &RefCell<Inner>) {
    let link = inner.borrow_mut().link.take();
    if let Some(link) = link {
        link.end();
    }
}

fn finish(inner: &RefCell<Inner>, result: Result<JsValue, Trouble>) {
    let asked = {
        let mut inner = inner.borrow_mut();
        inner.watch = None;
        inner.asked.take()
    };
    if let Some(asked) = asked {
        // Who had asked may be gone.
        let _ = asked.tell.send(result);
    }
}
