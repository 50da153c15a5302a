// Draws the icons that the installed page has from src/web/icon.svg: `node scripts/icons.mjs`. They are committed; run it when the drawing changes.

import { readFile, writeFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { chromiumPath } from "./chromium.mjs";

const web = new URL("../src/web/", import.meta.url);
const drawing = await readFile(new URL("icon.svg", web), "utf8");
// A system may cut anything outside the middle four fifths of this one: the ground goes to the edges, and the sign is smaller.
const maskable = drawing.replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"').replace('<rect width="32" height="32" rx="8"', '<rect x="-4" y="-4" width="40" height="40"');

const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox", "--disable-gpu"] });
for (const [name, size, svg] of [["icon-192", 192, drawing], ["icon-512", 512, drawing], ["icon-maskable", 512, maskable]]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0; background: transparent } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`);
  await writeFile(new URL(`${name}.png`, web), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
