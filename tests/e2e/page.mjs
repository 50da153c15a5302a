// What the browser tests share: the page as a user finds it, by role and name, and texts made for them.
//
// Every test also fails where the page asks another origin for something, breaks its own policy, or logs an error.

import { readFile } from "node:fs/promises";
import { test as base, expect } from "@playwright/test";

export { expect };

export const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    const faults = [];
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(baseURL) && !url.startsWith("blob:")) faults.push(`request to ${url}`);
    });
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
    });
    await use(page);
    // What is asked for as a test ends goes into the void with its page, and is no fault of the next one.
    await page.unrouteAll({ behavior: "ignoreErrors" });
    expect(faults).toEqual([]);
  },
  app: async ({ page }, use) => {
    const app = new App(page);
    await app.open();
    await use(app);
  },
});

export class App {
  constructor(page) {
    this.page = page;
    this.text = page.getByRole("textbox", { name: "报告正文" });
    this.results = page.getByRole("region", { name: "核对结果" });
    this.foot = page.getByRole("contentinfo");
  }

  async open() {
    await this.page.goto("./");
    await this.ready();
  }

  /** The frame is there at once; what stands in it works when the wasm has taken it over. */
  async ready() {
    await expect(this.page.locator("[inert]")).toHaveCount(0);
    await expect(this.text).toBeVisible();
  }

  /** Opens the page anew under a clock that the test moves. Timers of a page opened before could not be cleared through it. */
  async openWithClock() {
    await this.page.clock.install();
    await this.open();
  }

  /** Counts the checks that are handed to a worker from now on. */
  async countChecks() {
    const handed = await this.page.evaluateHandle(() => {
      const handed = [];
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (message, ...rest) {
        if (message?.call === "check") handed.push(message);
        return post.call(this, message, ...rest);
      };
      return handed;
    });
    return () => handed.evaluate((handed) => handed.length);
  }

  tab(name) {
    return this.page.getByRole("tab", { name });
  }

  panel(name) {
    return this.page.getByRole("tabpanel", { name });
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** A row of the checklist, by the name of its part. */
  part(name) {
    return this.panel("清单").getByRole("listitem").filter({ has: this.page.getByRole("heading", { name, exact: true }) });
  }

  async sample() {
    await this.button("载入示例").click();
    await expect(this.tab("结构")).toBeVisible();
  }

  async choose(form) {
    await this.button("导出").click();
    await this.button(form).click();
  }

  /** Chooses a form in the menu and gives the file that comes of it: { name, bytes, text }. */
  async save(form) {
    const download = this.page.waitForEvent("download");
    await this.choose(form);
    const file = await download;
    const bytes = await readFile(await file.path());
    return { name: file.suggestedFilename(), bytes, text: bytes.toString("utf8") };
  }

  async paste(text) {
    await this.page.context().grantPermissions(["clipboard-write"]);
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await this.text.focus();
    await this.page.keyboard.press("Control+V");
  }

  /** What is on the clipboard. The page itself may not read it: another one does. */
  async clipboard() {
    const context = this.page.context();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const reader = await context.newPage();
    await reader.route("**/reader", (route) => route.fulfill({ contentType: "text/html", body: "" }));
    await reader.goto("./reader");
    const words = await reader.evaluate(() => navigator.clipboard.readText());
    await reader.close();
    return words;
  }

  /** Drops files on the window: [{ name, bytes }]. */
  async drop(...files) {
    const data = await this.page.evaluateHandle((files) => {
      const data = new DataTransfer();
      for (const { name, bytes } of files) data.items.add(new File([Uint8Array.from(bytes)], name));
      return data;
    }, files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })));
    await this.text.dispatchEvent("dragenter", { dataTransfer: data });
    await expect(this.page.getByText("松开即可核对，文件不会离开本机")).toBeVisible();
    await this.text.dispatchEvent("drop", { dataTransfer: data });
  }

  /** The words selected in the text. */
  selected() {
    return this.text.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
  }

  /** Expects words to be selected, and the text to be at hand. */
  async expectSelected(words) {
    await expect.poll(() => this.selected()).toBe(words);
    await expect(this.text).toBeFocused();
  }

  /** The words under the marks of a kind. */
  marks(kind) {
    return this.page.evaluate((kind) => {
      const words = (range) => range.startContainer.data.slice(range.startOffset, range.endOffset);
      return [...(CSS.highlights.get(`fz-${kind}`) ?? [])].map(words);
    }, kind);
  }
}

/** The glue of a wasm that starts and has nothing in it. */
export const EMPTY = "export default async () => {};";

/** Puts a function that never ends into the place of one of a wasm's; what it gives is there once that has been called. */
export async function hang(page, wasm, call) {
  const body = `${EMPTY} export const ${call} = () => { const told = new XMLHttpRequest(); told.open("GET", "hangs", false); told.send(); for (;;); };`;
  await page.route(`**/${wasm}.js`, (route) => route.fulfill({ contentType: "text/javascript", body }));
  await page.route("**/hangs", (route) => route.fulfill({ body: "" }));
  const begun = page.waitForRequest("**/hangs");
  return () => begun;
}

/** All that the page keeps of its own in this browser, but for the copies of its files. */
export const stored = (page) =>
  page.evaluate(async () => {
    const databases = {};
    for (const { name } of await indexedDB.databases()) {
      const request = indexedDB.open(name);
      request.onupgradeneeded = () => request.transaction.abort();
      const database = await new Promise((done) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => done(undefined);
      });
      if (!database) continue;
      databases[name] = [];
      for (const store of database.objectStoreNames) {
        const asked = database.transaction(store).objectStore(store).getAll();
        await new Promise((done) => (asked.onsuccess = done));
        for (const record of asked.result) {
          const words = (value) => {
            if (value instanceof CryptoKey) return { extractable: value.extractable };
            if (value instanceof ArrayBuffer) return ["utf-8", "utf-16le"].map((name) => new TextDecoder(name).decode(value));
            return value;
          };
          databases[name].push(Object.fromEntries(Object.entries(record).map(([key, value]) => [key, words(value)])));
        }
      }
      database.close();
    }
    return { local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie, databases };
  });
export const NOTHING = { local: {}, session: {}, cookies: "", databases: {} };

/** A short report with all its parts. */
export const REPORT = [
  "青禾镇人民政府2024年度法治政府建设情况报告",
  "一、2024年推进法治政府建设的主要举措和成效",
  "（一）规范行政执法。全年办理行政处罚案件186件，组织执法人员培训5次。",
  "（二）化解矛盾纠纷。人民调解委员会受理纠纷230余件，调解成功率98.2%。",
  "二、存在的不足和原因",
  "一是执法力量不足，主要原因是持证人员流动较快。二是普法形式单一，原因是线上办法不多。",
  "三、党政主要负责人履行推进法治建设第一责任人职责情况",
  "镇长主持召开专题会议4次，听取法治工作汇报2次，年终进行述法。",
  "四、2025年推进法治政府建设的主要安排",
  "充实执法力量，组织业务培训6次；拓展线上普法，拍摄短视频12部。",
  "",
].join("\n");

/** Bytes of a text in GB18030, by turning the browser's own decoder round. */
export function gb18030(text) {
  const decoder = new TextDecoder("gb18030");
  const bytes = new Map();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const char = decoder.decode(Uint8Array.of(high, low));
      if ([...char].length === 1 && !bytes.has(char)) bytes.set(char, [high, low]);
    }
  }
  return Uint8Array.from([...text].flatMap((char) => (char.codePointAt(0) < 0x80 ? [char.codePointAt(0)] : bytes.get(char))));
}
