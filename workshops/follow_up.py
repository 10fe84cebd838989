"""What the counsellor follows: where people stand, what is often missed, what a workshop changed. Counts and facts; nobody is ranked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from learning.autonomy import Level
from learning.events import Event
from learning.progress import Progress, add_up

# Why a counsellor sets a level by hand. A closed list: free remarks about a person are not kept.
REASONS = (
    "Vu en salle : fait sans aide.",
    "Le fait chez soi, sans aide.",
    "Aidé pendant l’exercice, sans que le site le voie.",
    "Le geste est difficile (vue, main), pas la compétence.",
    "À reprendre ensemble, à sa demande.",
)


@dataclass(frozen=True)
class Often:
    """Something that several people missed. `what`: a question's id, or a variant's. `people`: how many of `among` who met it."""

    lesson: str
    what: str
    people: int
    among: int


def missed_questions(everyone: Iterable[Progress]) -> list[Often]:
    """The questions that most people missed at least once in their present round, the most often missed first."""
    missed: Counter[tuple[str, str]] = Counter()
    met: Counter[tuple[str, str]] = Counter()
    for progress in everyone:
        for lesson, skill in progress.skills.items():
            met.update((lesson, question) for question in skill.tries)
            missed.update((lesson, question) for question, times in skill.missed.items() if times)
    return _often(missed, met)


def traps_fallen_into(everyone: Iterable[Progress]) -> list[Often]:
    """The practices (variant by variant) in which most people took a trap for genuine, at least once."""
    fallen: Counter[tuple[str, str]] = Counter()
    met: Counter[tuple[str, str]] = Counter()
    for progress in everyone:
        for lesson, skill in progress.skills.items():
            variants: dict[str, bool] = defaultdict(bool)
            for attempt in skill.attempts:
                if attempt.traps:
                    variants[attempt.variant] |= attempt.traps_accepted > 0
            met.update((lesson, variant) for variant in variants)
            fallen.update((lesson, variant) for variant, taken in variants.items() if taken)
    return _often(fallen, met)


def _often(missed: Counter[tuple[str, str]], met: Counter[tuple[str, str]]) -> list[Often]:
    found = [Often(*key, people, max(met[key], people)) for key, people in missed.items()]
    return sorted(found, key=lambda one: (-one.people, one.among, one.lesson, one.what))


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
