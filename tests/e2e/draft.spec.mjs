// 本机草稿: what is kept on this machine, when, how it lies there, and how one is rid of it.

import { expect, NOTHING, REPORT, stored, test } from "./page.mjs";

const draft = (page) => page.getByRole("switch", { name: "本机草稿" });

/** Does something with the draft's store in the page, where there is one. */
const inStore = (page, act, argument) =>
  page.evaluate(
    async ([act, argument]) => {
      const CIPHER = { name: "AES-GCM", iv: new Uint8Array(12) };
      const asked = (request) => new Promise((done, failed) => ((request.onsuccess = () => done(request.result)), (request.onerror = failed)));
      if (!(await indexedDB.databases()).some(({ name }) => name === "fazhi-check")) return undefined;
      const request = indexedDB.open("fazhi-check");
      request.onupgradeneeded = () => request.transaction.abort();
      const database = await asked(request).catch(() => undefined);
      if (!database) return undefined;
      try {
        const store = () => database.transaction("draft", "readwrite").objectStore("draft");
        if (act === "put") {
          const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
          const sealed = await crypto.subtle.encrypt(CIPHER, key, new TextEncoder().encode(argument));
          return await asked(store().put({ key, sealed }, "draft"));
        }
        const [kept] = await asked(store().getAll());
        return kept ? new TextDecoder().decode(await crypto.subtle.decrypt(CIPHER, kept.key, kept.sealed)) : "";
      } finally {
        database.close();
      }
    },
    [act, argument],
  );
const opened = (page) => inStore(page, "read");

/** Waits until the draft holds words. */
const holds = (page, words) => expect.poll(() => opened(page)).toContain(words);
const holdsNothing = (page) => expect.poll(() => stored(page)).toEqual(NOTHING);
const outOfSight = (page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

test("off, as it is at first, nothing is ever kept", async ({ app, page }) => {
  await app.openWithClock();
  await expect(draft(page)).not.toBeChecked();
  await app.paste(REPORT);
  await page.clock.runFor(300);
  await expect(app.tab("清单")).toBeVisible();
  await app.text.press("Control+End");
  await page.keyboard.type("办案77件。");
  await page.clock.runFor(60_000);
  await outOfSight(page);
  expect(await stored(page)).toEqual(NOTHING);
  await page.reload();
  await expect(app.text).toHaveValue("");
  await expect(page.getByText("已恢复本机草稿")).toHaveCount(0);
  expect(await stored(page)).toEqual(NOTHING);
});

test("on, the text, its name and the settings come back, and it says so", async ({ app, page }) => {
  await expect(draft(page)).toHaveAccessibleDescription(/加密.*共用电脑的人能看到/);
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

test("it lies there sealed, by a key that no script can read out and that is another one each time", async ({ app, page }) => {
  await app.paste(REPORT);
  await draft(page).check();
  await holds(page, "青禾镇");
  const lies = await stored(page);
  expect(lies.databases["fazhi-check"]).toHaveLength(1);
  expect(lies.databases["fazhi-check"][0].key).toEqual({ extractable: false });
  expect(JSON.stringify(lies)).not.toMatch(/青禾镇|行政处罚|text|settings/);
  expect(lies).toEqual({ ...NOTHING, databases: lies.databases });
  await page.reload();
  await holds(page, "青禾镇");
  await expect.poll(async () => (await stored(page)).databases["fazhi-check"][0].sealed).not.toEqual(lies.databases["fazhi-check"][0].sealed);
});

test("清空 takes it away at once, here and there, and it can be undone here", async ({ app, page }) => {
  await app.paste(REPORT);
  await draft(page).check();
  await holds(page, "青禾镇");
  await page.reload();
  await app.button("清空").click();
  await expect.poll(() => opened(page)).toBe("");
  await expect(app.text).toHaveValue("");
  await expect(page.getByText("已恢复本机草稿", { exact: true })).toBeHidden();
  await app.text.press("Control+Z");
  await expect(app.text).toHaveValue(REPORT);
  await holds(page, "青禾镇");
  await app.text.fill("");
  await expect.poll(() => opened(page)).toBe("");
  await page.reload();
  await expect(draft(page)).toBeChecked();
  await expect(app.text).toHaveValue("");
});

test("turned off nothing is left, and the text stays", async ({ app, page }) => {
  await app.paste(REPORT);
  await draft(page).check();
  await holds(page, "青禾镇");
  await draft(page).uncheck();
  await holdsNothing(page);
  await expect(app.text).toHaveValue(REPORT);
  await app.text.press("Control+End");
  await page.keyboard.type("办案77件。");
  await expect.poll(() => app.marks("figure")).toContain("77件");
  await page.reload();
  await expect(app.text).toHaveValue("");
  expect(await stored(page)).toEqual(NOTHING);
});

test("turned off in one window, another keeps nothing either", async ({ app, page, context }) => {
  await draft(page).check();
  await app.paste(REPORT);
  await holds(page, "青禾镇");
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(draft(other)).toBeChecked();
  await draft(other).uncheck();
  await holdsNothing(page);
  await app.text.press("Control+End");
  await page.keyboard.type("办案77件。");
  await expect(draft(page)).not.toBeChecked();
  expect(await stored(page)).toEqual(NOTHING);
});

test("a keystroke writes nothing; a rest does, and so does leaving the page", async ({ app, page }) => {
  await app.openWithClock();
  await draft(page).check();
  await expect.poll(() => opened(page)).toBe("");
  await page.evaluate(() => {
    globalThis.writes = 0;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      globalThis.writes += 1;
      return put.apply(this, args);
    };
  });
  const writes = () => page.evaluate(() => globalThis.writes);
  await app.paste(REPORT);
  await expect(app.tab("清单")).toBeVisible();
  await page.clock.runFor(200);
  await holds(page, "青禾镇");
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  const before = await writes();
  await app.text.press("Control+End");
  await page.keyboard.type("办案77件。");
  expect(await writes()).toBe(before);
  await outOfSight(page);
  await holds(page, "办案77件。");
  expect(await writes()).toBe(before + 1);
  await page.keyboard.type("办案88件。");
  await page.clock.runFor(300);
  await expect.poll(() => app.marks("figure")).toContain("88件");
  await page.clock.runFor(200);
  await holds(page, "办案88件。");
  expect(await writes()).toBe(before + 2);
});

test("a browser that keeps nothing is told of, and the switch stays off", async ({ app, page }) => {
  await page.evaluate(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("planted", "InvalidStateError");
    };
  });
  await app.paste(REPORT);
  await draft(page).click();
  await expect(page.getByText("草稿没有存下", { exact: true }).first()).toBeVisible();
  await expect(draft(page)).not.toBeChecked();
  expect(await stored(page).catch(() => NOTHING)).toEqual(NOTHING);
});

test("a draft that finds no room is told of, and the check goes on", async ({ app, page }) => {
  await draft(page).check();
  await expect.poll(() => opened(page)).toBe("");
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("planted", "QuotaExceededError");
    };
  });
  await app.paste(REPORT);
  await expect(app.foot).toContainText("草稿没有存下");
  await expect(app.results.getByRole("heading", { name: /四部分/ })).toBeVisible();
});

test("over plain http, where browsers lock their cipher away, nothing is kept and it says why", async ({ browser, baseURL }) => {
  const context = await browser.newContext();
  await context.route("http://nianbao.example/**", async (route) => {
    const url = route.request().url().replace("http://nianbao.example/", baseURL);
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  const page = await context.newPage();
  await page.goto("http://nianbao.example/");
  await page.evaluate(() => localStorage.setItem("fazhi-check.draft", JSON.stringify({ text: "青禾镇" })));
  await page.reload();
  await expect(draft(page)).toBeDisabled();
  await expect(draft(page)).toHaveAccessibleDescription(/^不是 https 网址.*不保存$/);
  await page.getByRole("button", { name: "载入示例" }).click();
  await expect(page.getByRole("tab", { name: "问题" })).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  // Something may still be on its way.
  await context.unrouteAll({ behavior: "ignoreErrors" });
  await context.close();
});

test("what cannot be read is no draft", async ({ app, page }) => {
  await draft(page).check();
  await expect.poll(() => opened(page)).toBe("");
  for (const words of ["{", "null", '{"text":1}', '{"text":"  "}']) {
    await inStore(page, "put", words);
    await page.reload();
    await expect(draft(page)).toBeChecked();
    await expect(app.text).toHaveValue("");
  }
  await inStore(page, "put", '{"text":"青禾镇","settings":{"body_kind":"nothing","report_year":"x"}}');
  await page.reload();
  await expect(app.text).toHaveValue("青禾镇");
});

test("what an earlier version kept in the clear comes back and lies there sealed", async ({ app, page }) => {
  await page.evaluate((text) => localStorage.setItem("fazhi-check.draft", JSON.stringify({ text })), REPORT);
  await page.reload();
  await expect(app.text).toHaveValue(REPORT);
  await expect(draft(page)).toBeChecked();
  await holds(page, "青禾镇");
  expect(JSON.stringify(await stored(page))).not.toContain("青禾镇");
});
