// Measures many reports at once and prints: how long 1,000 texts of 5,000 characters, and 100 Word documents, take to stand in the list; the longest
// tasks of the page's thread meanwhile; the memory of its processes. Asserts nothing.

import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { chromiumPath } from "./chromium.mjs";
import { memory } from "./memory.mjs";
import { serve } from "./serve.mjs";

const root = new URL("../", import.meta.url);
const CHARS = 5000;

/** Numbers from 0 to below 1 that are the same in every run. */
function random() {
  let state = 7;
  return () => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32);
}

/** A thousand reports: lines of the samples shuffled into each other's parts, with figures and names changed. */
async function texts() {
  const folder = new URL("tests/samples/reports/", root);
  const samples = [];
  for (const name of (await readdir(folder)).sort()) samples.push(await readFile(new URL(name, folder), "utf8"));
  const lines = samples.flatMap((text) => text.split("\n").filter((line) => line.length > 60));
  const next = random();
  return Array.from({ length: 1000 }, (_, at) => {
    let text = samples[at % samples.length];
    const rest = text.split("\n");
    while (rest.join("\n").length < CHARS) rest.splice(2 + Math.floor(next() * (rest.length - 2)), 0, lines[Math.floor(next() * lines.length)]);
    text = rest.join("\n").slice(0, CHARS);
    return text.replace(/\d+(?=[件起份次人])/g, () => String(1 + Math.floor(next() * 900))).replace(/[青河江云]/g, (name) => "青河江云"[(at + "青河江云".indexOf(name)) % 4]);
  });
}

const server = await serve(new URL("dist", root).pathname, 0);
const browser = await chromium.launchServer({ executablePath: chromiumPath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
const client = await chromium.connect(browser.wsEndpoint());

async function measure(name, files) {
  const folder = await mkdtemp(join(tmpdir(), "many-"));
  for (const [at, { ending, bytes }] of files.entries()) await writeFile(join(folder, `报告${at}.${ending}`), bytes);
  const page = await client.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => !document.querySelector("[inert]"));
  const before = memory(browser.process().pid);
  await page.evaluate(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map(({ duration, startTime }) => ({ duration, startTime })))).observe({ entryTypes: ["longtask"] });
    document.querySelector("#folder").addEventListener("change", () => (globalThis.begun = performance.now()), { capture: true });
    const told = document.querySelector("#desk-told");
    const done = (element, words, key) =>
      new MutationObserver(() => {
        if (words.test(element.textContent)) globalThis[key] ??= performance.now();
      }).observe(element, { childList: true, characterData: true, subtree: true });
    done(told, /^共/, "listed");
    done(document.querySelector("#desk-alike"), /^(下面各对|没有发现|比较时)/, "compared");
  });
  await page.locator("#folder").setInputFiles(folder);
  let most = before;
  // Seldom, since reading it takes time from the page.
  while (await page.evaluate(() => !globalThis.listed)) {
    most = Math.max(most, memory(browser.process().pid));
    await page.waitForFunction(() => globalThis.listed, null, { timeout: 2000 }).catch(() => {});
  }
  await page.waitForFunction(() => globalThis.compared > globalThis.listed, null, { timeout: 120_000 });
  most = Math.max(most, memory(browser.process().pid));
  const { listed, compared, tasks, told } = await page.evaluate(() => ({
    listed: globalThis.listed - globalThis.begun,
    compared: globalThis.compared - globalThis.listed,
    tasks: globalThis.tasks.sort((one, other) => other.duration - one.duration).map(({ duration, startTime }) => `${duration.toFixed(0)} ms at ${((startTime - globalThis.begun) / 1000).toFixed(1)} s`),
    told: document.querySelector("#desk-told").textContent,
  }));
  console.log(`${name}: ${told}；${(listed / 1000).toFixed(2)} s to the whole list, ${(compared / 1000).toFixed(2)} s more for what is alike`);
  console.log(`  tasks over 50 ms: ${tasks.length}, the longest ${tasks.slice(0, 3).join(", ") || "none"}`);
  console.log(`  memory of the page's processes: ${before.toFixed(0)} MB before, at most ${most.toFixed(0)} MB`);
  await page.close();
  await rm(folder, { recursive: true });
}

await measure("1,000 texts of 5,000 characters", (await texts()).map((text) => ({ ending: "txt", bytes: text })));
const fixtures = new URL("tests/fixtures/", root);
const documents = [];
for (const name of (await readdir(fixtures)).filter((name) => name.endsWith(".docx")).sort()) documents.push(await readFile(new URL(name, fixtures)));
await measure("100 .docx", Array.from({ length: 100 }, (_, at) => ({ ending: "docx", bytes: documents[at % documents.length] })));

await client.close();
await browser.close();
server.close();
