// The memory of a browser's pages, for what measures them.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a question gives; where its process has ended meanwhile, nothing. */
function safe(ask, nothing) {
  try {
    return ask();
  } catch {
    return nothing;
  }
}

const children = (of) => execFileSync("ps", ["-o", "pid=", "--ppid", String(of)], { encoding: "utf8" }).trim().split(/\s+/).filter(Boolean);
const all = (of) => [of, ...safe(() => children(of), []).flatMap(all)];

/** The memory of the processes of a browser's pages, in MB: what each has alone, and its part of what they share. */
export function memory(browser) {
  const shown = all(browser).filter((of) => safe(() => readFileSync(`/proc/${of}/cmdline`, "utf8"), "").includes("--type=renderer"));
  const pss = (of) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${of}/smaps_rollup`, "utf8"))?.[1] ?? 0);
  return shown.reduce((sum, of) => sum + safe(() => pss(of), 0), 0) / 1000;
}
