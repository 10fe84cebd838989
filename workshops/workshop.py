"""A workshop, or open-access hours (permanence), as the counsellor prepares and closes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from workshops.la_coop import EQUIPMENT, PLACE_KINDS, WORKSHOP_LEVELS
from workshops.themes import LABELS

Kind = Literal["workshop", "open"]  # atelier, permanence
KINDS: dict[str, str] = {"workshop": "Atelier", "open": "Permanence"}


@dataclass(frozen=True)
class Proposed:
    """A lesson proposed in a workshop, and the counsellor's note to the people."""

    lesson: str
    note: str = ""


@dataclass(frozen=True)
class Workshop:
    """`day` is « AAAA-MM-JJ » and `starts` « HH:MM », in Paris time. `people`: learners' ids. `came`: those who did come.

    `others`: people present without an account, counted only. `counts`: the anonymous report of a closed workshop."""

    id: str
    kind: Kind
    title: str
    day: str
    starts: str
    minutes: int
    village: str
    place_kind: str = "LieuActivite"
    themes: tuple[str, ...] = ()
    level: str = "Debutant"
    equipment: tuple[str, ...] = ("Ordinateur",)
    lessons: tuple[Proposed, ...] = ()
    people: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    others: int = 0
    pin_waived: bool = False
    created_by: str = ""
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def open(self) -> bool:
        return self.opened_at is not None and self.closed_at is None


def refusals(one: Workshop) -> list[str]:
    """What keeps this workshop from being saved, in French sentences that say what to do; empty when it is good."""
    told = []
    if not one.title.strip():
        told.append("Donnez un titre à l’atelier.")
    if not 5 <= one.minutes <= 600:
        told.append("Donnez une durée entre 5 minutes et 10 heures.")
    if one.place_kind not in PLACE_KINDS:
        told.append("Choisissez un lieu dans la liste.")
    if set(one.themes) - set(LABELS):
        told.append("Choisissez les thèmes dans la liste de La Coop.")
    if not one.themes and one.kind == "workshop":
        told.append("Choisissez une leçon, ou au moins un thème : La Coop le demande.")
    if one.level not in WORKSHOP_LEVELS:
        told.append("Choisissez un niveau dans la liste.")
    if set(one.equipment) - set(EQUIPMENT):
        told.append("Choisissez le matériel dans la liste.")
    return told
