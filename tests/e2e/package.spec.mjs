// The npm package in a browser: its own example, served as it lies in pkg/.

import { expect, REPORT, test } from "./page.mjs";
import { PACKAGE } from "../../playwright.config.mjs";

test.use({ baseURL: PACKAGE });

test("the example lists what is found and leads to the words", async ({ page }) => {
  await page.goto("examples/browser.html");
  const text = page.getByRole("textbox", { name: "报告正文" });
  await text.fill(REPORT.replace("全年办理", "截止年底办理"));
  await page.getByRole("button", { name: "核对" }).click();
  await expect(page.getByRole("status")).toHaveText(/^缺 0 个部分，有 \d+ 个数据、\d+ 个问题$/);
  const findings = page.getByRole("list", { name: "问题" });
  await findings.getByRole("button", { name: /^I01 “截止”应为“截至”：/ }).click();
  await expect(text).toBeFocused();
  expect(await text.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd))).toBe("截止");
});
