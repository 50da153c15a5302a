// Measures the built page in Chromium and prints a table, each figure with its goal: from the paste to the painted result, the first time and then;
// what a check takes in the worker; a keystroke on the page's thread; memory. Asserts nothing. `many.mjs` measures many reports.

import { readFile, readdir } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { chromiumPath } from "./chromium.mjs";
import { memory } from "./memory.mjs";
import { serve } from "./serve.mjs";

const root = new URL("../", import.meta.url);
const ROUNDS = 5;

/** The least, the median and the greatest of some times in ms. */
function told(times) {
  const sorted = times.toSorted((one, other) => one - other);
  return [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
}

function row(what, times, goal) {
  const numbers = told(times).map((ms) => ms.toFixed(ms < 10 ? 1 : 0).padStart(8)).join("");
  console.log(`${numbers}${goal ? `${String(goal).padStart(8)}${(told(times)[1] / goal).toFixed(2).padStart(8)}` : " ".repeat(16)}  ${what}`);
}

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

const server = await serve(new URL("dist", root).pathname, Number(process.env.PORT ?? 0));
const origin = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launchServer({ executablePath: chromiumPath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
const client = await chromium.connect(browser.wsEndpoint());

/** The page in a browser that has never seen it, once its buttons work. */
async function open() {
  const context = await client.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(origin);
  await page.waitForFunction(() => !document.querySelector("[inert]"));
  return { context, page, up: performance.now() - start };
}

/** From the paste to the frame after the result stands in the panel. */
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
          if (changes.some(({ target }) => (target.nodeType === 1 ? target : target.parentElement)?.closest("#took"))) {
            watch.disconnect();
            seen();
          }
        });
        watch.observe(document.body, { childList: true, characterData: true, subtree: true });
      }, { once: true });
    });
  });
  await page.keyboard.press("Control+V");
  const painted = await page.evaluate(() => globalThis.painted);
  const took = Number(/([\d.]+) 毫秒/.exec(await page.locator("#took").textContent())?.[1] ?? 0.5);
  return { painted, took };
}

/** The work of each of some keystrokes in the middle of the text, with style and layout; the list of findings is open. */
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
    return times;
  });
}

console.log("   least  median    most    goal   ratio  (ms)");
const cold = { up: [], idle: [], soon: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [kind, wait] of [["idle", 1000], ["soon", 0]]) {
    const { context, page, up } = await open();
    cold.up.push(up);
    // A reader looks at the page before there is anything to paste; one who has it ready does not.
    await page.waitForTimeout(wait);
    cold[kind].push((await paste(page, text(5000))).painted);
    await context.close();
  }
}
row("from the address to a page that works", cold.up);
row("the first check, 5,000 characters, paste to paint, a second later", cold.idle, 200);
row("the same, at once", cold.soon, 200);

for (const [chars, goal] of [[5000, 2], [20_000, 30], [50_000], [500_000]]) {
  const { context, page } = await open();
  const runs = [];
  for (let round = 0; round < 8; round += 1) runs.push(await paste(page, `${text(chars)}${"附".repeat(round + 1)}。`));
  const warm = runs.slice(3);
  row(`a further check, ${chars.toLocaleString("en")} characters, paste to paint`, warm.map(({ painted }) => painted));
  row("the same in the worker alone, as the page tells it", warm.map(({ took }) => took), goal);
  // Longer texts are not marked while one types.
  if (chars <= 20_000) row("a keystroke in it", await type(page), 16);
  console.log(`${memory(browser.process().pid).toFixed(0).padStart(16)}${" ".repeat(24)}  MB of the page's processes then`);
  await context.close();
}
await client.close();
await browser.close();
server.close();
