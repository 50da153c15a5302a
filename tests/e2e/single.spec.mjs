// The single-file edition: opened from the disk, without any network.

import { createHash } from "node:crypto";
import { readFile, rm, mkdtemp } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { App, expect, REPORT, test as base } from "./page.mjs";
import { dist, pack } from "./site.mjs";

const file = `${dist}/法治年报核对.html`;
const FORMS = ["核对单（网页，可打印）", "核对单（Markdown）", "数据表（Excel，XLSX）", "数据（CSV）", "全部结果（JSON）"];

const test = base.extend({
  baseURL: ({}, use) => use(pathToFileURL(file).href),
  context: async ({ context }, use) => {
    await context.setOffline(true);
    await use(context);
  },
  app: async ({ page, baseURL }, use) => {
    await page.goto(baseURL);
    const app = new App(page);
    await expect(app.text).toBeVisible();
    await use(app);
  },
});

test("it checks a report, and everything else works as in the page", async ({ app, page }) => {
  await expect(page).toHaveTitle("法治年报核对（离线版）");
  await expect(app.foot).toContainText("单文件离线版");
  await app.paste(REPORT);
  for (const name of ["清单", "结构", "数据", "问题"]) {
    await app.tab(name).click();
    await expect(app.panel(name)).toBeVisible();
  }
  await app.tab("数据").click();
  await expect(app.panel("数据")).toContainText("186");
  const files = {};
  for (const form of FORMS) files[form] = await app.save(form);
  expect(files[FORMS[0]].text).toContain("青禾镇人民政府");
  expect(files[FORMS[2]].bytes.subarray(0, 2).toString()).toBe("PK");
  expect(JSON.parse(files[FORMS[4]].text).figures.length).toBeGreaterThan(5);
  await app.foot.getByRole("button", { name: "规则说明" }).click();
  await expect(page.getByRole("dialog", { name: "规则说明" })).toContainText("查什么：");
});

test("files are opened and dropped, and the text can be edited while it is checked", async ({ app, page }) => {
  await app.sample();
  await app.drop({ name: "年报.txt", bytes: Buffer.from(REPORT) });
  await expect(app.text).toHaveValue(REPORT);
  await app.text.press("Control+End");
  await page.keyboard.type("办案77件。");
  await expect.poll(() => app.marks("figure")).toContain("77件");
});

test("it keeps no draft, since every file on the disk could read it", async ({ app, page }) => {
  const draft = page.getByRole("switch", { name: "本机草稿" });
  await expect(draft).toBeDisabled();
  await expect(draft).toHaveAccessibleDescription(/不保存$/);
  await app.paste(REPORT);
  await expect(app.tab("清单")).toBeVisible();
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test("its policy lets it ask for nothing", async ({ app, page }) => {
  await expect(app.text).toBeVisible();
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/=]+' 'sha256-[\w+/=]+' 'wasm-unsafe-eval'; style-src 'sha256-[\w+/=]+'; img-src data:; connect-src 'none';.*; require-trusted-types-for 'script'; trusted-types fazhi-check$/);
});

base("the page shows its SHA-256 beside 下载离线版", async ({ app, page }) => {
  const bytes = await readFile(file);
  const download = page.waitForEvent("download");
  await app.foot.getByRole("link", { name: "下载离线版" }).click();
  expect((await readFile(await (await download).path())).equals(bytes)).toBe(true);
  await app.foot.getByText("SHA-256", { exact: true }).press("Enter");
  await expect(app.foot.getByText(createHash("sha256").update(bytes).digest("hex"), { exact: true })).toBeVisible();
  await expect(app.foot).toContainText(`${(Math.ceil(bytes.length / 100_000) / 10).toFixed(1)} MB`);
});

base("packed again it is the same, byte for byte", async () => {
  base.setTimeout(120_000);
  const again = await mkdtemp(`${dist}/../target/again-`);
  await pack(again, "index.html", (text) => text);
  expect((await readFile(`${again}/法治年报核对.html`)).equals(await readFile(file))).toBe(true);
  expect(await readFile(`${again}/sw.js`, "utf8")).toBe(await readFile(`${dist}/sw.js`, "utf8"));
  await rm(again, { recursive: true });
});
