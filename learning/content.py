"""What authors write, once read: frozen values that the rules and the screens share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from learning.words import french


class Content(BaseModel):
    """Base of all author values: frozen, French aliases from the glossary, nothing extra accepted."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=french, populate_by_name=True)


# ------------------------------------------------------------------------------------------------ lesson
class Screen(Content):
    """One `##` of a lesson: its title, its Markdown, and the quotations (« à retenir ») that the memo sheet prints."""

    title: str
    body: str
    remember: tuple[str, ...] = ()


class Lesson(Content):
    """One lesson = one skill. `ref` is "module/name", the identity shared with its quiz and its practice."""

    ref: str
    title: str
    minutes: int
    objective: str
    skill: str
    digcomp: tuple[str, ...] = ()
    crcn: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    screens: tuple[Screen, ...]
    content: str = ""  # hash of the author file, kept with each event

    @property
    def module(self) -> str:
        return self.ref.partition("/")[0]


# -------------------------------------------------------------------------------------------------- quiz
class Option(Content):
    text: str
    right: bool
    feedback: str


class Question(Content):
    id: str
    title: str
    prompt: str = ""
    hint: str = ""


class Choice(Question):
    """Tick one option, or several when several are right."""

    kind: Literal["choice"] = Field("choice", alias="genre")
    options: tuple[Option, ...]

    @property
    def several(self) -> bool:
        return sum(o.right for o in self.options) > 1

    @property
    def solution(self) -> str:
        return " ; ".join(o.text for o in self.options if o.right)


class Order(Question):
    """Put in order. `items` are in the right order; the screen shows them shuffled."""

    kind: Literal["order"] = Field("order", alias="genre")
    items: tuple[str, ...]
    explanation: str = ""

    @property
    def solution(self) -> str:
        return " → ".join(self.items)


class Match(Question):
    """Join each left cell to its right cell. `pairs` are the right ones."""

    kind: Literal["match"] = Field("match", alias="genre")
    left_title: str = ""
    right_title: str = ""
    pairs: tuple[tuple[str, str], ...]
    explanation: str = ""

    @property
    def solution(self) -> str:
        return " ; ".join(f"{left} : {right}" for left, right in self.pairs)


class ShortAnswer(Question):
    """Type a short answer; any of `accepted` is right, whatever the capitals, accents and spaces."""

    kind: Literal["short"] = Field("short", alias="genre")
    accepted: tuple[str, ...]
    explanation: str = ""

    @property
    def solution(self) -> str:
        return self.accepted[0] if self.accepted else ""


AnyQuestion = Choice | Order | Match | ShortAnswer


class Quiz(Content):
    ref: str
    title: str
    questions: tuple[AnyQuestion, ...]
    content: str = ""

    def question(self, question_id: str) -> AnyQuestion | None:
        return next((q for q in self.questions if q.id == question_id), None)


# ---------------------------------------------------------------------------------------------- practice
class Way(Content):
    """Another thing that counts the same: `fact` happened with data matching `where`."""

    fact: str
    where: Mapping[str, Any] = {}


class Rule(Content):
    """A goal or a prohibition: `fact` happened with data matching `where`, or one of `otherwise` did.

    A goal with `after` counts only later than that goal; a prohibition with `before` only until that goal is reached."""

    id: str
    text: str
    fact: str
    where: Mapping[str, Any] = {}
    otherwise: tuple[Way, ...] = ()
    after: str | None = None
    before: str | None = None
    explanation: str = ""
    dangerous: bool = False  # broken: a trap was accepted, the attempt is not done
    corrects: bool = False  # broken: a final act was wrong and its explanation helped, so the attempt counts as done with a hint


class Hint(Content):
    """A help, from general to precise. `target` is what to point at; `shows` says that it gives the answer."""

    text: str
    target: str | None = None
    goal: str | None = None
    shows: bool = False


class Sorting(Content):
    """The lot of a discernment practice: ids of the false messages (each with why it is one) and of the genuine ones.

    `gesture` says what is judged: "aside" (a message set aside is rejected), "open" (one whose file stays closed is) or "accept"
    (a request of the social network that is not accepted is)."""

    gesture: Literal["aside", "open", "accept"] = "aside"
    traps: Mapping[str, str]
    genuine: Mapping[str, str]


class Solution(Content):
    """A right way through, as gestures on the page; a test plays it."""

    name: str
    steps: tuple[Mapping[str, Any], ...]


class Scenario(Content):
    """One variant of a practice, all its values put in."""

    ref: str
    variant: str
    title: str
    instruction: str
    world: Mapping[str, Any]
    goals: tuple[Rule, ...] = ()
    prohibitions: tuple[Rule, ...] = ()
    hints: tuple[Hint, ...] = ()
    sorting: Sorting | None = None
    praise: str
    solutions: tuple[Solution, ...] = ()
    content: str = ""


class Practice(Content):
    """The practice of a lesson: the same task in several variants that look different. `minutes`: how long one takes, if said."""

    ref: str
    title: str
    variants: tuple[Scenario, ...]
    minutes: int | None = None
    content: str = ""

    def scenario(self, variant: str) -> Scenario | None:
        return next((s for s in self.variants if s.variant == variant), None)


# ------------------------------------------------------------------------------------- where the texts come from
class Statement(Content):
    """Something that the texts of a lesson state about the world, its source, how sure it is, and the day it was last checked."""

    text: str
    source: str
    status: str
    checked: date | None = None
    line: int = 1


class Sources(Content):
    """All that the lesson, the quiz and the practices named `ref` state."""

    ref: str
    statements: tuple[Statement, ...]


# ---------------------------------------------------------------------------------------------- workshop
class Moment(Content):
    """A part of a workshop: how many minutes, what the group does, what the counsellor does."""

    minutes: int
    group: str
    counsellor: str


class Plan(Content):
    """A workshop ready to be given. `name` is its file's; `level` is one of La Coop's three; the moments fill `minutes` exactly."""

    name: str
    title: str
    module: str
    level: str
    minutes: int
    lessons: tuple[str, ...]
    aim: str
    before: tuple[str, ...]
    course: tuple[Moment, ...]
    prints: tuple[str, ...]
    afterwards: tuple[str, ...]
