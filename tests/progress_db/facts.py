"""What the tests of the memory share: a moment, cheap hashing, some people, random histories."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st

from learning.events import (
    DiagnosisFinished,
    LessonFinished,
    LessonProposed,
    LevelOverruled,
    PathChosen,
    PracticeFinished,
    QuestionAnswered,
    QuizFinished,
    ScreenSeen,
    TaskTried,
    Unknown,
)
from progress_db import cards, counsellors, log, open_memory, people
from progress_db.engine import Db
from progress_db.hashing import Cost

NOW = datetime(2026, 11, 22, 9, 30, 0, 123456, tzinfo=UTC)
CHEAP = Cost(time=1, memory=64)
PASSWORD = "quatre mots sans rapport"
LESSON = "courriel/joindre-un-fichier"


def after(**time: float) -> datetime:
    return NOW + timedelta(**time)


def desk(db: Db, who: str = "c", role: str = "administrator") -> str:
    """A counsellor's account, for the acts that ask who does them."""
    counsellors.add_counsellor(db, f"Gaëlle {who}", f"gaelle-{who}", PASSWORD, NOW, CHEAP, who)
    db.run("UPDATE counsellors SET role = :role WHERE id = :who", role=role, who=who)
    return who


def somebody(db: Db, name: str = "Maryvonne") -> str:
    return people.add_learner(db, name, NOW).id


def with_card(db: Db, name: str = "Maryvonne") -> tuple[str, str, str]:
    """(id, card code, PIN) of a new person."""
    one = somebody(db, name)
    return one, cards.issue_card(db, one, NOW), cards.draw_pin(db, one, NOW, cost=CHEAP)


def another(pin: str) -> str:
    return "7391" if pin != "7391" else "7392"


def filled(folder: Path) -> str:
    """A stopped base with one person and an event; gives the person's id."""
    opened = open_memory(folder, NOW)
    with opened.connection() as db:
        who = somebody(db)
        log.record(db, who, [("e1", LessonFinished(LESSON))], NOW)
    opened.close()
    return who


_lessons = st.sampled_from([LESSON, "courriel/reconnaitre-un-piege", "sources/qui-parle"])
_few = st.integers(0, 4)
_words = st.text(max_size=12)
_json = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | _words, lambda inner: st.lists(inner, max_size=3), max_leaves=4
)

happenings = st.one_of(
    st.builds(ScreenSeen, _lessons, _few),
    st.builds(LessonFinished, _lessons),
    st.builds(QuestionAnswered, _lessons, st.sampled_from("abc"), st.booleans(), _json, _words),
    st.builds(QuizFinished, _lessons),
    st.builds(
        PracticeFinished, _lessons, st.sampled_from(["mairie", "médecin", "club"]), st.booleans(),
        st.sampled_from(["none", "hint", "shown"]), _few, _few, _few, _few,
    ),
    st.builds(LessonProposed, _lessons, _words, _words),
    st.builds(LevelOverruled, _lessons, st.integers(-1, 5), _words, _words),
    st.builds(TaskTried, _lessons, st.integers(1, 3), _words, st.booleans(), st.booleans()),
    st.builds(DiagnosisFinished, _words, st.integers(1, 20), st.lists(_lessons, max_size=2).map(tuple), st.lists(_lessons, max_size=2).map(tuple)),
    st.builds(PathChosen, _words, st.lists(_lessons, max_size=2).map(tuple), st.lists(_lessons, max_size=2).map(tuple), _words),
    st.builds(Unknown, st.sampled_from(["badge_given", "nouveau genre"]), st.dictionaries(st.sampled_from(["lesson", "x"]), _words)),
)  # fmt: skip
