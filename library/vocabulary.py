"""The words that author files may use: skills, frames of reference, sites, facts, cues."""

from __future__ import annotations

import re
from collections.abc import Mapping

from simulator.goals import LOTS, OPERATORS
from simulator.player import GESTURES
from simulator.sites import FACTS, SITES
from simulator.sites.mailbox.state import CUES

_SKILLS = {"premiers-pas": ("P", 10), "courriel": ("C", 9), "demarches": ("D", 8), "sources": ("S", 8), "donnees": ("N", 12), "reseaux-sociaux": ("R", 6)}  # fmt: skip

SKILLS: dict[str, str] = {
    f"{letter}{i}": module for module, (letter, n) in _SKILLS.items() for i in range(1, n + 1)
}  # code -> module

DIGCOMP = tuple(f"{area}.{i}" for area, n in ((1, 3), (2, 6), (3, 4), (4, 4), (5, 4)) for i in range(1, n + 1))
CRCN = tuple(f"{area}.{i}" for area, n in ((1, 3), (2, 4), (3, 4), (4, 3), (5, 2)) for i in range(1, n + 1))


SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAME = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")  # a key: under-scores allowed


def facts() -> Mapping[str, str]:
    """The facts that sites can tell, with their French description."""
    return FACTS


def site_names() -> tuple[str, ...]:
    """The sites that a scenario may open."""
    return tuple(SITES)


__all__ = ["CRCN", "CUES", "DIGCOMP", "GESTURES", "LOTS", "NAME", "OPERATORS", "SKILLS", "SLUG", "facts", "site_names"]
