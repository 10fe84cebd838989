"""The one thing to suggest now, and which variant to play. Pure: the time is an argument."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from learning.autonomy import DAY, Attempt, Level, ready_again
from learning.content import Lesson
from learning.progress import Progress, SkillProgress

WARM_UP_MINUTES = 5
REVIEW_MINUTES = 2.5  # one practice seen again
SESSION = timedelta(hours=4)  # attempts closer than this belong to one visit

Kind = Literal["warm_up", "lesson", "practice", "quiz", "come_back", "all_done"]


@dataclass(frozen=True)
class NextStep:
    """What to do (`kind`), on which lesson; `at` is when to come back, for "come_back"."""

    kind: Kind
    lesson: str | None = None
    at: datetime | None = None
    proposed: bool = False


def warm_up(
    progress: Progress, lessons: Sequence[str], now: datetime, minutes: Mapping[str, float] | None = None
) -> tuple[str, ...]:
    """The skills due now among `lessons`, the longest overdue first, at most five minutes of them in one session.

    `minutes` says how long the practice of a lesson takes, REVIEW_MINUTES where it does not; one alone may take them all."""
    takes = dict(minutes or {})
    dues = sorted((due, ref) for ref in lessons if (due := progress.skill(ref).due) and due <= now)
    left = WARM_UP_MINUTES - sum(takes.get(ref, REVIEW_MINUTES) for ref in lessons if _seen_again(progress.skill(ref), now))
    chosen: list[str] = []
    for _due, ref in dues:
        needed = min(takes.get(ref, REVIEW_MINUTES), WARM_UP_MINUTES)
        if needed <= left:
            chosen.append(ref)
            left -= needed
    return tuple(chosen)


def _seen_again(skill: SkillProgress, now: datetime) -> bool:
    """Was this skill practised in this session, after another day?"""
    now_done = [a for a in skill.attempts if timedelta(0) <= now - a.at < SESSION]
    before = [a for a in skill.attempts if a.at < now - SESSION]
    return bool(now_done and before) and now_done[0].at - before[-1].at >= SESSION


def module_first(path: Sequence[Lesson], progress: Progress) -> tuple[Lesson, ...]:
    """The path with the module last worked in first: modules are begun in any order, and what is begun goes on."""
    worked = [lesson for lesson in path if progress.skill(lesson.ref).last_seen]
    last = max(worked, key=lambda lesson: progress.skill(lesson.ref).last_seen, default=None)
    return tuple(sorted(path, key=lambda lesson: last is None or lesson.module != last.module))


def next_step(
    path: Sequence[Lesson],
    progress: Progress,
    now: datetime,
    *,
    practices: Collection[str] | None = None,
    quizzes: Collection[str] | None = None,
    minutes: Mapping[str, float] | None = None,
    warmed_up: bool = False,
) -> NextStep:
    """Warm-up first, then what the counsellor proposed, then what is begun, then the path in its order.

    `practices` and `quizzes` are the lessons that have one (None: all have): what does not exist is never proposed."""
    refs = [lesson.ref for lesson in path]
    has = Has(refs if practices is None else practices, refs if quizzes is None else quizzes)
    if not warmed_up and warm_up(progress, [ref for ref in refs if ref in has.practices], now, minutes):
        return NextStep("warm_up")
    skills = [progress.skill(ref) for ref in refs]
    proposed = [s for s in skills if s.proposed]
    begun = [s for s in skills if s.level in (Level.GUIDED, Level.WHEN_NEEDED) or s.screen]
    waiting: list[datetime] = []
    left_out = [s for s in skills if s.on_path is False]  # known already: done once at the end, as a proof, without the lesson
    for skill in (*proposed, *begun, *(s for s in skills if s.on_path is not False), *left_out):
        kind = stage(skill, now, has)
        if kind == "come_back":
            waiting.append(next_try(skill))
        elif kind != "all_done":
            return NextStep(kind, skill.lesson, proposed=bool(skill.proposed))
    return NextStep("come_back", at=min(waiting)) if waiting else NextStep("all_done")


@dataclass(frozen=True)
class Has:
    """The lessons that have a practice, and those that have a quiz."""

    practices: Collection[str]
    quizzes: Collection[str]


def stage(skill: SkillProgress, now: datetime, has: Has) -> Kind:
    """What is next for one skill: lesson, practice, quiz, then the practice again another day until it is done alone twice."""
    known = skill.on_path is False and not skill.proposed
    if skill.lesson_done is None and skill.level < Level.WHEN_NEEDED and not known:
        return "lesson"
    if skill.lesson in has.practices and not any(a.done for a in skill.attempts) and skill.level < Level.WHEN_NEEDED:
        return "practice"
    if skill.lesson in has.quizzes and skill.quiz_done is None and skill.level < Level.AUTONOMOUS and not known:
        return "quiz"
    if skill.lesson not in has.practices:
        return "all_done"
    if skill.level == Level.AUTONOMOUS:
        return "practice" if skill.proposed else "all_done"
    again = next_try(skill)
    return "come_back" if again and again > now else "practice"


def next_try(skill: SkillProgress) -> datetime | None:
    """When trying once more makes sense: a day after the first time alone, else a day after it was last done; None: now."""
    counted = skill.attempts[skill.since :]
    done = [a for a in counted if a.done and a.discerning]
    return ready_again(counted) or (done[-1].at + DAY if done else None)


def choose_variant(variants: Sequence[str], attempts: Sequence[Attempt], begun: Sequence[str] = ()) -> str:
    """A variant never tried, else the one not done alone yet, else the one seen longest ago; never twice the same in a row.

    `begun`: the variants begun so far, in order, those that were left included."""
    seen = [*(a.variant for a in attempts), *begun]
    last = seen[-1] if seen else None
    order = {variant: i for i, variant in enumerate(seen)}
    alone = {a.variant for a in attempts if a.alone}
    pool = [v for v in variants if v != last] or list(variants)
    return min(pool, key=lambda v: (v in order, v in alone, order.get(v, -1), variants.index(v)))
