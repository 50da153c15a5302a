// Lighthouse on the served dist/: `make lighthouse`. Five runs each as on a desktop and as on a phone; prints the median of each category with what
// stands in the way, and fails where a goal is missed. The newest run of each is kept under target/lighthouse, with its trace.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { chromiumPath } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const GOALS = { performance: 0.95, accessibility: 1, "best-practices": 1, seo: 0.9 };
const DEVICES = { desktop: ["--preset=desktop"], mobile: [] };
const RUNS = 5;
const FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic";

const home = new URL("../target/lighthouse/", import.meta.url).pathname;
const server = await serve(new URL("../dist", import.meta.url).pathname, 0);
const address = `http://127.0.0.1:${server.address().port}/`;

async function run(device) {
  const kept = `${home}${device}`;
  const options = [`--chrome-flags=${FLAGS}`, `--only-categories=${Object.keys(GOALS)}`, "--output=json", `--output-path=${kept}.report.json`, "--save-assets", "--quiet"];
  const cli = `${home}node_modules/lighthouse/cli/index.js`;
  await promisify(execFile)(process.execPath, [cli, address, ...DEVICES[device], ...options], { env: { ...process.env, CHROME_PATH: chromiumPath } });
  return JSON.parse(await readFile(`${kept}.report.json`, "utf8"));
}

/** On a machine with other work, a trace may miss its beginning; then the run is done again, a few times at most. */
async function measured(device, tries = 3) {
  try {
    return await run(device);
  } catch (error) {
    if (tries === 1) throw error;
    return measured(device, tries - 1);
  }
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const percent = (score) => Math.round(score * 100);

let missed = false;
for (const device of Object.keys(DEVICES)) {
  const reports = [];
  for (let at = 0; at < RUNS; at += 1) reports.push(await measured(device));
  for (const [category, goal] of Object.entries(GOALS)) {
    const scores = reports.map((report) => report.categories[category].score);
    const met = median(scores) >= goal;
    missed ||= !met;
    console.log(`${device} ${category}: ${percent(median(scores))} (${scores.map(percent)}), goal ${percent(goal)}${met ? "" : " MISSED"}`);
  }
  const audit = (id) => reports.map((report) => report.audits[id]);
  for (const id of Object.keys(reports[0].audits)) {
    const weight = Object.values(reports[0].categories).flatMap((category) => category.auditRefs).find((ref) => ref.id === id)?.weight;
    const scores = audit(id).map(({ score }) => score).filter((score) => score !== null);
    if (!weight || !scores.length || median(scores) === 1) continue;
    console.log(`  ${id}: ${percent(median(scores))} (${audit(id).map(({ displayValue }) => displayValue ?? "")})`);
  }
}
server.close();
process.exitCode = missed ? 1 : 0;
