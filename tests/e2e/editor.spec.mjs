// The text: marks that move with it, checks that wait for a pause, and input methods left in peace.

import { expect, REPORT, test } from "./page.mjs";

/** What a worker's script must come with, or the page may not start it. */
const SCRIPT = { "Content-Type": "text/javascript", "Cross-Origin-Embedder-Policy": "require-corp" };

test("marks stand under the words they are of", async ({ app }) => {
  await app.paste(REPORT);
  await expect.poll(() => app.marks("figure")).toContain("186件");
  expect(await app.marks("heading")).toContain("二、存在的不足和原因");
});

test("the mirror breaks lines as the text does", async ({ app }) => {
  await app.sample();
  // As high as its mirror, the text needs no scrolling of its own: neither too low nor too high.
  const spare = () => app.text.evaluate((area) => area.clientHeight - area.scrollHeight);
  expect(await spare()).toBe(0);
  await app.text.fill("一，（二）「三」……——“四” 5 six,七！？\n\n\t八\n".repeat(60));
  expect(await spare()).toBe(0);
});

test("marks move with the text at once, and go where it is touched", async ({ app, page }) => {
  await app.openWithClock();
  await app.paste(REPORT);
  await expect.poll(() => app.marks("figure")).toContain("186件");
  const before = (await app.marks("figure")).length;
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("关于\n");
  // No clock has run since: no check came in between.
  const moved = await app.marks("figure");
  expect(moved).toHaveLength(before);
  expect(moved).toContain("186件");
  await app.text.evaluate((area) => {
    const at = area.value.indexOf("186件") + 1;
    area.setSelectionRange(at, at);
  });
  await page.keyboard.type("0");
  const left = await app.marks("figure");
  expect(left).toHaveLength(before - 1);
  await page.clock.runFor(300);
  await expect.poll(() => app.marks("figure")).toContain("1086件");
});

test("typing is checked after a pause, and the lists keep their place", async ({ app, page }) => {
  await app.sample();
  await app.tab("数据").click();
  const panel = app.panel("数据");
  await panel.evaluate((list) => (list.scrollTop = 400));
  const table = page.getByRole("table", { name: "报告中的数据" });
  const rows = Number(await table.getAttribute("aria-rowcount"));
  await app.text.evaluate((area) => area.setSelectionRange(area.value.length, area.value.length));
  await app.text.focus();
  await page.keyboard.type("附：全年走访企业77家次。");
  await expect(table).toHaveAttribute("aria-rowcount", String(rows + 1));
  expect(await panel.evaluate((list) => list.scrollTop)).toBe(400);
});

test("nothing is checked while an input method composes", async ({ app, page }) => {
  await app.openWithClock();
  await app.paste(REPORT);
  await expect(app.results.getByRole("heading", { name: "四部分齐全" })).toBeVisible();
  const checks = await app.countChecks();
  await page.keyboard.press("Control+End");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Input.imeSetComposition", { text: "fu", selectionStart: 2, selectionEnd: 2 });
  await devtools.send("Input.imeSetComposition", { text: "fu'zou'fang'12'jia", selectionStart: 18, selectionEnd: 18 });
  await page.clock.runFor(5000);
  expect(await app.text.inputValue()).toBe(`${REPORT}fu'zou'fang'12'jia`);
  expect(await checks()).toBe(0);
  await devtools.send("Input.insertText", { text: "附：走访企业12家。" });
  await page.clock.runFor(300);
  await expect.poll(checks).toBe(1);
  await expect(app.text).toHaveValue(`${REPORT}附：走访企业12家。`);
  await expect.poll(() => app.marks("figure")).toContain("12家");
});

test("the caret in a marked place lights its card", async ({ app, page }) => {
  await app.sample();
  await app.tab("数据").click();
  await app.text.evaluate((area) => {
    const at = area.value.indexOf("186件") + 1;
    area.focus();
    area.setSelectionRange(at, at);
  });
  const row = page.getByRole("row").filter({ hasText: "186" }).first();
  await expect(row).toHaveAttribute("aria-current", "true");
  await expect(row).toBeInViewport();
});

test("a text can be put in before the wasm has come, and is checked when it has", async ({ app, page }) => {
  let go;
  const held = new Promise((done) => (go = done));
  await page.route("**/app-*_bg.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("./");
  await app.paste(REPORT);
  await page.keyboard.type("附");
  await expect(app.text).toHaveValue(`${REPORT}附`);
  go();
  await app.ready();
  await expect(app.results.getByRole("heading", { name: "四部分齐全" })).toBeVisible();
  await expect(app.text).toHaveValue(`${REPORT}附`);
  await expect(app.text).toBeFocused();
  await page.keyboard.press("Control+Z");
  await expect(app.text).toHaveValue(REPORT);
});

test("where no worker can start the page checks by itself", async ({ app, page }) => {
  await page.route("**/worker.js", (route) => route.fulfill({ headers: SCRIPT, body: "throw new Error('no')" }));
  await app.open();
  await app.paste(REPORT);
  await expect(app.results.getByRole("heading", { name: "四部分齐全" })).toBeVisible();
});

test("where a worker starts and says nothing the page checks by itself after a while", async ({ app, page }) => {
  await page.clock.install();
  await page.route("**/worker.js", (route) => route.fulfill({ headers: SCRIPT, body: "" }));
  const started = page.waitForEvent("worker");
  await app.open();
  await started;
  await app.paste(REPORT);
  await page.clock.runFor(20_000);
  await expect(app.results.getByRole("heading", { name: "四部分齐全" })).toBeVisible();
});

test("a check that takes long can be cancelled", async ({ app, page }) => {
  await page.clock.install();
  await page.route("**/worker.js", (route) => route.fulfill({
    headers: SCRIPT,
    body: "self.onmessage = () => { self.onmessage = null; self.postMessage('ready'); };",
  }));
  const started = page.waitForEvent("worker");
  await app.open();
  await started;
  await app.paste(REPORT);
  await page.clock.runFor(200);
  await app.button("取消").click();
  await expect(page.getByText("已取消核对", { exact: true })).toBeVisible();
  await expect(app.button("取消")).toBeHidden();
  await expect(app.text).toHaveValue(REPORT);
});

test("a very long text is checked without marks, and jumps still work", async ({ app, page }) => {
  const more = "（三）走访。全年走访企业77家次，解决困难12个。\n".repeat(14_000);
  await app.drop({ name: "长.txt", bytes: Buffer.from(REPORT.replace("二、", `${more}二、`)) });
  await expect(page.getByText("文字很长，正文中不作标记")).toBeVisible();
  await expect(app.results.getByRole("heading", { name: "四部分齐全" })).toBeVisible();
  expect(await app.marks("figure")).toEqual([]);
  await app.part("下一年度主要安排").getByRole("button", { name: "下一年度主要安排", exact: true }).click();
  await app.expectSelected("四、2025年推进法治政府建设的主要安排");
  await expect.poll(() => app.text.evaluate((area) => area.scrollTop)).toBeGreaterThan(1000);
});
