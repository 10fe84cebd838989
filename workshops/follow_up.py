"""What the counsellor follows: where people stand, what is often missed, what a workshop changed. Counts and facts; nobody is ranked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime

from learning.autonomy import Attempt, Level
from learning.dates import PARIS, day
from learning.events import Event, Happening, PracticeFinished, QuestionAnswered
from learning.progress import SkillProgress, add_up

# Why a counsellor sets a level by hand. A closed list: free remarks about a person are not kept.
REASONS = (
    "Vu en salle : fait sans aide.",
    "Le fait chez soi, sans aide.",
    "Aidé pendant l’exercice, sans que le site le voie.",
    "Le geste est difficile (vue, main), pas la compétence.",
    "À reprendre ensemble, à sa demande.",
)


SHOWN_PROOFS = 5
LEAST = 5  # a figure with fewer people behind it is about somebody, not about a lesson: it is not shown

Said = Iterable[tuple[str, Happening]]  # (learner, what happened)
Key = tuple[str, str]


@dataclass(frozen=True)
class Often:
    """Something that several people missed. `what`: a question's id, "" for the practice. `people`: how many of `among` who met it."""

    lesson: str
    what: str
    people: int
    among: int


def missed_questions(said: Said) -> tuple[list[Often], int]:
    """The questions missed at least once, each person once, the most often missed first; and how many too few people met."""
    answers = [(who, one) for who, one in said if isinstance(one, QuestionAnswered)]
    return _often((who, (one.lesson, one.question), not one.right) for who, one in answers)


def traps_fallen_into(said: Said) -> tuple[list[Often], int]:
    """The practices where a trap was taken for genuine at least once, in the same way."""
    return _often((who, (one.lesson, ""), one.traps_accepted > 0) for who, one in _practices(said) if one.traps)


def genuine_rejected(said: Said) -> tuple[list[Often], int]:
    """The practices where more than one genuine thing in four was taken for a trap: suspicion is no discernment either."""
    return _often((who, (one.lesson, ""), one.genuine_rejected * 4 > one.genuine) for who, one in _practices(said) if one.genuine)


def _practices(said: Said) -> list[tuple[str, PracticeFinished]]:
    return [(who, one) for who, one in said if isinstance(one, PracticeFinished)]


def _often(met: Iterable[tuple[str, Key, bool]]) -> tuple[list[Often], int]:
    everybody: dict[Key, set[str]] = defaultdict(set)
    missed: dict[Key, set[str]] = defaultdict(set)
    for who, key, is_missed in met:
        everybody[key].add(who)
        if is_missed:
            missed[key].add(who)
    found = [Often(*key, len(people), len(everybody[key])) for key, people in missed.items()]
    told = [one for one in found if one.among >= LEAST]
    return sorted(told, key=lambda one: (-one.people / one.among, -one.among, one.lesson, one.what)), len(found) - len(told)


def proofs(skill: SkillProgress, where: Mapping[date, Set[bool]]) -> list[str]:
    """What a person did on a skill, the latest first: the day, in the room or elsewhere when the visits say it, with which help."""
    lines = []
    for one in reversed(skill.attempts[-SHOWN_PROOFS:]):
        here = where.get(one.at.astimezone(PARIS).date(), frozenset())
        place = {(True,): ", dans la salle", (False,): ", ailleurs"}.get(tuple(here), "")
        lines.append(f"{day(one.at).capitalize()}{place} : {_how(one)}.")
    if skill.lesson_done:
        lines.append(f"{day(skill.lesson_done).capitalize()} : leçon lue.")
    return lines


def _how(one: Attempt) -> str:
    if not one.done:
        return "exercice essayé"
    help_ = {"none": "sans aide", "hint": "avec des indices"}.get(one.help, "avec la réponse montrée")
    if one.discerning:
        return f"exercice fait {help_}"
    return f"exercice fait {help_}, des pièges acceptés ou trop de vrais messages écartés"


@dataclass(frozen=True)
class Change:
    """How many people stood at each level of a lesson: before the workshop, at its end, and today."""

    lesson: str
    before: Mapping[Level, int]
    after: Mapping[Level, int]
    today: Mapping[Level, int]


def before_and_after(
    histories: Sequence[Sequence[Event]], lessons: Sequence[str], opened: datetime, closed: datetime
) -> list[Change]:
    """What changed on a workshop's lessons for those who came: one history a person, in the order of its log."""
    moments = []
    for history in histories:
        moments.append(
            [add_up(e for e in history if e.at < opened), add_up(e for e in history if e.at <= closed), add_up(history)]
        )
    return [
        Change(lesson, *(Counter(then[i].skill(lesson).level for then in moments) for i in range(3)))
        for lesson in lessons
    ]  # fmt: skip


def in_words(counted: Mapping[Level, int]) -> str:
    """« 2 autonome, 1 avec guidage », the most autonomous first; « personne » for nobody."""
    return (
        ", ".join(f"{n} {level.coop[0].lower()}{level.coop[1:]}" for level in reversed(Level) if (n := counted.get(level)))
        or "personne"
    )
