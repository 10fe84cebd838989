"""How an author describes a desktop."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.addresses import address
from simulator.sites.desktop.state import (
    BIN,
    FOLDER,
    LONGEST_TITLE,
    PLACES,
    SHOWN,
    Item,
    Offer,
    Program,
    State,
    Window,
    kind_of,
    slug,
)  # fmt: skip
from simulator.sites.desktop.vocabulary import STARTS
from simulator.starts import each, known, name, once, one_of, paragraphs, several, text, texts, words

KINDS = ("pdf", "image", "texte", "archive", FOLDER)
WORDS = {  # what each kind of program may say
    "ecrire": ("texte",),
    "images": (),
    "page": ("texte", "telecharger", "adresse"),
    "cibles": ("nombre",),
    "defiler": ("texte", "mot"),
    "recopier": ("textes",),
}
FEWEST_LINES, MOST_TARGETS, TARGETS = 10, 12, 5


def init(data: Mapping[str, Any]) -> State:
    """`{heure, fichiers, programmes, ouvertes, reduites}`. Raises ValueError, in French, naming the place."""
    known(data, words(STARTS), "bureau")
    programs = each(data, "programmes", "programme", "bureau", _program)
    items = _items(data)
    state = State(items, programs, time=text(data, "heure", "bureau", "10:42"))
    once([*PLACES, SHOWN, *(p.id for p in programs), *(i.id for i in items)], "choses", "bureau")
    return _windows(state, data)


def _items(data: Mapping[str, Any]) -> tuple[Item, ...]:
    raws = several(data, "fichiers", "bureau")
    items = [_item(raw, f"bureau, fichier {i}") for i, raw in enumerate(raws, 1)]
    places = {
        **{i.id: i.id for i in items if i.kind == FOLDER},
        **{slug(v): k for k, v in PLACES.items()},
        **{p: p for p in PLACES},
    }
    placed = []
    for item in items:
        where = f"bureau, fichier « {item.name} »"
        folder = one_of(slug(item.folder), places, "le dossier", where)
        held = replace(item, folder=places[folder], before="documents" if places[folder] == BIN else "")
        if any(i.folder == held.folder and slug(i.name) == slug(held.name) for i in placed):
            raise ValueError(f"{where} : un autre fichier porte ce nom dans le même dossier")
        placed.append(held)
    once([*PLACES, *(item.id for item in placed)], "choses", "bureau, fichiers")
    for item in placed:
        if State(items=tuple(placed)).under(item.folder, item.id):
            raise ValueError(f"bureau, fichier « {item.name} » : un dossier ne peut pas être dans lui-même")
    return tuple(placed)


def _item(raw: Any, where: str) -> Item:
    known(raw, words(STARTS, "fichiers"), where)
    called = _called(raw, where)
    kind = one_of(text(raw, "genre", where, kind_of(called)), KINDS, "le genre", where)
    own = name(raw, "id", where) if "id" in raw else slug(called)
    folder = text(raw, "dossier", where, "documents")
    return Item(
        own, called, kind, folder, text(raw, "taille", where, ""), text(raw, "date", where, ""), paragraphs(raw, "contenu", where)
    )


def _called(raw: Mapping[str, Any], where: str) -> str:
    called = text(raw, "nom", where)
    if len(called) > LONGEST_TITLE:
        raise ValueError(f"{where} : le nom est trop long, {LONGEST_TITLE} signes au plus")
    return called


def _program(raw: Any, where: str) -> Program:
    known(raw, words(STARTS, "programmes"), where)
    kind = one_of(text(raw, "genre", where), WORDS, "le genre", where)
    known(raw, ("id", "nom", "genre", *WORDS[kind]), f"{where}, {kind}")
    program = Program(name(raw, "id", where), _called(raw, where), kind, paragraphs(raw, "texte", where))
    if kind == "page":
        return _page(raw, program, where)
    if kind == "cibles":
        return replace(program, count=_count(raw, where))
    if kind == "recopier":
        models = texts(raw, "textes", where)
        if not models:
            raise ValueError(f"{where} : il faut au moins un texte à recopier, sous « textes »")
        return replace(program, models=models)
    if kind == "defiler":
        if len(program.text) < FEWEST_LINES:
            raise ValueError(f"{where} : la page doit être longue, {FEWEST_LINES} lignes de « texte » au moins")
        return replace(program, word=text(raw, "mot", where))
    return program


def _page(raw: Mapping[str, Any], program: Program, where: str) -> Program:
    offers = []
    for i, given in enumerate(several(raw, "telecharger", where), 1):
        at = f"{where}, telecharger {i}"
        known(given, words(STARTS, "programmes.telecharger"), at)
        called = _called(given, at)
        kind = one_of(text(given, "genre", at, kind_of(called)), KINDS[:-1], "le genre", at)
        offers.append(Offer(called, kind, text(given, "taille", at, ""), paragraphs(given, "contenu", at)))
    opens = address(raw, "adresse", where) if raw.get("adresse") else ""
    if opens and (program.text or offers):
        raise ValueError(f"{where} : « adresse » ouvre un autre site. N’écrivez pas aussi « texte » ou « telecharger »")
    return replace(program, offers=tuple(offers), address=opens)


def _count(raw: Mapping[str, Any], where: str) -> int:
    value = text(raw, "nombre", where, str(TARGETS))
    if not re.fullmatch(r"[0-9]{1,2}", value) or not 1 <= int(value) <= MOST_TARGETS:
        raise ValueError(f"{where} : « nombre » va de 1 à {MOST_TARGETS}, pas « {value} »")
    return int(value)


def _windows(state: State, data: Mapping[str, Any]) -> State:
    """The windows open at the start; the last of `ouvertes` is in front."""
    found = [(n, reduced) for word, reduced in (("reduites", True), ("ouvertes", False)) for n in texts(data, word, "bureau")]
    possible = [n for n in (*PLACES, *(p.id for p in state.programs), *(i.id for i in state.items)) if state.can_show(n)]
    names = [one_of(n, possible, "la fenêtre", "bureau, ouvertes et reduites") for n, _ in found]
    once(names, "fenêtres", "bureau")
    windows = tuple(Window(n, slot, reduced) for slot, (n, reduced) in enumerate(found))
    return replace(state, windows=windows, opened=len(windows))
