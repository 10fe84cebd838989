"""Everything that can happen to a learner, one small class each, in the past tense. The log keeps these and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any, Literal

RULES = "1"  # version of the rules of autonomy, written in each event

Help = Literal["none", "hint", "shown"]


@dataclass(frozen=True)
class ScreenSeen:
    """A lesson's screen (1 = first) was on show: where to resume."""

    lesson: str
    screen: int


@dataclass(frozen=True)
class LessonFinished:
    lesson: str


@dataclass(frozen=True)
class QuestionAnswered:
    """`answer` redraws it; `said` is the same answer in words, for the counsellor."""

    lesson: str
    question: str
    right: bool
    answer: Any
    said: str


@dataclass(frozen=True)
class QuizFinished:
    lesson: str


@dataclass(frozen=True)
class QuizRestarted:
    """The person asked for the questions once more: a new round."""

    lesson: str


@dataclass(frozen=True)
class PracticeFinished:
    """An attempt at a practice ended. The two discernment scores are kept apart (design §4)."""

    lesson: str
    variant: str
    done: bool
    help: Help
    traps: int = 0
    traps_accepted: int = 0
    genuine: int = 0
    genuine_rejected: int = 0


@dataclass(frozen=True)
class LessonProposed:
    """The counsellor proposed this lesson. `by` is the counsellor's id."""

    lesson: str
    by: str
    note: str = ""


@dataclass(frozen=True)
class LevelOverruled:
    """The counsellor set the level (0 to 3) by hand, and says why."""

    lesson: str
    level: int
    reason: str
    by: str


@dataclass(frozen=True)
class TaskTried:
    """One small task of a diagnosis ended. `number` says which diagnosis of this module (1 = first); `unknown`: « Je ne sais pas »."""

    lesson: str
    number: int
    variant: str
    right: bool
    unknown: bool = False


@dataclass(frozen=True)
class DiagnosisFinished:
    """A diagnosis of a module ended: every one of its lessons is in `known` or in `to_learn`."""

    module: str
    number: int
    known: tuple[str, ...]
    to_learn: tuple[str, ...]


@dataclass(frozen=True)
class PathChosen:
    """Which lessons of a module are on the person's path, and which are left out. `by` is a counsellor's id, "" for the person."""

    module: str
    chosen: tuple[str, ...]
    left_out: tuple[str, ...]
    by: str = ""


@dataclass(frozen=True)
class Unknown:
    """An event written by a newer version: kept, never interpreted."""

    kind: str
    data: Mapping[str, Any]


Happening = (
    ScreenSeen
    | LessonFinished
    | QuestionAnswered
    | QuizFinished
    | QuizRestarted
    | PracticeFinished
    | LessonProposed
    | LevelOverruled
    | TaskTried
    | DiagnosisFinished
    | PathChosen
    | Unknown
)

KINDS: dict[str, type] = {
    "screen_seen": ScreenSeen,
    "lesson_finished": LessonFinished,
    "question_answered": QuestionAnswered,
    "quiz_finished": QuizFinished,
    "quiz_restarted": QuizRestarted,
    "practice_finished": PracticeFinished,
    "lesson_proposed": LessonProposed,
    "level_overruled": LevelOverruled,
    "task_tried": TaskTried,
    "diagnosis_finished": DiagnosisFinished,
    "path_chosen": PathChosen,
}
_NAMES = {cls: kind for kind, cls in KINDS.items()}


@dataclass(frozen=True)
class Event:
    """A happening with its envelope: who, in which order, when (UTC), under which content and rules."""

    id: str
    learner: str
    seq: int
    at: datetime
    happening: Happening
    content: str = ""
    rules: str = RULES


def kind_of(happening: Happening) -> str:
    """The name a happening is stored under."""
    return happening.kind if isinstance(happening, Unknown) else _NAMES[type(happening)]


def lessons_of(happening: Happening) -> tuple[str, ...]:
    """The lessons an event is about: one, several, or none."""
    match happening:
        case DiagnosisFinished(known=known, to_learn=to_learn):
            return (*known, *to_learn)
        case PathChosen(chosen=chosen, left_out=left_out):
            return (*chosen, *left_out)
    lesson = getattr(happening, "lesson", None)
    return () if lesson is None else (lesson,)


def to_data(happening: Happening) -> dict[str, Any]:
    """The happening as a JSON-ready dict, without its kind."""
    return dict(happening.data) if isinstance(happening, Unknown) else asdict(happening)


def from_data(kind: str, data: Mapping[str, Any]) -> Happening:
    """Read a stored happening back. Fields added by a newer version are ignored; an unreadable one becomes Unknown."""
    cls = KINDS.get(kind)
    if cls is None:
        return Unknown(kind, dict(data))
    known = {f.name for f in fields(cls)}
    lists = {f.name for f in fields(cls) if str(f.type).startswith("tuple")}  # JSON knows lists only
    try:
        return cls(**{k: tuple(v) if k in lists else v for k, v in data.items() if k in known})
    except TypeError:
        return Unknown(kind, dict(data))
