#!/usr/bin/env bash
# Drives the real program through its screens, in both themes and three sizes, on
# the examples, and takes the pictures that README and docs show.
set -euo pipefail
cd "$(dirname "$0")/.."
out=docs/pictures
sizes="1200x800 800x600 640x480"
# name, and the keys that lead there
screens="today:ctrl+1
interviews:ctrl+2
letter:ctrl+2 Down ctrl+l
mail:ctrl+3
people:ctrl+4 Down
calendar:ctrl+5
insights:ctrl+6
settings:ctrl+comma
add:ctrl+1 ctrl+n
palette:ctrl+1 ctrl+k
keys:ctrl+1 F1"

# settled waits until the window shows what the keys asked for.
settled() {
	sleep 0.4
	for _ in $(seq 100); do
		grep -q '"ready":true,"busy":false' "$map" && break
		sleep 0.1
	done
	sleep 0.4
}

# open_window starts the program in one theme and size; what follows are its
# arguments.
open_window() {
	local theme=$1 size=$2
	shift 2
	map=$(mktemp)
	AFTERWORD_THEME=$theme AFTERWORD_TZ=Europe/Berlin AFTERWORD_LANG=en AFTERWORD_NOW=2026-11-23T15:00:00+01:00 \
		AFTERWORD_UI_MAP=$map bin/afterword "$@" &
	program=$!
	settled
	[ "$*" != --demo ] || sleep 4 # the first sample mails arrive
	window=$(xdotool search --name '^Afterword$' | tail -n 1)
	xdotool windowsize --sync "$window" "${size%x*}" "${size#*x}" || true
	settled
}

close_window() {
	kill "$program"
	wait "$program" 2>/dev/null || true
	rm -f "$map"
}

# picture keeps what the window shows, in few colours and without their noise.
picture() {
	import -window "$window" png:- | convert png:- +dither -colors 255 -depth 8 -strip "PNG8:$out/$1.png"
}

# shoot takes all pictures of one theme in one size.
shoot() {
	local theme=$1 size=$2 line name key home
	home=$(mktemp -d)
	open_window "$theme" "$size" --home "$home"
	picture "welcome-$theme-${size%x*}"
	close_window
	rm -rf "$home"
	open_window "$theme" "$size" --demo
	while IFS= read -r line; do
		name=${line%%:*}
		for key in ${line#*:}; do
			xdotool key "$key"
			settled
		done
		picture "$name-$theme-${size%x*}"
		xdotool key Escape
		settled
	done <<<"$screens"
	close_window
}

if [ "${1:-}" != inside ]; then
	make --no-print-directory build
	mkdir -p "$out"
	rm -f "$out"/*.png
	exec scripts/display.sh "$0" inside
fi
for theme in light dark; do
	for size in $sizes; do
		shoot "$theme" "$size"
	done
done
