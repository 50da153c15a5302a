// The page and the command line are two builds with two regular expression engines: they must give the same reports.

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { expect, test } from "./page.mjs";

for (const [what, list] of [
  ["texts", "native"],
  ["documents", "documents"],
]) {
  test(`of ${what} the page saves the reports that the command line gives`, async ({ app }) => {
    test.slow();
    const root = new URL("../../", import.meta.url);
    const lines = (await readFile(new URL(`target/${list}.jsonl`, root), "utf8")).trim().split("\n");
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      const { file, stats, ...native } = JSON.parse(line);
      const name = basename(file);
      await app.drop({ name, bytes: await readFile(new URL(file, root)) });
      await expect(app.foot).toContainText(name);
      await expect(app.button("取消")).toBeHidden();
      const { stats: _, ...saved } = JSON.parse((await app.save("全部结果（JSON）")).text);
      expect(saved).toEqual({ file: name, ...native });
    }
  });
}
