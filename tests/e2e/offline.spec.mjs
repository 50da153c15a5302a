// Offline use: what is kept, when that is said, how a new build comes in, and what happens where nothing can be kept.

import { readFile, readdir } from "node:fs/promises";
import { App, expect, REPORT } from "./page.mjs";
import { dist, test } from "./site.mjs";

const KEPT = "已可离线使用";
const NEW = "新版本已可离线使用";
const OFFERED = "有新版本 · 更新";
const LONG = "正文带不进新版本，请先保存 · 保存正文 仍要更新";
const FAILED = "这次没有存好，还不能离线使用";
const UNABLE = "此浏览器无法离线保存";
const EXCEL = "数据表（Excel，XLSX）";
const FORMS = ["核对单（网页，可打印）", "核对单（Markdown）", EXCEL, "数据（CSV）", "全部结果（JSON）"];

/** Waits until that, and nothing else, is what the foot says. */
async function says(app, words) {
  await expect(app.foot.getByText(words, { exact: true })).toBeVisible();
  for (const other of [KEPT, NEW, OFFERED, LONG, FAILED, UNABLE].filter((other) => other !== words)) {
    await expect(app.foot.getByText(other, { exact: true })).toBeHidden();
  }
}

const caches = (page) => page.evaluate(() => globalThis.caches.keys());
const update = (app) => app.foot.getByRole("button", { name: "更新", exact: true });

/** Has the browser look for a new build; gives what becomes of it. */
const look = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    const worker = registration.installing ?? registration.waiting;
    return new Promise((done) => {
      const told = () => ["installed", "redundant"].includes(worker?.state) && done(worker.state);
      worker?.addEventListener("statechange", told);
      told();
    });
  });

async function opensGuide(app, page) {
  await app.foot.getByRole("button", { name: "规则说明" }).click();
  await expect(page.getByRole("dialog", { name: "规则说明" })).toContainText("查什么：");
  await page.keyboard.press("Escape");
}

test("with the server gone a reload brings all of the page back", async ({ app, page, site }) => {
  await says(app, KEPT);
  await site.stop();
  await page.reload();
  await app.paste(REPORT);
  for (const name of ["清单", "结构", "数据", "问题"]) {
    await app.tab(name).click();
    await expect(app.panel(name)).toBeVisible();
  }
  for (const form of FORMS) expect((await app.save(form)).bytes.length).toBeGreaterThan(200);
  await opensGuide(app, page);
  await says(app, KEPT);
});

test("what the first page has not loaded yet is there too, once it says so", async ({ app, page, site }) => {
  await says(app, KEPT);
  await site.stop();
  await app.paste(REPORT);
  expect((await app.save(EXCEL)).bytes.subarray(0, 2).toString()).toBe("PK");
  await opensGuide(app, page);
});

test("every file that is put up is kept, but for those that are named here", async () => {
  const kept = Object.keys(new Function(`${await readFile(`${dist}/sw.js`, "utf8").then((text) => text.split("\n\n")[0])} return FILES`)());
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => `${parentPath}/${name}`.slice(dist.length + 1));
  const not = (name) => ["sw.js", "法治年报核对.html", "_headers"].includes(name) || /\.(gz|br)$/.test(name);
  expect(files.filter((name) => !not(name)).map((name) => (name === "index.html" ? "./" : name)).sort()).toEqual(kept.sort());
});

test("a new build waits, is offered again and again, and comes in by one reload that keeps the text", async ({ app, page, site, next }) => {
  await app.openWithClock();
  await says(app, KEPT);
  const [old] = await caches(page);
  await site.put(next);
  await page.clock.fastForward("05:00:00");
  await says(app, KEPT);
  await page.clock.fastForward("02:00:00");
  await says(app, OFFERED);
  await page.reload();
  await says(app, OFFERED);

  await app.drop({ name: "年报.txt", bytes: Buffer.from(REPORT) });
  await app.text.press("Control+End");
  await page.keyboard.type("办案77件。");
  await page.getByRole("combobox", { name: "报告年度" }).selectOption("2023 年度");
  await page.getByRole("radio", { name: "报送稿" }).check();
  await app.text.evaluate((area) => area.setSelectionRange(30, 34));
  const selected = await app.selected();
  const loads = [];
  page.on("load", () => loads.push(page.url()));
  await update(app).click();

  await says(app, NEW);
  await expect(app.text).toHaveValue(`${REPORT}办案77件。`);
  await app.expectSelected(selected);
  await expect(app.foot).toContainText("年报.txt");
  await expect(page.getByRole("combobox", { name: "报告年度" })).toHaveValue("2023");
  await expect(page.getByRole("radio", { name: "报送稿" })).toBeChecked();
  await expect(page.getByText("已恢复本机草稿")).toHaveCount(0);
  await expect.poll(() => caches(page)).toHaveLength(1);
  expect(await caches(page)).not.toContain(old);
  expect(await page.evaluate(async () => [sessionStorage.length, (await indexedDB.databases()).length])).toEqual([0, 0]);
  expect(loads).toHaveLength(1);
  await page.reload();
  await expect(app.text).toHaveValue("");
});

test("another window goes on with its own build and text until it is asked", async ({ app, page, context, site, next }) => {
  await says(app, KEPT);
  const other = new App(await context.newPage());
  await other.open();
  await other.paste(REPORT);
  await says(other, KEPT);
  const loads = [];
  other.page.on("load", () => loads.push(other.page.url()));

  await site.put(next);
  expect(await look(page)).toBe("installed");
  await update(app).click();
  await says(app, NEW);
  await says(other, OFFERED);
  await other.page.bringToFront();
  expect((await other.save(EXCEL)).bytes.subarray(0, 2).toString()).toBe("PK");
  await opensGuide(other, other.page);
  await expect(other.text).toHaveValue(REPORT);
  expect(loads).toEqual([]);
  expect(await caches(page)).toHaveLength(2);

  await update(other).click();
  await says(other, NEW);
  await expect(other.text).toHaveValue(REPORT);
  expect(loads).toHaveLength(1);
  await other.page.close();
  await page.reload();
  await expect.poll(() => caches(page)).toHaveLength(1);
});

test("a text that cannot be handed over is not lost: it can be saved first", async ({ app, page, site, next }) => {
  await says(app, KEPT);
  await app.paste(REPORT);
  await site.put(next);
  expect(await look(page)).toBe("installed");
  await page.evaluate(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("planted", "QuotaExceededError");
    };
  });
  await update(app).click();
  await says(app, LONG);
  await expect(app.text).toHaveValue(REPORT);
  const download = page.waitForEvent("download");
  await app.foot.getByRole("button", { name: "保存正文" }).click();
  expect(await readFile(await (await download).path(), "utf8")).toBe(REPORT);
  await app.foot.getByRole("button", { name: "仍要更新" }).click();
  await says(app, NEW);
  await expect(app.text).toHaveValue("");
});

test("a build that is not whole never comes in", async ({ app, page, site, next }) => {
  await says(app, KEPT);
  const before = await caches(page);
  await site.put(next);
  await site.change("manifest.webmanifest", (text) => `${text}\n`);
  expect(await look(page)).toBe("redundant");
  expect(await caches(page)).toEqual(before);
  await says(app, KEPT);
});

test("two of them under one address keep apart", async ({ page, site }) => {
  const app = new App(page);
  const scopes = ["甲/", "乙/"].map((path) => new URL(path, site.url).href);
  await site.put(dist, "甲", "乙");
  for (const scope of scopes) {
    await page.goto(scope);
    await says(app, KEPT);
  }
  expect((await caches(page)).map((name) => name.split(" ")[1]).sort()).toEqual(scopes.sort());
});

test("where the cache finds no room the page works and says that it is not kept", async ({ page, site }) => {
  await site.change("sw.js", (text) => `Cache.prototype.put = () => Promise.reject(new DOMException("planted", "QuotaExceededError"));\n${text}`);
  const app = new App(page);
  await app.open();
  await says(app, FAILED);
  expect(await caches(page)).toEqual([]);
  await app.paste(REPORT);
  expect((await app.save(EXCEL)).bytes.subarray(0, 2).toString()).toBe("PK");
});

for (const [what, take] of [
  ["no service worker", () => delete Navigator.prototype.serviceWorker],
  ["no storage", () => (CacheStorage.prototype.has = () => Promise.reject(new DOMException("planted", "SecurityError")))],
]) {
  test(`a browser with ${what} runs the page and says that it cannot keep it`, async ({ page }) => {
    await page.addInitScript(take);
    const app = new App(page);
    await app.open();
    await says(app, UNABLE);
    await app.sample();
  });
}

test("the page can be installed, and opens the files that the system gives it", async ({ page, context }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "launchQueue", { value: { setConsumer: (consumer) => (globalThis.launch = consumer) } });
  });
  const app = new App(page);
  await app.open();
  await says(app, KEPT);
  const devtools = await context.newCDPSession(page);
  const { errors, data } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { icons, file_handlers: [{ accept }] } = JSON.parse(data);
  expect(Object.values(accept).flat()).toEqual([".txt", ".docx"]);
  for (const { src, sizes, type } of icons.filter(({ type }) => type === "image/png")) {
    const answer = await page.request.get(src);
    const body = await answer.body();
    // Width and height stand at a fixed place in a PNG.
    expect([answer.headers()["content-type"], `${body.readUInt32BE(16)}x${body.readUInt32BE(20)}`]).toEqual([type, sizes]);
  }
  await page.evaluate((text) => launch({ files: [{ getFile: async () => new File([text], "系统.txt") }] }), REPORT);
  await expect(app.text).toHaveValue(REPORT);
  await expect(app.foot).toContainText("系统.txt");
});
