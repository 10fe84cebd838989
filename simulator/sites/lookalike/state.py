"""False sites: each a page with a form that asks for what one never gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from simulator.sites.lookalike.vocabulary import STARTS
from simulator.starts import each, host_name, known, name, once, one_of, paragraphs, text, words

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
    small: tuple[str, ...] = ()  # small print, at the bottom


@dataclass(frozen=True)
class State:
    fronts: Mapping[str, Front]  # host -> page
    sent: frozenset[str] = field(default_factory=frozenset)  # hosts whose form was sent
    typed: frozenset[str] = field(default_factory=frozenset)  # hosts where something was typed


def init(data: Mapping[str, Any]) -> State:
    """`hôte: {titre, texte, champs, bouton, petites-lignes}` for each false site. Raises ValueError, in French."""
    starts = [(host_name(where, "piege"), raw) for where, raw in known(data, None, "piege").items()]
    once([host for host, _ in starts], "sites", "piege")
    return State({host: _front(raw, f"piege, {host}") for host, raw in starts})


def _front(raw: Any, where: str) -> Front:
    known(raw, words(STARTS, "<adresse>"), where)
    fields = each(raw, "champs", "champ", where, _field)
    once([f.name for f in fields], "champs", where)
    return Front(
        text(raw, "titre", where), paragraphs(raw, "texte", where), fields, text(raw, "bouton", where, "Valider"),
        paragraphs(raw, "petites-lignes", where),
    )  # fmt: skip


def _field(raw: Any, where: str) -> Field:
    known(raw, words(STARTS, "<adresse>.champs"), where)
    kind = one_of(text(raw, "genre", where, "texte"), KINDS, "le genre", where)
    return Field(name(raw, "nom", where), text(raw, "libelle", where), kind == "secret")
