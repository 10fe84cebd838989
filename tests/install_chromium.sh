#!/bin/sh
# The browser journeys need a real Chromium: take the system's, install it where it is missing and we may.
set -eu
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
  [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installation de Chromium (une seule fois)…"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
else
  echo "Il manque Chromium. Sur Debian : sudo apt install chromium. Sur Mac : installez Google Chrome." >&2
  exit 1
fi
