// 规则说明: every rule in words, in a window over the page.

import { expect, test } from "./page.mjs";

const opener = (app) => app.foot.getByRole("button", { name: "规则说明" });
const guide = (page) => page.getByRole("dialog", { name: "规则说明" });
const rules = (page) => guide(page).getByRole("article");
const search = (page) => guide(page).getByRole("searchbox", { name: "搜索规则" });

test("it lists every rule by its category, with all that is told of it", async ({ app, page }) => {
  await opener(app).click();
  const count = await rules(page).count();
  expect(count).toBeGreaterThan(20);
  await expect(guide(page)).toContainText(`共 ${count} 条`);
  const rule = rules(page).filter({ has: page.getByText("H04", { exact: true }) });
  await expect(rule.getByRole("heading")).toHaveText(/^H04计量单位不规范提醒确定$/);
  await expect(rule).toContainText(/查什么：数字后面的单位.*为什么：.*GB\/T 9704.*例：“拆除违建3000平米”/);
  const headings = await guide(page).getByRole("heading", { level: 3 }).allTextContents();
  expect(headings.slice(0, 2)).toEqual(["部分与内容", "年度与时间"]);
  await guide(page).getByRole("button", { name: "数字数据" }).click();
  await expect(guide(page).getByRole("heading", { name: "数字数据" })).toBeInViewport();
});

test("it is searched by code, title and any words, and says how many there are", async ({ app, page }) => {
  await opener(app).click();
  await expect(search(page)).toBeFocused();
  const all = await rules(page).count();
  for (const words of ["h04", "Ｈ０４", "计量单位", "平方米 农业", "計量單位不規範"]) {
    await search(page).fill(words);
    await expect(rules(page).filter({ visible: true })).toHaveCount(1);
    await expect(rules(page).filter({ visible: true })).toContainText("计量单位不规范");
    await expect(guide(page)).toContainText(`找到 1 / ${all} 条`);
    await expect(guide(page).getByRole("heading", { level: 3 })).toHaveText(["数字数据"]);
  }
  await search(page).fill("天外飞仙");
  await expect(guide(page)).toContainText(`找到 0 / ${all} 条`);
  await expect(guide(page).getByText("没有符合的规则")).toBeVisible();
  await search(page).fill("");
  await expect(rules(page).filter({ visible: true })).toHaveCount(all);
});

test("the keyboard stays in it, Esc closes it, and the focus goes back", async ({ app, page }) => {
  await app.sample();
  await opener(app).focus();
  await page.keyboard.press("Enter");
  await expect(search(page)).toBeFocused();
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog") !== null)).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(guide(page)).toBeHidden();
  await expect(opener(app)).toBeFocused();
  await opener(app).click();
  await guide(page).getByRole("button", { name: "关闭" }).click();
  await expect(guide(page)).toBeHidden();
  await opener(app).click();
  await page.mouse.click(4, 4);
  await expect(guide(page)).toBeHidden();
});

for (const [width, height] of [[320, 640], [320, 256]]) {
  test(`${width} by ${height} pixels hold it`, async ({ app, page }) => {
    await page.setViewportSize({ width, height });
    await opener(app).click();
    // Its texts come a little later and make it higher.
    await expect(rules(page).last()).toContainText("查什么");
    const box = await guide(page).boundingBox();
    expect([box.x, box.y, box.width, box.height]).toEqual([0, 0, width, height]);
    expect(await guide(page).evaluate((it) => Math.max(...[it, ...it.querySelectorAll("*")].map((e) => e.getBoundingClientRect().right)))).toBeLessThanOrEqual(width);
    await rules(page).last().scrollIntoViewIfNeeded();
    await expect(rules(page).last()).toBeInViewport();
  });
}

test("what is told of the rules is loaded when it is wanted; where that fails it says so, and the next time it may go well", async ({ app, page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").at(-1)));
  await app.open();
  expect(asked.filter((name) => name.startsWith("texts"))).toEqual([]);
  await page.route("**/texts_bg.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "" }), { times: 1 });
  await opener(app).click();
  await expect(rules(page).filter({ hasText: "计量单位不规范" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("规则的说明没有下载下来")).toBeVisible();
  await opener(app).click();
  await expect(guide(page)).toContainText("查什么：数字后面的单位");
  await page.keyboard.press("Escape");
  await opener(app).click();
  await expect(guide(page)).toContainText("查什么：数字后面的单位");
  expect(asked.filter((name) => name.startsWith("texts"))).toEqual(["texts.js", "texts_bg.wasm", "texts_bg.wasm"]);
});
