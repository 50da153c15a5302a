// What a check can be saved as: the files, the summary, and how the page behaves while the file for Excel is written.

import { readdir, readFile } from "node:fs/promises";
import { inflateRawSync } from "node:zlib";
import { EMPTY, expect, hang, REPORT, test } from "./page.mjs";

/** The parts of a zip archive by their names. */
function unzip(bytes) {
  const parts = new Map();
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [size, name, extra, comment] = [bytes.readUInt32LE(at + 20), ...[28, 30, 32].map((from) => bytes.readUInt16LE(at + from))];
    const head = bytes.readUInt32LE(at + 42);
    const from = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    const packed = bytes.subarray(from, from + size);
    const content = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    parts.set(bytes.toString("utf8", at + 46, at + 46 + name), content.toString("utf8"));
    at += 46 + name + extra + comment;
  }
  return parts;
}

const PAGE = "核对单（网页，可打印）";
const EXCEL = "数据表（Excel，XLSX）";
const NAME = (what, ending) => new RegExp(`^青禾镇人民政府_2024年度_${what}_\\d{4}-\\d\\d-\\d\\d\\.${ending}$`);

test("the check sheet, the report and the figures are saved", async ({ app }) => {
  await app.drop({ name: "年报.txt", bytes: Buffer.from(REPORT) });
  const sheet = await app.save("核对单（Markdown）");
  expect(sheet.name).toMatch(NAME("核对", "md"));
  expect(sheet.text).toMatch(/^# 法治政府建设年度报告核对单\n\n- 文件：年报.txt\n- 核对日期：\d{4}-/);
  expect(sheet.text).toContain("## 清单：四部分齐全");

  const report = await app.save("全部结果（JSON）");
  expect(report.name).toMatch(NAME("核对", "json"));
  const { file, ...saved } = JSON.parse(report.text);
  expect(file).toBe("年报.txt");

  const figures = await app.save("数据（CSV）");
  expect(figures.name).toMatch(NAME("数据", "csv"));
  expect([...figures.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = figures.text.slice(1).split("\r\n");
  expect(lines[0]).toBe("序号,指标,对象,动作,数值,单位,限定词,类别,期间,所属总数,章节,原文,原句");
  expect(lines.length).toBe(saved.figures.length + 2);
  expect(lines[1]).toMatch(/^1,.*,186,件,.*,186件,全年办理行政处罚案件186件，组织执法人员培训5次。$/);
});

test("the check sheet as a page says the same, and runs and loads nothing", async ({ app, page, context }) => {
  const hostile = "<script>alert(1)</script><b>&amp;*青禾镇";
  await app.paste(REPORT.replace("青禾镇", hostile).replace("办理行政处罚案件186件", "办理行政处罚案件186件，拆除违建3000平米"));
  const { name, text } = await app.save(PAGE);
  expect(name).toMatch(/\.html$/);
  const markdown = (await app.save("核对单（Markdown）")).text;
  expect(markdown).toContain("| 标题 | \\<script>alert(1)\\</script>\\<b>\\&amp;\\*青禾镇");

  const sheet = await context.newPage();
  const asked = [];
  sheet.on("request", (request) => asked.push(request.url()));
  await sheet.route("**/sheet.html", (route) => route.fulfill({ contentType: "text/html", body: text }));
  await sheet.goto("./sheet.html");
  expect(asked).toHaveLength(1);
  await expect(sheet).toHaveTitle("法治政府建设年度报告核对单");
  await expect(sheet.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(sheet.getByRole("cell", { name: /青禾镇/ }).first()).toHaveText(`${hostile}人民政府2024年度法治政府建设情况报告`);
  await expect(sheet.locator("script, b, link")).toHaveCount(0);
  await expect(sheet.getByRole("heading", { name: "清单：四部分齐全" })).toBeVisible();
  await expect(sheet.getByRole("list").first()).toContainText(/核对工具：法治年报核对 \d.*核对设置：公开稿.*报告年度2024（识别）.*核对依据：《法治政府建设与责任落实督察工作规定》/s);
  const finding = sheet.getByRole("listitem").filter({ hasText: "H04 计量单位不规范：" });
  await expect(finding).toContainText(/第 3 行：“平米”.*依据：GB\/T 9704—2012/s);
  // On a dark screen too it is a sheet of paper.
  await sheet.emulateMedia({ colorScheme: "dark" });
  expect(await sheet.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
  await sheet.setViewportSize({ width: 320, height: 640 });
  expect(await sheet.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test("the summary goes to the clipboard as a few lines", async ({ app, page }) => {
  await app.paste(REPORT.replace("四、2025年", "五、2025年"));
  await app.button("导出").click();
  await app.button("复制摘要").click();
  await expect(app.button("已复制摘要 ✓")).toBeFocused();
  await expect(page.getByRole("status")).toHaveText("已复制摘要 ✓");
  const lines = (await app.clipboard()).split("\n");
  expect(lines.slice(0, 3)).toEqual([
    "青禾镇人民政府2024年度法治政府建设情况报告",
    "核对结果：四部分齐全；提醒 1 处。",
    expect.stringMatching(/^1\. 【提醒】第 9 行：序号不连续/),
  ]);
  await page.keyboard.press("Escape");
  await app.button("导出").click();
  await expect(app.button("复制摘要")).toBeVisible();
});

test("the workbook for Excel has its sheets, with typed cells and heads that stay", async ({ app }) => {
  await app.paste(`${REPORT}=1+1的案件3件。\n`);
  const { name, bytes } = await app.save(EXCEL);
  expect(name).toMatch(NAME("数据", "xlsx"));
  const parts = unzip(bytes);
  const sheets = [...parts.get("xl/workbook.xml").matchAll(/<sheet name="([^"]*)"/g)].map(([, sheet]) => sheet);
  expect(sheets).toEqual(["概况", "数据", "部分", "问题"]);
  const figures = parts.get("xl/worksheets/sheet2.xml");
  expect(figures).toContain('state="frozen"');
  expect(figures).toContain('<c r="E2"><v>186</v></c>');
  expect(figures).not.toContain("<f>");
  expect(parts.get("xl/sharedStrings.xml")).toContain("=1+1的案件3件。");
});

test("what writes for Excel is loaded when it is wanted, and only then", async ({ app, page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").at(-1)));
  await app.open();
  await app.paste(REPORT);
  await app.save("数据（CSV）");
  expect(asked.filter((name) => name.startsWith("office"))).toEqual([]);
  await app.save(EXCEL);
  expect(asked.filter((name) => name.startsWith("office")).sort()).toEqual(["office.js", "office_bg.wasm"]);

  const site = new URL("../../target/site/", import.meta.url);
  for (const name of (await readdir(site)).filter((name) => name.endsWith(".wasm"))) {
    const bytes = await readFile(new URL(name, site));
    expect(bytes.includes("xl/worksheets/sheet"), name).toBe(name === "office_bg.wasm");
    // Nor is the core, with what its rules say, anywhere a second time.
    expect(bytes.includes("请写上单位、年度和文种"), name).toBe(name.startsWith("app"));
  }
});

test("while a workbook is written the page goes on, and it can be given up", async ({ app, page }) => {
  let go;
  const held = new Promise((done) => (go = done));
  await page.route("**/office.js", async (route) => {
    await held;
    await route.continue();
  });
  await app.paste(REPORT);
  await app.choose(EXCEL);
  const writing = app.foot.getByText("正在生成 Excel 文件……");
  await expect(writing).toBeVisible();
  await app.text.press("Control+End");
  await page.keyboard.type("办案77件。");
  await expect.poll(() => app.marks("figure")).toContain("77件");
  await app.button("取消").click();
  await expect(writing).toBeHidden();
  await app.choose(EXCEL);
  const download = page.waitForEvent("download");
  go();
  expect((await download).suggestedFilename()).toMatch(NAME("数据", "xlsx"));
  await expect(writing).toBeHidden();
});

for (const [what, body, words] of [
  ["cannot be loaded", "throw new Error('planted');", "没有下载下来"],
  ["breaks off", `${EMPTY} export const workbook = () => { throw new Error('planted'); };`, "生成时程序出错"],
]) {
  test(`a writer that ${what} is told of, and nothing is lost`, async ({ app, page }) => {
    await page.route("**/office.js", (route) => route.fulfill({ contentType: "text/javascript", body }), { times: 1 });
    await app.paste(REPORT);
    await app.choose(EXCEL);
    await expect(page.getByText("没有生成 Excel 文件", { exact: true })).toBeVisible();
    await expect(page.getByText(words).first()).toContainText("改用“数据（CSV）”");
    await expect(app.text).toHaveValue(REPORT);
    await expect(app.results.getByRole("heading", { name: "四部分齐全" })).toBeVisible();
    expect((await app.save(EXCEL)).bytes.toString("latin1", 0, 2)).toBe("PK");
  });
}

test("where what writes down a check cannot be had it is said, and the next time it is asked for again", async ({ app, page }) => {
  let lost = true;
  await page.route("**/sheet.js", (route) => (lost ? route.fulfill({ contentType: "text/javascript", body: "throw new Error('planted');" }) : route.continue()));
  await app.paste(REPORT);
  await app.choose("数据（CSV）");
  await expect(page.getByText("导出要用的程序没有下载下来", { exact: true })).toBeVisible();
  await expect(app.text).toHaveValue(REPORT);
  lost = false;
  await app.open();
  await app.paste(REPORT);
  expect((await app.save("数据（CSV）")).name).toMatch(NAME("数据", "csv"));
});

test("a writer that hangs is ended", async ({ app, page }) => {
  await app.openWithClock();
  const begun = await hang(page, "office", "workbook");
  await app.paste(REPORT);
  await page.clock.runFor(300);
  await expect(app.button("导出")).toBeEnabled();
  await app.choose(EXCEL);
  await expect(app.foot).toContainText("正在生成 Excel 文件……");
  await begun();
  await page.clock.runFor(90_000);
  await expect(page.getByText("没有生成 Excel 文件", { exact: true })).toBeVisible();
  await expect(page.getByText("时间太长").first()).toBeVisible();
});

test("the menu works by keyboard and gives the focus back", async ({ app, page }) => {
  await app.paste(REPORT);
  await expect(app.button("导出")).toBeEnabled();
  await app.button("导出").focus();
  await page.keyboard.press("Enter");
  for (const form of [PAGE, "核对单（Word，DOCX）", "核对单（Markdown）", EXCEL, "数据（CSV）", "全部结果（JSON）", "复制摘要"]) {
    await page.keyboard.press("Tab");
    await expect(app.button(form)).toBeFocused();
  }
  await page.keyboard.press("Escape");
  await expect(app.button("全部结果（JSON）")).toBeHidden();
  await expect(app.button("导出")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toMatch(NAME("核对", "html"));
  await expect(app.button("导出")).toBeFocused();
});
