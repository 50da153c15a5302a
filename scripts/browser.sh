#!/usr/bin/env bash
# Makes sure that there is a Chromium for the browser tests, and a font with Chinese characters.
set -euo pipefail

need=()
if [ -z "${CHROMIUM:-}" ] && ! command -v chromium chromium-browser google-chrome >/dev/null; then need+=(chromium); fi
if ! fc-list :lang=zh 2>/dev/null | grep -q .; then need+=(fonts-noto-cjk); fi
[ ${#need[@]} -eq 0 ] && exit 0

sudo=""
if [ "$(id -u)" -ne 0 ]; then
  if sudo -n true 2>/dev/null; then sudo="sudo -n"; else sudo=none; fi
fi
if [ "$sudo" = none ] || ! command -v apt-get >/dev/null; then
  echo "The browser tests need: ${need[*]}. Install them with your package manager, or set CHROMIUM to the path of a Chromium or Chrome." >&2
  exit 1
fi
echo "install: ${need[*]} from Debian's packages, for the browser tests (a minute, once: about 150 MB)"
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -qq -y --no-install-recommends "${need[@]}" >/dev/null
