#!/usr/bin/env python3
"""The figures of this project against those of the peers: on the same texts, in one run, on one core.

`make bench-peers`. Installs the peers at their pinned versions under target/peers, runs each and this project on the labelled texts
(those of ../shared where it exists, else the project's own samples), and prints a Markdown table: precision, recall and F1 of the
spans, values, speed, and how many times as fast this project's figures are. The proofreading peers (zhlint, autocorrect) extract no
figures and are left out. A peer that cannot be installed is named and does not stop the others.

TP: labelled figures that a hit overlaps; FP: hits that overlap neither a figure nor a span labelled optional; values: labelled figures
that a hit overlaps with the right value. Where a peer gives no value, the first numeral in its span is read by this project's own reader.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import venv

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "benches/peers"
WORK = ROOT / "target/peers"
SHARED = ROOT.parent / "shared"
PYPI = ["wetext==0.1.8", "jieba==0.42.1", "cn2an==0.5.24", "jionlp==1.5.31", "quantulum3==0.10.0"]
NPM = ["@microsoft/recognizers-text-suite@1.3.1"]
CARGO = """\
[package]
name = "peer"
version = "0.0.0"
edition = "2024"
[dependencies]
duckling = "=0.4.0"
serde_json = "1"
[profile.release]
lto = true
codegen-units = 1
[workspace]
"""
# A peer is comparable where it finds at least this share of the figures with their right value.
COMPARABLE = 0.9


def call(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, **options).stdout


def on_one_core(*command):
    """The same on one core, where the system can bind a process to it."""
    if not hasattr(os, "sched_setaffinity"):
        return call(*command)
    core = {max(os.sched_getaffinity(0))}
    return call(*command, preexec_fn=lambda: os.sched_setaffinity(0, core))


def say(what):
    print(f"install: {what}", file=sys.stderr)


# The peers: each family is installed once, and its command prints JSON lines for the lines it is given.

def python_peers():
    python, done = WORK / "venv/bin/python", WORK / "venv/done"
    if not done.exists():
        say("wetext, jieba, cn2an, jionlp and quantulum3 from PyPI (about 1 minute)")
        venv.create(WORK / "venv", with_pip=True, clear=True)
        failed = []
        for package in PYPI:
            try:
                call(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package)
            except subprocess.CalledProcessError:
                # The others go on; in_python.py says of this one that it cannot be imported.
                failed.append(package)
        if not failed:
            done.touch()
    return python, HERE / "in_python.py"


def javascript_peers():
    done = WORK / "npm/done"
    if not done.exists():
        say("Recognizers-Text from npm (seconds)")
        call("npm", "install", "--prefix", WORK / "npm", "--no-audit", "--no-fund", "--ignore-scripts", *NPM)
        done.touch()
    return "node", HERE / "in_javascript.cjs", WORK / "npm/node_modules"


def rust_peers():
    crate = WORK / "duckling"
    (crate / "src").mkdir(parents=True, exist_ok=True)
    (crate / "Cargo.toml").write_text(CARGO)
    shutil.copyfile(HERE / "in_rust.rs", crate / "src/main.rs")
    if not (crate / "target/release/peer").exists():
        say("duckling from crates.io (about 3 minutes: it is compiled)")
    call("cargo", "build", "--quiet", "--release", "--target-dir", crate / "target", cwd=crate)
    return (crate / "target/release/peer",)


# The texts.

def labelled():
    """(path, label) of each text whose figures are labelled."""
    sets = [(SHARED / name, SHARED / "labels" / name) for name in ("seeds", "forms", "full")]
    if not SHARED.exists():
        sets = [(ROOT / "tests/samples" / name, ROOT / "tests/samples/labels" / name) for name in ("reports", "openings")]
    for texts, labels in sets:
        for path in sorted(labels.glob("*.json")):
            label = json.loads(path.read_text("utf-8"))
            if "figures" in label:
                yield texts / label["text"], label


class Texts:
    """The lines of all texts, and the labelled figures of each line as (start, end, value, optional)."""

    def __init__(self):
        self.paths, self.lines, self.gold, self.starts = [], [], [], []
        for path, label in labelled():
            text = path.read_text("utf-8").lstrip("\ufeff").replace("\r\n", "\n")
            starts, at = [], 0
            for line in text.split("\n"):
                starts.append((at, len(self.lines)))
                self.lines.append(line)
                self.gold.append([])
                at += len(line) + 1
            self.paths.append(path)
            self.starts.append(starts)
            for figure in label["figures"]:
                line, start = self.place(len(self.paths) - 1, figure["start"])
                end = start + figure["end"] - figure["start"]
                self.gold[line].append((start, end, figure["value"], bool(figure.get("optional"))))

    def place(self, text, offset):
        """The line and the offset in it of an offset in a text."""
        start, line = max(pair for pair in self.starts[text] if pair[0] <= offset)
        return line, offset - start


# This project.

def own_rows(texts, joined):
    analyze = ROOT / "target/release/examples/analyze"
    reports = [json.loads(line) for line in call(analyze, *texts.paths).splitlines()]
    hits = []
    for index, (path, report) in enumerate(zip(texts.paths, reports)):
        text = path.read_text("utf-8").lstrip("\ufeff").replace("\r\n", "\n")
        scalar = [at for at, c in enumerate(text) for _ in range(1 + (ord(c) > 0xFFFF))] + [len(text)]
        for figure in report["figures"]:
            start, end = (scalar[at] for at in figure["span"])
            line, at = texts.place(index, start)
            hits.append([line, at, at + end - start, figure["value"]])
    bench = on_one_core("cargo", "bench", "--quiet", "--manifest-path", ROOT / "Cargo.toml", "--bench", "figures", "--", joined)
    speed = {size: float(mbps) for size, mbps in re.findall(r"^((?:values alone )?10?) MB.*?([\d.]+) MB/s", bench, re.M)}
    megabyte = WORK / "megabyte.txt"
    megabyte.write_text((joined.read_text("utf-8") + "\n") * round(1e6 / joined.stat().st_size), "utf-8")
    whole = [json.loads(line)["stats"]["elapsed_us"] for line in on_one_core(analyze, *[megabyte] * 15).splitlines()]
    name = "**fazhi-check**"
    yield {"peer": name, "config": "figures with subject, action, period; text laid out", "hits": hits, "bytes": 1_000_000, "seconds": 1 / speed["1"]}
    yield {"peer": name, "config": "the same, 10 MB", "hits": hits, "bytes": 10_000_000, "seconds": 10 / speed["10"]}
    yield {"peer": name, "config": "figures with value, unit, qualifier alone", "hits": hits, "bytes": 1_000_000, "seconds": 1 / speed["values alone 1"]}
    yield {"peer": name, "config": "whole analysis", "hits": hits, "bytes": megabyte.stat().st_size, "seconds": min(whole) / 1e6}


def values_in(spans):
    """The value of the first numeral in each span, read by this project's own reader."""
    asked = "\n".join(span.replace("\n", " ") for span in spans)
    told = call(ROOT / "target/release/examples/numerals", input=asked).splitlines()
    read = []
    for line in told:
        numerals = [n for n in json.loads(line)["numerals"] if n["kind"] in ("number", "percentage")]
        numerals.sort(key=lambda n: (n["kind"] != "percentage", n["span"]))
        read.append(numerals[0]["value"] if numerals else None)
    return read


# The score.

def same(a, b):
    return a is not None and b is not None and f"{abs(a):.9g}" == f"{abs(b):.9g}"


def score(row, texts):
    """Adds true and false positives, false negatives and right values to a row."""
    missing = [hit for hit in row["hits"] if hit[3] is None]
    if missing:
        for hit, value in zip(missing, values_in([texts.lines[line][a:b] for line, a, b, _ in missing])):
            hit[3] = value
    by_line = {}
    for line, start, end, value in row["hits"]:
        by_line.setdefault(line, []).append((start, end, value))
    found = right = wanted = false = 0
    for line, gold in enumerate(texts.gold):
        hits = by_line.get(line, [])
        for start, end, value, optional in gold:
            over = [hit for hit in hits if hit[0] < end and start < hit[1]]
            if not optional:
                wanted += 1
                found += bool(over)
                right += any(same(hit[2], value) for hit in over)
        false += sum(not any(a < end and start < b for start, end, *_ in gold) for a, b, _ in hits)
    row["precision"], row["recall"] = found / max(found + false, 1), found / max(wanted, 1)
    row["f1"] = 2 * found / max(2 * found + false + wanted - found, 1)
    row["values"], row["wanted"] = right, wanted
    row["speed"] = row["bytes"] / row["seconds"] / 1e6


def quantified(row, texts):
    """A configuration tuned with JioNLP's dictionary of measure words: hits that end with one, or stand right before one."""
    path = next((WORK / "venv").glob("lib/*/site-packages/jionlp/dictionary/quantifiers_stat.txt"), None)
    if path is None:
        return None
    words = tuple(line.split("\t")[0] for line in path.read_text("utf-8").splitlines())
    hits = [hit for hit in row["hits"] if texts.lines[hit[0]][hit[1]:hit[2]].endswith(words + ("%", "％"))
            or texts.lines[hit[0]][hit[2]:].lstrip("余多 ").startswith(words)]
    return row | {"config": row["config"] + ", with JioNLP's measure words", "hits": hits}


def main():
    WORK.mkdir(parents=True, exist_ok=True)
    texts = Texts()
    joined, lines = WORK / "texts.txt", WORK / "lines.json"
    joined.write_text("\n".join(texts.lines), "utf-8")
    lines.write_text(json.dumps(texts.lines, ensure_ascii=False), "utf-8")
    call("cargo", "build", "--quiet", "--release", "--examples", cwd=ROOT)
    call("cargo", "bench", "--quiet", "--no-run", "--bench", "figures", cwd=ROOT)
    rows, failed = [], []
    for peers in (rust_peers, javascript_peers, python_peers):
        try:
            rows += [json.loads(line) for line in on_one_core(*peers(), lines).splitlines()]
        except (subprocess.CalledProcessError, OSError) as error:
            told = (getattr(error, "stderr", None) or str(error)).strip().splitlines()
            failed.append(f"{peers.__name__}: {told[-1] if told else error}")
    failed += [f"{row['peer']}: {row['error']}" for row in rows if "error" in row]
    rows = [row for row in rows if "error" not in row]
    tuned = [quantified(row, texts) for row in rows if "−" in row["config"] and "all" not in row["config"]]
    rows += [row for row in tuned if row]
    own = list(own_rows(texts, joined))
    for row in own + rows:
        score(row, texts)
    table(own, sorted(rows, key=lambda row: (row["peer"], row["config"])), texts)
    for reason in failed:
        print(f"not run: {reason}")


def table(own, rows, texts):
    size = sum(len(line.encode()) + 1 for line in texts.lines)
    print(f"{len(texts.paths)} texts, {size:,} bytes, {own[0]['wanted']} figures. MB/s: best of up to 15 runs, warmed, one core, on the same lines repeated to the size given.")
    print()
    print("| tool | configuration | P | R | F1 | values | MB/s | on MB | ours, times as fast |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for row in own + rows:
        print(f"| {row['peer']} | {row['config']} | {row['precision']:.3f} | {row['recall']:.3f} | {row['f1']:.3f} | {row['values']}/{row['wanted']} "
              f"| {row['speed']:.3g} | {row['bytes'] / 1e6:.2g} | {own[0]['speed'] / row['speed']:,.3g} |")
    peers = [row for row in rows if row["values"] >= COMPARABLE * row["wanted"] and not row["peer"].startswith("regular")]
    if peers:
        fastest = max(peers, key=lambda row: row["speed"])
        print()
        print(f"Fastest peer that finds {COMPARABLE:.0%} of the figures or more with their value: {fastest['peer']}, {fastest['config']}: "
              f"{fastest['speed']:.3g} MB/s; ours is {own[0]['speed'] / fastest['speed']:.0f} times as fast, "
              f"for value, unit and qualifier alone {own[2]['speed'] / fastest['speed']:.0f} times; "
              f"10 MB takes {10 * own[0]['speed'] / own[1]['speed']:.1f} times as long as 1 MB.")


main()
