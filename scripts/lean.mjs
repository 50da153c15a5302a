// Makes what Trunk has built small: `node scripts/lean.mjs FOLDER`. Each wasm loses what its glue never asks for and is optimised, the names that the
// two have for one another become short, and scripts lose what only people read. Names in our own modules stay, for whoever looks at them in a browser.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));
/** The oldest browsers that the README names. */
const target = ["chrome97", "firefox102", "safari16"];

/** What a wasm may use: the Makefile says it. */
const features = process.env.WASM_FEATURES?.match(/\S+/g) ?? [];
/**
 * How a wasm is optimised. The lowest kilobyte of its memory is the far end of the stack. Functions called once stay by themselves, unless they are small,
 * and its data stays whole: both pack better.
 */
export const OPTIMISED = [...features, "-Oz", "--low-memory-unused", "--one-caller-inline-max-function-size=50", "--skip-pass=memory-packing"];

const tool = (name, args) => execFileSync(join(root, "node_modules/.bin", name), args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

/** Classes for streams that `wasm-streams` exports, which Leptos brings along for servers; nobody makes one. */
const STREAMS = /^(export class IntoUnderlying\w+ \{[^]*?^\}|if \(Symbol\.dispose\) IntoUnderlying.*|const IntoUnderlying\w+ = [^;]*;)\n/gm;
/** What a wasm asks of its glue, as wasm-bindgen writes it down: an entry of one object. */
const ENTRY = /^ {8}(\w+): function.*\n(?: {9,}.*\n|\n)*? {8}\}.*\n/gm;
/** What the glue asks of its wasm. */
const ASKED = /\bwasm\.(\w+)/g;
/** What wasm-opt calls the glue where it makes names short. */
const MODULE = "a";

/** The glue of a wasm, both made small; the wasm is written where it was. */
export async function lean(glue, wasm) {
  const code = glue.replace(STREAMS, "");
  const asked = [...new Set([...code.matchAll(ASKED)].map(([, name]) => name))];
  const graph = `${wasm}.json`;
  const reached = [{ name: "glue", root: true, reaches: asked }, ...asked.map((name) => ({ name, export: name }))];
  writeFileSync(graph, JSON.stringify(reached));
  tool("wasm-metadce", [...features, wasm, "--graph-file", graph, "-o", wasm]);
  rmSync(graph);
  const { imports, exports } = JSON.parse(tool("wasm-opt", [...OPTIMISED, "--strip-debug", "--minify-imports-and-exports-and-modules", wasm, "-o", wasm]));
  const [given, taken] = [new Map(imports.map(([, name, short]) => [name, short])), new Map(exports)];

  const lost = new Set([...given.keys(), ...asked.filter((name) => !taken.has(name))]);
  const short = code
    .replace(ENTRY, (entry, name) => (lost.delete(name) ? entry.replace(name, () => given.get(name)) : ""))
    .replace(ASKED, (_, name) => `wasm.${taken.get(name)}`)
    .replace(/"\.\/\w+_bg\.js": /, `${MODULE}: `);
  if (lost.size > 0) throw new Error(`the glue of ${wasm} is not of the form that wasm-bindgen 0.2.130 writes: ${[...lost].join(", ")}`);
  // Whoever starts it gives it its wasm.
  const define = { "import.meta.url": "undefined" };
  return (await transform(short, { define, format: "esm", minify: true, pure: ["FinalizationRegistry"], target, treeShaking: true })).code;
}

/** All scripts and wasms of a folder, and the single-file edition's script, which is made of some of them. */
async function all(folder) {
  const names = readdirSync(folder);
  const path = (name) => join(folder, name);
  const single = await build({ entryPoints: [join(root, "src/web/single.js")], bundle: true, format: "esm", minify: true, target, write: false });
  for (const name of names.filter((name) => name.endsWith(".js"))) {
    const code = readFileSync(path(name), "utf8");
    const wasm = name.replace(".js", "_bg.wasm");
    if (names.includes(wasm)) writeFileSync(path(name), await lean(code, path(wasm)));
    // Old browsers read this one.
    else if (name !== "old.js") writeFileSync(path(name), (await transform(code, { minifySyntax: true, minifyWhitespace: true, target })).code);
  }
  writeFileSync(path("single.js"), single.outputFiles[0].contents);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await all(process.argv[2]);
