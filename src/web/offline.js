// Keeps the page for offline use where the browser can, says in the foot how that stands, and changes to a new build when it is asked to.
//
// The words stand in the page's template "offline"; of its elements with `data-when` one is shown at a time.

import { handed } from "./draft.js";
import { script } from "./trusted.js";

// The folder this file lies in; it has no such name where the page was not packed.
const BUILD = /\/(build-[0-9a-f]+)\/[^/]*$/.exec(import.meta.url)?.[1];
const EVERY = 6 * 60 * 60 * 1000;

let place;
// The text could not be handed over: nothing else is said until the user has chosen what to do.
let stuck = false;

function show(when) {
  for (const part of place.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== when;
}

/** Asks a worker how it stands with this window's build. */
function ask(worker) {
  return new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answer(data);
    worker.postMessage({ build: BUILD }, [port2]);
  });
}

/** How it stands, by the name of what is said of it; nothing as long as it is not known. */
async function standing({ waiting, active, installing }) {
  if (waiting) return "new";
  if (!active) return installing ? undefined : "failed";
  const { same, kept } = await ask(active);
  if (!same) return "new";
  return kept ? "kept" : "failed";
}

async function look(registration) {
  const when = await standing(registration);
  if (!stuck) show(registration.waiting ? "new" : when);
}

/** Leaves the page's text for the one that comes after the reload. Whether it could. */
async function handOver() {
  const asked = new CustomEvent("handover", { detail: {} });
  dispatchEvent(asked);
  try {
    if (asked.detail.draft) await handed.leave(asked.detail.draft);
    return true;
  } catch {
    return false;
  }
}

/** Loads the page anew with its text, or, where that cannot be handed over, lets the user save it first. */
async function reload() {
  if (await handOver()) {
    location.reload();
  } else {
    stuck = true;
    show("stuck");
  }
}

function update(registration) {
  const next = registration.waiting;
  if (!next) {
    reload();
    return;
  }
  next.addEventListener("statechange", () => {
    if (next.state === "activated") reload();
  });
  next.postMessage("activate");
}

function save() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([document.querySelector("textarea").value], { type: "text/plain" }));
  link.download = "正文.txt";
  link.click();
  URL.revokeObjectURL(link.href);
}

async function register() {
  // Either throws where the browser lets the page keep nothing.
  await caches.has(BUILD);
  const registration = await navigator.serviceWorker.register(script(new URL("../sw.js", import.meta.url).href), { updateViaCache: "none" });
  const news = () => look(registration);
  const watch = () => registration.installing?.addEventListener("statechange", news);
  registration.addEventListener("updatefound", watch);
  watch();
  // Another window has changed to a new build: this one goes on with its own.
  navigator.serviceWorker.addEventListener("controllerchange", news);
  place.querySelector("[data-do=update]").onclick = () => update(registration);
  place.querySelector("[data-do=save]").onclick = save;
  place.querySelector("[data-do=reload]").onclick = async () => {
    // It may go well now.
    await handOver();
    location.reload();
  };

  let asked = Date.now();
  const again = () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < EVERY) return;
    asked = Date.now();
    registration.update().catch(() => {});
  };
  document.addEventListener("visibilitychange", again);
  setInterval(again, EVERY / 12);
  await news();
}

export async function keep() {
  place = document.querySelector("#offline");
  if (!BUILD || !place) return;
  place.append(document.querySelector("template#offline-words").content.cloneNode(true));
  try {
    if (!isSecureContext || !("serviceWorker" in navigator)) throw new Error("no service worker here");
    await register();
  } catch {
    show("unable");
  }
}
