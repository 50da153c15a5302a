//! A worker that does what it is asked, one thing after another: it starts when it is first asked, and is ended where it breaks off or takes too long.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use futures_channel::oneshot;
use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::JsValue;

use super::worker::{Link, answer};

/// A worker that has not said that it is ready by then cannot start.
const START_MS: u32 = 60_000;

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
    link: Option<Link>,
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
            link: None,
            asked: None,
            watch: None,
        })))
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
        if self.0.borrow().link.is_some() {
            send(&self.0);
        } else {
            self.start();
        }
        told.await.unwrap_or(Err(Trouble::Ended))
    }

    /// Ends the worker, and gives up what is asked of it.
    pub fn end(&self) {
        finish(&self.0, Err(Trouble::Ended));
        stop(&self.0);
    }

    fn start(&self) {
        let [hearing, breaking, watching] = [(); 3].map(|()| Rc::downgrade(&self.0));
        let wasm = self.0.borrow().wasm;
        let link = Link::start(
            wasm,
            false,
            move |data| heard(&hearing, data),
            move || broke(&breaking),
        );
        let watch = Timeout::new(START_MS, move || fail(&watching, Trouble::Unloaded));
        let mut inner = self.0.borrow_mut();
        inner.link = Some(link);
        inner.watch = Some(watch);
    }
}

/// Hands the worker what is asked. It is ready.
fn send(inner: &Rc<RefCell<Inner>>) {
    let called = {
        let mut inner = inner.borrow_mut();
        let Inner {
            link, asked, watch, ..
        } = &mut *inner;
        let (Some(link), Some(asked)) = (link, asked) else {
            return;
        };
        let Some(args) = asked.args.take() else {
            return;
        };
        *watch = None;
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
        // The first message has no answer: it says that the worker is ready.
        None => send(&inner),
    }
}

/// Before the worker was ready, it could not load; later it is the call that broke.
fn broke(inner: &Weak<RefCell<Inner>>) {
    let loading = |inner: &RefCell<Inner>| {
        let inner = inner.borrow();
        inner
            .asked
            .as_ref()
            .is_some_and(|asked| asked.args.is_some())
    };
    let trouble = match inner.upgrade() {
        Some(strong) if loading(&strong) => Trouble::Unloaded,
        _ => Trouble::Broken,
    };
    fail(inner, trouble);
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
