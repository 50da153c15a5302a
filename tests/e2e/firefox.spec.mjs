// The page in Firefox, so far that nothing of it hangs on Chromium: it opens, checks, shows its tabs, a click selects words, it prints the
// sheet, and the browser's console has no complaint. Driven by geckodriver over the WebDriver protocol.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { test as base, expect } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";

const binary = process.env.FIREFOX ?? ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find((path) => existsSync(path));

/** A Firefox and what it is told to do. */
class Firefox {
  static async start() {
    // What the browser's console says can only be read in the context of the browser itself.
    const driver = spawn("geckodriver", ["--port", "0", "--allow-system-access"], { stdio: ["ignore", "pipe", "ignore"] });
    const address = await new Promise((done, failed) => {
      driver.on("error", failed);
      createInterface(driver.stdout).on("line", (line) => {
        const [, address] = /Listening on (\S+)/.exec(line) ?? [];
        if (address) done(address);
      });
    });
    const firefox = new Firefox(driver, `http://${address}/session`);
    const options = { args: ["-headless"], binary, prefs: { "intl.accept_languages": "zh-CN" } };
    const { sessionId } = await firefox.ask("POST", "", { capabilities: { alwaysMatch: { "moz:firefoxOptions": options } } });
    firefox.url += `/${sessionId}`;
    return firefox;
  }

  constructor(driver, url) {
    Object.assign(this, { driver, url });
  }

  async ask(method, path, body) {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(this.url + path, { method, headers, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(value.message);
    return value;
  }

  open(url) {
    return this.ask("POST", "/url", { url });
  }

  run(script, ...args) {
    return this.ask("POST", "/execute/sync", { script, args });
  }

  /** Clicks what has a role and a name that begins so. Where it is not there yet, this fails. */
  async click(role, name) {
    const path = `//*[(self::${role} or @role='${role}') and starts-with(normalize-space(), '${name}')]`;
    const [id] = Object.values(await this.ask("POST", "/element", { using: "xpath", value: path }));
    await this.ask("POST", `/element/${id}/click`, {});
  }

  /** What the browser's own console complains of on pages at an address. */
  async complaints(address) {
    await this.ask("POST", "/moz/context", { context: "chrome" });
    const said = await this.run("return Services.console.getMessageArray().map(String)");
    await this.ask("POST", "/moz/context", { context: "content" });
    return said.filter((line) => line.includes(address));
  }

  async end() {
    await this.ask("DELETE", "");
    this.driver.kill();
  }
}

const test = base.extend({
  firefox: [
    async ({}, use) => {
      const firefox = await Firefox.start();
      await use(firefox);
      await firefox.end();
    },
    { timeout: 60_000 },
  ],
});

test("it opens, checks, selects and prints in Firefox too, without a complaint", async ({ baseURL, firefox }) => {
  await firefox.open(baseURL);
  await expect(() => firefox.click("button", "载入示例")).toPass();
  await expect(() => firefox.click("tab", "问题")).toPass();
  for (const tab of ["清单", "结构", "数据", "问题"]) {
    await firefox.click("tab", tab);
    const shown = await firefox.run("return [...document.querySelectorAll('[role=tabpanel]')].filter((it) => it.checkVisibility()).map((it) => it.innerText)");
    expect(shown).toHaveLength(1);
    expect(shown[0].length).toBeGreaterThan(100);
  }
  await firefox.click("button", "提醒：下一年安排的标题写的是2025年");
  const selected = () => firefox.run("const area = document.querySelector('textarea'); return area.value.slice(area.selectionStart, area.selectionEnd)");
  await expect.poll(selected).toBe("2025");
  const pdf = Buffer.from(await firefox.ask("POST", "/print", {}), "base64");
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  // Of the words in its PDF only those in Latin letters can be read back: the code of a rule, and the keys beside the list.
  expect(text).toContain("B01");
  expect(text).not.toContain("Shift+F8");
  expect(await firefox.complaints(baseURL)).toEqual([]);
});
