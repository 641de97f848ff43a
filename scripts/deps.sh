#!/usr/bin/env bash
# Installs what is missing to run or to test Afterword on Debian and its kin,
# and says what and why. Elsewhere it names what is needed.
set -euo pipefail
want="gcc:gcc:the_window_is_drawn_through_C
make:make:these_commands
pkg-config:pkg-config:finds_the_libraries_below
libgl1-mesa-dev:-:OpenGL_headers_for_the_window
xorg-dev:-:X11_headers_for_the_window"
if [ "${1:-run}" = test ]; then
	want="$want
xvfb:Xvfb:a_display_for_the_tests_of_the_window
libgl1-mesa-dri:-:OpenGL_without_a_graphics_card
openbox:openbox:a_window_manager_for_the_tests
xdotool:xdotool:presses_keys_in_the_tests
imagemagick:import:takes_pictures_of_the_window
dbus:dbus-daemon:a_desktop_bus_for_the_tests
dovecot-imapd:-:a_real_mail_server_for_the_tests
dovecot-lmtpd:-:delivers_mail_to_it"
fi
missing=()
while IFS=: read -r package command why; do
	if [ "$command" != - ] && command -v "$command" >/dev/null 2>&1; then continue; fi
	if command -v dpkg-query >/dev/null 2>&1 && [ "$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null)" = "install ok installed" ]; then continue; fi
	missing+=("$package")
	echo "missing: $package (${why//_/ })"
done <<<"$want"
[ ${#missing[@]} -eq 0 ] && exit 0
if ! command -v apt-get >/dev/null 2>&1; then
	echo "Please install the packages above with your system's package manager, then try again." >&2
	exit 1
fi
sudo=()
if [ "$(id -u)" -ne 0 ]; then sudo=(sudo); fi
echo "installing ${missing[*]}"
"${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
"${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
