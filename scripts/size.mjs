// Prints how large the built page is: each file of the first load and of what is loaded later, as it is and packed; then what its wasm is made of, by
// crate and by module, and its data. `make size -- app 40` tells another number of modules, or of another wasm.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { OPTIMISED } from "./lean.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const [wasm = "app", most = "40"] = process.argv.slice(2);
const row = (numbers, name) => console.log(`${numbers.map((number) => String(number).padStart(10)).join("")}  ${name}`);

// What is loaded only when it is asked for, after the first report, by the system that the page is installed on, or by browsers that cannot run the page.
const LATER = /^(office|sheet|texts|desk|documents|pdf|icon-|manifest|launch|offline|old|sw|法治年报核对)/;
const sums = { first: [0, 0, 0], later: [0, 0, 0] };
console.log("     bytes      gzip    brotli");
for (const name of readdirSync(`${root}dist`, { recursive: true }).sort()) {
  const path = `${root}dist/${name}`;
  if (/\.(gz|br)$|_headers$/.test(name) || statSync(path).isDirectory()) continue;
  // As a host sends it that sends what lies packed beside a file.
  const { size } = statSync(path);
  const sizes = [size, ...["gz", "br"].map((ending) => statSync(`${path}.${ending}`, { throwIfNoEntry: false })?.size ?? size)];
  sizes.forEach((bytes, at) => (sums[LATER.test(basename(name)) ? "later" : "first"][at] += bytes));
  row(sizes, name);
}
for (const [load, sizes] of Object.entries(sums)) row(sizes, `in all, ${load} load`);

/** Numbers and bytes of a wasm, one after another. */
class Reader {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }

  number() {
    for (let value = 0, scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  take(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }

  text() {
    return this.take(this.number()).toString();
  }
}

/** The bodies of the functions, their names, and the data. */
function parts(bytes) {
  const [bodies, names, data] = [[], new Map(), []];
  let imported = 0;
  for (const all = new Reader(bytes, 8); all.at < bytes.length; ) {
    const [kind, length] = [all.number(), all.number()];
    const section = new Reader(all.take(length));
    if (kind === 2) {
      for (let count = section.number(); count > 0; count -= 1) {
        section.text();
        section.text();
        const of = section.number();
        if (of === 0) imported += 1;
        if (of === 1) section.number();
        if (of === 1 || of === 2) {
          if (section.number() & 1) section.number();
          section.number();
        } else section.take(of === 3 ? 2 : 0), of === 0 && section.number();
      }
    } else if (kind === 10) {
      for (let count = section.number(); count > 0; count -= 1) bodies.push(section.take(section.number()));
    } else if (kind === 11) {
      for (let count = section.number(); count > 0; count -= 1) {
        // An active piece at a constant place, as the linker lays them.
        section.take(2);
        section.number();
        section.take(1);
        data.push(section.take(section.number()));
      }
    } else if (kind === 0 && section.text() === "name") {
      while (section.at < length) {
        const [of, size] = [section.number(), section.number()];
        const named = new Reader(section.take(size));
        if (of === 1) for (let count = named.number(); count > 0; count -= 1) names.set(named.number(), named.text());
      }
    }
  }
  return { functions: bodies.map((body, at) => ({ body, name: names.get(at + imported) ?? "without a name" })), data: Buffer.concat(data) };
}

/** The path of what a function belongs to: `<a::B as c::D>::e` is of `a::B`, what is made of a type of ours is ours. */
function path(name) {
  const plain = name.replace(/\[[0-9a-f]{16}\]/g, "");
  const own = /fazhi_check(::\w+)*/.exec(plain);
  return own ? own[0] : (/[a-z_]\w*(::\w+)*/.exec(plain.replace(/^[<&\s]*(dyn |mut |\*const )?/, ""))?.[0] ?? plain);
}

function table(title, pieces, most) {
  const groups = new Map();
  for (const { name, body } of pieces) groups.set(name, [...(groups.get(name) ?? []), body]);
  const sized = [...groups].map(([name, bodies]) => ({ name, count: bodies.length, bytes: Buffer.concat(bodies) }));
  sized.sort((one, other) => other.bytes.length - one.bytes.length);
  console.log(`\n${title}\n     bytes      gzip functions (gzip: packed alone)`);
  for (const { name, count, bytes } of sized.slice(0, most)) row([bytes.length, gzipSync(bytes, { level: 9 }).length, count], name);
}

// Trunk leaves the wasm as wasm-bindgen made it, with its names; it is made small once more, and keeps them.
const folders = ["target/small", "target"].map((folder) => `${root}${folder}/wasm-bindgen/release/${wasm}_bg.wasm`);
const made = folders.find(existsSync);
mkdirSync(`${root}target/size`, { recursive: true });
const named = `${root}target/size/${wasm}.wasm`;
execFileSync("wasm-opt", [...OPTIMISED, "-g", made, "-o", named]);
const { functions, data } = parts(readFileSync(named));
const at = (depth) => functions.map(({ name, body }) => ({ body, name: path(name).split("::").slice(0, depth).join("::") }));
table(`the code of ${wasm} by crate`, at(1), 15);
table("by module", at(3), Number(most));
table("the largest functions", functions.map(({ name, body }) => ({ body, name: name.replace(/\[[0-9a-f]{16}\]/g, "").slice(0, 150) })), 15);

const words = /(?:[\xe2-\xef][\x80-\xbf]{2})+/g;
const ascii = /[\n -~]{5,}/g;
const bytes = data.toString("latin1");
const kinds = [
  ["words in Chinese", (bytes.match(words) ?? []).join("")],
  ["words in ASCII", (bytes.replace(words, "\0").match(ascii) ?? []).join("")],
  ["the rest: tables, places of words", bytes.replace(words, "").replace(ascii, "")],
];
console.log("\nits data\n     bytes      gzip");
for (const [name, text] of kinds) row([text.length, gzipSync(Buffer.from(text, "latin1"), { level: 9 }).length], name);
