# Two commands do everything on a fresh machine: `make run` and `make test`.
PYTHON ?= python3
VENV ?= .venv
PY := $(VENV)/bin/python
CYCLES ?= 1000
PORT ?=

.DEFAULT_GOAL := help
.PHONY: help run demo test check course faults crash bench

help:  ## ce que chaque commande fait
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/ :/' | sed 's/^/  make /'

run: $(VENV)/run.stamp  ## démarrer Pas à pas (PORT=8600 pour choisir le port)
	@$(PY) app.py $(if $(PORT),--port $(PORT))

demo: $(VENV)/run.stamp  ## démarrer sur un exemple rempli, à part des vraies données
	@$(PY) app.py --demo $(if $(PORT),--port $(PORT))

test: $(VENV)/dev.stamp  ## toutes les vérifications, dans un vrai navigateur aussi
	@sh tests/install_chromium.sh
	@sh tests/install_servers.sh
	$(PY) -m ruff check . && $(PY) -m ruff format --check .
	$(PY) -m library.check
	$(PY) -m pytest -n 3 --dist loadfile

check: $(VENV)/dev.stamp  ## les fichiers des auteurs et le code
	$(PY) -m ruff check . && $(PY) -m ruff format --check .
	$(PY) -m library.check

course: $(VENV)/dev.stamp  ## les modules entiers dans un vrai navigateur, de la première page à l’attestation (une demi-heure)
	@sh tests/install_chromium.sh
	$(PY) -m pytest -n 2 -m course tests --ignore=tests/faults

faults: $(VENV)/dev.stamp  ## la mémoire tuée, ou le disque plein ou en panne, à chaque écriture l’une après l’autre
	@sh tests/install_servers.sh
	$(PY) -m pytest -n 2 -m course tests/faults

crash: $(VENV)/dev.stamp  ## tuer le programme CYCLES fois pendant des réponses : rien de confirmé ne se perd
	$(PY) bench/crash.py $(CYCLES)

bench: $(VENV)/dev.stamp  ## le coût d’une réponse, d’un écran, d’un geste contre une page vide ; « Faire le point » contre toutes les questions; un clic dans la fenêtre contre un bouton nu
	$(PY) -m bench.interactions
	$(PY) -m bench.diagnosis
	$(PY) -m bench.window

$(VENV)/bin/python:
	@sh deploy/make_venv.sh $(PYTHON) $(VENV)

$(VENV)/run.stamp: $(VENV)/bin/python requirements.txt
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: $(VENV)/bin/python requirements.txt requirements-dev.txt
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/run.stamp
