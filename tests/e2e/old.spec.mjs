// Old browsers: those that cannot run the page say which ones can, and those that lack a little lose only that.

import { readFile } from "node:fs/promises";
import { test as bare } from "@playwright/test";
import { App, expect, test } from "./page.mjs";

const BROWSERS = "Chrome 97、Edge 97、Firefox 102、Safari 16";

async function expectAdvice(page) {
  await expect(page.getByText(BROWSERS)).toBeVisible();
  await expect(page.getByText("极速模式")).toBeVisible();
  await expect(page.getByText("正在打开")).toBeHidden();
}

// What these log is to be expected.
for (const [what, lack] of [
  ["without WebAssembly", () => delete globalThis.WebAssembly],
  [
    // By a feature that it does not know, or because it does not know the policy that lets wasm be compiled.
    "whose WebAssembly is too old",
    () => {
      const refuse = async () => {
        throw new WebAssembly.CompileError("planted");
      };
      Object.assign(WebAssembly, { compile: refuse, compileStreaming: refuse });
    },
  ],
]) {
  bare(`a browser ${what} says which ones can`, async ({ page }) => {
    await page.addInitScript(lack);
    await page.goto("./");
    await expectAdvice(page);
  });
}

bare("a browser without modules says which ones can", async ({ page }) => {
  // Such a browser passes over scripts of type module and does not know what nomodule means.
  await page.route(/\/$/, async (route) => {
    const page = await (await route.fetch()).text();
    await route.fulfill({ contentType: "text/html", body: page.replace(/<script type="module".*?<\/script>/, "").replace("nomodule", "") });
  });
  await page.goto("./");
  await expectAdvice(page);
  const script = await readFile(new URL("../../src/web/old.js", import.meta.url), "utf8");
  expect(script).not.toMatch(/=>|`|\b(const|let|class|async|import)\b/);
});

test("a browser without highlights shows no marks, and all else works", async ({ page }) => {
  await page.addInitScript(() => {
    delete CSS.highlights;
    delete globalThis.Highlight;
  });
  const app = new App(page);
  await app.open();
  expect(await page.evaluate(() => "highlights" in CSS)).toBe(false);
  await app.sample();
  await app.tab("问题").click();
  await app.panel("问题").getByRole("button", { name: /应为2026年/ }).click();
  await app.expectSelected("2025");
  await app.button("改为2026").click();
  await expect(app.tab("问题")).toHaveText("问题 3");
});

test("README names the same browsers as the page", async () => {
  for (const name of ["README.md", "index.html"]) {
    expect(await readFile(new URL(`../../${name}`, import.meta.url), "utf8")).toContain(BROWSERS);
  }
});
