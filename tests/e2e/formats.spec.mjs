// The files that offices have, one at a time: read by their own wasms, in workers; what goes wrong with one leaves the page and its text as they are.
// That each format gives the right report is held natively (tests/formats.rs), and that the page gives the same (same.spec.mjs).

import { readFile, readdir } from "node:fs/promises";
import { expect, REPORT, test } from "./page.mjs";

const fixtures = new URL("../fixtures/", import.meta.url);
const fixture = async (name, as = name) => ({ name: as, bytes: await readFile(new URL(name, fixtures)) });

test("documents go to their readers, and nothing of a reader is loaded before", async ({ app, page }) => {
  const loaded = [];
  page.on("request", (request) => loaded.push(request.url()));
  await app.drop(await fixture("20.pdf"));
  await expect(app.foot).toContainText("20.pdf");
  expect(loaded.some((url) => url.includes("/pdf_bg.wasm"))).toBe(true);
  expect(loaded.some((url) => url.includes("/documents"))).toBe(false);
  for (const name of ["20.docx", "20.doc", "13.wps", "20.odt", "20.rtf", "20.html", "18.mht"]) {
    await app.drop(await fixture(name));
    await expect(app.foot).toContainText(name);
    await expect(app.button("取消")).toBeHidden();
    await expect(app.text).toHaveValue(/法治/);
  }
  expect(loaded.some((url) => url.includes("/documents_bg.wasm"))).toBe(true);
});

test("what a file is its content says, not its name", async ({ app }) => {
  for (const [name, as] of [["20.rtf", "报告.doc"], ["20.docx", "报告.doc"], ["20.doc", "报告.docx"], ["20.html", "报告.doc"], ["20.pdf", "报告.txt"]]) {
    await app.drop(await fixture(name, as));
    await expect(app.foot).toContainText(as);
    await expect(app.button("取消")).toBeHidden();
    await expect(app.text).toHaveValue(/法治/);
    await app.text.fill("");
  }
});

test("a locked file is told of, and leaves the text", async ({ app, page }) => {
  await app.paste(REPORT);
  for (const name of (await readdir(fixtures)).filter((name) => name.startsWith("locked."))) {
    await app.drop(await fixture(name));
    await expect(page.getByText(`没有打开“${name}”`, { exact: true })).toBeVisible();
    await expect(page.getByText("文件设有密码").first()).toBeVisible();
    await expect(app.text).toHaveValue(REPORT);
    await app.button("关闭").click();
  }
});

test("a reader that cannot be loaded is told of, and the next file is read", async ({ app, page }) => {
  const body = "throw new Error('planted');";
  await page.route("**/documents.js", (route) => route.fulfill({ contentType: "text/javascript", body }), { times: 1 });
  await app.paste(REPORT);
  await app.drop(await fixture("20.docx"));
  await expect(page.getByText("没有打开“20.docx”", { exact: true })).toBeVisible();
  await expect(page.getByText("没有下载下来").first()).toBeVisible();
  await expect(app.text).toHaveValue(REPORT);
  await app.drop(await fixture("20.docx"));
  await expect(app.foot).toContainText("20.docx");
});

test("a document's check is saved as Word, and as comments in the document itself", async ({ app }) => {
  await app.drop(await fixture("numbered.docx"));
  await expect(app.foot).toContainText("numbered.docx");
  await expect(app.button("导出")).toBeEnabled();
  const sheet = await app.save("核对单（Word，DOCX）");
  expect(sheet.name).toMatch(/核对_.*\.docx$/);
  expect(sheet.bytes.toString("latin1", 0, 2)).toBe("PK");
  const copy = await app.save("原文件加批注（Word，DOCX）");
  expect(copy.name).toBe("numbered_批注.docx");
  await app.drop({ name: copy.name, bytes: copy.bytes });
  await expect(app.foot).toContainText(copy.name);
  // Comments are no text: the copy reads as the document did.
  const before = await readFile(new URL("numbered.docx", fixtures));
  await app.drop({ name: "再来.docx", bytes: before });
  await expect(app.foot).toContainText("再来.docx");
  expect(copy.bytes.includes("comments.xml")).toBe(true);
});

test("only what was read from a .docx can be given back with comments", async ({ app }) => {
  await app.paste(REPORT);
  await expect(app.button("导出")).toBeEnabled();
  await app.button("导出").click();
  await expect(app.button("核对单（Word，DOCX）")).toBeVisible();
  await expect(app.button("原文件加批注（Word，DOCX）")).toBeHidden();
});
