"""How autonomy is decided (design §4), and why: small, pure, explained on screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from learning.events import Help

DAY = timedelta(days=1)


class Level(IntEnum):
    """The three levels La Coop asks for, and what comes before them."""

    TO_DISCOVER = 0
    GUIDED = 1
    WHEN_NEEDED = 2
    AUTONOMOUS = 3

    @property
    def coop(self) -> str:
        """In the words the counsellor must report."""
        return ("À découvrir", "Avec guidage", "Autonome avec guidage en cas de besoin", "Autonome")[self]

    @property
    def learner(self) -> str:
        """In the learner's words."""
        return ("à découvrir", "je m’entraîne", "je m’entraîne", "je sais faire")[self]


@dataclass(frozen=True)
class Attempt:
    """One ended attempt at a practice."""

    at: datetime
    variant: str
    done: bool
    help: Help = "none"
    traps: int = 0
    traps_accepted: int = 0
    genuine: int = 0
    genuine_rejected: int = 0

    @property
    def discerning(self) -> bool:
        """No dangerous trap accepted, and at most one genuine in four rejected (facts/competences.md §2.5)."""
        return self.traps_accepted == 0 and self.genuine_rejected * 4 <= self.genuine

    @property
    def alone(self) -> bool:
        return self.done and self.help == "none" and self.discerning

    @property
    def failed(self) -> bool:
        """Not done, done against the discernment rule, or done with the answer shown."""
        return not self.done or self.help == "shown" or not self.discerning


def level(attempts: Sequence[Attempt], floor: Level = Level.TO_DISCOVER, *, lesson_done: bool = False) -> Level:
    """The level that these attempts (in log order) prove, never under `floor`."""
    if floor == Level.AUTONOMOUS or proof(attempts):
        return Level.AUTONOMOUS
    if floor == Level.WHEN_NEEDED or any(a.alone or (a.done and a.help == "hint" and a.discerning) for a in attempts):
        return Level.WHEN_NEEDED
    if floor == Level.GUIDED or lesson_done or any(a.done for a in attempts):
        return Level.GUIDED
    return Level.TO_DISCOVER


def proof(attempts: Sequence[Attempt]) -> tuple[Attempt, Attempt] | None:
    """Two attempts done alone on two different variants, the second at least one day after the first; else None."""
    alone = [a for a in attempts if a.alone]
    for i, first in enumerate(alone):
        for second in alone[i + 1 :]:
            if second.variant != first.variant and second.at - first.at >= DAY:
                return first, second
    return None


def ready_again(attempts: Sequence[Attempt]) -> datetime | None:
    """When doing it alone once more would prove autonomy: a day after the first time alone. None before that time."""
    alone = [a for a in attempts if a.alone]
    return alone[0].at + DAY if alone else None
