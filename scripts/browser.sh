#!/usr/bin/env bash
# Makes sure that there is a Chromium for the browser tests, and a font with Chinese characters.
set -euo pipefail

need=()
if [ -z "${CHROMIUM:-}" ] && ! command -v chromium chromium-browser google-chrome >/dev/null; then need+=(chromium); fi
if ! fc-list :lang=zh 2>/dev/null | grep -q .; then need+=(fonts-noto-cjk); fi
[ ${#need[@]} -eq 0 ] && exit 0
bash "$(dirname "$0")/apt.sh" "150 MB" "set CHROMIUM to the path of a Chromium or Chrome" "${need[@]}"
