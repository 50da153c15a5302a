// Many reports at once: files, folders and archives become rows; sort, filter, groups; opened and come back to; alike; year on year; exports.

import AxeBuilder from "@axe-core/playwright";
import { readFile } from "node:fs/promises";
import { expect, REPORT, test } from "./page.mjs";

const root = new URL("../../", import.meta.url);
const bytes = (text) => new TextEncoder().encode(text);

/** A report of a body and a year, with so many penalties. */
const report = (body, year, penalties, more = "") =>
  REPORT.replaceAll("青禾镇人民政府", body)
    .replaceAll("2025", "次年")
    .replaceAll("2024", String(year))
    .replaceAll("次年", String(year + 1))
    .replace("186件", `${penalties}件`)
    .replace("（二）化解", `${more}（二）化解`);

/** Two reports of one body in two years, one of another that lacks a part, and what is no report at all. */
const FILES = [
  { name: "青禾2023.txt", bytes: bytes(report("青禾镇人民政府", 2023, 150)) },
  { name: "青禾2024.txt", bytes: bytes(report("青禾镇人民政府", 2024, 186)) },
  { name: "河东.txt", bytes: bytes(report("河东街道办事处", 2024, 12).replace(/二、存在[^]*?三、/, "三、")) },
  { name: "扫描.pdf", bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0) },
];

const desk = (page) => page.getByRole("main", { name: "多份核对" });
const matrix = (page) => page.getByRole("table", { name: "报告一览，一行一份" });
const row = (page, words) => matrix(page).getByRole("row").filter({ hasText: words });
const bodies = (page) => matrix(page).getByRole("rowheader").allInnerTexts().then((all) => all.map((words) => words.split("\n")[0]));

async function open(app, files = FILES) {
  await app.drop(...files);
  await expect(app.page.getByRole("status").filter({ hasText: `共 ${files.length} 份` })).toBeVisible();
}

test("several files become a list: a row each, and why one could not be read", async ({ app, page }) => {
  await open(app);
  await expect(app.text).toBeHidden();
  await expect(row(page, "青禾2024.txt")).toContainText("186");
  await expect(row(page, "河东.txt").getByLabel("存在的不足和原因：缺少")).toBeVisible();
  await expect(row(page, "扫描.pdf")).toContainText("这是图片");
  await expect(page.getByText("共 4 份，1 份没有读出")).toBeVisible();
});

test("the list sorts, filters, searches and groups", async ({ app, page }) => {
  await open(app);
  const sort = (name) => matrix(page).getByRole("columnheader", { name }).getByRole("button");
  await sort("行政处罚案件").click();
  await expect.poll(() => bodies(page)).toEqual(["河东街道", "青禾镇", "青禾镇", "扫描.pdf"].map(expect.stringContaining));
  await sort("行政处罚案件").click();
  await expect(matrix(page).getByRole("columnheader", { name: "行政处罚案件" })).toHaveAttribute("aria-sort", "descending");
  await expect.poll(async () => (await bodies(page))[2]).toContain("河东");
  await desk(page).getByRole("combobox", { name: "显示" }).selectOption("缺少部分的");
  await expect(matrix(page).getByRole("rowheader")).toHaveCount(1);
  await desk(page).getByRole("combobox", { name: "显示" }).selectOption("没有核对的");
  await expect(row(page, "扫描.pdf")).toBeVisible();
  await desk(page).getByRole("combobox", { name: "显示" }).selectOption("全部报告");
  await desk(page).getByRole("combobox", { name: "报告年度" }).selectOption("2023年度");
  await expect(matrix(page).getByRole("rowheader")).toHaveCount(1);
  await desk(page).getByRole("combobox", { name: "报告年度" }).selectOption("各年度");
  await page.getByPlaceholder("查找单位或文件名").fill("河东");
  await expect(matrix(page).getByRole("rowheader")).toHaveCount(1);
  await page.getByPlaceholder("查找单位或文件名").fill("没有的");
  await expect(page.getByText("没有符合条件的报告")).toBeVisible();
  await page.getByPlaceholder("查找单位或文件名").fill("");
  await page.getByLabel("按单位类型分组").check();
  await expect(row(page, "街道").first()).toContainText("1 份，1 份缺少部分");
});

test("a report is opened, mended and come back to, and its row with it", async ({ app, page }) => {
  await open(app);
  await row(page, "河东.txt").getByRole("button").click();
  await expect(app.text).toHaveValue(/河东街道办事处/);
  await expect(desk(page)).toBeHidden();
  await app.text.fill(report("河东街道办事处", 2024, 12));
  await app.button("返回列表").click();
  await expect(row(page, "河东.txt").getByLabel("存在的不足和原因：独立成章")).toBeVisible();
  await expect(row(page, "河东.txt")).toContainText("已在这里改过");
  await expect(row(page, "河东.txt").getByRole("button")).toBeFocused();
});

test("an archive gives its files, and a file dropped on the list joins it", async ({ app, page }) => {
  await app.drop({ name: "年报.zip", bytes: await readFile(new URL("tests/fixtures/reports.zip", root)) });
  await expect(desk(page)).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /^共/ })).toBeVisible();
  const before = await matrix(page).getByRole("rowheader").count();
  expect(before).toBeGreaterThan(1);
  await page.locator("#file").setInputFiles({ name: "新来的.txt", mimeType: "text/plain", buffer: Buffer.from(REPORT) });
  await expect(matrix(page).getByRole("rowheader")).toHaveCount(before + 1);
});

test("a passage copied from a neighbour is found, with both places", async ({ app, page }) => {
  const copied = "（三）推进服务下沉。在三个片区设立流动服务点，由老支书、返乡青年和驻点律师轮流值守，把听证桌搬到田埂地头，群众不出村就能把话说完、把事办妥，做法在全市推广。\n";
  const own = "（四）办好民生小事。统一更换老旧楼栋的照明开关，逐户征求意见后再动工，完工以后由居民代表签字验收，全程贴在楼道口公示。\n";
  await open(app, [
    { name: "甲.txt", bytes: bytes(report("青禾镇人民政府", 2024, 186, copied)) },
    { name: "乙.txt", bytes: bytes(report("河东街道办事处", 2024, 12, copied.replace("三个", "四个")).replace(/二、存在[^]*/, own)) },
  ]);
  await page.getByRole("tab", { name: /^雷同/ }).click();
  const pair = page.getByRole("tabpanel", { name: /雷同/ }).getByRole("listitem").first();
  await expect(pair.getByRole("heading")).toContainText("青禾镇");
  const passage = pair.getByRole("button").filter({ hasText: "四个片区" }).first();
  await passage.click();
  await expect(app.text).toHaveValue(/河东街道办事处/);
  await expect.poll(() => app.selected()).toContain("四个片区");
});

test("two years of one body are offered and laid side by side", async ({ app, page }) => {
  await open(app);
  await page.getByRole("tab", { name: /^年度对比/ }).click();
  await page.getByRole("button", { name: /2023 → 2024/ }).click();
  const years = page.getByRole("tabpanel", { name: /年度对比/ });
  const line = years.getByRole("table", { name: "指标" }).getByRole("row").filter({ hasText: "行政处罚案件" });
  await expect(line).toContainText("增加 36");
  await expect(years.getByRole("heading", { name: /沿用上年的文字/ })).toBeVisible();
  await line.getByRole("button", { name: /186/ }).click();
  await expect.poll(() => app.selected()).toContain("186");
  await app.button("返回列表").click();
  await expect(years).toBeVisible();
});

test("the report in the editor is compared with last year's file", async ({ app, page }) => {
  await app.text.fill(report("青禾镇人民政府", 2024, 186));
  await expect(app.button("对比上一年")).toBeEnabled();
  const chooser = page.waitForEvent("filechooser");
  await app.button("对比上一年").click();
  await (await chooser).setFiles({ name: "去年.txt", mimeType: "text/plain", buffer: Buffer.from(report("青禾镇人民政府", 2023, 150)) });
  const years = page.getByRole("tabpanel", { name: /年度对比/ });
  await expect(years.getByRole("table", { name: "指标" })).toContainText("增加 36");
  await expect(page.locator("#years-old")).toHaveValue("1");
  // Once more, with another file: what was chosen before is not.
  await app.button("回到正文").click();
  const again = page.waitForEvent("filechooser");
  await app.button("对比上一年").click();
  await (await again).setFiles({ name: "前年.txt", mimeType: "text/plain", buffer: Buffer.from(report("青禾镇人民政府", 2022, 100)) });
  await expect(years.getByRole("table", { name: "指标" })).toContainText("增加 86");
});

test("the list is saved as a workbook, a table and JSON", async ({ app, page }) => {
  await open(app);
  const save = async (name) => {
    const download = page.waitForEvent("download");
    await app.button("导出列表").click();
    await page.getByRole("button", { name }).click();
    const file = await download;
    return readFile(await file.path());
  };
  const csv = (await save(/CSV/)).toString("utf8");
  expect(csv.split("\r\n").filter(Boolean)).toHaveLength(5);
  expect(csv).toContain("这是图片");
  const all = JSON.parse((await save(/JSON/)).toString("utf8"));
  expect(all.map(({ file }) => file)).toEqual(FILES.map(({ name }) => name));
  expect(all[1].figures.length).toBeGreaterThan(3);
  expect(all[3].error).toContain("这是图片");
  const book = await save(/Excel/);
  expect(book.subarray(0, 2).toString()).toBe("PK");
});

test("what is under way can be given up, and the list emptied", async ({ app, page }) => {
  // Its workers never come to an end.
  const body = "self.onmessage = () => { self.onmessage = null; self.postMessage('ready'); };";
  await page.route("**/worker.js", (route) => route.fulfill({ contentType: "text/javascript", body }));
  const many = Array.from({ length: 40 }, (_, at) => ({ name: `报告${at}.txt`, mimeType: "text/plain", buffer: Buffer.from(report("青禾镇人民政府", 2024, at + 1)) }));
  await page.locator("#file").setInputFiles(many);
  await desk(page).getByRole("button", { name: "取消", exact: true }).click();
  await expect(matrix(page).getByText("已取消，没有核对").first()).toBeAttached();
  await expect(desk(page).getByRole("button", { name: "取消", exact: true })).toBeHidden();
  await app.button("清空列表").click();
  await expect(app.text).toBeVisible();
  await expect(app.button("返回列表")).toBeHidden();
});

for (const [width, height, colorScheme] of [
  [1440, 900, "light"],
  [1440, 900, "dark"],
  [320, 640, "light"],
]) {
  test(`the list is there for everyone, ${width} by ${height}, ${colorScheme}`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme });
    await open(app);
    await page.setViewportSize({ width, height });
    const expectSound = async () => {
      const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    };
    await expectSound();
    await page.getByRole("tab", { name: /^报告/ }).focus();
    for (const name of [/^雷同/, /^年度对比/]) {
      await page.keyboard.press("ArrowRight");
      await expect(page.getByRole("tab", { name })).toBeFocused();
      await expect(page.getByRole("tabpanel", { name })).toBeVisible();
      await expectSound();
    }
    await page.getByRole("button", { name: /2023 → 2024/ }).click();
    await expect(page.getByRole("table", { name: "指标" })).toBeVisible();
    await expectSound();
  });
}

test("one leaves the list for the text and finds it again as it was", async ({ app }) => {
  await app.text.fill(REPORT);
  await open(app);
  await app.button("回到正文").click();
  await expect(app.text).toHaveValue(REPORT);
  await app.button("返回列表").click();
  await expect(app.text).toBeHidden();
  await expect(row(app.page, "河东.txt")).toBeVisible();
  await app.button("回到正文").click();
  await expect(app.text).toHaveValue(REPORT);
});

test("what is printed is the list, or the comparison that is open", async ({ app, page }) => {
  await open(app);
  const printed = () =>
    page.evaluate(() => {
      dispatchEvent(new Event("beforeprint"));
      const words = document.querySelector("#sheet").textContent;
      dispatchEvent(new Event("afterprint"));
      return words;
    });
  expect(await printed()).toContain("河东街道");
  await page.getByRole("tab", { name: /^年度对比/ }).click();
  await page.getByRole("button", { name: /2023 → 2024/ }).click();
  expect(await printed()).toContain("两年对照");
  expect(await page.locator("#sheet").count()).toBe(0);
});
