"""Honest sites: one page each, at their own address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.engine import known, several, text


@dataclass(frozen=True)
class Sheet:
    title: str
    paragraphs: tuple[str, ...]


State = Mapping[str, Sheet]  # host -> page


def init(data: Mapping[str, Any]) -> State:
    """`hôte: {titre, texte}` for each site. Raises ValueError, in French."""
    out = {}
    for host, raw in known(data, tuple(data), "pages").items():
        where = f"pages, {host}"
        known(raw, ("titre", "texte"), where)
        lines = raw.get("texte")
        lines = lines.splitlines() if isinstance(lines, str) else several(raw, "texte", where)
        out[str(host).lower()] = Sheet(text(raw, "titre", where), tuple(str(line) for line in lines if str(line).strip()))
    return out
