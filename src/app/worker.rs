//! A worker that runs one of the page's wasms: how it starts, is called, and ends.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};

/// A running worker; dropping it ends it.
pub struct Link {
    worker: Worker,
    _listeners: [EventListener; 2],
}

impl Drop for Link {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

#[wasm_bindgen]
extern "C" {
    // See boot.js.
    #[wasm_bindgen(js_namespace = fazhiBoot, js_name = worker)]
    fn start(wasm: &str, here: bool) -> Worker;

    /// What a wasm exports, by its name, to be called in this thread.
    #[wasm_bindgen(js_namespace = fazhiBoot)]
    pub fn glue(wasm: &str) -> Promise;
}

impl Link {
    /// Starts a worker on a wasm, by its name; `here` gives one that works in the page's own thread. `heard` is given each message: the first says
    /// that the worker is ready, every other one is what a call came to. `broke` is called when the worker cannot load its wasm, or breaks off in
    /// a call.
    pub fn start(
        wasm: &str,
        here: bool,
        heard: impl Fn(&JsValue) + 'static,
        broke: impl Fn() + 'static,
    ) -> Self {
        let worker = start(wasm, here);
        let message = EventListener::new(&worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                heard(&event.data());
            }
        });
        let error = EventListener::new(&worker, "error", move |event| {
            // Said in the page itself, not once more in the console.
            event.prevent_default();
            broke();
        });
        Self {
            worker,
            _listeners: [message, error],
        }
    }

    /// Calls a function of the wasm.
    pub fn call(&self, name: &str, args: &Array) -> Result<(), JsValue> {
        let message = Object::new();
        Reflect::set(&message, &"call".into(), &name.into())?;
        Reflect::set(&message, &"args".into(), args)?;
        self.worker.post_message(&message)
    }

    /// Ends the worker from within one of its own messages: a listener must not be dropped while it runs.
    pub fn end(self) {
        self.worker.terminate();
        Timeout::new(0, move || drop(self)).forget();
    }
}

/// What a call came to, out of the message that tells it.
pub fn answer(message: &JsValue) -> Option<JsValue> {
    let answer = Reflect::get(message, &"answer".into()).ok()?;
    (!answer.is_undefined()).then_some(answer)
}
