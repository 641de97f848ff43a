#!/usr/bin/env bash
# Takes what the golden tests drew as the new golden files.
set -uo pipefail
cd "$(dirname "$0")/.."
go test -tags sqlite_fts5 ./widgets/... ./app/screen/... >/dev/null 2>&1
go test -tags sqlite_fts5 ./app/command -run TestScripts -update >/dev/null
find . -path '*/testdata/failed/*' -type f | while read -r f; do mv "$f" "${f/\/failed\///}"; echo "new: ${f/\/failed\///}"; done
