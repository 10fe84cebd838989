#!/bin/sh
# Make the virtual environment: make_venv.sh PYTHON FOLDER. A bare Debian lacks the venv module: install it when we may.
set -eu
python=$1
folder=$2
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "Il faut Python 3.11 ou plus récent. Sur Debian : apt install python3 python3-venv. Sur Mac : https://www.python.org/downloads/" >&2
  exit 1
fi
if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
  else
    echo "Il manque le module venv. Tapez : sudo apt install python3-venv, puis recommencez." >&2
    exit 1
  fi
fi
echo "Préparation (une seule fois, quelques minutes)…"
"$python" -m venv "$folder"
