#!/usr/bin/env bash
# Runs each fuzz target for so many seconds, or those that are named: run.sh SECONDS [TARGET…]. What it learns stays in target/fuzz, beside what it finds.
set -euo pipefail
cd "$(dirname "$0")/.."

declare -A longest=([readers]=16384 [packages]=8192)
seconds=$1
shift
work=target/fuzz
python3 fuzz/seeds.py $work/seeds
failed=()
for target in ${@:-$(cargo fuzz list)}; do
  mkdir -p $work/{corpus,finds,log}/$target
  echo "fuzz: $target, $seconds seconds"
  # Nothing is unsafe here, so no sanitizer is asked for; what is looked for are panics, hangs and memory.
  cargo fuzz run --sanitizer none --target-dir $work "$target" $work/corpus/$target $work/seeds/$target fuzz/corpus/$target -- \
    -dict=fuzz/words.dict -artifact_prefix=$work/finds/$target/ -max_len="${longest[$target]:-4096}" \
    -timeout=10 -rss_limit_mb=1536 -report_slow_units=2 -max_total_time="$seconds" \
    2>&1 | tee $work/log/$target/last | grep -aE "^(==|SUMMARY|ERROR|Slowest|Done|stat|artifact|thread)" || true
  compgen -G "$work/finds/$target/*" >/dev/null && failed+=("$target")
done
[ ${#failed[@]} -eq 0 ] || { echo "fuzz: look at target/fuzz/finds of ${failed[*]}"; exit 1; }
