#!/bin/sh
# PostgreSQL for the tests, when the machine has none: Debian's package.
set -eu
if ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null; then exit 0; fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null
else
  echo "Installez PostgreSQL (paquet « postgresql ») pour les tests, puis recommencez." >&2
  exit 1
fi
