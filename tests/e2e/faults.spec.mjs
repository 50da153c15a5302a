// What goes wrong in a worker, planted in each of the page's: the text stays, words say what happened and what to do, and the next one works.
// What is planted in single wasms (a reader that cannot be loaded, a workbook that never comes) stands with what those are for.

import { expect, REPORT, test } from "./page.mjs";

/** What is planted goes off where a worker is given a text, or a file, with this in it. */
const BAD = "埋雷";
const GIVEN = `args.some((arg) => (arg instanceof Uint8Array ? new TextDecoder().decode(arg) : String(arg)).includes("${BAD}"))`;

/** What happens to a worker, in its own words, and whether it then answers no more at all. */
const FAULTS = {
  "is killed": { plant: "event.stopImmediatePropagation(); self.close();", silent: true },
  "never comes to an end": { plant: "for (;;);", silent: true },
  "traps": { plant: "event.stopImmediatePropagation(); trap();" },
  "has no memory left": { plant: "for (const pages of [1024, 1]) try { for (;;) memory.grow(pages); } catch {}", long: true },
};

/** More than finds room in the memory that a worker has. */
const LONG = "（三）走访。全年走访企业77家次，解决困难12个。\n".repeat(5_000);

const file = (name, text) => ({ name, bytes: Buffer.from(text) });

/** Plants a fault in the page's workers, which goes off when a call is such a one. What it gives comes when it has. */
async function plant(page, { plant }, when = GIVEN) {
  const mine = `
    let memory;
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate(...given);
      memory = Object.values((made.instance ?? made).exports).find((given) => given instanceof WebAssembly.Memory);
      return made;
    };
    const trap = () => {
      // (module (func (export "f") unreachable))
      const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
      new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes))).exports.f();
    };
    self.addEventListener("message", (event) => {
      const { call, args } = event.data;
      if (!call || !(${when})) return;
      const told = new XMLHttpRequest();
      told.open("GET", "planted", false);
      told.send();
      ${plant}
    });
  `;
  await page.route("**/worker.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${mine}\n${await response.text()}` });
  });
  await page.route("**/planted", (route) => route.fulfill({ body: "" }));
  const off = page.waitForRequest("**/planted");
  return () => off;
}

for (const [what, fault] of Object.entries(FAULTS)) {
  test(`a worker that ${what} in a check is told of, and the next change is checked`, async ({ app, page }) => {
    const off = await plant(page, fault);
    await app.openWithClock();
    const text = `${REPORT}${fault.long ? LONG : ""}${BAD}`;
    await app.drop(file("报告.txt", text));
    await off();
    if (fault.silent) await page.clock.runFor(40_000);
    const title = page.getByText(fault.silent ? "核对太久，已经停止" : "核对时程序出错", { exact: true });
    await expect(title).toBeVisible();
    await expect(page.getByText(/文字没有动.*改动任意一处会重新核对/).first()).toBeVisible();
    await expect(app.button("取消")).toBeHidden();
    expect(await app.text.inputValue() === text).toBe(true);
    await app.text.press("Control+End");
    await app.text.press("Backspace");
    await expect(app.results.getByRole("heading", { name: "四部分齐全" })).toBeVisible();
    await expect(title).toBeHidden();
  });

  test(`a reader that ${what} is told of, and the next file is read`, async ({ app, page }) => {
    const off = await plant(page, fault);
    await app.openWithClock();
    await app.text.fill(REPORT);
    const html = `<!doctype html><meta charset="utf-8"><h1>报告</h1><p>${fault.long ? LONG : "全年走访企业77家次。"}</p>`;
    await app.drop(file("报告.html", `${html}<p>${BAD}</p>`));
    await off();
    if (fault.silent) await page.clock.runFor(10_000);
    await expect(page.getByText(`没有打开“报告.html”`, { exact: true })).toBeVisible();
    await expect(page.getByText(fault.silent ? "读取超过 10 秒" : "读取时程序出错").first()).toBeVisible();
    await expect(app.text).toHaveValue(REPORT);
    await app.drop(file("再来.html", html));
    await expect(app.foot).toContainText("再来.html");
    await expect(app.text).toHaveValue(/走访企业/);
  });

  test(`a worker of the list that ${what} costs one row, and the list goes on`, async ({ app, page }) => {
    const off = await plant(page, fault);
    await app.openWithClock();
    await app.text.fill(REPORT);
    const bad = `${REPORT}${fault.long ? LONG : ""}${BAD}`;
    await app.drop(file("甲.txt", REPORT), file("乙.txt", REPORT), file("丙.txt", REPORT), file("丁.txt", bad));
    await off();
    await expect(page.getByRole("row").filter({ hasText: "186" })).toHaveCount(3);
    if (fault.silent) await page.clock.runFor(40_000);
    await expect(page.getByText("共 4 份，1 份没有读出")).toBeVisible();
    const row = page.getByRole("row").filter({ hasText: "丁.txt" });
    await expect(row).toContainText(fault.silent ? "核对时间太长，已经停止" : "核对时程序出错");
    await page.locator("#file").setInputFiles({ name: "丁改.txt", mimeType: "text/plain", buffer: Buffer.from(REPORT) });
    await expect(page.getByText("共 5 份，1 份没有读出")).toBeVisible();
    await app.button("回到正文").click();
    await expect(app.text).toHaveValue(REPORT);
  });

  test(`a worker that ${what} while it looks for what is alike leaves the list as it is`, async ({ app, page }) => {
    const off = await plant(page, fault, `call === "alike"`);
    await app.openWithClock();
    const text = `${REPORT}${fault.long ? LONG : ""}`;
    await app.drop(file("甲.txt", text), file("乙.txt", text));
    await off();
    if (fault.silent) await page.clock.runFor(120_000);
    await page.getByRole("tab", { name: /^雷同/ }).click();
    await expect(page.getByRole("tabpanel", { name: /雷同/ })).toContainText(fault.silent ? "比较太久，已经停止" : "比较时程序出错");
    await page.getByRole("tab", { name: /^报告/ }).click();
    await expect(page.getByRole("row").filter({ hasText: "乙.txt" })).toContainText("186");
  });
}

test("where checks run in the page's own thread, one that breaks off is told of too", async ({ app, page }) => {
  await page.route("**/worker.js", (route) => route.fulfill({ contentType: "text/javascript", body: "throw new Error('no');" }));
  await page.route("**/here.js", async (route) => {
    const response = await route.fetch();
    const mine = `const broken = (glue) => ({ ...glue, check: (text, ...more) => { if (text.includes("${BAD}")) throw new Error("planted"); return glue.check(text, ...more); } });`;
    const body = (await response.text()).replace("await this.#glue", "broken(await this.#glue)");
    await route.fulfill({ response, body: `${mine}\n${body}` });
  });
  await app.open();
  await app.text.fill(`${REPORT}${BAD}`);
  await expect(page.getByText("核对时程序出错", { exact: true })).toBeVisible();
  await expect(app.text).toHaveValue(`${REPORT}${BAD}`);
  await app.text.press("Backspace");
  await expect(app.results.getByRole("heading", { name: "四部分齐全" })).toBeVisible();
});
