#!/bin/sh
# PostgreSQL, Caddy and strace for the tests, where the machine has none: Debian's packages. Where they cannot be had, the tests that
# need them say so and are passed over: the rest is still worth running.
set -eu
missing=
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || missing=postgresql
command -v caddy >/dev/null || missing="$missing caddy"
[ "$(uname -s)" != Linux ] || command -v strace >/dev/null || missing="$missing strace"
[ -n "$missing" ] || exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "Installation pour les essais : $missing"
  # shellcheck disable=SC2086
  if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null; then exit 0; fi
fi
echo "Absents, et leurs essais avec eux : $missing" >&2
