#!/usr/bin/env bash
# Converts documents by LibreOffice, which is installed if it is missing: `scripts/office.sh FORMAT OUT FILE…`. FORMAT is docx, doc, odt, rtf, html or
# pdf; a FILE that ends in .txt is read as UTF-8. Without arguments it only sees to it that LibreOffice is there.
set -euo pipefail

need=()
if ! command -v soffice >/dev/null || { command -v dpkg >/dev/null && ! dpkg -s libreoffice-writer >/dev/null 2>&1; }; then need+=(libreoffice-writer); fi
if ! fc-list :lang=zh 2>/dev/null | grep -q .; then need+=(fonts-noto-cjk); fi
if [ ${#need[@]} -gt 0 ]; then
  bash "$(dirname "$0")/apt.sh" "500 MB" "install LibreOffice from https://www.libreoffice.org" "${need[@]}"
fi
if [ $# -eq 0 ]; then exit 0; fi

format=$1 out=$2
shift 2
case $format in
  docx) filter="MS Word 2007 XML" ;;
  doc) filter="MS Word 97" ;;
  odt) filter=writer8 ;;
  rtf) filter="Rich Text Format" ;;
  html) filter="HTML (StarWriter)" ;;
  pdf) filter=writer_pdf_Export ;;
  *) echo "office: no such format: $format" >&2; exit 1 ;;
esac

# A profile of its own, so that a LibreOffice that is open does not take the work.
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
import=()
if [[ $1 == *.txt ]]; then import=(--infilter="Text (encoded):UTF8,LF,,,"); fi
mkdir -p "$out"
soffice "-env:UserInstallation=file://$profile" --headless "${import[@]}" --convert-to "$format:$filter" --outdir "$out" "$@" >/dev/null 2>"$profile/log" \
  || { cat "$profile/log" >&2; exit 1; }
for file in "$@"; do
  name=$(basename "$file")
  [ -s "$out/${name%.*}.$format" ] || { echo "office: $file gave no $format" >&2; cat "$profile/log" >&2; exit 1; }
done
