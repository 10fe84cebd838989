"""Honest sites: one page each, at their own address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.addresses import Part, parts
from simulator.sites.pages.vocabulary import STARTS
from simulator.starts import host_name, known, once, text, words


@dataclass(frozen=True)
class Sheet:
    title: str
    parts: tuple[Part, ...]


State = Mapping[str, Sheet]  # host -> page


def init(data: Mapping[str, Any]) -> State:
    """`hôte: {titre, texte}` for each site. Raises ValueError, in French."""
    starts = [(host_name(name, "pages"), raw) for name, raw in known(data, None, "pages").items()]
    once([host for host, _ in starts], "sites", "pages")
    return {host: _sheet(raw, f"pages, {host}") for host, raw in starts}


def _sheet(raw: Any, where: str) -> Sheet:
    known(raw, words(STARTS, "<adresse>"), where)
    return Sheet(text(raw, "titre", where), parts(raw, "texte", where))
