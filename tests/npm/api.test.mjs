// What the two functions of the package give.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { analyse, rules } from "../../pkg/node.js";
import { root, samples } from "./samples.mjs";

/** The words of a report, in their order, without the time it took. */
const form = ({ stats, ...report }) => JSON.stringify(report);

// The package and the page are built with another regular expression engine than the command line.
test("the reports are those of the command line, to the order of the names", () => {
  assert.ok(samples.length > 40);
  for (const { file, text, report } of samples) assert.equal(form(analyse(text)), form(report), file);
});

test("settings overrule what is recognised", () => {
  const { text } = samples[0];
  const { body_kind, report_year } = analyse(text).elements;
  for (const kind of ["township", "ministry"]) {
    assert.notEqual(body_kind, kind);
    assert.equal(analyse(text, { body_kind: kind }).elements.body_kind, kind);
  }
  assert.equal(analyse(text, { report_year: report_year - 1 }).elements.report_year, report_year - 1);
  const lacks = (report) => report.findings.some(({ rule }) => rule === "submission-form");
  assert.ok(!lacks(analyse("某镇2024年法治政府建设情况报告\n一、主要举措和成效\n办案3件。", { purpose: "public" })));
  assert.ok(lacks(analyse("某镇2024年法治政府建设情况报告\n一、主要举措和成效\n办案3件。", { purpose: "submission" })));
});

test("what is left open is recognised", () => {
  const { text, report } = samples[0];
  for (const open of [undefined, null, {}, Object.create(null), { body_kind: null, report_year: undefined, purpose: null }]) {
    assert.equal(form(analyse(text, open)), form(report));
  }
});

test("a wrong setting fails in words", () => {
  const kinds = '"street"、"township"、"county_district"、"city"、"province"、"department"、"ministry"、"other" 之一';
  const years = "1990 至 2099 之间的整数";
  for (const [settings, message] of [
    [{ body_kind: "village" }, `body_kind有误：得到 "village"，应为 ${kinds}`],
    [{ body_kind: 3 }, `body_kind有误：得到 3，应为 ${kinds}`],
    [{ report_year: "2024" }, `report_year有误：得到 "2024"，应为 ${years}`],
    [{ report_year: 2024.5 }, `report_year有误：得到 2024.5，应为 ${years}`],
    [{ report_year: 1989 }, `report_year有误：得到 1989，应为 ${years}`],
    [{ report_year: 70_000 }, `report_year有误：得到 70000，应为 ${years}`],
    [{ report_year: NaN }, `report_year有误：得到 NaN，应为 ${years}`],
    [{ purpose: "公开稿" }, 'purpose有误：得到 "公开稿"，应为 "public"、"submission" 之一'],
    [{ reportYear: 2024 }, '设置的名称有误：得到 "reportYear"，应为 body_kind、report_year、purpose 之一'],
    ["public", '设置有误：得到 "public"，应为 对象'],
    [[2024], '设置的名称有误：得到 "0"，应为 body_kind、report_year、purpose 之一'],
  ]) {
    assert.throws(() => analyse("文本", settings), { name: "Error", message });
  }
});

test("what is no text fails in words", () => {
  for (const [text, told] of [[undefined, "undefined"], [null, "null"], [7, "7"], [new Uint8Array(3), "Uint8Array"]]) {
    assert.throws(() => analyse(text), { name: "Error", message: `正文有误：得到 ${told}，应为 字符串` });
  }
});

test("any text gives a report", () => {
  const { text } = samples[0];
  const texts = ["", "\0", "\ud800", "\udc00办案3件\ud800", `\ufeff${text}`, text.replaceAll("\n", "\r\n"), "一".repeat(1_000_000), "办案3件，".repeat(200_000)];
  for (const text of texts) assert.equal(typeof analyse(text).chars, "number", JSON.stringify(text.slice(0, 20)));
  // A lone surrogate is one code unit; a byte order mark is one too.
  assert.deepEqual(analyse("\ud800全年办案3件。").figures[0].span, analyse("字全年办案3件。").figures[0].span);
  const [{ span }] = analyse("\ufeff全年办案3件。").figures;
  assert.equal("\ufeff全年办案3件。".slice(...span), "3件");
});

test("the rules are those of the README", () => {
  const certainty = { sure: "确定", hint: "参考" };
  const severity = { error: "错误", warning: "提醒", notice: "提示" };
  const told = rules();
  const rows = told.map((rule) => `| ${rule.code} | ${rule.title} | ${rule.category.name} | ${severity[rule.severity]} | ${certainty[rule.certainty]} |`);
  const readme = readFileSync(new URL("README.md", root), "utf8");
  assert.deepEqual(rows, readme.split("\n").filter((line) => /^\| [A-Z]\d\d \|/.test(line)));
  for (const { code, category, what, why, example } of told) {
    assert.ok(code.startsWith(category.letter));
    assert.ok(what && why && example, code);
  }
  const slugs = new Set(told.map(({ slug }) => slug));
  for (const { report } of samples) for (const { rule } of report.findings) assert.ok(slugs.has(rule), rule);
});
