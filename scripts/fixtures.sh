#!/usr/bin/env bash
# Makes tests/fixtures: some of the samples as LibreOffice writes them in every format, and tests/fixtures/numbered.fodt in those that keep all that is in it.
#
# locked.* are behind a password. A .wps is the .doc under the name that WPS gives it, since the two are the same inside.
set -euo pipefail

cd "$(dirname "$0")/.."
samples=(12 13 18 20 93 clean_township_2024 clean_web_2020)
out=tests/fixtures
files=("${samples[@]/#/tests/samples/reports/}")
files=("${files[@]/%/.txt}")

for format in docx doc odt rtf html pdf; do
  echo "fixtures: $format"
  bash scripts/office.sh "$format" "$out" "${files[@]}"
done
for format in docx doc odt rtf; do
  bash scripts/office.sh "$format" "$out" "$out/numbered.fodt"
done
# The Python that Debian's LibreOffice knows is the system's own.
for python in python3 /usr/bin/python3; do "$python" -c 'import uno' 2>/dev/null && break; done
if ! "$python" -c 'import uno' 2>/dev/null; then bash scripts/apt.sh "1 MB" "install LibreOffice's Python interface" python3-uno; fi
"$python" scripts/locked.py "$out/93.odt" "$out/locked"
cp "$out/13.doc" "$out/13.wps"
python3 scripts/packed.py "$out" tests/samples/reports "${samples[@]}"
