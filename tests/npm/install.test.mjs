// The package as others get it: packed, installed from the tarball, and run.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { root, samples } from "./samples.mjs";

const path = (name) => fileURLToPath(new URL(name, root));
const folder = mkdtempSync(join(tmpdir(), "fazhi-check-"));
const run = (command, ...args) => execFileSync(command, args, { cwd: folder, encoding: "utf8" });
let packed;

before(() => {
  [packed] = JSON.parse(run("npm", "pack", "--json", path("pkg")));
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  run("npm", "install", "--offline", "--no-audit", "--no-fund", `./${packed.filename}`);
});
after(() => rmSync(folder, { recursive: true }));

test("the tarball holds the package and nothing else", () => {
  assert.equal(packed.version, /^version = "(.*)"$/m.exec(readFileSync(path("Cargo.toml"), "utf8"))[1]);
  assert.deepEqual(packed.files.map((file) => file.path).sort(), [
    "LICENSE",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "browser.js",
    "core.js",
    "core_bg.wasm",
    "examples/browser.html",
    "examples/browser.js",
    "examples/node.mjs",
    "index.d.ts",
    "node.js",
    "package.json",
  ]);
});

test("the types are found under the name of the package", () => {
  writeFileSync(join(folder, "use.mts"), 'import { analyse } from "fazhi-check";\nexport const level: number = analyse("").sections[0]!.level;\n');
  writeFileSync(join(folder, "wrong.mts"), 'import { analyse } from "fazhi-check";\nexport const level: string = analyse("").sections[0]!.level;\n');
  const check = (file) => run("tsc", "--strict", "--noEmit", "--module", "nodenext", "--types", "", file);
  check("use.mts");
  assert.throws(() => check("wrong.mts"), ({ stdout }) => /TS2322/.test(stdout));
});

test("the example runs in Node", () => {
  cpSync(path("npm/examples/node.mjs"), join(folder, "example.mjs"));
  writeFileSync(join(folder, "short.txt"), "某镇2024年法治政府建设情况报告\r\n一、主要举措和成效\r\n全年办案186件，截止年底办结180件。\r\n");
  const files = samples.slice(0, 3).map(({ file }) => path(file));
  const lines = run("node", "example.mjs", "short.txt", ...files).trim().split("\n").map((line) => JSON.parse(line));
  const [short, ...others] = lines;
  assert.equal(short.title, "某镇2024年法治政府建设情况报告");
  assert.equal(short.report_year, 2024);
  assert.equal(short.missing.length, 3);
  assert.equal(short.figures, 2);
  assert.ok(short.findings.some(({ rule, words }) => rule.startsWith("I01 ") && words === "截止"));
  assert.deepEqual(others.map(({ figures }) => figures), samples.slice(0, 3).map(({ report }) => report.figures.length));
});
