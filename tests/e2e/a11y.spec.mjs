// The page for everyone: the rules of accessibility in every state and every scheme of colours, narrow windows and high zoom, fingers, and
// the keyboard alone.

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./page.mjs";

const TABS = ["清单", "结构", "数据", "问题"];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const COLOURS = [
  { colorScheme: "dark" },
  { colorScheme: "dark", forcedColors: "active" },
  { colorScheme: "light", forcedColors: "active" },
];

const guide = (page) => page.getByRole("dialog", { name: "规则说明" });
const openGuide = async ({ app, page }) => {
  await app.foot.getByRole("button", { name: "规则说明" }).click();
  await expect(guide(page)).toContainText("查什么：");
};
const open = async ({ app }, tab) => {
  await app.sample();
  await app.tab(tab).click();
  await expect(app.panel(tab)).toBeVisible();
};
/** The tab 问题 with all that folds away in it unfolded: the explanations, and what is ignored. */
const unfolded = async ({ app }) => {
  await open({ app }, "问题");
  const panel = app.panel("问题");
  await panel.getByRole("button", { name: "忽略", exact: true }).last().click();
  await panel.getByRole("button", { name: "已忽略（1）" }).click();
  for (const rule of await panel.getByText(/^规则：/).all()) await rule.click();
  await expect(panel.getByText("为什么：")).toHaveCount(3);
};
const narrow = async ({ app, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await app.button("载入示例").click();
  await expect(app.button("导出")).toBeEnabled();
};

// How the page comes to each of its states.
const STATES = {
  空白: async () => {},
  清单: (all) => open(all, "清单"),
  结构: (all) => open(all, "结构"),
  数据: async ({ app }) => {
    await open({ app }, "数据");
    await app.panel("数据").getByText("篇幅和主题一览").click();
  },
  "数据，排序和筛选": async ({ app, page }) => {
    await open({ app }, "数据");
    await page.getByRole("combobox", { name: "指标" }).selectOption({ index: 1 });
    await page.getByRole("columnheader", { name: "数值" }).getByRole("button").click();
  },
  "数据，没有一项": async ({ app, page }) => {
    await open({ app }, "数据");
    await page.getByRole("searchbox", { name: "搜索数据" }).fill("没有这样的词");
    await expect(page.getByText("没有符合条件的数据")).toBeVisible();
  },
  "问题，全部展开": unfolded,
  "问题，只看一种": async ({ app }) => {
    await open({ app }, "问题");
    await app.panel("问题").getByRole("button", { name: /^提示/ }).click();
  },
  另一种文字: async ({ app }) => {
    await app.text.fill("今天天气很好，适合出门走走。\n".repeat(30));
    await expect(app.results.getByRole("heading", { name: /看起来不是/ })).toBeVisible();
  },
  导出: async ({ app }) => {
    await app.sample();
    await app.button("导出").click();
    await expect(app.button("复制摘要")).toBeVisible();
  },
  读不了的文件: async ({ app, page }) => {
    await app.sample();
    await app.drop({ name: "扫描件.pdf", bytes: Buffer.from("%PDF-1.7\n") });
    await expect(page.getByText("没有打开“扫描件.pdf”")).toBeVisible();
  },
  本机草稿: async ({ app, page }) => {
    await app.sample();
    await page.getByRole("switch", { name: "本机草稿" }).check();
  },
  如何自己验证: async ({ app, page }) => {
    await app.button("如何自己验证").click();
    await expect(page.getByRole("dialog", { name: /如何自己验证/ })).toBeVisible();
  },
  离线版: async ({ app }) => {
    await app.foot.getByText("SHA-256", { exact: true }).click();
    await expect(app.foot.getByText("certutil")).toBeVisible();
  },
  规则说明: openGuide,
  "规则说明，没有一条": async ({ app, page }) => {
    await openGuide({ app, page });
    await guide(page).getByRole("searchbox").fill("天外飞仙");
    await expect(guide(page).getByText("没有符合的规则")).toBeVisible();
  },
  "窄屏，正文": narrow,
  "窄屏，核对结果": async ({ app, page }) => {
    await narrow({ app, page });
    await app.button("核对结果").click();
    await app.tab("问题").click();
  },
  "窄屏，规则说明": async ({ app, page }) => {
    await narrow({ app, page });
    await openGuide({ app, page });
  },
};

for (const [state, reach] of Object.entries(STATES)) {
  test(`no rule of accessibility is broken: ${state}`, async ({ app, page }) => {
    // Colours that are on their way to others are not those that stay.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await reach({ app, page });
    const expectNone = async (axe) => {
      const { violations } = await axe.analyze();
      expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
    };
    await expectNone(new AxeBuilder({ page }).withTags(TAGS));
    // All else is the same in other colours.
    for (const media of COLOURS) {
      await page.emulateMedia(media);
      await expectNone(new AxeBuilder({ page }).withRules(["color-contrast"]));
    }
    // Stricter than the rule, which lets small targets pass where they stand apart.
    const small = await page.evaluate(() => {
      const controls = document.querySelectorAll("button, select, input, textarea, summary, [tabindex='0']");
      // The label of a control is hit as the control itself.
      const targets = [...controls].map((control) => control.closest("label") ?? control);
      const seen = targets.filter((target) => target.checkVisibility({ visibilityProperty: true }));
      const boxes = seen.map((target) => [target, target.getBoundingClientRect()]);
      return boxes.filter(([, { width, height }]) => Math.min(width, height) < 24).map(([target]) => target.outerHTML);
    });
    expect(small).toEqual([]);
  });
}

test("headings follow each other without a gap", async ({ app, page }) => {
  const levels = () =>
    page.evaluate(() => {
      const seen = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((heading) => heading.checkVisibility());
      return seen.map((heading) => Number(heading.localName[1]));
    });
  const expectNoGap = async () => {
    const [first, ...rest] = await levels();
    expect(first).toBe(1);
    rest.reduce((above, level) => {
      expect(level).toBeGreaterThan(1);
      expect(level).toBeLessThanOrEqual(above + 1);
      return level;
    }, first);
  };
  await expectNoGap();
  await app.sample();
  for (const tab of TABS) {
    await app.tab(tab).click();
    await expectNoGap();
  }
});

test("the language is told, and no part is in another one", async ({ app, page }) => {
  await unfolded({ app });
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  // Names of keys and formats are no sentences; beyond them there is nothing foreign to read out.
  const words = await page.locator("body").innerText();
  expect(words.match(/[A-Za-z]+( [A-Za-z]+)+/g)).toEqual(null);
});

test("who wants less motion gets none", async ({ app, page }) => {
  const moving = () =>
    page.evaluate(() => {
      const styles = [...document.querySelectorAll("body *")].map((element) => getComputedStyle(element));
      return styles.filter((style) => /[1-9]/.test(style.transitionDuration) || /[1-9]/.test(style.animationDuration) || style.scrollBehavior === "smooth").length;
    });
  await app.sample();
  expect(await moving()).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const tab of TABS) {
    await app.tab(tab).click();
    expect(await moving()).toBe(0);
  }
});

// 400 % on a window of 1280 by 1024 pixels leaves 320 by 256; a small phone has 320 by 640.
for (const [width, height] of [
  [320, 256],
  [320, 640],
]) {
  test(`${width} by ${height} pixels: nothing scrolls sideways, and nothing is lost`, async ({ app, page }) => {
    /** The names of all that can be done or read as a heading, in what is shown. */
    const names = () =>
      page.evaluate(() => {
        const parts = document.querySelectorAll("h1, h2, h3, h4, button, select, input, textarea, summary, kbd, .status :not(:has(*))");
        const seen = [...parts].filter((part) => part.checkVisibility({ visibilityProperty: true }) && part.getClientRects().length);
        const said = (part) => [...part.childNodes].filter((child) => child.ariaHidden !== "true").map((child) => child.innerText ?? child.data ?? "").join("");
        return seen.map((part) => part.ariaLabel || part.labels?.[0]?.innerText || said(part)).map((name) => name.replace(/\s+/g, " ").trim());
      });
    const expectRoom = async () => {
      const wide = await page.evaluate(() => {
        const scrolled = [document.scrollingElement, ...document.querySelectorAll("dialog[open], .list, .sheet, .told")];
        return scrolled.filter((part) => part.scrollWidth > part.clientWidth).map((part) => part.className);
      });
      expect(wide).toEqual([]);
    };
    const SIZES = { wide: { width: 1280, height: 1024 }, small: { width, height } };
    const half = async (name) => {
      const button = app.button(name);
      if (await button.isVisible()) await button.click();
    };
    const compare = async (reach) => {
      const found = {};
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport);
        await half("核对结果");
        await reach?.();
        await half("正文");
        found[size] = await names();
        if (size === "small") await expectRoom();
        await half("核对结果");
        found[size].push(...(await names()));
        if (size === "small") await expectRoom();
      }
      const kept = new Set(found.small);
      expect([...new Set(found.wide)].filter((name) => !kept.has(name))).toEqual([]);
    };
    await page.setViewportSize(SIZES.wide);
    // Whether it can be used offline is told once the browser has answered, in a place empty till then.
    await expect(page.locator("#offline")).toHaveText(/./);
    await compare();
    await app.button("载入示例").click();
    // What is said while a check is under way is no part of a state.
    await expect(page.locator("#took")).toHaveText(/./);
    await expect(page.locator("#checking")).toBeHidden();
    for (const tab of TABS) await compare(() => app.tab(tab).click());
    const found = {};
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await openGuide({ app, page });
      found[size] = await guide(page).evaluate((dialog) => [...dialog.querySelectorAll("h2, h3, h4, button, input")].filter((part) => part.checkVisibility()).length);
      await expectRoom();
      await page.keyboard.press("Escape");
    }
    expect(found.small).toBe(found.wide);
  });
}

/** Where the focus is, and what is wrong with how it is shown there; null at the end of the page. */
const focus = (page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (at === document.body) return null;
    const ring = (style) => style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1;
    const shown = [at, at.nextElementSibling, at.closest(".paper")].filter(Boolean).map((part) => getComputedStyle(part));
    // What of it is left in sight by the window, and by all that scrolls around it.
    let { left, right, top, bottom } = (at.closest("label") ?? at).getBoundingClientRect();
    const frames = [new DOMRect(0, 0, innerWidth, innerHeight)];
    for (let around = at.parentElement; around; around = around.parentElement) {
      if (getComputedStyle(around).overflowY !== "visible") frames.push(around.getBoundingClientRect());
    }
    for (const frame of frames) {
      [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
      [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
    }
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const own = [at, at.closest("label"), at.closest("li"), at.closest("tr")].filter(Boolean);
    const faults = [];
    if (![...shown, getComputedStyle(at, "::after")].some(ring)) faults.push("no ring");
    if (left >= right || top >= bottom || !own.some((part) => part.contains(hit))) faults.push("hidden");
    return { name: at.ariaLabel || at.labels?.[0]?.innerText || at.innerText || at.id, faults: faults.join() };
  });

for (const [width, height] of [
  [1440, 900],
  [320, 640],
  [320, 256],
]) {
  test(`${width} by ${height} pixels: wherever the focus goes it is seen`, async ({ app, page }) => {
    await page.setViewportSize({ width, height });
    const walk = async () => {
      const stops = [];
      for (const key of ["Tab", "Shift+Tab"]) {
        await page.evaluate(() => document.activeElement.blur());
        for (let step = 0; step < 200; step += 1) {
          await page.keyboard.press(key);
          const stop = await focus(page);
          if (!stop) break;
          stops.push(stop);
        }
      }
      expect(stops.filter((stop) => stop.faults)).toEqual([]);
      expect(stops.length).toBeGreaterThan(10);
    };
    await walk();
    await app.button("载入示例").click();
    await expect(app.button("导出")).toBeEnabled();
    for (const tab of TABS) {
      if (width < 900) await app.button("核对结果").click();
      await app.tab(tab).click();
      await walk();
    }
  });
}

test("the keyboard alone is enough for a whole run", async ({ app, page }) => {
  const { keyboard } = page;
  const to = async (target, key = "Tab") => {
    for (let step = 0; step < 60 && !(await target.evaluate((it) => it === document.activeElement)); step += 1) await keyboard.press(key);
    await expect(target).toBeFocused();
  };
  await to(app.button("载入示例"));
  await keyboard.press("Enter");
  await expect(app.button("导出")).toBeEnabled();
  // The tabs.
  await to(app.tab("清单"));
  for (const tab of ["结构", "数据", "问题"]) {
    await keyboard.press("ArrowRight");
    await expect(app.panel(tab)).toBeVisible();
  }
  // A finding: its words, and back to it.
  const panel = app.panel("问题");
  const card = (words) => panel.getByRole("listitem").filter({ hasText: words }).getByRole("button").first();
  await to(card("第一责任人"));
  await keyboard.press("ArrowDown");
  await expect(card("应为2026年")).toBeFocused();
  await keyboard.press("Enter");
  await app.expectSelected("2025");
  await to(card("应为2026年"));
  // Applied, taken back, ignored, taken back.
  const before = await app.text.inputValue();
  await keyboard.press("a");
  await expect(app.text).toHaveValue(/三、2026年推进/);
  await expect(app.tab("问题")).toHaveText("问题 3");
  await keyboard.press("Control+z");
  await expect(app.text).toHaveValue(before);
  await expect(app.tab("问题")).toHaveText("问题 4");
  await keyboard.press("Home");
  await to(card("应为2026年"), "ArrowDown");
  await keyboard.press("i");
  await expect(app.tab("问题")).toHaveText("问题 3");
  await to(app.foot.getByRole("button", { name: "撤销" }));
  await keyboard.press("Enter");
  await expect(app.tab("问题")).toHaveText("问题 4");
  // The menu.
  await to(app.button("导出"), "Shift+Tab");
  await keyboard.press("Enter");
  await to(app.button("数据（CSV）"));
  const download = page.waitForEvent("download");
  await keyboard.press("Enter");
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  await expect(app.button("导出")).toBeFocused();
  // The window 规则说明, and back to the text.
  const opener = app.foot.getByRole("button", { name: "规则说明" });
  await to(opener);
  await keyboard.press("Enter");
  await expect(guide(page).getByRole("searchbox")).toBeFocused();
  await keyboard.type("h04");
  await expect(guide(page)).toContainText("找到 1 /");
  // The first Esc empties the search.
  await keyboard.press("Escape");
  await expect(guide(page).getByRole("searchbox")).toHaveValue("");
  await keyboard.press("Escape");
  await expect(opener).toBeFocused();
  await to(app.text, "Shift+Tab");
  await keyboard.press("F8");
  await expect.poll(() => app.selected()).not.toBe("");
});

test.describe("with fingers", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

  test("everything is reached by a tap", async ({ app, page }) => {
    await app.button("载入示例").tap();
    await expect(app.button("导出")).toBeEnabled();
    await app.button("核对结果").tap();
    await app.part("存在的不足和原因").getByRole("button", { name: "存在的不足和原因", exact: true }).tap();
    await expect(app.text).toBeVisible();
    await expect.poll(() => app.selected()).toBe("二、存在的不足和原因");
    await app.button("核对结果").tap();
    await app.tab("结构").tap();
    await app.panel("结构").getByRole("button", { name: /规范公正文明执法/ }).tap();
    await expect.poll(() => app.selected()).toBe("（四）规范公正文明执法");
    await app.button("核对结果").tap();
    await app.tab("数据").tap();
    await page.getByRole("columnheader", { name: "数值" }).getByRole("button").tap();
    await page.getByRole("row").filter({ has: page.getByRole("cell", { name: "186", exact: true }) }).tap();
    await expect.poll(() => app.selected()).toBe("186件");
    await app.button("核对结果").tap();
    await app.tab("问题").tap();
    const panel = app.panel("问题");
    await panel.getByRole("button", { name: "忽略", exact: true }).first().tap();
    await app.foot.getByRole("button", { name: "撤销" }).tap();
    await expect(app.tab("问题")).toHaveText("问题 4");
    await panel.getByText(/^规则：/).first().tap();
    await expect(panel.getByText("为什么：").first()).toBeVisible();
    await app.button("改为2026").tap();
    await expect(app.text).toHaveValue(/三、2026年推进/);
    await app.foot.getByRole("button", { name: "下一处" }).tap();
    await expect.poll(() => app.selected()).not.toBe("");
    await app.button("导出").tap();
    const download = page.waitForEvent("download");
    await app.button("数据（CSV）").tap();
    await download;
    await page.getByRole("switch", { name: "本机草稿" }).tap();
    await expect(page.getByRole("switch", { name: "本机草稿" })).toBeChecked();
    await page.getByRole("radio", { name: "报送稿" }).tap();
    await expect(page.getByRole("radio", { name: "报送稿" })).toBeChecked();
    await app.foot.getByRole("button", { name: "规则说明" }).tap();
    await guide(page).getByRole("button", { name: "数字数据" }).tap();
    await expect(guide(page).getByRole("heading", { name: "数字数据" })).toBeInViewport();
    await guide(page).getByRole("button", { name: "关闭" }).tap();
    await expect(guide(page)).toBeHidden();
  });
});

// Where the user's own few colours are forced on the page, shapes must tell apart what colours told.
for (const colorScheme of ["light", "dark"]) {
  test(`in forced colours marks, what is chosen and what is lit can be told apart (${colorScheme})`, async ({ app, page }) => {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    await open({ app }, "问题");
    const lines = await page.evaluate(() =>
      ["notice", "warning", "error", "here"].map((kind) => getComputedStyle(document.querySelector(".mirror"), `::highlight(fz-${kind})`).textDecoration),
    );
    expect(new Set(lines).size).toBe(4);
    for (const line of lines) expect(line).toContain("underline");
    const look = (part) => part.evaluate((it) => {
      const { borderBottomStyle, borderBottomWidth, borderBottomColor, outlineStyle, outlineWidth } = getComputedStyle(it);
      return [borderBottomStyle, borderBottomWidth, borderBottomColor, outlineStyle, outlineWidth].join();
    });
    const panel = app.panel("问题");
    const filter = (name) => panel.getByRole("group", { name: "按程度筛选" }).getByRole("button", { name });
    expect(await look(app.tab("问题"))).not.toBe(await look(app.tab("数据")));
    expect(await look(filter("全部"))).not.toBe(await look(filter("错误")));
    const kinds = page.locator("fieldset span");
    expect(await look(kinds.first())).not.toBe(await look(kinds.last()));
    await panel.getByRole("button", { name: /应为2026年/ }).click();
    const rows = panel.getByRole("listitem");
    expect(await look(rows.filter({ hasText: "应为2026年" }))).not.toBe(await look(rows.filter({ hasText: "序号不连续" })));
    // Severities have a word and a shape each.
    const shapes = await rows.locator("svg path").evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));
    expect(new Set(shapes).size).toBe(2);
  });
}
