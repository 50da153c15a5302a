// Starts the page: loads its wasm, gives it workers, and then has it kept for offline use.

import { dropped } from "./dropped.js";
import { draft, handed } from "./draft.js";
import { Here } from "./here.js";
import { start } from "./start.js";
import { put, script } from "./trusted.js";
import "./verify.js";

const own = document.querySelector("script[data-glue]").dataset;
// All code lies beside this file, in the folder of its build.
const address = (path) => new URL(path, import.meta.url).href;

async function compile(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  try {
    return await WebAssembly.compileStreaming(response.clone());
  } catch {
    // A server that gives wasm a wrong Content-Type.
    return WebAssembly.compile(await response.arrayBuffer());
  }
}

/** Where the glue of a wasm is, and the wasm. Trunk names those of the page by what is in them. */
const places = (name) => (name === "app" ? [own.glue, own.wasm] : [`${name}.js`, `${name}_bg.wasm`]).map(address);

// Compiled once, however many workers run it.
const modules = {};
const module = (name) => (modules[name] ??= compile(places(name)[1]).catch((error) => {
  // The next who asks tries again.
  delete modules[name];
  throw error;
}));

/** What a wasm exports, called in this thread. */
async function glue(name) {
  const [glue, module_or_path] = await Promise.all([import(places(name)[0]), module(name)]);
  await glue.default({ module_or_path });
  return glue;
}

/** A worker that runs a wasm by its name; `here`, or where the browser knows no such worker: its like in this thread. */
function worker(name, here) {
  let known = false;
  const type = { get type() { known = true; return "module"; } };
  const worker = here ? undefined : new Worker(script(address("worker.js")), type);
  if (!known) {
    worker?.terminate();
    return new Here(glue(name));
  }
  module(name).then(
    (module) => worker.postMessage({ glueUrl: places(name)[0], module }),
    () => worker.dispatchEvent(new Event("error", { cancelable: true })),
  );
  return worker;
}

/** The frame of the page is painted; in a tab behind others there is no painting to wait for. */
const painted = () =>
  new Promise((done) => (document.visibilityState === "visible" ? requestAnimationFrame(() => setTimeout(done)) : done()));

globalThis.fazhiBoot = { worker, glue, draft, dropped, handed, put };
await painted();
if (await start(() => glue("app"))) {
  const [{ keep }, { listen }] = await Promise.all([import("./offline.js"), import("./launch.js")]);
  listen();
  keep();
}
