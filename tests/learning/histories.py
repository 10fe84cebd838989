"""Short ways to write a history in a test."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

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
    Unknown,
)
from learning.progress import SkillProgress, add_up

START = datetime(2026, 11, 2, 14, 0, tzinfo=UTC)
C7 = "courriel/reconnaitre-un-piege"
C4 = "courriel/joindre-un-fichier"


def history(*happenings, lesson=C7, start=START):
    """Events from (days after the start, happening) pairs."""
    return [Event(f"e{n}", "odette", n, start + timedelta(days=days), what) for n, (days, what) in enumerate(happenings, 1)]


def skill(*happenings, lesson=C7) -> SkillProgress:
    return add_up(history(*happenings)).skill(lesson)


def practice(variant="a", done=True, help="none", accepted=0, rejected=0, lesson=C7, lot=4):
    return PracticeFinished(lesson, variant, done, help, lot, accepted, lot, rejected)


lessons = st.sampled_from([C4, C7, "sources/verifier"])
variants = st.sampled_from(["a", "b", "c"])
happenings = st.one_of(
    st.builds(ScreenSeen, lessons, st.integers(1, 6)),
    st.builds(LessonFinished, lessons),
    st.builds(QuestionAnswered, lessons, st.sampled_from(["q1", "q2"]), st.booleans(), st.just([0]), st.just("oui")),
    st.builds(QuizFinished, lessons),
    st.builds(QuizRestarted, lessons),
    st.builds(
        PracticeFinished, lessons, variants, st.booleans(), st.sampled_from(["none", "hint", "shown"]),
        st.just(4), st.integers(0, 4), st.just(4), st.integers(0, 4),
    ),
    st.builds(LessonProposed, lessons, st.just("gaelle")),
    st.builds(LevelOverruled, lessons, st.integers(0, 3), st.just("vue faire"), st.just("gaelle")),
    st.builds(TaskTried, lessons, st.integers(1, 3), variants, st.booleans(), st.booleans()),
    st.builds(DiagnosisFinished, st.just("courriel"), st.integers(1, 9), st.just((C4,)), st.just((C7,))),
    st.builds(PathChosen, st.just("courriel"), st.just((C7,)), st.just((C4,)), st.just("gaelle")),
    st.builds(Unknown, st.just("from_the_future"), st.just({"lesson": C7})),
)  # fmt: skip
histories = st.lists(st.tuples(st.integers(-400, 400), happenings), max_size=60).map(lambda pairs: history(*pairs))
