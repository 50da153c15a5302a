// The types of the package are those of the core, and hold for what it gives.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { rules } from "../../pkg/node.js";
import { root, samples } from "./samples.mjs";

const read = (path) => readFileSync(new URL(path, root), "utf8");
const bare = (source) => source.replace(/\/\*\*[^]*?\*\/|\/\/.*/g, "");

/** The declarations of a text: what each is called, and what it holds. */
const declared = (source, pattern, hold) => Object.fromEntries([...bare(source).matchAll(pattern)].map(([, name, body]) => [name, hold(body)]));

/** A type of Rust as TypeScript has it. */
function typed(rust) {
  const [, outer, inner] = /^(\w+)<(.*)>$/.exec(rust) ?? [];
  if (outer === "Option") return `${typed(inner)} | null`;
  if (outer === "Vec") return `${typed(inner)}[]`;
  if (outer) return outer;
  const plain = { String: "string", bool: "boolean", S: "Span" };
  return plain[rust] ?? (/^[uf]\d|^usize/.test(rust) ? "number" : rust);
}

test("every type of the report is declared, field by field", () => {
  const core = read("src/report.rs");
  const structs = declared(core, /pub struct (\w+)(?:<S>)? \{\n([^]*?)\n\}/g, (body) =>
    Object.fromEntries([...body.matchAll(/pub (\w+): (.*),/g)].map(([, name, type]) => [name, typed(type)])),
  );
  const enums = declared(core, /pub enum (\w+) \{\n([^]*?)\n\}/g, (body) =>
    [...body.matchAll(/^ {4}(\w+),/gm)].map(([, name]) => name.replace(/\B[A-Z]/g, "_$&").toLowerCase()),
  );
  const types = read("npm/index.d.ts");
  const interfaces = declared(types, /export interface (\w+) \{\n([^]*?)\n\}/g, (body) =>
    Object.fromEntries([...body.matchAll(/(\w+)(\??): (.*);/g)].map(([, name, optional, type]) => [name, optional ? type.replace(" | undefined", "") : type])),
  );
  const unions = declared(types, /export type (\w+) = (".*");/g, (body) => body.split(" | ").map((name) => JSON.parse(name)));
  // What may be left out is no Option in the core where it has a default, and what is told of the rules is not in the report.
  structs.Settings.purpose += " | null";
  const { Rule, Category, ...ofReport } = interfaces;
  const { Certainty, ...ofReports } = unions;
  assert.deepEqual(ofReport, structs);
  assert.deepEqual(ofReports, enums);
});

test("the compiler takes what the functions give, and nothing else", () => {
  const folder = new URL("target/types/", root);
  mkdirSync(folder, { recursive: true });
  const write = (name, text) => writeFileSync(new URL(name, folder), text);
  // Literals, so that a field without a type is an error.
  const literals = samples.map(({ report }, at) => `export const r${at}: Report = ${JSON.stringify(report)};`);
  write("given.ts", [
    'import { analyse, rules, type Report, type Rule, type Settings } from "../../pkg/index.js";',
    ...literals,
    `export const told: Rule[] = ${JSON.stringify(rules())};`,
    'export const settings: Settings[] = [{}, { body_kind: "city", report_year: 2024, purpose: "submission" }, { body_kind: undefined, purpose: null }];',
    'export const report: Report = analyse("", settings[0]);',
    "export const again: Rule[] = rules();",
    "// @ts-expect-error",
    'export const kind: Settings = { body_kind: "village" };',
    "// @ts-expect-error",
    "analyse(7);",
    "// @ts-expect-error",
    `export const more: Report = { ...r0, other: 1 };`,
    "// @ts-expect-error",
    'export const status: Report["parts"][0]["status"] = "gone";',
  ].join("\n"));
  const options = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, module: "nodenext", target: "es2022", types: [] };
  write("tsconfig.json", JSON.stringify({ compilerOptions: options, files: ["given.ts"] }));
  try {
    execFileSync("tsc", ["--project", fileURLToPath(folder)], { encoding: "utf8" });
  } catch (error) {
    assert.fail(error.stdout || error.message);
  }
});
