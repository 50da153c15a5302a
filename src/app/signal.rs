//! What the page is drawn from: values that count their changes, values made of others, and what is done whenever one has changed.
//!
//! There are some dozens of each, and all live as long as the page. So nobody is told of a change: once what runs has come to its end, every effect
//! looks whether something that it read has been counted on, and runs again if so.

use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

thread_local! {
    /// What the effect or memo that runs has read.
    static READ: RefCell<Option<Vec<Read>>> = const { RefCell::new(None) };
    static EFFECTS: RefCell<Vec<Rc<Effect>>> = const { RefCell::new(Vec::new()) };
    /// All changes of signals there have been.
    static CHANGES: Cell<u64> = const { Cell::new(0) };
    /// The effects will look soon.
    static DUE: Cell<bool> = const { Cell::new(false) };
}

/// Something to read, and how many changes of it there had been.
type Read = (&'static dyn Count, u64);

/// Counts its changes.
trait Count {
    fn count(&self) -> u64;
}

fn note(read: &'static dyn Count) {
    // To count, a memo may have to be made anew, which notes what it reads itself.
    let count = read.count();
    READ.with_borrow_mut(|reads| {
        if let Some(reads) = reads {
            reads.push((read, count));
        }
    });
}

/// Runs, and notes what is read.
fn noting<R>(run: impl FnOnce() -> R) -> (R, Vec<Read>) {
    let outer = READ.replace(Some(Vec::new()));
    let result = run();
    (result, READ.replace(outer).unwrap_or_default())
}

fn outdated(reads: &[Read]) -> bool {
    reads.iter().any(|(read, count)| read.count() != *count)
}

/// A value that counts its changes. All copies are the same value.
pub struct Signal<T: 'static>(&'static Value<T>);

struct Value<T> {
    value: RefCell<T>,
    changes: Cell<u64>,
}

impl<T> Count for Value<T> {
    fn count(&self) -> u64 {
        self.changes.get()
    }
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T> Signal<T> {
    /// A new value, for as long as the page lives.
    pub fn new(value: T) -> Self {
        Self(Box::leak(Box::new(Value {
            value: RefCell::new(value),
            changes: Cell::new(0),
        })))
    }

    /// Notes that it is read.
    pub fn track(self) {
        note(self.0);
    }

    /// The value.
    pub fn read(self) -> Ref<'static, T> {
        self.track();
        self.read_untracked()
    }

    /// The value; what runs does not run again when it changes.
    pub fn read_untracked(self) -> Ref<'static, T> {
        self.0.value.borrow()
    }

    /// Does something with the value.
    pub fn with<R>(self, with: impl FnOnce(&T) -> R) -> R {
        with(&self.read())
    }

    /// Does something with the value; what runs does not run again when it changes.
    pub fn with_untracked<R>(self, with: impl FnOnce(&T) -> R) -> R {
        with(&self.read_untracked())
    }

    /// Puts another value in its place.
    pub fn set(self, value: T) {
        // What goes may do something as it goes.
        drop(self.0.value.replace(value));
        self.changed();
    }

    /// Changes the value.
    pub fn update<R>(self, update: impl FnOnce(&mut T) -> R) -> R {
        let result = update(&mut self.0.value.borrow_mut());
        self.changed();
        result
    }

    fn changed(self) {
        self.0.changes.set(self.0.changes.get() + 1);
        CHANGES.set(CHANGES.get() + 1);
        look_soon();
    }
}

impl<T: Clone> Signal<T> {
    /// A copy of the value.
    pub fn get(self) -> T {
        self.read().clone()
    }

    /// A copy of the value; what runs does not run again when it changes.
    pub fn get_untracked(self) -> T {
        self.read_untracked().clone()
    }
}

/// A value made of others, when it is read. It only changes when another comes of it.
pub struct Memo<T: 'static>(&'static Made<T>);

/// Makes a value; it is given what it was before.
type Make<T> = dyn Fn(Option<&T>) -> T;

struct Made<T> {
    make: Box<Make<T>>,
    same: fn(&T, &T) -> bool,
    value: RefCell<T>,
    changes: Cell<u64>,
    reads: RefCell<Vec<Read>>,
    /// All changes of signals that there had been when it was last brought up to date.
    looked: Cell<Option<u64>>,
}

impl<T: Default> Made<T> {
    /// Makes it anew, where something that it was made of has changed.
    fn refresh(&self) {
        let now = Some(CHANGES.get());
        if self.looked.replace(now) == now {
            return;
        }
        let first = self.changes.get() == 0;
        if !first && !outdated(&self.reads.borrow()) {
            return;
        }
        let before = Some(self.value.take()).filter(|_| !first);
        let (made, reads) = noting(|| (self.make)(before.as_ref()));
        if before.is_none_or(|before| !(self.same)(&before, &made)) {
            self.changes.set(self.changes.get() + 1);
        }
        self.value.replace(made);
        self.reads.replace(reads);
    }
}

impl<T: Default> Count for Made<T> {
    fn count(&self) -> u64 {
        self.refresh();
        self.changes.get()
    }
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: Default + PartialEq> Memo<T> {
    /// A value made of others, and of what it was before.
    pub fn new(make: impl Fn(Option<&T>) -> T + 'static) -> Self {
        Self::with_same(make, T::eq)
    }
}

impl<T: Default> Memo<T> {
    /// The same of what is compared in another way.
    pub fn with_same(make: impl Fn(Option<&T>) -> T + 'static, same: fn(&T, &T) -> bool) -> Self {
        Self(Box::leak(Box::new(Made {
            make: Box::new(make),
            same,
            value: RefCell::default(),
            changes: Cell::new(0),
            reads: RefCell::default(),
            looked: Cell::new(None),
        })))
    }

    /// The value.
    pub fn read(self) -> Ref<'static, T> {
        note(self.0);
        self.read_untracked()
    }

    /// The value; what runs does not run again when it changes.
    pub fn read_untracked(self) -> Ref<'static, T> {
        self.0.refresh();
        self.0.value.borrow()
    }
}

impl<T: Default + Clone> Memo<T> {
    /// A copy of the value.
    pub fn get(self) -> T {
        self.read().clone()
    }
}

struct Effect {
    run: Box<dyn Fn()>,
    /// None as long as it has not run.
    reads: RefCell<Option<Vec<Read>>>,
}

/// Runs soon, and again whenever something has changed that it read.
pub fn watch(run: impl Fn() + 'static) {
    let effect = Effect {
        run: Box::new(run),
        reads: RefCell::new(None),
    };
    EFFECTS.with_borrow_mut(|effects| effects.push(Rc::new(effect)));
    look_soon();
}

fn look_soon() {
    if !DUE.replace(true) {
        spawn_local(async { look() });
    }
}

/// Runs the effects that are to run, in the order in which they came.
fn look() {
    DUE.set(false);
    let mut at = 0;
    while let Some(effect) = EFFECTS.with_borrow(|effects| effects.get(at).cloned()) {
        let due = effect.reads.borrow().as_deref().is_none_or(outdated);
        if due {
            let ((), reads) = noting(&effect.run);
            effect.reads.replace(Some(reads));
        }
        at += 1;
    }
}

/// A value that lies where everything may reach it, and counts nothing. All copies are the same value.
pub struct Stored<T: 'static>(&'static RefCell<T>);

impl<T> Clone for Stored<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Stored<T> {}

impl<T> Stored<T> {
    /// A new value, for as long as the page lives.
    pub fn new(value: T) -> Self {
        Self(Box::leak(Box::new(RefCell::new(value))))
    }

    /// Does something with the value.
    pub fn with<R>(self, with: impl FnOnce(&T) -> R) -> R {
        with(&self.0.borrow())
    }

    /// Changes the value.
    pub fn update<R>(self, update: impl FnOnce(&mut T) -> R) -> R {
        update(&mut self.0.borrow_mut())
    }

    /// Puts another value in its place.
    pub fn set(self, value: T) {
        // What goes may do something as it goes.
        drop(self.0.replace(value));
    }
}

impl<T: Clone> Stored<T> {
    /// A copy of the value.
    pub fn get(self) -> T {
        self.0.borrow().clone()
    }
}
