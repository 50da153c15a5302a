// The tab 数据: the table of figures sorted, filtered, searched, copied and walked through, and the two pictures above it.

import { expect, REPORT, test } from "./page.mjs";

/** What these tests do on the tab. */
class Tab {
  constructor(app, page) {
    this.app = app;
    this.page = page;
    this.panel = app.panel("数据");
    this.table = page.getByRole("table", { name: "报告中的数据" });
    this.search = page.getByRole("searchbox", { name: "搜索数据" });
    this.indicator = page.getByRole("combobox", { name: "指标", exact: true });
    this.section = page.getByRole("combobox", { name: "章节", exact: true });
  }

  async open() {
    await this.app.sample();
    await this.app.tab("数据").click();
    await expect(this.table).toBeVisible();
  }

  head(name) {
    return this.table.getByRole("columnheader", { name });
  }

  sort(name) {
    return this.head(name).getByRole("button").click();
  }

  /** The row at a place of the table, from 1. */
  row(at) {
    return this.table.locator(`[aria-rowindex="${at + 1}"]`);
  }

  button(at) {
    return this.row(at).getByRole("button");
  }

  /** All rows shown, in order, as a spreadsheet would get them. */
  async copied() {
    await this.page.context().grantPermissions(["clipboard-write"]);
    await this.app.button("复制").click();
    await expect(this.panel.getByText(/^已复制 \d+ 项$/)).toBeVisible();
    const text = await this.app.clipboard();
    const [heads, ...rows] = text.trimEnd().split("\r\n").map((line) => line.split("\t"));
    return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at]])));
  }

  expectCount(shown, all) {
    return expect(this.panel.getByText(`显示 ${shown} / ${all} 项`, { exact: true })).toBeVisible();
  }
}

const SAMPLE = 60;

const it = test.extend({
  tab: async ({ app, page }, use) => {
    const tab = new Tab(app, page);
    await tab.open();
    await use(tab);
  },
});

it("a row gives the figure, its section, and its sentence with the figure marked", async ({ tab }) => {
  for (const name of ["指标/对象", "数值", "单位", "章节", "原句"]) await expect(tab.head(name)).toBeVisible();
  await expect(tab.table).toHaveAttribute("aria-rowcount", String(SAMPLE + 1));
  await tab.search.fill("214000元");
  const row = tab.row(1);
  await expect(row.getByRole("rowheader")).toContainText("罚没款");
  await expect(row.getByRole("cell")).toHaveText([
    "214,000",
    "元",
    "（四）规范公正文明执法",
    /^综合行政执法队认真落实.*罚没款合计21\.4万元，法制审核率100%。$/,
  ]);
  await expect(row.getByRole("mark")).toHaveText("21.4万元");
});

it("a column sorts up, down, and back to the text", async ({ tab }) => {
  const text = await tab.copied();
  expect(text).toHaveLength(SAMPLE);
  await expect(tab.head("原句")).toHaveAttribute("aria-sort", "ascending");
  const values = (rows) => rows.map((row) => Number(row["数值"]));
  const rising = values(text).toSorted((a, b) => a - b);

  await tab.sort("数值");
  await expect(tab.head("数值")).toHaveAttribute("aria-sort", "ascending");
  await expect(tab.head("原句")).not.toHaveAttribute("aria-sort", /./);
  expect(values(await tab.copied())).toEqual(rising);
  await tab.sort("数值");
  await expect(tab.head("数值")).toHaveAttribute("aria-sort", "descending");
  expect(values(await tab.copied())).toEqual(rising.toReversed());
  await tab.sort("数值");
  await expect(tab.head("原句")).toHaveAttribute("aria-sort", "ascending");
  expect(await tab.copied()).toEqual(text);

  const { compare } = new Intl.Collator("zh-CN");
  const ordered = { 单位: (row) => row["单位"], "指标/对象": (row) => row["指标"] || row["对象"] };
  for (const [head, word] of Object.entries(ordered)) {
    await tab.sort(head);
    const words = (await tab.copied()).map(word).filter(Boolean);
    expect(words).toEqual(words.toSorted(compare));
    expect(words).not.toEqual(text.map(word).filter(Boolean));
  }
  await tab.sort("章节");
  await tab.sort("章节");
  expect((await tab.copied())[0]["章节"]).toBe(text.at(-1)["章节"]);
});

it("sorting shows the first row again", async ({ tab }) => {
  await tab.panel.evaluate((list) => (list.scrollTop = list.scrollHeight));
  await expect(tab.row(SAMPLE)).toBeInViewport();
  await tab.sort("数值");
  await expect(tab.row(1)).toBeInViewport();
});

it("a section filters with all that is below it, and the filter outlives a check", async ({ tab, page }) => {
  const options = await tab.section.getByRole("option").allTextContents();
  expect(options.slice(0, 3)).toEqual([
    "全部章节",
    "一、2025年推进法治政府建设的主要举措和成效（56）",
    "　（一）压实法治建设责任（9）",
  ]);
  await tab.section.selectOption("二、存在的不足和原因（1）");
  await tab.expectCount(1, SAMPLE);
  await expect(tab.row(1).getByRole("cell").first()).toHaveText("9");
  await tab.app.text.evaluate((area) => {
    const at = area.value.indexOf("主要原因是人员流动较快");
    area.focus();
    area.setSelectionRange(at, at);
  });
  await page.keyboard.type("缺编3人，");
  await tab.expectCount(2, SAMPLE + 1);
  await expect(tab.section.getByRole("option", { selected: true })).toHaveText("二、存在的不足和原因（2）");
  await tab.app.button("清除筛选").click();
  await tab.expectCount(SAMPLE + 1, SAMPLE + 1);
  await expect(tab.app.button("清除筛选")).toBeHidden();
  await expect(tab.search).toBeFocused();
});

it("a filter whose section is gone stays, empty, until it is cleared", async ({ tab }) => {
  await tab.section.selectOption("二、存在的不足和原因（1）");
  await tab.expectCount(1, SAMPLE);
  await tab.app.text.fill(REPORT.replace("二、存在的不足和原因", "二、问题和原因"));
  await expect(tab.panel.getByText("没有符合条件的数据。")).toBeVisible();
  await expect(tab.section.getByRole("option", { selected: true })).toHaveText("二、存在的不足和原因（0）");
});

it("each indicator there is filters, and so does having none", async ({ tab }) => {
  const [all, ...options] = await tab.indicator.getByRole("option").allTextContents();
  expect(all).toBe("全部指标");
  const groups = options.map((option) => option.match(/^(.+)（(\d+)）$/).slice(1));
  expect(groups.length).toBeGreaterThan(5);
  expect(groups.at(-1)[0]).toBe("未归入指标");
  expect(groups.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(SAMPLE);
  for (const [name, count] of [groups[0], groups.at(-1)]) {
    await tab.indicator.selectOption(`${name}（${count}）`);
    await tab.expectCount(count, SAMPLE);
    const rows = await tab.copied();
    expect(rows.map((row) => row["指标"])).toEqual(Array(Number(count)).fill(name === "未归入指标" ? "" : name));
    if (rows[0]["指标"]) await expect(tab.row(1).getByRole("rowheader")).toContainText(name);
  }
});

it("what is a part of another figure says so", async ({ tab }) => {
  const rows = await tab.copied();
  const at = rows.findIndex((row) => row["所属总数"]) + 1;
  expect(at).toBeGreaterThan(0);
  await expect(tab.row(at).getByRole("rowheader")).toContainText("其中");
  await expect(tab.row(Number(rows[at - 1]["所属总数"])).getByRole("rowheader")).not.toContainText("其中");
});

it("words are searched in any spacing and width, and the count is read out", async ({ tab, page }) => {
  await tab.search.fill("处罚案件 １８６ 件");
  await tab.expectCount(5, SAMPLE);
  await expect(page.getByRole("status")).toHaveText(`显示 5 / ${SAMPLE} 项`);
  await tab.search.fill("214000元");
  await tab.expectCount(1, SAMPLE);
  await tab.search.fill("没有这样的词");
  await tab.expectCount(0, SAMPLE);
  await expect(tab.panel.getByText("没有符合条件的数据。")).toBeVisible();
  await expect(tab.app.button("复制")).toBeDisabled();
});

it("a text without headings and figures has no pictures and no table", async ({ tab, page }) => {
  await tab.app.text.fill("没有标题，也没有数字。");
  await expect(tab.panel.getByText("没有找到数据。")).toBeVisible();
  await expect(tab.table).toBeHidden();
  await expect(page.getByText("篇幅和主题一览")).toBeHidden();
});

it("the letters of an input method are not searched for", async ({ tab, page }) => {
  await tab.search.focus();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Input.imeSetComposition", { text: "zhi'fa", selectionStart: 6, selectionEnd: 6 });
  await expect(tab.search).toHaveValue("zhi'fa");
  await tab.expectCount(SAMPLE, SAMPLE);
  await devtools.send("Input.insertText", { text: "执法" });
  await tab.expectCount(15, SAMPLE);
});

it("the rows shown are copied, and it is said", async ({ tab, page }) => {
  await tab.search.fill("普法信息");
  const rows = await tab.copied();
  expect(rows.map((row) => [row["数值"], row["限定词"], row["单位"], row["章节"]])).toEqual([
    ["85", "", "条", "（七）加强法治宣传教育"],
    ["60000", "超", "次", "（七）加强法治宣传教育"],
  ]);
  expect(rows[0]["对象"]).toContain("普法信息");
  expect(rows[0]["原句"]).toBe("用好街道公众号，推送普法信息85条，阅读量超过6万次。");
  await expect(page.getByRole("status")).toHaveText("已复制 2 项");
});

it("where the clipboard is refused the browser's command copies, and else it is said", async ({ tab, page }) => {
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    addEventListener("copy", () => (globalThis.selected = document.activeElement.value));
  });
  await tab.search.fill("普法信息");
  await tab.app.button("复制").click();
  await expect(tab.panel.getByText("已复制 2 项")).toBeVisible();
  expect(await page.evaluate(() => globalThis.selected)).toContain("\t85\t");
  await expect(tab.app.button("复制")).toBeFocused();
  await page.evaluate(() => (document.execCommand = () => false));
  await tab.app.button("复制").click();
  await expect(page.getByText("没有复制成功", { exact: true })).toBeVisible();
});

it("the keyboard walks the rows and jumps to the text", async ({ tab, page }) => {
  const at = (row) => expect(tab.button(row)).toBeFocused();
  await tab.head("原句").getByRole("button").focus();
  await page.keyboard.press("Tab");
  await at(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await at(3);
  await page.keyboard.press("ArrowUp");
  await at(2);
  await page.keyboard.press("End");
  await at(SAMPLE);
  await expect(tab.row(SAMPLE)).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("PageUp");
  await expect(tab.button(SAMPLE)).not.toBeFocused();
  await page.keyboard.press("PageDown");
  await at(SAMPLE);
  await page.keyboard.press("Home");
  await at(1);
  await page.keyboard.press("ArrowDown");
  await at(2);
  // One stop for the Tab key, wherever it is.
  await expect(tab.table.locator('tbody [tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press("Enter");
  await tab.app.expectSelected("1份");
  await expect(tab.row(2)).toHaveAttribute("aria-current", "true");
});

it("ten thousand figures: only those in sight are in the page, and all can be reached", async ({ app, page }) => {
  const tab = new Tab(app, page);
  const more = Array.from({ length: 5000 }, (_, at) => `全年走访企业${at + 1}家次，解决困难${at + 1}个。\n`).join("");
  await app.drop({ name: "长.txt", bytes: Buffer.from(REPORT.replace("二、", `${more}二、`)) });
  await app.tab("数据").click();
  const all = 10_008;
  await tab.expectCount(all, all);
  await expect(tab.table).toHaveAttribute("aria-rowcount", String(all + 1));
  const inPage = () => tab.table.getByRole("row").count();
  expect(await inPage()).toBeLessThan(80);
  // By scrolling: the rows in sight are the ones that belong there.
  await tab.row(1).evaluate((row) => row.scrollIntoView());
  const height = (await tab.row(1).boundingBox()).height;
  await tab.panel.evaluate((list, by) => (list.scrollTop += by), 5000 * height);
  await expect(tab.row(5003)).toBeInViewport();
  await expect(tab.row(5003).getByRole("cell").first()).toHaveText("2,500");
  expect(await inPage()).toBeLessThan(80);
  // By the keyboard, from the row that was left behind.
  await tab.head("原句").getByRole("button").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("End");
  await expect(tab.button(all)).toBeFocused();
  await expect(tab.row(all)).toBeInViewport({ ratio: 1 });
  expect(await inPage()).toBeLessThan(80);
  await page.keyboard.press("Enter");
  await app.expectSelected("12部");
  // By the caret in the text.
  await app.text.evaluate((area) => {
    const at = area.value.indexOf("1234家次") + 1;
    area.setSelectionRange(at, at);
  });
  const lit = tab.table.locator("[aria-current]");
  await expect(lit).toHaveCount(1);
  await expect(lit.getByRole("cell").first()).toHaveText("1,234");
  await expect(lit).toBeInViewport({ ratio: 1 });
  await tab.search.fill("5000家次");
  await tab.expectCount(2, all);
  await tab.row(1).click();
  await app.expectSelected("5000家次");
});

it("the caret lights the row of a figure out of sight", async ({ tab }) => {
  await expect(tab.row(SAMPLE)).not.toBeInViewport();
  await tab.app.text.evaluate((area) => {
    const at = area.value.indexOf("20部") + 1;
    area.focus();
    area.setSelectionRange(at, at);
  });
  const row = tab.table.getByRole("row").filter({ has: tab.page.getByRole("mark").getByText("20部") });
  await expect(row).toHaveAttribute("aria-current", "true");
  await expect(row).toBeInViewport();
});

it("the length of each part can be read as a table", async ({ tab, page }) => {
  const rows = page.getByRole("table", { name: "各部分的篇幅" }).getByRole("row");
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(2).getByRole("rowheader")).toHaveText("存在的不足和原因 二、存在的不足和原因");
  await expect(rows.nth(2).getByRole("cell")).toHaveText("235 字，12%");
  await expect(rows.nth(3)).toContainText("仅有提及");
  await expect(rows.nth(3).getByRole("cell")).toHaveText("0 字，0%");
  // The bars are as long as their numbers say.
  const width = async (at) => (await rows.nth(at).locator("rect").boundingBox()).width;
  expect((await width(2)) / (await width(1))).toBeCloseTo(235 / 1277, 1);
  // A share is of the whole text: it changes where only that grows.
  await tab.app.text.evaluate((area) => {
    const at = area.value.indexOf("一、");
    area.focus();
    area.setSelectionRange(at, at);
  });
  await page.keyboard.insertText("以下照录来函。".repeat(200));
  await expect(rows.nth(2).getByRole("cell")).toHaveText("235 字，7%");
  await page.getByText("篇幅和主题一览").click();
  await expect(rows.first()).toBeHidden();
  await tab.app.tab("清单").click();
  await tab.app.tab("数据").click();
  await expect(rows.first()).toBeHidden();
});

it("figures by topic can be read as a table", async ({ tab, page }) => {
  const rows = page.getByRole("table", { name: "各主题的数据" }).getByRole("row");
  const counts = (await rows.getByRole("cell").allTextContents()).map((words) => Number(words.match(/^(\d+) 项$/)[1]));
  expect(counts.reduce((sum, count) => sum + count)).toBe(SAMPLE);
  // The most first, and what has no topic at the end.
  expect(counts.slice(0, -1)).toEqual(counts.slice(0, -1).toSorted((a, b) => b - a));
  await expect(rows.last().getByRole("rowheader")).toHaveText("其他");
  await expect(tab.indicator.getByRole("option").last()).toHaveText(`未归入指标（${counts.at(-1)}）`);
});

it("320 pixels wide nothing is cut or covered", async ({ app, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const tab = new Tab(app, page);
  await app.button("载入示例").click();
  await app.button("核对结果").click();
  await app.tab("数据").click();
  for (const words of ["", "执法", "没有这样的词"]) {
    await tab.search.fill(words);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    expect(await tab.panel.evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0);
  }
  await tab.app.button("清除筛选").click();
  await tab.row(1).scrollIntoViewIfNeeded();
  const crossing = await tab.row(1).evaluate((row) => {
    const boxes = [...row.cells].map((cell) => cell.getBoundingClientRect()).filter((box) => box.width > 0);
    const frame = row.getBoundingClientRect();
    const inside = (a) => a.left >= frame.left && a.right <= frame.right && a.top >= frame.top && a.bottom <= frame.bottom;
    const cross = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
    return boxes.filter((a, at) => !inside(a) || boxes.some((b, other) => other > at && cross(a, b))).length;
  });
  expect(crossing).toBe(0);
  for (const button of await tab.panel.getByRole("button").all()) {
    const box = await button.boundingBox();
    if (box) expect(box.height).toBeGreaterThanOrEqual(24);
  }
});
