// The tab 问题: the list and its filter, F8, the keyboard, what is ignored, and fixes, one by one and all at once.

import { expect, REPORT, test } from "./page.mjs";

/** A report with ten findings: an error, seven warnings (four of them of one rule), two notices. */
const FAULTY = [
  "青禾镇人民政府2024年度法治政府建设情况报告",
  "一、2024年推进法治政府建设的主要举措和成效",
  "（一）规范行政执法。全年办理行政处罚案件186件，组织执法人员培训5次。截止目前，全部结案。",
  "（二）化解矛盾纠纷。人民调解委员会受理纠纷230余件，群众好评率109.2%。截止10月底，走访农户60户。",
  "（三）整治市容环境。拆除违建3000平米，整改率60—70%。截止11月底，巡查9次。截止12月底，劝导12人。",
  "二、存在的不足和原因",
  "一是执法力量不足，主要原因是持证人员流动较快。二是普法形式单一，原因是线上办法不多。",
  "三、2024年推进法治政府建设的主要安排",
  "充实执法力量，组织业务培训6次；拓展线上普法，拍摄短视频12部。",
  "",
].join("\n");

/** The words that F8 leads to, in the order of the text. */
const STOPS = ["截止", "109.2%", "截止10月底", "截止", "平米", "60—70%", "截止", "截止", "二、存在的不足和原因", "2024"];

const DEADLINE = /“截止”应为“截至”” 4 处/;

let panel;

test.beforeEach(async ({ app }) => {
  panel = app.panel("问题");
  await app.text.fill(FAULTY);
  await expect(app.tab("问题")).toHaveText("问题 10");
  await app.tab("问题").click();
});

const card = (words) => panel.getByRole("listitem").filter({ hasText: words });
const act = (words, name) => card(words).getByRole("button", { name, exact: true });
const filter = (name) => panel.getByRole("group", { name: "按程度筛选" }).getByRole("button", { name });
const caret = (app, at) => app.text.evaluate((area, at) => {
  area.focus();
  area.setSelectionRange(at, at);
}, at);
const composition = async (page, text) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  return devtools;
};

test("findings stand by category with their counts, many of one rule in one line", async () => {
  const heads = panel.getByRole("heading", { level: 3 });
  await expect(heads).toHaveText(["部分与内容1", "年度与时间2", "数字数据3", "用词用字4"]);
  await expect(panel.getByRole("listitem")).toHaveCount(7);
  const fold = panel.getByRole("button", { name: DEADLINE });
  await expect(fold).toHaveAttribute("aria-expanded", "false");
  await fold.click();
  await expect(fold).toHaveAttribute("aria-expanded", "true");
  await expect(panel.getByRole("listitem")).toHaveCount(11);
  await fold.click();
  await expect(panel.getByRole("listitem")).toHaveCount(7);
});

test("a card says what, where, what instead, and why", async ({ app, page }) => {
  const one = card("平米");
  await expect(one).toContainText("提醒");
  await expect(one).toContainText("第 5 行");
  await expect(one.locator("del")).toHaveText("平米");
  await expect(one.locator("ins")).toHaveText("平方米");
  // What is only put in stands among the words it is put into.
  await expect(card("百分数的范围").locator("del")).toHaveText("60—70%");
  await expect(card("百分数的范围").locator("ins")).toHaveText("60%—70%");
  await one.getByText(/^规则：/).click();
  await expect(one).toContainText("为什么：公文中的计量单位应当使用法定计量单位");
  await expect(one.getByRole("button", { name: "规则说明" })).toBeVisible();
  // It stays open while the text is checked anew, with its line at the new place.
  await caret(app, 0);
  await page.keyboard.type("\n");
  await expect(one).toContainText("第 6 行");
  await expect(one.getByRole("button", { name: "规则说明" })).toBeVisible();
});

test("the filter shows one severity, and stays while words are typed", async ({ app, page }) => {
  for (const [name, count] of [["全部", 10], ["错误", 1], ["提醒", 7], ["提示", 2]]) {
    await expect(filter(name)).toHaveText(`${name}${count}`);
  }
  await filter("提示").click();
  await expect(filter("提示")).toHaveAttribute("aria-pressed", "true");
  await expect(panel.getByRole("listitem")).toHaveCount(2);
  await caret(app, FAULTY.length);
  await page.keyboard.type("附：拆除违建50平米。");
  await expect(filter("提醒")).toHaveText("提醒8");
  await expect(panel.getByRole("listitem")).toHaveCount(2);
  await filter("错误").click();
  await act("第一责任人", "忽略").click();
  await expect(panel.getByText("没有错误。")).toBeVisible();
});

test("F8 goes through the places from the caret, both ways, and round", async ({ app, page }) => {
  await app.tab("清单").click();
  await caret(app, 0);
  for (const words of [...STOPS, STOPS[0]]) {
    await page.keyboard.press("F8");
    await app.expectSelected(words);
  }
  await expect(page.getByText("回到第一条", { exact: true })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText(/^回到第一条。提醒：“截止”/);
  await expect(panel).toBeVisible();
  await page.keyboard.press("Shift+F8");
  await app.expectSelected("2024");
  await expect(page.getByText("回到最后一条", { exact: true })).toBeVisible();
  await page.keyboard.press("Alt+ArrowUp");
  await app.expectSelected("二、存在的不足和原因");
  await page.keyboard.press("Alt+ArrowDown");
  await app.expectSelected("2024");
});

test("F8 begins with the place that the caret stands in, lights its card and unfolds it", async ({ app, page }) => {
  await caret(app, FAULTY.indexOf("截止11月底") + 1);
  const fold = panel.getByRole("listitem").filter({ has: page.getByRole("button", { name: DEADLINE }) });
  await expect(fold).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("F8");
  await app.expectSelected("截止");
  const lit = panel.locator("[aria-current]");
  await expect(lit).toContainText("截止”后面不能直接跟时间");
  await expect(lit).toBeInViewport();
  await caret(app, FAULTY.indexOf("平米") + 1);
  await page.keyboard.press("Shift+F8");
  await app.expectSelected("平米");
});

test("F8 keeps to the filter and leaves out what is ignored", async ({ app, page }) => {
  await filter("提示").click();
  await caret(app, 0);
  for (const words of ["截止10月底", "60—70%", "截止10月底"]) {
    await page.keyboard.press("F8");
    await app.expectSelected(words);
  }
  await act("还不到2024年年底", "忽略").click();
  await expect(panel.getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("F8");
  await app.expectSelected("60—70%");
  await page.keyboard.press("F8");
  await app.expectSelected("60—70%");
});

test("the list is walked through by keys", async ({ app, page }) => {
  await filter("提示").focus();
  await page.keyboard.press("Tab");
  await expect(app.button("应用全部确定的修改（6）").first()).toBeFocused();
  await page.keyboard.press("Tab");
  const name = (words) => card(words).getByRole("button").first();
  await expect(name("第一责任人")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(name("下一年安排的标题")).toBeFocused();
  await page.keyboard.press("End");
  await expect(panel.getByRole("button", { name: DEADLINE })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("button", { name: DEADLINE })).toBeFocused();
  await expect(panel.getByRole("listitem")).toHaveCount(11);
  await page.keyboard.press("Home");
  await expect(name("第一责任人")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(name("第一责任人")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await app.expectSelected("2024");
});

test("I ignores and U takes it back, the focus staying in the list", async ({ app, page }) => {
  const name = (words) => card(words).getByRole("button").first();
  await name("这里的比率").focus();
  await page.keyboard.press("i");
  await expect(app.tab("问题")).toHaveText("问题 9");
  await expect(card("这里的比率")).toHaveCount(0);
  await expect(name("平米")).toBeFocused();
  await page.keyboard.press("i");
  await expect(name("百分数的范围")).toBeFocused();
  await expect(panel.getByRole("button", { name: "已忽略（2）" })).toBeVisible();
  await page.keyboard.press("u");
  await expect(name("平米")).toBeFocused();
  await page.keyboard.press("u");
  await expect(name("这里的比率")).toBeFocused();
  await expect(app.tab("问题")).toHaveText("问题 10");
  await expect(panel.getByRole("button", { name: /已忽略/ })).toBeHidden();
});

test("A applies, the focus stays in the list, and Ctrl+Z there takes it back", async ({ app, page }) => {
  await card("平米").getByRole("button").first().focus();
  await page.keyboard.press("a");
  await expect(app.text).toHaveValue(FAULTY.replace("平米", "平方米"));
  await expect(card("百分数的范围").getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(app.text).toHaveValue(FAULTY);
  await expect(card("平米")).toHaveCount(1);
  await expect(panel.locator(":focus")).toHaveCount(1);
});

test("what is ignored leaves list, counts and marks, is listed, and comes back", async ({ app, page }) => {
  expect(await app.marks("warning")).toContain("109.2%");
  await act("这里的比率", "忽略").click();
  await expect.poll(() => app.marks("warning")).not.toContain("109.2%");
  await expect(app.tab("问题")).toHaveText("问题 9");
  await expect(filter("提醒")).toHaveText("提醒6");
  await expect(app.results.getByText("6 处提醒")).toBeVisible();
  await expect(page.getByRole("status")).toHaveText(/^已忽略这一处。四部分中缺一，发现 1 处错误、6 处提醒/);
  await app.foot.getByRole("button", { name: "撤销" }).click();
  await expect(app.tab("问题")).toHaveText("问题 10");
  await expect.poll(() => app.marks("warning")).toContain("109.2%");
  for (const words of ["这里的比率", "平米", "百分数的范围"]) await act(words, "忽略").click();
  await panel.getByRole("button", { name: "已忽略（3）" }).click();
  await act("平米", "恢复").click();
  await expect(panel.getByRole("button", { name: "已忽略（2）" })).toBeVisible();
  await expect(app.tab("问题")).toHaveText("问题 8");
  await app.button("全部恢复").click();
  await expect(app.tab("问题")).toHaveText("问题 10");
});

test("all can be ignored", async ({ app }) => {
  await panel.getByRole("button", { name: DEADLINE }).click();
  for (let left = 9; left > 0; left -= 1) {
    await panel.getByRole("button", { name: "忽略", exact: true }).first().click();
    await expect(app.tab("问题")).toHaveText(`问题 ${left}`);
  }
  await panel.getByRole("button", { name: "忽略", exact: true }).click();
  await expect(panel.getByText("没有其他问题，忽略了 10 处。")).toBeVisible();
  await expect(app.results).not.toContainText("处提醒");
});

test("what is ignored stays so over edits beside it and elsewhere, and over a reload; no word of the text is kept", async ({ app, page }) => {
  await act("这里的比率", "忽略").click();
  const typed = async (words, at) => {
    await caret(app, at);
    await page.keyboard.type(words);
    await expect(app.foot).toContainText(`${[...(await app.text.inputValue())].filter((c) => c.trim()).length} 字`);
    await expect(app.tab("问题")).toHaveText("问题 9");
  };
  await typed("某县", 0);
  await typed("总的", FAULTY.indexOf("群众好评率") + 2);
  const text = await app.text.inputValue();
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).toMatch(/^\{"fazhi-check\.ignored":"[0-9a-f]{16}"\}$/);
  await app.open();
  await app.text.fill(text);
  await expect(app.tab("问题")).toHaveText("问题 9");
});

test("of two alike in like words, each keeps what was said of it", async ({ app, page }) => {
  const line = "各村各社区法律顾问参与办理的来信来访的按期办结率120.5%，群众对办理的情况和结果总的来说是满意的。\n";
  await app.text.fill(REPORT.replace("二、", `${line}其他事项从略。\n${line}二、`));
  const over = card("超过了100%");
  await expect(over).toHaveCount(2);
  await over.first().getByRole("button", { name: "忽略" }).click();
  await expect(over).toHaveCount(1);
  // The ignored one goes, and the other takes its key over.
  await app.text.evaluate((area, line) => {
    const at = area.value.indexOf(line);
    area.focus();
    area.setSelectionRange(at, at + line.length);
  }, line);
  await page.keyboard.press("Delete");
  await expect(app.text).toHaveValue(REPORT.replace("二、", `其他事项从略。\n${line}二、`));
  await expect(panel.getByRole("button", { name: /已忽略/ })).toBeHidden();
  await expect(over).toHaveCount(1);
});

test("where nothing may be kept, ignoring works all the same", async ({ app, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
  });
  await app.open();
  await app.text.fill(FAULTY);
  await app.tab("问题").click();
  await act("这里的比率", "忽略").click();
  await expect(app.tab("问题")).toHaveText("问题 9");
});

test("all sure fixes are one step, and one Ctrl+Z takes them back", async ({ app, page }) => {
  await app.button("应用全部确定的修改（6）").click();
  const fixed = FAULTY.replaceAll("截止", "截至").replace("平米", "平方米").replace("60—", "60%—");
  await expect(app.text).toHaveValue(fixed);
  await expect(app.foot).toContainText("已应用 6 项修改");
  await expect(app.button(/应用全部确定的修改/)).toHaveCount(0);
  await expect(app.tab("问题")).toHaveText("问题 4");
  await page.keyboard.press("Control+Z");
  await expect(app.text).toHaveValue(FAULTY);
  await expect(app.tab("问题")).toHaveText("问题 10");
  await app.button("应用全部确定的修改（6）").click();
  await app.foot.getByRole("button", { name: "撤销" }).click();
  await expect(app.text).toHaveValue(FAULTY);
});

test("the sure fixes of one rule, without those ignored", async ({ app }) => {
  await panel.getByRole("button", { name: DEADLINE }).click();
  await panel.getByRole("button", { name: "忽略", exact: true }).last().click();
  // Three are no longer many: they stand by themselves, and the rest of the page follows.
  await expect(app.button("应用全部确定的修改（5）")).toBeVisible();
  await app.button("应用全部确定的修改（5）").click();
  await expect(app.text).toHaveValue(/截止12月底/);
  await expect(app.text).not.toHaveValue(/截止11月底|平米/);
});

test("a change that is made all over the text is one finding and one step", async ({ app, page }) => {
  const text = FAULTY.replaceAll("，", ",");
  await app.text.fill(text);
  const one = card("半角标点");
  await expect(one.locator(".change")).toHaveText("原文, → 改为，（共 11 处）");
  await one.getByRole("button", { name: /^全部改正/ }).click();
  await expect(app.text).toHaveValue(FAULTY);
  await expect(app.foot).toContainText("已修改 11 处");
  await page.keyboard.press("Control+Z");
  await expect(app.text).toHaveValue(text);
});

test("the fixes of a folded rule", async ({ app, page }) => {
  await app.button("应用全部确定的修改（4）").click();
  await expect(app.text).toHaveValue(FAULTY.replaceAll("截止", "截至"));
  await page.keyboard.press("Control+Z");
  await expect(app.text).toHaveValue(FAULTY);
});

test("a missing heading is put in from its card, and comes out again", async ({ app, page }) => {
  await card("第一责任人").getByRole("button", { name: /^插入标题/ }).click();
  await expect(app.text).toHaveValue(/。\n三、2024年党政主要负责人履行推进法治建设第一责任人职责情况\n四、2024年推进/);
  await expect(app.results.getByRole("heading", { name: "四部分齐全" })).toBeVisible();
  await page.keyboard.press("Control+Z");
  await expect(app.text).toHaveValue(FAULTY);
  await expect(card("第一责任人")).toHaveCount(1);
});

test("a text too long for the browser's undo has its own", async ({ app }) => {
  const long = FAULTY.replace("二、", `${"附件材料另行报送。".repeat(30_000)}\n截止目前，完成。\n二、`);
  await app.text.fill(long);
  await app.button("应用全部确定的修改（7）").click();
  await expect(app.foot).toContainText("已应用 7 项修改");
  expect(await app.text.inputValue()).not.toContain("截止");
  await app.foot.getByRole("button", { name: "撤销" }).click();
  expect(await app.text.inputValue() === long).toBe(true);
});

test("while an input method composes F8 does nothing, and nothing is written", async ({ app, page }) => {
  await caret(app, FAULTY.length);
  const devtools = await composition(page, "ban");
  await page.keyboard.press("F8");
  await expect(app.text).toHaveValue(`${FAULTY}ban`);
  expect(await app.selected()).toBe("");
  await expect(app.tab("问题")).toHaveText("问题 10");
  await devtools.send("Input.insertText", { text: "截止年底，办结。" });
  await expect(app.tab("问题")).toHaveText("问题 11");
  await expect(app.text).toHaveValue(`${FAULTY}截止年底，办结。`);
  await page.keyboard.press("F8");
  await app.expectSelected(STOPS[0]);
});

test("marks move with the text after a fix, and F8 finds the words", async ({ app, page }) => {
  await app.button("改为“平方米”").click();
  await expect(app.text).toHaveValue(/3000平方米/);
  await expect.poll(() => app.marks("warning")).toEqual(["截止", "109.2%", "截止", "截止", "截止", "2024"]);
  await caret(app, 0);
  await page.keyboard.type("关于");
  expect(await app.marks("warning")).toEqual(["截止", "109.2%", "截止", "截止", "截止", "2024"]);
  await page.keyboard.press("Shift+F8");
  await app.expectSelected("2024");
});

test("a thousand findings: only some are built, and F8 still leads to each", async ({ app, page }) => {
  // Each line has words of its own, so that none repeats another.
  const words = (line) => String.fromCodePoint(...[7, 131, 977, 3001].map((step) => 0x4e00 + ((line * step) % 9000)));
  const lines = Array.from({ length: 1000 }, (_, line) => `截止目前，${words(line + 1)}。\n`);
  await app.text.fill(FAULTY.replace("二、", `${lines.join("")}二、`));
  await expect(panel.getByRole("button", { name: /“截止”应为“截至”” 1004 处/ })).toBeVisible();
  await panel.getByRole("button", { name: / 1004 处/ }).click();
  await expect.poll(() => panel.getByRole("listitem").count()).toBeLessThan(65);
  await panel.getByRole("button", { name: "再显示 50 项" }).click();
  await expect.poll(() => panel.getByRole("listitem").count()).toBeGreaterThan(100);
  const text = await app.text.inputValue();
  await caret(app, text.lastIndexOf("截止") + 1);
  await page.keyboard.press("F8");
  await app.expectSelected("截止");
  await expect(panel.locator("[aria-current]")).toBeInViewport();
});

test("on a narrow screen the foot leads from place to place", async ({ app, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await app.button("核对结果").click();
  expect(await panel.evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0);
  await act("平米", "改为“平方米”").click();
  await expect(app.text).toBeVisible();
  await expect(app.text).toHaveValue(/平方米/);
  await app.foot.getByRole("button", { name: "撤销" }).click();
  await expect(app.text).toHaveValue(FAULTY);
  await caret(app, 0);
  await app.foot.getByRole("button", { name: "下一处" }).click();
  await app.expectSelected("截止");
  await app.foot.getByRole("button", { name: "上一处" }).click();
  await app.expectSelected("2024");
});
