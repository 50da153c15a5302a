// Microsoft Recognizers-Text for JavaScript: what its models find in each line, and how fast.
//
// node in_javascript.cjs MODULES LINES: MODULES is the folder of the installed packages, LINES a JSON file of strings.
// Prints one JSON object a configuration: {peer, config, hits: [[line, start, end, value]], seconds, bytes}; offsets are Unicode scalars.

const [modules, file] = process.argv.slice(2);
const suite = require(`${modules}/@microsoft/recognizers-text-suite`);
const lines = JSON.parse(require("fs").readFileSync(file, "utf8"));
const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);

/** [start, end, value] of each thing a model finds; its End is inclusive and in UTF-16 code units. */
function found(model, line) {
  const scalars = (at) => [...line.slice(0, at)].length;
  return suite[model](line, "zh-cn").map((hit) => {
    const value = parseFloat(hit.resolution?.value);
    return [scalars(hit.start), scalars(hit.end + 1), Number.isNaN(value) ? null : value];
  });
}

const overlaps = (a, b) => a[0] < b[1] && b[0] < a[1];

/** Numbers and percentages, without what `others` take for something else; a percentage stands for the number in it. */
function numbers(line, others) {
  const percentages = found("recognizePercentage", line);
  const taken = others.flatMap((model) => found(model, line));
  const plain = found("recognizeNumber", line).filter((hit) => !percentages.some((p) => overlaps(p, hit)));
  return [...plain, ...percentages].filter((hit) => !taken.some((other) => overlaps(other, hit)));
}

/** The best of up to 15 runs in 3 seconds over 1 MB of the lines, or over what a second allows: seconds and bytes. */
function best(run) {
  const time = (repeats) => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < repeats; i++) lines.forEach(run);
    return Number(process.hrtime.bigint() - start) / 1e9;
  };
  const once = time(1);
  const repeats = Math.max(1, Math.min(Math.round(1e6 / bytes), Math.floor(1 / once)));
  const runs = Math.min(15, Math.floor(3 / (once * repeats)));
  const times = Array.from({ length: runs }, () => time(repeats));
  return { seconds: times.length ? Math.min(...times) : once, bytes: bytes * repeats };
}

const configurations = {
  "number": (line) => found("recognizeNumber", line),
  "number + percent": (line) => numbers(line, []),
  "number + percent − datetime − ordinal": (line) => numbers(line, ["recognizeDateTime", "recognizeOrdinal"]),
};
for (const [config, run] of Object.entries(configurations)) {
  const hits = lines.flatMap((line, index) => run(line).map((hit) => [index, ...hit]));
  console.log(JSON.stringify({ peer: "Recognizers-Text JS 1.3.1", config, hits, ...best(run) }));
}
