// Measures the built page and prints: bytes of the first load and of what is loaded later, time from paste to painted result, cold and warm. Asserts nothing.

import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { spawn } from "node:child_process";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";

const root = new URL("../", import.meta.url);
const port = 8098;
const origin = `http://127.0.0.1:${port}/`;
const CHARS = [5000, 50_000, 500_000];

// What is loaded only when it is asked for.
const LATER = /^(office|texts)/;
const packedBytes = { first: 0, later: 0 };
for (const name of (await readdir(new URL("dist/", root))).sort()) {
  const bytes = await readFile(new URL(`dist/${name}`, root));
  const packed = gzipSync(bytes, { level: 9 }).length;
  packedBytes[LATER.test(name) ? "later" : "first"] += packed;
  console.log(`${String(bytes.length).padStart(9)} B ${String(packed).padStart(8)} B gzip  ${name}`);
}
for (const [load, bytes] of Object.entries(packedBytes)) console.log(`${load} load: ${(bytes / 1000).toFixed(0)} kB gzip`);

const sample = await readFile(new URL("src/app/sample.txt", root), "utf8");
const [head, ...rest] = sample.split(/(?=\n　*二、)/);
const text = (chars) => {
  const more = head.slice(head.search(/\n　*（一）/));
  return head + more.repeat(Math.ceil(Math.max(0, chars - sample.length) / more.length)) + rest.join("");
};

const server = spawn("node", ["scripts/serve.mjs", String(port)], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
await new Promise((ready) => server.stdout.once("data", ready));
const executablePath = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });

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
  await context.close();
}
await browser.close();
server.kill();
