// What the tests of the package share: the samples with the reports that the command line gives of them (`make e2e` asks it).

import { readFileSync } from "node:fs";

export const root = new URL("../../", import.meta.url);

export const samples = readFileSync(new URL("target/native.jsonl", root), "utf8")
  .trim()
  .split("\n")
  .map((line) => {
    const { file, ...report } = JSON.parse(line);
    return { file, text: readFileSync(new URL(file, root), "utf8"), report };
  });
