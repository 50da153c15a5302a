// scripts/lean.mjs on a small wasm with glue of the form that wasm-bindgen writes: what nobody calls goes, the rest does what it did.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { lean } from "../../scripts/lean.mjs";

const WASM = `(module
  (import "./small_bg.js" "__wbg_add_0123456789abcdef" (func $add (param i32 i32) (result i32)))
  (import "./small_bg.js" "__wbg_close_0123456789abcdef" (func $close (param i32)))
  (memory (export "memory") 1)
  (func (export "doubled") (param i32) (result i32) (call $add (local.get 0) (local.get 0)))
  (func (export "intounderlyingsink_close") (param i32) (call $close (local.get 0))))`;

const GLUE = `export class IntoUnderlyingSink {
    close() {
        wasm.intounderlyingsink_close(this.__wbg_ptr);
    }
}
if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = IntoUnderlyingSink.prototype.free;

/**
 * @param {number} number
 */
export function doubled(number) {
    const ret = wasm.doubled(number);
    return ret;
}
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_add_0123456789abcdef: function(arg0, arg1) {
            const ret = arg0 + arg1;
            return ret;
        },
        __wbg_close_0123456789abcdef: function() { return handleError(function (arg0) {
            arg0.close();
        }, arguments); },
    };
    return {
        __proto__: null,
        "./small_bg.js": import0,
    };
}

const IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.intounderlyingsink_close(ptr));
function handleError(f, args) {
    return f.apply(this, args);
}
let wasm;
async function __wbg_init(module_or_path) {
    if (module_or_path === undefined) {
        module_or_path = new URL('small_bg.wasm', import.meta.url);
    }
    wasm = (await WebAssembly.instantiate(module_or_path, __wbg_get_imports())).exports;
}
export { __wbg_init as default };
`;

/** The glue and the wasm that come of a glue. */
async function made(glue) {
  const folder = await mkdtemp(join(tmpdir(), "lean-"));
  try {
    const [words, wasm] = [join(folder, "small.wat"), join(folder, "small_bg.wasm")];
    await writeFile(words, WASM);
    execFileSync(fileURLToPath(new URL("../../node_modules/.bin/wasm-as", import.meta.url)), [words, "-o", wasm]);
    return { code: await lean(glue, wasm), wasm: await readFile(wasm) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("what nobody calls goes, and names become short", async () => {
  const { code, wasm } = await made(GLUE);
  const module = await WebAssembly.compile(wasm);
  const names = [...WebAssembly.Module.imports(module), ...WebAssembly.Module.exports(module)];
  assert.deepEqual(names.map(({ kind }) => kind), ["function", "function"]);
  for (const { name } of names) assert.ok(name.length < 3, name);
  assert.doesNotMatch(code, /IntoUnderlying|__wbg|apply|import\.meta|\n.|@param/);
});

test("what is left does what it did", async () => {
  const { code, wasm } = await made(GLUE);
  const glue = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  await glue.default(await WebAssembly.compile(wasm));
  assert.equal(glue.doubled(21), 42);
  assert.deepEqual(Object.keys(glue), ["default", "doubled"]);
});

test("the same glue and wasm become the same", async () => {
  const [one, other] = [await made(GLUE), await made(GLUE)];
  assert.equal(one.code, other.code);
  assert.deepEqual(one.wasm, other.wasm);
});

test("glue of another form is refused", async () => {
  await assert.rejects(made(GLUE.replace(": function(arg0, arg1)", "(arg0, arg1)")), /__wbg_add/);
  await assert.rejects(made(GLUE.replace("wasm.doubled", "wasm.tripled")), /tripled/);
});
