#!/usr/bin/env bash
# Scores the core against the labelled texts, and its reader of numerals against the Chinese number cases:
# score.sh MIN_CASES MIN_SEEDS MIN_FORMS MIN_FULL; the first is a share, the others are lists such as "figures=0.97 units=0.95".
set -euo pipefail

shared=../shared
if [ ! -d "$shared" ]; then
  echo "score: ../shared is not here, nothing to score against"
  exit 0
fi
cargo build --quiet --release --example analyze --example numerals
echo "== number cases"
python3 scripts/specs.py "$shared/peers/specs.json" --min "$1" --numerals target/release/examples/numerals
shift
for set in seeds forms full; do
  echo "== $set"
  python3 "$shared/score.py" "$shared/$set" "$shared/labels/$set" \
    --analyze target/release/examples/analyze ${1:+--min $1}
  shift
done
