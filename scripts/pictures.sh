#!/usr/bin/env bash
# Takes the pictures of the window for README and docs, on the examples.
set -euo pipefail
cd "$(dirname "$0")/.."
make --no-print-directory build
out=docs/pictures
mkdir -p "$out"
shoot() { # theme
	local map home
	map=$(mktemp)
	AFTERWORD_THEME=$1 AFTERWORD_TZ=Europe/Berlin AFTERWORD_NOW=2026-11-23T15:00:00+01:00 AFTERWORD_UI_MAP=$map bin/afterword --demo &
	local program=$!
	for _ in $(seq 100); do grep -q '"ready":true' "$map" && break; sleep 0.1; done
	sleep 4
	import -window root "$out/today-$1.png"
	xdotool key ctrl+2
	sleep 2
	import -window root "$out/interviews-$1.png"
	kill $program
	wait $program 2>/dev/null || true
	rm -f "$map"
}
if [ "${1:-}" != inside ]; then exec scripts/display.sh "$0" inside; fi
shoot light
shoot dark
