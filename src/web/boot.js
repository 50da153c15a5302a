// Starts the page: loads its wasm, gives it workers, and says in plain words when this browser cannot run it.

import { draft } from "./draft.js";
import { Here } from "./here.js";
import { script } from "./trusted.js";
import "./verify.js";

const own = document.querySelector("script[data-glue]").dataset;
const address = (path) => new URL(path, document.baseURI).href;

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
  const worker = here ? undefined : new Worker(script("worker.js"), type);
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

try {
  globalThis.fazhiBoot = { worker, glue, draft };
  await glue("app");
} catch (error) {
  console.error(error);
  const words = document.querySelector("#boot p");
  if (words) {
    words.textContent =
      typeof WebAssembly === "object"
        ? "页面没有打开成功。请刷新一次；如果还是这样，请检查网络后再试。"
        : "这个浏览器版本太旧，无法运行本页。请改用 Chrome 109、Edge 109、Firefox 115 或更新的版本；国产浏览器请切换到“极速模式”。";
    document.querySelector("#boot").classList.add("failed");
  }
}
