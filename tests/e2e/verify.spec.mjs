// 如何自己验证: how a reader sees for himself that his text stays on his machine.

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./page.mjs";

const opener = (app) => app.foot.getByRole("button", { name: "如何自己验证" });
const told = (page) => page.getByRole("dialog", { name: "如何自己验证：文本不出本机" });

test("it tells the ways one by one, and the policy that it tells of is there to be seen", async ({ app, page }) => {
  await expect(told(page)).toBeHidden();
  await opener(app).click();
  await expect(told(page).getByRole("listitem")).toHaveCount(5);
  await expect(told(page)).toContainText(/F12.*网络.*断开网络.*Content-Security-Policy.*connect-src 'self'.*应用程序.*源代码/s);
  expect(await (await page.request.get("./")).text()).toContain("connect-src 'self'");
});

test("the keyboard opens it, stays in it, and goes back where it was", async ({ app, page }) => {
  await app.sample();
  await opener(app).focus();
  await page.keyboard.press("Enter");
  await expect(told(page).getByRole("heading")).toBeFocused();
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog") !== null)).toBe(true);
  }
  await page.keyboard.press("F8");
  await expect(told(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(told(page)).toBeHidden();
  await expect(opener(app)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(told(page).getByRole("button", { name: "关闭" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(told(page)).toBeHidden();
  await expect(opener(app)).toBeFocused();
});

test("on a small phone it opens at its beginning", async ({ app, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await opener(app).click();
  await expect(told(page).getByRole("heading")).toBeInViewport({ ratio: 1 });
  await expect(told(page).getByRole("listitem").first()).toBeInViewport();
});

test("a click beside it closes it, one inside does not", async ({ app, page }) => {
  await opener(app).click();
  const box = await told(page).boundingBox();
  for (const [x, y] of [[4, 4], [box.width - 4, 4], [box.width / 2, box.height - 4]]) {
    await page.mouse.click(box.x + x, box.y + y);
    await expect(told(page)).toBeVisible();
  }
  await page.mouse.click(4, 4);
  await expect(told(page)).toBeHidden();
});

test("320 by 256 pixels hold it", async ({ app, page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await opener(app).click();
  expect(await told(page).evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
  const box = await told(page).boundingBox();
  expect([box.x >= 0, box.y >= 0, box.x + box.width <= 320, box.y + box.height <= 256]).toEqual([true, true, true, true]);
});

for (const colorScheme of ["light", "dark"]) {
  test(`nothing in it offends the rules of accessibility (${colorScheme})`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme });
    await opener(app).click();
    const found = await new AxeBuilder({ page }).include("#verify").withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  });
}
