"""The one thing to suggest now, and which variant to play. Pure: the time is an argument."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from learning.autonomy import Attempt, Level, ready_again
from learning.content import Lesson
from learning.progress import Progress, SkillProgress

WARM_UP_MINUTES = 5
REVIEW_MINUTES = 2.5  # one practice seen again

Kind = Literal["warm_up", "lesson", "practice", "quiz", "come_back", "all_done"]


@dataclass(frozen=True)
class NextStep:
    """What to do (`kind`), on which lesson; `at` is when to come back, for "come_back"."""

    kind: Kind
    lesson: str | None = None
    at: datetime | None = None
    proposed: bool = False


def warm_up(progress: Progress, lessons: Sequence[str], now: datetime) -> tuple[str, ...]:
    """The skills due now among `lessons`, the longest overdue first, at most five minutes of them."""
    dues = sorted((due, ref) for ref in lessons if (due := progress.skill(ref).due) and due <= now)
    return tuple(ref for _due, ref in dues)[: int(WARM_UP_MINUTES // REVIEW_MINUTES)]


def next_step(path: Sequence[Lesson], progress: Progress, now: datetime, *, warmed_up: bool = False) -> NextStep:
    """Warm-up first, then what the counsellor proposed, then what is begun, then the path in its order."""
    refs = [lesson.ref for lesson in path]
    if not warmed_up and warm_up(progress, refs, now):
        return NextStep("warm_up")
    skills = [progress.skill(ref) for ref in refs]
    proposed = [s for s in skills if s.proposed]
    begun = [s for s in skills if s.level in (Level.GUIDED, Level.WHEN_NEEDED) or s.screen]
    waiting: list[datetime] = []
    for skill in (*proposed, *begun, *skills):
        kind = stage(skill, now)
        if kind == "come_back":
            waiting.append(ready_again(skill.attempts[skill.since :]))
        elif kind != "all_done":
            return NextStep(kind, skill.lesson, proposed=bool(skill.proposed))
    return NextStep("come_back", at=min(waiting)) if waiting else NextStep("all_done")


def stage(skill: SkillProgress, now: datetime) -> Kind:
    """What is next for one skill: lesson, practice, quiz, then the practice again another day until it is done alone twice."""
    if skill.lesson_done is None and skill.level < Level.WHEN_NEEDED:
        return "lesson"
    if not any(a.done for a in skill.attempts) and skill.level < Level.WHEN_NEEDED:
        return "practice"
    if skill.quiz_done is None and skill.level < Level.AUTONOMOUS:
        return "quiz"
    if skill.level == Level.AUTONOMOUS:
        return "practice" if skill.proposed else "all_done"
    again = ready_again(skill.attempts[skill.since :])
    return "come_back" if again and again > now else "practice"


def choose_variant(variants: Sequence[str], attempts: Sequence[Attempt]) -> str:
    """A variant never tried, else the one not done alone yet, else the one seen longest ago; never twice the same in a row."""
    last = attempts[-1].variant if attempts else None
    order = {a.variant: i for i, a in enumerate(attempts)}
    alone = {a.variant for a in attempts if a.alone}
    pool = [v for v in variants if v != last] or list(variants)
    return min(pool, key=lambda v: (v in order, v in alone, order.get(v, -1), variants.index(v)))
