"""Why a level, in one line, and since when a skill is done alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from learning.dates import day, duration, moment
from learning.events import LessonFinished, LevelOverruled, QuizFinished
from learning.evidence import alone_since, main_reason
from learning.progress import SkillProgress
from tests.learning.histories import C7, START, practice, skill

TWICE = ((0, practice("a")), (1, practice("b")))
NOTED = LevelOverruled(C7, 3, "vu en atelier", "katell")


def test_a_skill_that_was_not_started_has_no_reason_and_no_date():
    assert main_reason(SkillProgress(C7)) == "" and alone_since(SkillProgress(C7)) is None


@pytest.mark.parametrize(
    "happened, told",
    [
        (TWICE, "deux fois sans aide, avec des messages différents : le lundi 2 novembre 2026 et le mardi 3 novembre 2026."),
        (((0, LessonFinished(C7)),), "Vous avez lu la leçon le lundi 2 novembre 2026."),
        (
            ((0, practice(done=False)), (1, practice(help="hint"))),
            "Le mardi 3 novembre 2026, vous l’avez fait avec un coup de main.",
        ),
        (((0, practice("a")), (1, practice("a", help="shown"))), "Le lundi 2 novembre 2026, vous l’avez fait sans aide."),
        (((0, practice(done=False)),), "Le lundi 2 novembre 2026, vous avez essayé."),
        (((0, practice(done=False)), (1, NOTED)), "a noté « je sais faire » le mardi 3 novembre 2026 : vu en atelier"),
        (((0, QuizFinished(C7)),), ""),
    ],
)
def test_the_one_line_says_the_best_that_was_done(happened, told):
    reason = main_reason(skill(*happened))
    assert told in reason and (told or reason == "")


def test_no_failure_is_counted_in_the_one_line():
    reason = main_reason(skill(*[(n, practice(done=False)) for n in range(5)], (6, practice(help="hint"))))
    assert "essayé" not in reason and "5" not in reason


def test_done_alone_since_the_second_time():
    assert alone_since(skill(*TWICE)) == START + timedelta(days=1)
    assert alone_since(skill(TWICE[0])) is None


def test_the_counsellor_s_word_alone_proves_nothing_done():
    assert alone_since(skill((0, practice("a")), (1, NOTED))) is None
    assert alone_since(skill((0, NOTED), (1, practice("a")), (3, practice("b")))) == START + timedelta(days=3)


def test_a_failed_review_takes_the_date_away():
    assert alone_since(skill(*TWICE, (9, practice("c", done=False)))) is None


def test_what_was_proved_long_ago_keeps_a_date():
    long = skill((0, practice("b")), *[(n, practice("a")) for n in range(1, 60)])
    assert alone_since(long) == START + timedelta(days=59)


def test_days_and_moments_are_in_french_words_and_paris_time():
    late = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
    assert day(late) == "mardi 1er décembre 2026"
    assert moment(late, late) == "aujourd’hui à 0 h 30" and moment(late, late - timedelta(days=1)) == "demain à 0 h 30"


def test_a_duration_is_said_as_people_say_it():
    assert [duration(n).replace("\u00a0", " ") for n in (5, 59.6, 60, 83, 119)] == [
        "5 minutes",
        "60 minutes",
        "1 h",
        "1 h 25",
        "2 h",
    ]
