"""False sites: each a page with a form that asks for what one never gives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from simulator.engine import known, several, text

KINDS = ("texte", "secret")


@dataclass(frozen=True)
class Field:
    name: str
    label: str
    secret: bool


@dataclass(frozen=True)
class Front:
    title: str
    paragraphs: tuple[str, ...]
    fields: tuple[Field, ...]
    button: str


@dataclass(frozen=True)
class State:
    fronts: Mapping[str, Front]  # host -> page
    sent: frozenset[str] = field(default_factory=frozenset)  # hosts whose form was sent
    typed: frozenset[str] = field(default_factory=frozenset)  # hosts where something was typed


def init(data: Mapping[str, Any]) -> State:
    """`hôte: {titre, texte, champs, bouton}` for each false site. Raises ValueError, in French."""
    return State({str(host).lower(): _front(raw, f"piege, {host}") for host, raw in known(data, tuple(data), "piege").items()})


def _front(raw: Any, where: str) -> Front:
    known(raw, ("titre", "texte", "champs", "bouton"), where)
    lines = raw.get("texte") or ()
    lines = lines.splitlines() if isinstance(lines, str) else several(raw, "texte", where)
    fields = tuple(_field(f, i, where) for i, f in enumerate(several(raw, "champs", where), 1))
    return Front(
        text(raw, "titre", where), tuple(str(x) for x in lines if str(x).strip()), fields, text(raw, "bouton", where, "Valider")
    )


def _field(raw: Any, i: int, where: str) -> Field:
    where = f"{where}, champ {i}"
    known(raw, ("nom", "libelle", "genre"), where)
    name, kind = text(raw, "nom", where), text(raw, "genre", where, "texte")
    if not re.fullmatch(r"[a-z0-9-]+", name):
        raise ValueError(f"{where} : le nom « {name} » s’écrit en minuscules, chiffres et tirets")
    if kind not in KINDS:
        raise ValueError(f"{where} : le genre « {kind} » n’existe pas. Genres : {', '.join(KINDS)}")
    return Field(name, text(raw, "libelle", where), kind == "secret")
