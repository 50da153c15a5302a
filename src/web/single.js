// Starts the single-file edition, where all stands in the page itself: bin/pack puts the wasms' `glues` in front of this.

import { dropped } from "./dropped.js";
import { draft, handed } from "./draft.js";
import { Here } from "./here.js";
import { start } from "./start.js";
import { put } from "./trusted.js";
import "./verify.js";

async function unpack(name) {
  const words = atob(document.getElementById(`wasm-${name}`).textContent);
  const bytes = new Uint8Array(words.length);
  for (let at = 0; at < words.length; at += 1) bytes[at] = words.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

const started = {};
const glue = (name) =>
  (started[name] ??= (async () => {
    const glue = glues[name]();
    await glue.default({ module_or_path: await unpack(name) });
    return glue;
  })());

globalThis.fazhiBoot = { worker: (name) => new Here(glue(name)), glue, draft, dropped, handed, put };

start(async () => {
  await glue("app");
  document.title += "（离线版）";
  document.querySelector("#offline").textContent = "单文件离线版";
});
