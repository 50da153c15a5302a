// The panel: jumps from every tab, the settings, the fixes, the exports, the keyboard.

import { readFile } from "node:fs/promises";
import { expect, REPORT, test } from "./page.mjs";

test.beforeEach(async ({ app }) => {
  await app.sample();
});

test("the checklist jumps to a part and to quoted words", async ({ app }) => {
  await app.part("存在的不足和原因").getByRole("button", { name: "存在的不足和原因", exact: true }).click();
  await app.expectSelected("二、存在的不足和原因");
  const part = app.part("党政主要负责人履行推进法治建设第一责任人职责情况");
  await part.getByRole("button", { name: /带头履行推进法治建设第一责任人职责/ }).click();
  await expect.poll(() => app.selected()).toContain("第一责任人职责");
});

test("a section jumps to its heading, and the caret in it lights its row", async ({ app }) => {
  await app.tab("结构").click();
  await app.panel("结构").getByRole("button", { name: /规范公正文明执法/ }).click();
  await app.expectSelected("（四）规范公正文明执法");
});

test("a figure jumps to its words", async ({ app, page }) => {
  await app.tab("数据").click();
  const table = page.getByRole("table", { name: "报告中的数据" });
  for (const name of ["指标/对象", "数值", "单位", "章节"]) {
    await expect(table.getByRole("columnheader", { name })).toBeVisible();
  }
  await table.getByRole("row").filter({ hasText: "186" }).first().click();
  await app.expectSelected("186件");
});

test("a finding jumps to its words", async ({ app }) => {
  await app.tab("问题").click();
  await app.panel("问题").getByRole("button", { name: /应为2026年/ }).click();
  await app.expectSelected("2025");
  expect(await app.marks("here")).toEqual(["2025"]);
});

test("what is jumped to is in view", async ({ app }) => {
  await app.tab("结构").click();
  await app.panel("结构").getByRole("button", { name: /强化监督落实/ }).click();
  await app.expectSelected("（四）强化监督落实");
  const seen = await app.text.evaluate((area) => {
    // The last lines of a text that is longer than the window are in view.
    const box = area.getBoundingClientRect();
    return box.bottom < innerHeight * 1.2 && box.top < 0;
  });
  expect(seen).toBe(true);
});

test("a fix changes the text and can be undone", async ({ app, page }) => {
  const before = await app.text.inputValue();
  await app.tab("问题").click();
  await app.button("改为2026").click();
  await expect(app.text).toHaveValue(/三、2026年推进法治政府建设的主要安排/);
  await expect(app.panel("问题").getByText(/应为2026年/)).toHaveCount(0);
  await page.keyboard.press("Control+Z");
  await expect(app.text).toHaveValue(before);
  await expect(app.panel("问题").getByText(/应为2026年/)).toHaveCount(1);
});

test("插入标题 puts the heading where it belongs, and can be undone", async ({ app, page }) => {
  const before = await app.text.inputValue();
  await app.part("党政主要负责人履行推进法治建设第一责任人职责情况").getByRole("button", { name: "插入标题" }).click();
  await expect(app.text).toHaveValue(/。\n　　三、2025年党政主要负责人履行推进法治建设第一责任人职责情况\n　　四、2025年推进/);
  await expect(app.results.getByRole("heading", { name: "四部分齐全" })).toBeVisible();
  await page.keyboard.press("Control+Z");
  await expect(app.text).toHaveValue(before);
  await expect(app.results.getByRole("heading", { name: "四部分中缺一" })).toBeVisible();
});

test("the settings show what was recognised and overrule it", async ({ app, page }) => {
  const kind = page.getByRole("combobox", { name: "单位类型" });
  const year = page.getByRole("combobox", { name: "报告年度" });
  await expect(kind.getByRole("option", { name: "街道（识别）" })).toBeAttached();
  await expect(year.getByRole("option", { name: "2025 年度（识别）" })).toBeAttached();
  await year.selectOption("2024 年度");
  await app.tab("问题").click();
  await expect(app.panel("问题")).toContainText("2024年");
  await kind.selectOption("部门");
  await expect(kind).toHaveValue("5");
  await page.getByRole("radio", { name: "报送稿" }).check();
  await expect(page.getByRole("radio", { name: "公开稿" })).not.toBeChecked();
});

test("tabs move by arrow keys", async ({ app, page }) => {
  await app.tab("清单").focus();
  await page.keyboard.press("ArrowRight");
  await expect(app.tab("结构")).toBeFocused();
  await expect(app.tab("结构")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("End");
  await expect(app.panel("问题")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(app.panel("清单")).toBeVisible();
});

test("the result is read out once", async ({ app, page }) => {
  await expect(page.getByRole("status")).toHaveText(/四部分中缺一，发现.*处/);
  await app.text.fill(REPORT);
  await expect(page.getByRole("status")).toHaveText(/四部分齐全/);
});
