#!/usr/bin/env bash
# Runs a command on a display of its own, under software rendering.
set -euo pipefail
export LIBGL_ALWAYS_SOFTWARE=1 FYNE_SCALE=1 LANG=en_US.UTF-8
if [ "${1:-}" = "" ]; then echo "usage: display.sh COMMAND..." >&2; exit 2; fi
number=$(mktemp)
Xvfb -displayfd 3 -screen 0 1200x800x24 -nolisten tcp 3>"$number" >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; rm -f "$number"' EXIT
for _ in $(seq 100); do [ -s "$number" ] && break; sleep 0.1; done
DISPLAY=":$(cat "$number")"
export DISPLAY
openbox >/dev/null 2>&1 &
manager=$!
"$@" || status=$?
kill $manager 2>/dev/null || true
exit "${status:-0}"
