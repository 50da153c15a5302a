#!/usr/bin/env bash
# Installs what is needed from Debian's packages: `scripts/apt.sh SIZE OTHERWISE PACKAGE…`. OTHERWISE says what else would do.
set -euo pipefail

size=$1 otherwise=$2
shift 2

sudo=""
if [ "$(id -u)" -ne 0 ]; then
  if sudo -n true 2>/dev/null; then sudo="sudo -n"; else sudo=none; fi
fi
if [ "$sudo" = none ] || ! command -v apt-get >/dev/null; then
  echo "This needs: $*. Install them with your package manager, or $otherwise." >&2
  exit 1
fi
echo "install: $* from Debian's packages (a minute, once: about $size)"
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null
