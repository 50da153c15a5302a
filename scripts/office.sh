#!/usr/bin/env bash
# Makes sure that there is a LibreOffice Writer for the tests that open Word documents in it.
set -euo pipefail

if command -v soffice >/dev/null; then exit 0; fi
bash "$(dirname "$0")/apt.sh" "400 MB" "make sure that there is a soffice in PATH" libreoffice-writer
