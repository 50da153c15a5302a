#!/usr/bin/env python3
"""The reader of numerals against the Chinese cases of Microsoft Recognizers-Text.

  specs.py CASES [--min 0.95] [--numerals CMD]

CASES is a JSON file {"cases": [{"file", "index", "category", "Input", "Results"}]} in the form of the specifications. Each Input goes through
CMD (examples/numerals), and what it lists of the kind the file is about must be the Results: the same texts at the same places, values,
interval or unit. Prints the cases that pass by category, and each one that does not with the reason, where there is one. The conventions of
the specifications that differ from the report's figures (End is the last character, a number leaves its counter out, percentage points are
a percentage) are those of the kinds of `figures::numbers`.
"""
import argparse
import collections
import json
import pathlib
import shlex
import subprocess
import sys

parser = argparse.ArgumentParser()
parser.add_argument("cases")
parser.add_argument("--min", type=float, default=0.0)
parser.add_argument("--numerals", default="cargo run --quiet --release --example numerals")
arguments = parser.parse_args()

KINDS = {
    "Number_Chinese_NumberModel": "number",
    "Number_Chinese_PercentModel": "percentage",
    "Number_Chinese_OrdinalModel": "ordinal",
    "Number_Chinese_NumberRangeModel": "numberrange",
    "NumberWithUnit_Chinese_DimensionModel": "dimension",
    "NumberWithUnit_Chinese_CurrencyModel": "currency",
    "NumberWithUnit_Chinese_AgeModel": "age",
}

# Cases that cannot pass, by file and index: where these reports write, or mean, something else.
REASONS = {
    ("NumberWithUnit_Chinese_DimensionModel", 10): "位 counts persons in these reports and is no unit of information",
}


def wanted(result):
    """What a Result says, in our form: text, span, and the value, or the interval of a range."""
    resolution = result["Resolution"]
    value = resolution["value"]
    if result["TypeName"] != "numberrange":
        value = float(value.rstrip("%"))
    return result["Text"], result["Start"], result["End"] + 1, value


def told(numeral):
    value = numeral["interval"] if numeral["kind"] == "numberrange" else numeral["value"]
    return numeral["text"], *numeral["span"], value


def same(ours, theirs):
    if ours[:3] != theirs[:3]:
        return False
    if isinstance(theirs[3], str):
        return ours[3] == theirs[3]
    return f"{ours[3]:.12g}" == f"{theirs[3]:.12g}"


cases = json.loads(pathlib.Path(arguments.cases).read_text("utf-8"))["cases"]
asked = "".join(case["Input"].replace("\n", " ") + "\n" for case in cases)
run = subprocess.run(shlex.split(arguments.numerals), input=asked, capture_output=True, text=True)
if run.returncode:
    sys.exit(f"the reader of numerals failed with {run.returncode}: {run.stderr[-2000:]}")
lines = [json.loads(line) for line in run.stdout.splitlines()]
if len(lines) != len(cases):
    sys.exit(f"{len(cases)} cases, but {len(lines)} answers")

passed, of = collections.Counter(), collections.Counter()
for case, line in zip(cases, lines):
    kind = KINDS[case["file"]]
    ours = [told(numeral) for numeral in line["numerals"] if numeral["kind"] == kind]
    theirs = [wanted(result) for result in case["Results"]]
    ok = len(ours) == len(theirs) and all(map(same, ours, theirs))
    of[case["category"]] += 1
    passed[case["category"]] += ok
    if not ok:
        print(f"  {case['file']} {case['index']}: {case['Input']}")
        print(f"    wanted {theirs}")
        print(f"    got    {ours}")
        print(f"    reason: {REASONS.get((case['file'], case['index']), 'none known')}")
for category in sorted(of):
    print(f"{category:18} {passed[category]:4} of {of[category]}")
share = sum(passed.values()) / max(sum(of.values()), 1)
print(f"{'all':18} {sum(passed.values()):4} of {sum(of.values())}  {share:.3f}")
sys.exit(share < arguments.min)
