#!/usr/bin/env bash
# Makes sure that there are a Firefox and the geckodriver that drives it: `scripts/firefox.sh TOOLS`, the folder that tools are put in.
set -euo pipefail

tools=$1
driver=0.37.1

if [ -z "${FIREFOX:-}" ] && ! command -v firefox-esr firefox >/dev/null; then
  bash "$(dirname "$0")/apt.sh" "80 MB" "set FIREFOX to the path of a Firefox" firefox-esr
fi
if [ "$(geckodriver --version 2>/dev/null | awk 'NR == 1 { print $2 }')" != "$driver" ]; then
  echo "install: geckodriver $driver, which drives Firefox (about a minute, once: it is compiled from source)"
  cargo install --quiet --debug --locked --root "$tools" "geckodriver@$driver"
fi
