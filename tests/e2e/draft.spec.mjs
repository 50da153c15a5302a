// 本机草稿: what is kept on this machine, when, and how one is rid of it.

import { expect, REPORT, test } from "./page.mjs";

const draft = (page) => page.getByRole("switch", { name: "本机草稿" });

/** All that the page keeps in this browser. */
const kept = (page) =>
  page.evaluate(async () => {
    const bases = await indexedDB.databases();
    const caches = await globalThis.caches.keys();
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, bases, caches, document.cookie]);
  });
const NOTHING = '[{},{},[],[],""]';

/** Waits until the draft holds words. */
const holds = (page, words) => expect.poll(() => kept(page)).toContain(words);

test("off, as it is at first, nothing is ever kept", async ({ app, page }) => {
  await app.openWithClock();
  await expect(draft(page)).not.toBeChecked();
  await app.paste(REPORT);
  await page.clock.runFor(300);
  await expect(app.tab("清单")).toBeVisible();
  await app.text.press("Control+End");
  await page.keyboard.type("办案77件。");
  await page.clock.runFor(60_000);
  await page.evaluate(() => dispatchEvent(new Event("pagehide")));
  expect(await kept(page)).toBe(NOTHING);
  await page.reload();
  await expect(app.text).toHaveValue("");
  await expect(page.getByText("已恢复本机草稿")).toHaveCount(0);
});

test("on, the text, its name and the settings come back, and it says so", async ({ app, page }) => {
  await expect(draft(page)).toHaveAccessibleDescription(/共用电脑的人能看到/);
  await app.drop({ name: "年报.txt", bytes: Buffer.from(REPORT) });
  await draft(page).check();
  await holds(page, "青禾镇");
  await page.getByRole("combobox", { name: "报告年度" }).selectOption("2023 年度");
  await page.getByRole("radio", { name: "报送稿" }).check();
  await app.text.press("Control+End");
  await page.keyboard.type("办案77件。");
  await holds(page, "办案77件");
  await page.reload();
  await expect(app.text).toHaveValue(`${REPORT}办案77件。`);
  await expect(page.getByText("已恢复本机草稿", { exact: true })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "报告年度" })).toHaveValue("2023");
  await expect(page.getByRole("radio", { name: "报送稿" })).toBeChecked();
  await expect(app.foot).toContainText("年报.txt");
  await expect(draft(page)).toBeChecked();
  await expect(app.results.getByRole("heading", { name: /四部分/ })).toBeVisible();
});

test("清空 takes it away at once, here and there, and it can be undone here", async ({ app, page }) => {
  await app.paste(REPORT);
  await draft(page).check();
  await holds(page, "青禾镇");
  await page.reload();
  await app.button("清空").click();
  expect(await kept(page)).not.toContain("青禾镇");
  await expect(app.text).toHaveValue("");
  await expect(page.getByText("已恢复本机草稿", { exact: true })).toBeHidden();
  await app.text.press("Control+Z");
  await expect(app.text).toHaveValue(REPORT);
  await app.text.fill("");
  await expect.poll(() => kept(page)).not.toContain("青禾镇");
  await page.reload();
  await expect(app.text).toHaveValue("");
  await expect(draft(page)).toBeChecked();
});

test("turned off it is gone at once, and the text stays", async ({ app, page }) => {
  await app.paste(REPORT);
  await draft(page).check();
  await holds(page, "青禾镇");
  await draft(page).uncheck();
  expect(await kept(page)).toBe(NOTHING);
  await expect(app.text).toHaveValue(REPORT);
  await app.text.press("Control+End");
  await page.keyboard.type("办案77件。");
  await expect.poll(() => app.marks("figure")).toContain("77件");
  await page.reload();
  expect(await kept(page)).toBe(NOTHING);
  await expect(app.text).toHaveValue("");
});

test("turned off in one window, another keeps nothing either", async ({ app, page, context }) => {
  await draft(page).check();
  await app.paste(REPORT);
  await holds(page, "青禾镇");
  const other = await context.newPage();
  await other.goto(page.url());
  await draft(other).uncheck();
  expect(await kept(page)).toBe(NOTHING);
  await app.text.press("Control+End");
  await page.keyboard.type("办案77件。");
  await expect(draft(page)).not.toBeChecked();
  expect(await kept(page)).toBe(NOTHING);
});

test("a keystroke writes nothing; what was typed last is kept when the page is left", async ({ app, page }) => {
  await app.openWithClock();
  await draft(page).check();
  await page.evaluate(() => {
    globalThis.writes = 0;
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...args) {
      globalThis.writes += 1;
      return set.apply(this, args);
    };
  });
  await app.paste(REPORT);
  await app.text.press("Control+End");
  await page.keyboard.type("办案77件。");
  expect(await page.evaluate(() => globalThis.writes)).toBe(0);
  await page.evaluate(() => dispatchEvent(new Event("pagehide")));
  expect(await kept(page)).toContain("办案77件。");
});

test("a text too long is not kept, and it says so", async ({ app, page }) => {
  await draft(page).check();
  await app.paste(REPORT);
  await holds(page, "青禾镇");
  await app.text.evaluate((area, text) => {
    area.value = text;
    area.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
    dispatchEvent(new Event("pagehide"));
  }, REPORT.repeat(4000));
  await expect(page.getByText("文字超过 100 万字").first()).toBeVisible();
  await expect(app.foot).toContainText("草稿没有存下");
  expect(await kept(page)).not.toContain("青禾镇");
});

test("a browser that keeps nothing is told of, and the switch stays off", async ({ app, page }) => {
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("planted", "QuotaExceededError");
    };
  });
  await draft(page).click();
  await expect(page.getByText("草稿没有存下", { exact: true }).first()).toBeVisible();
  await expect(draft(page)).not.toBeChecked();
});

test("what cannot be read is no draft", async ({ app, page }) => {
  for (const words of ["{", "null", '{"text":1}', '{"text":"青禾镇","settings":{"body_kind":"nothing"}}']) {
    await page.evaluate((words) => localStorage.setItem("fazhi-check.draft", words), words);
    await page.reload();
    await expect(app.text).toHaveValue("");
    await expect(draft(page)).toBeChecked();
  }
});
