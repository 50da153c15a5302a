// What Ctrl+P gives: the check sheet on A4, or the window 规则说明 where that is open. Read back from the PDF that Chromium prints.

import { readFile } from "node:fs/promises";
import { extractText, getDocumentProxy } from "unpdf";
import { expect, REPORT, test } from "./page.mjs";

/** Words as they can be compared: without breaks and widths. */
const plain = (words) => words.normalize("NFKC").replace(/\s+/g, "");

/** What finds words in a PDF, where a character may have been named after a radical that looks the same: ⻚ for 页. */
const reading = (words) => new RegExp([...plain(words)].map((char) => `(?:${char.replace(/[^\p{L}\p{N}]/u, "\\$&")}|[⺀-⻿])`).join(""));

/** Prints as the user's Ctrl+P does, on the paper that the page asks for. Gives the words of each page. */
async function print(page) {
  let pdf, pages;
  // What writes the sheet comes a moment after the first report.
  await expect(async () => {
    pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    pages = (await extractText(pdf)).text.map(plain);
    expect(pages[0]).not.toMatch(reading(COMING));
  }).toPass();
  for (const [at, words] of pages.entries()) {
    const millimetres = (await pdf.getPage(at + 1)).view.map((points) => Math.round((points / 72) * 25.4));
    expect(millimetres, "A4").toEqual([0, 0, 210, 297]);
    expect(words).toMatch(reading(`第${at + 1}页，共${pages.length}页`));
  }
  return pages;
}

const TITLE = "法治政府建设年度报告核对单";
const COMING = "打印要用的程序还没有下载下来";
// What stands on the page around the sheet, and never on it.
const FURNITURE = ["打开文件", "载入示例", "导出", "规则说明", "本机草稿", "文本不出本机", "核对用时", "篇幅和主题一览", "下一处", "插入到", "看原文", "忽略"];

for (const tab of ["清单", "结构", "数据", "问题"]) {
  test(`with the tab ${tab} open the whole sheet is printed, and nothing of the page around it`, async ({ app, page }) => {
    await app.sample();
    const rows = app.panel("清单").getByRole("list").first().getByRole("listitem").filter({ has: page.getByRole("heading") });
    const names = (await rows.getByRole("heading").allInnerTexts()).map(plain);
    expect(names).toContain("主要举措和成效");
    await app.tab(tab).click();
    const printed = (await print(page)).join("");
    for (const words of [
      TITLE,
      "文件：示例.txt",
      "标题临溪街道办事处关于2025年度法治政府建设情况的报告",
      "清单：四部分中缺一",
      "存在的不足和原因：独立成章",
      "党政主要负责人履行推进法治建设第一责任人职责情况：仅有提及",
      // A finding with its line, the words there, and what to do.
      "B01年度前后不一致：下一年安排的标题写的是2025年,而报告年度是2025年,这里应为2026年,请核对。第21行：“2025”建议：改为2026",
      // A figure, by its row of the table.
      "行政处罚案件办理行政处罚案件186件186件",
    ]) {
      expect(printed).toMatch(reading(words));
    }
    for (const name of names) expect(printed).toMatch(reading(`${name}：`));
    for (const words of FURNITURE) expect(printed).not.toMatch(reading(words));
    // Afterwards the page is as it was.
    await expect(page.locator("#sheet")).toHaveCount(0);
    await expect(app.panel(tab)).toBeVisible();
  });
}

test("on a dark screen the paper stays white", async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await app.sample();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("heading", { name: TITLE })).toHaveCSS("color", "rgb(28, 31, 35)");
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("light");
  await expect(app.text).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await expect(app.text).toBeVisible();
});

test("what is ignored stands apart, and a hostile word is a word", async ({ app, page }) => {
  const hostile = "<img src=x onerror=alert(1)>青禾镇";
  await app.paste(REPORT.replace("青禾镇", hostile).replace("办理行政处罚案件186件", "办理行政处罚案件186件，拆除违建3000平米"));
  await app.tab("问题").click();
  const card = app.panel("问题").getByRole("listitem").filter({ hasText: "平米" }).last();
  await card.getByRole("button", { name: "忽略" }).click();
  const printed = (await print(page)).join("");
  expect(printed).toMatch(reading(`标题${hostile}人民政府2024年度法治政府建设情况报告`));
  const [open, ignored] = printed.split(reading("已忽略·1"));
  expect(open).not.toContain("H04");
  expect(ignored).toMatch(reading("提醒H04计量单位不规范"));
});

test("a long sheet repeats the head of its table and cuts no row", async ({ app, page }) => {
  const more = Array.from({ length: 150 }, (_, at) => `全年走访企业${at + 1}家次，解决困难${at + 1}个。\n`).join("");
  await app.paste(REPORT.replace("二、", `${more}二、`));
  await expect(app.tab("数据")).toContainText("308");
  const printed = await print(page);
  const table = printed.filter((words) => /解决困难\d+个\d+个/.test(words));
  expect(table.length).toBeGreaterThan(5);
  for (const words of table) expect(words).toMatch(reading("指标对象数值单位原文"));
  for (let at = 1; at <= 150; at += 1) expect(printed.join("")).toMatch(reading(`解决困难${at}个${at}个`));
});

test("where what writes the sheet cannot be had the paper says so", async ({ app, page }) => {
  await page.route("**/sheet.js", (route) => route.fulfill({ contentType: "text/javascript", body: "throw new Error('planted');" }));
  const answered = page.waitForResponse("**/sheet.js");
  await app.paste(REPORT);
  await answered;
  const printed = await getDocumentProxy(new Uint8Array(await page.pdf()));
  expect(plain((await extractText(printed)).text.join(""))).toMatch(reading(`${TITLE}${COMING}`));
});

test("an empty page prints one page that says so", async ({ app, page }) => {
  await expect(app.text).toHaveValue("");
  const printed = await print(page);
  expect(printed).toHaveLength(1);
  expect(printed[0]).toMatch(reading(`${TITLE}还没有核对结果。请先在页面上粘贴或者打开一份报告，再打印。`));
});

test("where 规则说明 is open it is printed itself", async ({ app, page }) => {
  await app.sample();
  await app.foot.getByRole("button", { name: "规则说明" }).click();
  await expect(page.getByRole("dialog")).toContainText("查什么：");
  const printed = (await print(page)).join("");
  expect(printed).toMatch(reading("部分与内容A01不像法治政府建设年度报告提示参考查什么："));
  expect(printed).toMatch(reading("H04计量单位不规范提醒确定查什么："));
  for (const words of [TITLE, "编号、名称或任何字词", "打开文件"]) expect(printed).not.toMatch(reading(words));
  await page.keyboard.press("Escape");
  expect((await print(page)).join("")).toMatch(reading(TITLE));
});

test("the exported sheet has the same words, numbers and paper", async ({ app, page, context }) => {
  await app.paste(REPORT);
  await app.button("导出").click();
  const download = page.waitForEvent("download");
  await app.button("核对单（网页，可打印）").click();
  const file = await context.newPage();
  await file.setContent(await readFile(await (await download).path(), "utf8"));
  expect(await print(file)).toEqual(await print(page));
});
