// Measures the built page and prints: bytes of the first load and of what is loaded later; time from paste to painted result, cold and warm; the
// work of a keystroke on the page's thread. Asserts nothing.

import { statSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { chromiumPath } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const root = new URL("../", import.meta.url);
const CHARS = [5000, 20_000, 50_000, 500_000];
// A keystroke is measured in texts up to this length: longer ones are not marked while one types.
const TYPED = 20_000;

// What is loaded only when it is asked for, by the system that the page is installed on, or by browsers that cannot run the page.
const LATER = /^(office|texts|desk|documents|pdf|icon-|manifest|launch|offline|old|sw|法治年报核对)/;
const dist = fileURLToPath(new URL("dist/", root));
const sums = { first: [0, 0], later: [0, 0] };
for (const name of (await readdir(dist, { recursive: true })).sort()) {
  const { size } = statSync(dist + name);
  if (/\.(gz|br)$|_headers$/.test(name) || statSync(dist + name).isDirectory()) continue;
  // As a host sends it that sends what lies packed beside a file.
  const packed = ["gz", "br"].map((ending) => statSync(`${dist}${name}.${ending}`, { throwIfNoEntry: false })?.size ?? size);
  const sum = sums[LATER.test(basename(name)) ? "later" : "first"];
  packed.forEach((bytes, at) => (sum[at] += bytes));
  console.log(`${[size, ...packed].map((bytes) => String(bytes).padStart(9)).join("")} B as it is, gzip, brotli: ${name}`);
}
for (const [load, bytes] of Object.entries(sums)) console.log(`${load} load: ${bytes.map((bytes) => (bytes / 1000).toFixed(0)).join(" kB gzip, ")} kB brotli`);

// The sample, with the first parts of other reports put into its own: other words all through, as in a long report.
const sample = await readFile(new URL("src/app/sample.txt", root), "utf8");
const [head, ...rest] = sample.split(/(?=\n　*二、)/);
const reports = new URL("tests/samples/reports/", root);
const bodies = [];
for (const name of (await readdir(reports)).sort()) {
  const report = await readFile(new URL(name, reports), "utf8");
  bodies.push(report.split("\n").filter((line) => line.length > 80).join("\n"));
}
const more = bodies.join("\n");
const text = (chars) => {
  const lacking = Math.max(0, chars - sample.length);
  return `${head}\n${more.repeat(Math.ceil(lacking / more.length)).slice(0, lacking)}${rest.join("")}`;
};

const server = await serve(new URL("dist", root).pathname, 0);
const origin = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });

/** From the paste to the frame after the result stands in the panel, in ms. */
async function paste(page, words) {
  await page.evaluate((words) => navigator.clipboard.writeText(words), words);
  const area = page.getByRole("textbox", { name: "报告正文" });
  await area.focus();
  await page.keyboard.press("Control+A");
  await page.evaluate(() => {
    globalThis.painted = new Promise((done) => {
      addEventListener("paste", () => {
        const start = performance.now();
        const seen = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
        const watch = new MutationObserver((changes) => {
          if (changes.some(({ target }) => (target.nodeType === 1 ? target : target.parentElement)?.closest("footer, [aria-label=核对结果]"))) {
            watch.disconnect();
            seen();
          }
        });
        watch.observe(document.body, { childList: true, characterData: true, subtree: true });
      }, { once: true });
    });
  });
  await page.keyboard.press("Control+V");
  return page.evaluate(() => globalThis.painted);
}

/** The work of each of some keystrokes in the middle of the text, with style and layout, in ms; the list of findings is open. */
async function type(page) {
  await page.getByRole("tab", { name: "问题" }).click();
  return page.evaluate(async () => {
    const area = document.querySelector("textarea");
    area.focus();
    area.setSelectionRange(area.textLength >> 1, area.textLength >> 1);
    const times = [];
    for (let key = 0; key < 15; key += 1) {
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)));
      const start = performance.now();
      document.execCommand("insertText", false, "字");
      area.getBoundingClientRect();
      document.querySelector(".mirror").getBoundingClientRect();
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b);
  });
}

for (const chars of CHARS) {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  const loaded = Date.now();
  await page.goto(origin);
  await page.getByRole("textbox", { name: "报告正文" }).waitFor();
  const start = Date.now() - loaded;
  const times = [];
  for (let round = 0; round < 6; round += 1) {
    // Another length each time, so that something changes in the foot.
    times.push(await paste(page, `${text(chars)}${"附".repeat(round + 1)}。`));
  }
  const [cold, ...warm] = times.map(Math.round);
  const took = await page.getByText(/核对用时/).textContent();
  console.log(`${chars} characters: page up after ${start} ms; paste to paint ${cold} ms first, then ${warm.join(", ")} ms; ${took}`);
  if (chars <= TYPED) {
    const keys = await type(page);
    const found = await page.getByRole("tab", { name: "问题" }).textContent();
    console.log(`  a keystroke: ${keys[keys.length >> 1].toFixed(1)} ms (median), ${keys.at(-1).toFixed(1)} ms (worst); ${found}`);
  }
  await context.close();
}
await browser.close();
server.close();
