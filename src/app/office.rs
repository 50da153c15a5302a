//! The client of `bin/office.rs`: each file is written in a worker of its own, which ends with it.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::worker::{Link, answer};
use crate::api;
use crate::export::tables::Table;

/// A file that takes longer than this, loading included, is given up.
const LIMIT_MS: u32 = 90_000;

/// Why there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// What writes it could not be loaded.
    Unloaded,
    /// The writing broke off.
    Broken,
    /// It took too long.
    Slow,
}

type Done = Box<dyn FnOnce(Result<Uint8Array, Trouble>)>;

/// A file being written; dropping it gives it up.
pub struct Writing {
    _inner: Rc<RefCell<Inner>>,
}

#[derive(Default)]
struct Inner {
    link: Option<Link>,
    /// The arguments, until the worker is ready for them.
    args: Option<Array>,
    done: Option<Done>,
    watch: Option<Timeout>,
}

/// Begins to write a workbook that holds the tables, and hands its bytes to `done`.
pub fn workbook(
    tables: &[Table],
    title: &str,
    done: impl FnOnce(Result<Uint8Array, Trouble>) + 'static,
) -> Result<Writing, Trouble> {
    let tables = api::to_js(tables).map_err(|_| Trouble::Broken)?;
    let inner = Rc::new(RefCell::new(Inner::default()));
    let [hearing, breaking, watching] = [(); 3].map(|()| Rc::downgrade(&inner));
    let link = Link::start(
        "office",
        false,
        move |data| heard(&hearing, data),
        move || broke(&breaking),
    );
    *inner.borrow_mut() = Inner {
        link: Some(link),
        args: Some(Array::of2(&tables, &title.into())),
        done: Some(Box::new(done)),
        watch: Some(Timeout::new(LIMIT_MS, move || {
            finish(&watching, Err(Trouble::Slow));
        })),
    };
    Ok(Writing { _inner: inner })
}

fn heard(inner: &Weak<RefCell<Inner>>, data: &JsValue) {
    let Some(strong) = inner.upgrade() else {
        return;
    };
    let args = strong.borrow_mut().args.take();
    let Some(args) = args else {
        let bytes = answer(data).and_then(|bytes| bytes.dyn_into().ok());
        return finish(inner, bytes.ok_or(Trouble::Broken));
    };
    let called = match &strong.borrow().link {
        Some(link) => link.call("workbook", &args),
        None => return,
    };
    if called.is_err() {
        finish(inner, Err(Trouble::Broken));
    }
}

/// Before the worker was ready, it could not load; later it is the writing that broke.
fn broke(inner: &Weak<RefCell<Inner>>) {
    let Some(strong) = inner.upgrade() else {
        return;
    };
    let loading = strong.borrow().args.is_some();
    let trouble = if loading {
        Trouble::Unloaded
    } else {
        Trouble::Broken
    };
    finish(inner, Err(trouble));
}

fn finish(inner: &Weak<RefCell<Inner>>, result: Result<Uint8Array, Trouble>) {
    let Some(inner) = inner.upgrade() else {
        return;
    };
    let Inner {
        link, done, watch, ..
    } = inner.take();
    drop(watch);
    if let Some(link) = link {
        link.end();
    }
    if let Some(done) = done {
        done(result);
    }
}
