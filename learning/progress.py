"""What the events add up to: one value per skill, folded event by event. Pure; the order is the log's, never the clock's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from learning import autonomy, review
from learning.autonomy import Attempt, Level
from learning.events import (
    DiagnosisFinished,
    Event,
    LessonFinished,
    LessonProposed,
    LevelOverruled,
    PathChosen,
    PracticeFinished,
    QuestionAnswered,
    QuizFinished,
    QuizRestarted,
    ScreenSeen,
    TaskTried,
    lessons_of,
)

KEPT_PLACES = 12  # diagnoses shown; the log keeps them all
KEPT_ATTEMPTS = 40  # attempts shown as evidence; the log keeps them all


@dataclass(frozen=True)
class SkillProgress:
    """Where one learner stands on one skill (= one lesson)."""

    lesson: str
    screen: int = 0  # last screen of the lesson on show, 1 = first
    lesson_done: datetime | None = None
    answers: Mapping[str, bool] = field(default_factory=dict)  # question -> was the last answer right, in this round
    missed: Mapping[str, int] = field(default_factory=dict)  # question -> answers not right, in this round
    tries: Mapping[str, int] = field(default_factory=dict)  # question -> answers given, all rounds
    quiz_done: datetime | None = None
    attempts: tuple[Attempt, ...] = ()
    floor: Level = Level.TO_DISCOVER  # set by a lapse (2) or by the counsellor
    since: int = 0  # attempts counted from here: a lapse or an overruling starts afresh
    overruled: tuple[int, str, str, datetime] | None = None  # level, reason, counsellor, when
    proposed: tuple[str, str, datetime] | None = None  # counsellor, note, when; None once the practice is done after it
    tried: tuple[int, str, bool] | None = None  # last small task: which diagnosis, which variant, done right
    placed: tuple[tuple[int, bool, datetime], ...] = ()  # each diagnosis: its number, known or not, when
    on_path: bool | None = None  # chosen for the path, or left out; None: never chosen, the whole module is the path
    card: Mapping[str, Any] | None = None  # FSRS memory
    last_seen: datetime | None = None

    @property
    def level(self) -> Level:
        return autonomy.level(self.attempts[self.since :], self.floor, lesson_done=self.lesson_done is not None)

    @property
    def due(self) -> datetime | None:
        """When to see the skill again; None while it was never done."""
        traps = any(a.traps for a in self.attempts)
        known = self.floor == Level.AUTONOMOUS or any(a.done for a in self.attempts)
        return review.due(self.card, spaced_by_eight_weeks=traps or self.lesson.startswith("sources/")) if known else None


@dataclass(frozen=True)
class Progress:
    """All skills of one learner, and the number of the last event folded in."""

    skills: Mapping[str, SkillProgress] = field(default_factory=dict)
    seq: int = 0

    def skill(self, lesson: str) -> SkillProgress:
        return self.skills.get(lesson) or SkillProgress(lesson)


def add_up(events: Iterable[Event]) -> Progress:
    """Fold a whole history, oldest first, into a Progress."""
    progress = Progress()
    for event in events:
        progress = evolve(progress, event)
    return progress


def evolve(progress: Progress, event: Event) -> Progress:
    """The progress after one more event. An event already counted, or unknown, changes nothing but the number."""
    if event.seq <= progress.seq:
        return progress
    after = {lesson: evolve_skill(progress.skill(lesson), event) for lesson in lessons_of(event.happening)}
    return Progress({**progress.skills, **after}, event.seq)


def evolve_skill(skill: SkillProgress, event: Event) -> SkillProgress:
    """One skill after one event about it."""
    match event.happening:  # what others decide, or what was placed without being practised, is not a visit to the skill
        case DiagnosisFinished(number=number, known=known):
            return replace(skill, placed=(*skill.placed, (number, skill.lesson in known, event.at))[-KEPT_PLACES:])
        case PathChosen(chosen=chosen):
            return replace(skill, on_path=skill.lesson in chosen)
    skill = replace(skill, last_seen=event.at)
    match event.happening:
        case ScreenSeen(screen=screen):
            return replace(skill, screen=screen)
        case LessonFinished():
            return replace(skill, lesson_done=skill.lesson_done or event.at, screen=0)
        case QuestionAnswered(question=question, right=right):
            return after_answer(skill, question, right)
        case QuizFinished():
            return replace(skill, quiz_done=event.at)
        case QuizRestarted():
            return replace(skill, answers={}, missed={}, quiz_done=None)
        case PracticeFinished() as attempt:
            return _attempted(skill, attempt, event)
        case LessonProposed(by=by, note=note):
            return replace(skill, proposed=(by, note, event.at))
        case LevelOverruled(level=level, reason=reason, by=by):
            return _overruled(skill, Level(min(max(level, 0), 3)), (reason, by), event.at)
        case TaskTried(number=number, variant=variant, right=right):
            return replace(skill, tried=(number, variant, right))
    return skill


def after_answer(skill: SkillProgress, question: str, right: bool) -> SkillProgress:
    """The skill after one more answer: rounds, misses and tries."""
    fresh = skill.quiz_done is not None  # an answer after the end opens a new round
    answers, missed = ({}, {}) if fresh else (skill.answers, skill.missed)
    return replace(
        skill,
        answers={**answers, question: right},
        missed=missed if right else {**missed, question: missed.get(question, 0) + 1},
        tries={**skill.tries, question: skill.tries.get(question, 0) + 1},
        quiz_done=None,
    )


def _overruled(skill: SkillProgress, floor: Level, why: tuple[str, str], at: datetime) -> SkillProgress:
    """What the counsellor says holds; evidence starts afresh. Known by her word, the skill is reviewed like any other."""
    seen = Attempt(at=at, variant="", done=True)
    card = review.reviewed(None, seen, at) if floor == Level.AUTONOMOUS and skill.card is None else skill.card
    lesson_done = None if floor == Level.TO_DISCOVER else skill.lesson_done
    overruled = (int(floor), *why, at)
    return replace(skill, floor=floor, since=len(skill.attempts), overruled=overruled, card=card, lesson_done=lesson_done)


def _attempted(skill: SkillProgress, happening: PracticeFinished, event: Event) -> SkillProgress:
    attempt = Attempt(
        at=event.at, variant=happening.variant, done=happening.done, help=happening.help,
        traps=happening.traps, traps_accepted=happening.traps_accepted,
        genuine=happening.genuine, genuine_rejected=happening.genuine_rejected,
    )  # fmt: skip
    before = skill.level
    attempts = (*skill.attempts, attempt)
    dropped = max(0, len(attempts) - KEPT_ATTEMPTS)
    skill = replace(
        skill,
        attempts=attempts[dropped:],
        since=max(0, skill.since - dropped),
        card=review.reviewed(skill.card, attempt, event.at),
        proposed=None if attempt.done else skill.proposed,
    )
    if before == Level.AUTONOMOUS and attempt.failed:  # a failed review: back to level 2, never lower (design §4)
        return replace(skill, floor=Level.WHEN_NEEDED, since=len(skill.attempts))
    if before > skill.level:  # old evidence was dropped from the window: what was earned stays
        return replace(skill, floor=before)
    return skill
