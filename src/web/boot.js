// Starts the page: loads its wasm, then those that work for it.

import { Here } from "./here.js";
import { start } from "./start.js";

const script = document.querySelector("script[data-glue]");
// All code lies beside this file, in the folder of its build.
const address = (path) => new URL(path, import.meta.url).href;
const inPage = (path) => new URL(path, document.baseURI).href;

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

// Compiled once, however many workers run it.
const modules = {};
const module = (name) => (modules[name] ??= compile(address(`${name}_bg.wasm`)).catch((error) => {
  // The next who asks tries again.
  delete modules[name];
  throw error;
}));

async function glue(name) {
  const [glue, module_or_path] = await Promise.all([import(address(`${name}.js`)), module(name)]);
  await glue.default({ module_or_path });
  return glue;
}

/** A worker that runs a wasm by its name; `here`, or where the browser knows no such worker: its like in this thread. */
function worker(name, here) {
  let known = false;
  const type = { get type() { known = true; return "module"; } };
  const worker = here ? undefined : new Worker(address("worker.js"), type);
  if (!known) {
    worker?.terminate();
    return new Here(glue(name));
  }
  module(name).then(
    (module) => worker.postMessage({ glueUrl: address(`${name}.js`), module }),
    () => worker.dispatchEvent(new Event("error", { cancelable: true })),
  );
  return worker;
}

const up = await start(async () => {
  const [page, compiled] = await Promise.all([import(inPage(script.dataset.glue)), compile(inPage(script.dataset.wasm))]);
  globalThis.fazhiBoot = { worker, glue };
  // On its way while the page is put up; whoever needs it is told if it does not come.
  module("analyser").catch(() => {});
  await page.default({ module_or_path: compiled });
});
if (up) {
  const [{ keep }, { listen }] = await Promise.all([import("./offline.js"), import("./launch.js")]);
  listen();
  keep();
}
