#!/bin/sh
# The browser journeys need a real Chromium, and Playwright's driver a small library that a bare Debian lacks: take the
# system's, install what is missing where we may.
set -eu
PATH=$PATH:/usr/sbin:/sbin
missing=chromium
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
  if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
    missing=
    break
  fi
done
if [ "$(uname -s)" = Linux ] && command -v ldconfig >/dev/null && ! ldconfig -p | grep -q 'libatomic\.so\.1'; then
  missing="$missing libatomic1"
fi
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installation pour les essais dans un navigateur (une seule fois) : $missing"
  # shellcheck disable=SC2086
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null
else
  echo "Il manque : $missing. Sur Debian : sudo apt install $missing. Sur Mac : installez Google Chrome." >&2
  exit 1
fi
