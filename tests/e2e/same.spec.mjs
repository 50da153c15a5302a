// The page and the command line are two builds with two regular expression engines: they must give the same reports.

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { expect, test } from "./page.mjs";

test("the page analyses as the command line does", async ({ app, page }) => {
  const root = new URL("../../", import.meta.url);
  const lines = (await readFile(new URL("target/native.jsonl", root), "utf8")).trim().split("\n");
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    const { file, stats, ...native } = JSON.parse(line);
    const text = await readFile(new URL(file, root), "utf8");
    const here = await page.evaluate(async (text) => {
      const glue = await import(globalThis.fazhiBoot.app.glueUrl);
      const { stats, ...report } = glue.analyse(text);
      return report;
    }, text);
    expect(here, basename(file)).toEqual(native);
  }
});
