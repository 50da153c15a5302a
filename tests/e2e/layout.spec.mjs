// Room and sight: narrow screens, themes, and what the rules of accessibility ask for.

import { expect, test } from "./page.mjs";

const TABS = ["清单", "结构", "数据", "问题"];

const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test("320 pixels wide nothing scrolls sideways", async ({ app, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await app.button("载入示例").click();
  await app.button("核对结果").click();
  for (const name of TABS) {
    await app.tab(name).click();
    const panel = app.panel(name);
    await expect(panel).toBeVisible();
    expect(await panel.evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  }
});

test("on a narrow screen text and results are two halves, and a jump shows the text", async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await app.button("载入示例").click();
  await expect(app.text).toBeVisible();
  await expect(app.tab("清单")).toBeHidden();
  await app.button("核对结果").click();
  await expect(app.text).toBeHidden();
  await app.part("存在的不足和原因").getByRole("button", { name: "存在的不足和原因", exact: true }).click();
  await expect(app.text).toBeVisible();
  await app.expectSelected("二、存在的不足和原因");
});

test("on a phone the page scrolls as a whole, what leads on stays at hand, and each half is found again where it was left", async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await app.button("载入示例").click();
  await expect(app.button("下一处")).toBeVisible();
  const scrolled = () => page.evaluate(() => Math.round(scrollY));
  const scroll = (to) => page.evaluate((to) => scrollTo(0, to), to);
  await scroll(900);
  await expect(app.button("核对结果")).toBeInViewport();
  await expect(app.button("下一处")).toBeInViewport();
  await app.button("核对结果").click();
  await expect.poll(scrolled).toBe(0);
  await scroll(200);
  await app.button("正文").click();
  await expect.poll(scrolled).toBe(900);
  await app.button("核对结果").click();
  await expect.poll(scrolled).toBe(200);
});

test("at 400 % zoom the page scrolls as a whole, and a jump still shows the words", async ({ app, page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await app.button("载入示例").click();
  await app.button("核对结果").click();
  await app.tab("结构").click();
  await app.panel("结构").getByRole("button", { name: /强化监督落实/ }).click();
  await app.expectSelected("（四）强化监督落实");
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
});

test("the keyboard alone reaches everything in the order of the page", async ({ app, page }) => {
  const walk = async (...names) => {
    for (const name of names) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const at = document.activeElement;
        return at.labels?.[0]?.textContent || at.ariaLabel || at.textContent;
      });
      expect(focused).toMatch(name);
    }
  };
  await walk(/^单位类型/, /^报告年度/, /公开稿/, /^打开文件$/, /^载入示例$/);
  await page.keyboard.press("Enter");
  await expect(app.tab("清单")).toBeVisible();
  await walk(/^对比上一年$/, /^导出$/, /^报告正文$/, /^清单/);
  await page.keyboard.press("End");
  await expect(app.panel("问题")).toBeVisible();
  // The panel itself, so that it can be scrolled; then what is in it.
  await walk(/提醒/, /^全部/, /^错误/, /^提醒/, /^提示/, /第一责任人/);
  await page.keyboard.press("Enter");
  await expect(app.text).toBeFocused();
  await expect.poll(() => app.selected()).toContain("第一责任人");
});
