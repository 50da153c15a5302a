// Files in, one line of JSON out for each: which parts are missing, how many figures there are, and what should be looked at.
//
//   npm install fazhi-check
//   node node.mjs 稿子.txt …

import { readFileSync } from "node:fs";
import { analyse, rules } from "fazhi-check";

const titles = new Map(rules().map(({ slug, code, title }) => [slug, `${code} ${title}`]));

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8").replace(/\r\n?/g, "\n");
  const report = analyse(text, { purpose: "public" });
  const missing = report.parts.filter((part) => part.required && part.status === "missing").map((part) => part.name);
  const findings = report.findings
    .filter((finding) => finding.severity !== "notice")
    .map(({ rule, span, message }) => ({ rule: titles.get(rule), words: span && text.slice(...span), message }));
  const { title, report_year } = report.elements;
  console.log(JSON.stringify({ file, title: title?.text ?? null, report_year, missing, figures: report.figures.length, findings }));
}
