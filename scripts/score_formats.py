"""Whether documents score as their texts do: every text of a folder is made into each format by LibreOffice, and its report compared with that of the text.

  score_formats.py TEXTS ANALYZE [--min docx=1 pdf=0.95 ...]

A report that is the same but for the places in it scores the same. Printed is, for each format, the share of the sections, elements, parts and figures
of the texts that the documents have too; below a --min the run fails.
"""

import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

FORMATS = ["docx", "doc", "odt", "rtf", "html", "pdf"]


def said(report):
    """What a report says, each thing as often as it does."""
    things = collections.Counter()
    for name, value in report["elements"].items():
        things["elements", name, value["text"] if isinstance(value, dict) else value] += 1
    for section in report["sections"]:
        things["sections", section["level"], section["marker"], section["title"]] += 1
    for part in report["parts"]:
        things["parts", part["id"], part["status"]] += 1
    for figure in report["figures"]:
        things["figures", figure["text"], figure["value"], figure["unit"], figure["subject"]] += 1
    return things


def analysed(analyze, files):
    run = subprocess.run([analyze, *map(str, files)], capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"score_formats: {run.stderr[-2000:]}")
    return [said(json.loads(line)) for line in run.stdout.splitlines()]


parser = argparse.ArgumentParser()
parser.add_argument("texts", type=pathlib.Path)
parser.add_argument("analyze")
parser.add_argument("--min", nargs="*", default=[])
arguments = parser.parse_args()
least = {name: float(share) for name, share in (it.split("=") for it in arguments.min)}
texts = sorted(arguments.texts.glob("*.txt"))
wanted = analysed(arguments.analyze, texts)
low = []
for name in FORMATS:
    with tempfile.TemporaryDirectory() as out:
        subprocess.run(["bash", "scripts/office.sh", name, out, *map(str, texts)], check=True)
        got = analysed(arguments.analyze, [pathlib.Path(out) / f"{text.stem}.{name}" for text in texts])
    have, of = collections.Counter(), collections.Counter()
    for want, has in zip(wanted, got):
        # What is there too often is as wrong as what is missing.
        for thing in want | has:
            have[thing[0]] += min(want[thing], has[thing])
            of[thing[0]] += max(want[thing], has[thing])
    shares = {kind: have[kind] / of[kind] for kind in of}
    print(f"{name:5}", "  ".join(f"{kind} {share:.3f}" for kind, share in sorted(shares.items())))
    if min(shares.values()) < least.get(name, 0):
        low.append(name)
if low:
    sys.exit(f"score_formats: too low: {', '.join(low)}")
