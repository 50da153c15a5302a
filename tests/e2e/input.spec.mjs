// The ways a text comes in: paste, drop, open, sample; and what happens to files that hold no text.

import { expect, gb18030, REPORT, test } from "./page.mjs";

test("a pasted report is checked", async ({ app }) => {
  await app.paste(REPORT);
  await expect(app.results.getByRole("heading", { name: "四部分齐全" })).toBeVisible();
  await expect(app.part("存在的不足和原因")).toContainText("独立成章");
  await expect(app.foot).toContainText("字");
});

test("a dropped GB18030 file is read and named", async ({ app }) => {
  await app.drop({ name: "青禾镇年报.txt", bytes: gb18030(REPORT) });
  await expect(app.text).toHaveValue(REPORT);
  await expect(app.foot).toContainText("青禾镇年报.txt");
  await expect(app.results.getByRole("heading", { name: "四部分齐全" })).toBeVisible();
});

test("the open button takes a file, the same one twice", async ({ app, page }) => {
  for (const text of [REPORT, `${REPORT}\n补充`]) {
    const chooser = page.waitForEvent("filechooser");
    await app.button("打开文件").click();
    await (await chooser).setFiles({ name: "年报.txt", mimeType: "text/plain", buffer: Buffer.from(`\ufeff${text}`) });
    await expect(app.text).toHaveValue(text);
  }
});

test("the sample shows its planted faults", async ({ app }) => {
  await app.sample();
  await expect(app.results.getByRole("heading", { name: "四部分中缺一" })).toBeVisible();
  await expect(app.part("党政主要负责人履行推进法治建设第一责任人职责情况")).toContainText("仅有提及");
  await app.tab("问题").click();
  await expect(app.panel("问题")).toContainText("序号不连续");
  await expect(app.panel("问题")).toContainText("2026");
});

for (const [name, bytes, words] of [
  ["报告.docx", "PK\x03\x04\x14\0\0\0word/document.xml", "文件已损坏或者不完整"],
  ["报告.pdf", "%PDF-1.7", "文件已损坏或者不完整"],
  ["报告.wps", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "文件已损坏或者不完整"],
  ["扫描.docx", "\xff\xd8\xff\xe0", "这是图片"],
  ["报告.rar", "Rar!\x1a\x07", "这种压缩包读不了"],
  ["空.txt", "", "文件里没有文字"],
  ["程序.txt", "\x01\x02\x03\0\0\0", "这不是文本文件"],
]) {
  test(`${name} is not opened, says why, and leaves the text`, async ({ app, page }) => {
    await app.paste(REPORT);
    await app.drop({ name, bytes: Buffer.from(bytes, "latin1") });
    await expect(page.getByText(`没有打开“${name}”`, { exact: true })).toBeVisible();
    await expect(page.getByText(words).first()).toBeVisible();
    await expect(app.text).toHaveValue(REPORT);
    await app.button("关闭").click();
    await expect(page.getByText(`没有打开“${name}”`, { exact: true })).toBeHidden();
  });
}

test("loading over a draft can be undone", async ({ app, page }) => {
  await app.paste(REPORT);
  await app.sample();
  await expect(app.text).not.toHaveValue(REPORT);
  await app.text.focus();
  await page.keyboard.press("Control+Z");
  await expect(app.text).toHaveValue(REPORT);
});

test("an empty page says what it is for", async ({ app, page }) => {
  await expect(page.getByText("文字不会上传")).toBeVisible();
  await expect(app.button("导出")).toBeDisabled();
  await app.button("看一份示例").click();
  await expect(app.button("看一份示例")).toBeHidden();
  await app.text.fill("");
  await expect(app.button("看一份示例")).toBeVisible();
  await expect(app.tab("清单")).toBeHidden();
});

test("a text of another kind gets a calm answer", async ({ app }) => {
  await app.paste("The quick brown fox jumps over the lazy dog.\n".repeat(30));
  await expect(app.results.getByRole("heading", { name: "看起来不是法治政府建设年度报告" })).toBeVisible();
  await expect(app.panel("清单").getByText("缺少")).toHaveCount(0);
});
