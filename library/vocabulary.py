"""The words that author files may use: skills, frames of reference, sites, facts, cues."""

from __future__ import annotations

import re
from collections.abc import Mapping

_SKILLS = {"premiers-pas": ("P", 10), "courriel": ("C", 9), "demarches": ("D", 8), "sources": ("S", 8), "donnees": ("N", 9), "reseaux-sociaux": ("R", 6)}  # fmt: skip

SKILLS: dict[str, str] = {
    f"{letter}{i}": module for module, (letter, n) in _SKILLS.items() for i in range(1, n + 1)
}  # code -> module

DIGCOMP = tuple(f"{area}.{i}" for area, n in ((1, 3), (2, 6), (3, 4), (4, 4), (5, 4)) for i in range(1, n + 1))
CRCN = tuple(f"{area}.{i}" for area, n in ((1, 3), (2, 4), (3, 4), (4, 3), (5, 2)) for i in range(1, n + 1))

CUES = ("adresse", "lien", "urgence", "argent", "secret", "inattendu", "piece")
OPERATORS = ("contient", "parmi", "motif", "present", "seulement")
GESTURES = ("clic", "ecrire", "adresse", "terminer")

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAME = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")  # a key: under-scores allowed


def facts() -> Mapping[str, str]:
    """The facts that sites can tell, with their French description."""
    try:
        from simulator.sites import FACTS  # read when asked: the readers of lessons and quizzes do not need the simulator
    except ImportError:
        return _FACTS
    return FACTS


def site_names() -> tuple[str, ...]:
    """The sites that a scenario may open."""
    try:
        from simulator.sites import SITES
    except ImportError:
        return ("courriel", "pages", "piege")
    return tuple(SITES)


_FACTS = dict.fromkeys(
    [
        "courriel.ouvert",
        "courriel.envoye",
        "courriel.piece_jointe",
        "courriel.piece_retiree",
        "courriel.piece_ouverte",
        "courriel.signale",
        "courriel.indesirable",
        "courriel.supprime",
        "courriel.remis",
        "courriel.recherche",
        "lien.adresse_vue",
        "nav.introuvable",
        "nav.onglet",
        "site.visite",
        "piege.visite",
        "piege.secret_tape",
        "piege.secret_envoye",
        "mission.terminee",
    ],
    "",
)
