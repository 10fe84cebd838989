"""A filled example: three villages, a counsellor, twelve people with months of history, made through the real `record`."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from learning.events import (
    Happening,
    LessonFinished,
    LessonProposed,
    PracticeFinished,
    QuestionAnswered,
    QuizFinished,
    ScreenSeen,
)
from progress_db import cards, counsellors, log, people
from progress_db import place as places
from progress_db.engine import Db
from progress_db.hashing import STRONG, Cost
from progress_db.memory import Memory

Course = Sequence[tuple[str, Sequence[str]]]

PLACE = places.Place(
    name="EPN de la Rance",
    villages=("La Vicomté-sur-Rance", "Pleudihen-sur-Rance", "Saint-Hélen"),
    controller="Mairie de La Vicomté-sur-Rance (exemple)",
    dpo_contact="dpo@mairie.example",
)

# What a person did at each visit on one skill: l lesson, q quiz, Q quiz with misses, a alone, h with a hint, s shown, t fell in a trap,
# - gave up. A number = days until the next visit.
HISTORIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Maryvonne Tréguidel", ("lsQ 3 h 7 a 9 a 40 a", "lt 2 hQ 5 a 6 a 30 a")),
    ("Yves Le Goff", ("lhq 4 a 5 a 45 a", "lhq 7 a 3 a")),
    ("Jeannine d’Hervé", ("l- 14 ls 7 h", "l")),
    ("Albert Rouxel", ("laq 2 a", "lt 5 t 7 tQ 10 hq")),
    ("Marie-Thérèse Guéguen", ("l",)),
    ("Fatima El Amrani", ("lhQ 3 a 2 a 50 h", "laq 8 a 41 t 3 a")),
    ("Pierrick Josselin", ("lsQ 21 s 30 h",)),
    ("Odette Lemée", ("laq 1 a", "lhq 7 a 7 a")),
    ("Jean-Baptiste de La Motte", ("lh",)),
    ("Nolwenn Kerbrat", ("laq 1 a 30 a", "laq 1 a 28 a")),
    ("Émile Pinault", ("l- 2 - 6 s",)),
    ("Ginette Oger", ()),
)


@dataclass(frozen=True)
class Credentials:
    """What `make demo` prints: how to come in as the counsellor, and as one of the twelve."""

    login: str
    password: str
    name: str
    code: str
    pin: str

    def __str__(self) -> str:
        return (
            f"  Conseiller\u00a0: identifiant {self.login}, mot de passe {self.password}\n"
            f"  {self.name}\u00a0: carte {self.code[:5]} {self.code[5:]}, code secret {self.pin}"
        )


def fill(
    memory: Memory,
    course: Course,
    now: datetime,
    rng: Random,
    *,
    questions: Mapping[str, Sequence[str]] | None = None,
    sorting: Sequence[str] = ("courriel/reconnaitre-un-piege",),
    cost: Cost = STRONG,
) -> Credentials:
    """Fill an empty memory. `course`: (lesson, its variants), in path order; `questions`: the questions' ids by lesson;
    `sorting`: the lessons whose practice is to sort traps. The same `rng` gives the same people, dates, cards and PINs;
    on a memory that it filled before, nothing changes and the same credentials come back.

    Raises AlreadySetUp when the memory is somebody else's, StorageProblem."""
    begun = now - timedelta(days=122)
    made = _credentials(rng)
    with memory.connection() as db:
        if _filled_before(db, made):
            return made
        counsellor = _house(db, begun, made.password, rng, cost)
        for number, (name, skills) in enumerate(HISTORIES):
            with db.transaction():
                joined = begun + timedelta(
                    days=number * 5 + rng.randrange(3), hours=rng.randrange(8, 16), minutes=rng.randrange(60)
                )
                who = people.add_learner(db, name, joined, learner_id=_id(rng))
                signs = iter(made.code + made.pin)
                draw = rng.choice if number else lambda _, signs=signs: next(signs)
                cards.issue_card(db, who.id, joined, draw=draw)
                cards.draw_pin(db, who.id, joined, draw=draw, cost=cost)
                story = _Story(db, who.id, joined, now, rng, questions or {}, frozenset(sorting))
                for (lesson, variants), visits in zip(course, skills, strict=False):
                    story.skill(lesson, variants, visits)
                if number in (4, 11) and course:
                    story.happen(LessonProposed(course[number % len(course)][0], counsellor, "Pour votre prochaine visite."))
    return made


def _credentials(rng: Random) -> Credentials:
    """The counsellor's login and password, the first person's card and PIN."""
    words = ("roseau", "granit", "goéland", "marée", "ajonc", "moulin", "écluse", "bruyère")
    password = "-".join(rng.choice(words) for _ in range(4))
    code = "".join(rng.choice(cards.LETTERS) for _ in range(cards.LENGTH))
    pin = "0000"
    while not cards.good_pin(pin):
        pin = f"{rng.randrange(10_000):04}"
    return Credentials("gaelle", password, HISTORIES[0][0], code, pin)


def _filled_before(db: Db, made: Credentials) -> bool:
    there = places.place(db)
    known = counsellors.counsellors(db) if there and there.name == PLACE.name else []
    return any(one.login == made.login and counsellors.check_password(db, one.id, made.password) for one in known)


class _Story:
    """One person's months, told through the real log, never later than `now`."""

    def __init__(
        self,
        db: Db,
        who: str,
        at: datetime,
        now: datetime,
        rng: Random,
        questions: Mapping[str, Sequence[str]],
        sorting: frozenset[str],
    ) -> None:
        self.db, self.who, self.at, self.now, self.rng = db, who, at, now, rng
        self.questions, self.sorting = questions, sorting
        self.tried = 0

    def skill(self, lesson: str, variants: Sequence[str], visits: str) -> None:
        """All the visits on one skill, in order."""
        for word in visits.split():
            if word.isdecimal():
                self.at += timedelta(days=int(word), minutes=self.rng.randrange(-90, 90))
                continue
            for letter in word:
                for happening in self._acts(letter, lesson, variants or ("",)):
                    self.happen(happening)
        self.at += timedelta(days=self.rng.randrange(4, 9))

    def happen(self, happening: Happening) -> None:
        """A few minutes later, this; nothing that would be in the future."""
        self.at += timedelta(minutes=self.rng.randrange(1, 6), seconds=self.rng.randrange(60))
        if self.at < self.now:
            log.record(self.db, self.who, [(_id(self.rng), happening)], self.at, "demo")

    def _acts(self, letter: str, lesson: str, variants: Sequence[str]) -> list[Happening]:
        if letter == "l":
            return [*(ScreenSeen(lesson, screen) for screen in range(1, 5)), LessonFinished(lesson)]
        if letter in "qQ":
            return self._quiz(lesson, misses=letter == "Q")
        self.tried += 1
        variant = variants[self.tried % len(variants)]
        attempt = PracticeFinished(lesson, variant, done=letter not in "t-", help={"h": "hint", "s": "shown"}.get(letter, "none"))
        if lesson in self.sorting:
            fell = 1 + self.rng.randrange(2) if letter in "t-" else 0
            attempt = replace(attempt, traps=4, traps_accepted=fell, genuine=4, genuine_rejected=1 if letter == "h" else 0)
        return [attempt]

    def _quiz(self, lesson: str, misses: bool) -> list[Happening]:
        answered: list[Happening] = []
        for number, question in enumerate(self.questions.get(lesson, ())):
            if misses and number % 3 == 1:
                answered.append(QuestionAnswered(lesson, question, False, [], "une autre réponse"))
            answered.append(QuestionAnswered(lesson, question, True, [], "la bonne réponse"))
        return [*answered, QuizFinished(lesson)]


def _house(db: Db, begun: datetime, password: str, rng: Random, cost: Cost) -> str:
    """The place and its counsellor, without the terminal's code: the demo is asked for in a terminal."""
    with db.transaction():
        places.found(db, PLACE, begun)
        return counsellors.add_counsellor(db, "Gaëlle Le Bris", "gaelle", password, begun, cost, _id(rng)).id


def _id(rng: Random) -> str:
    return str(uuid.UUID(int=rng.getrandbits(128), version=4))
