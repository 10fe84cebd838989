"""The autonomy word of open-access hours, and skills gained."""

from dataclasses import replace
from datetime import timedelta

from learning.events import LessonFinished, PracticeFinished
from progress_db import log, people, reports, workshops
from tests.progress_db.facts import NOW
from workshops.workshop import Workshop

OPEN = Workshop("w", "open", "Permanence", "2026-11-23", "14:00", 120, "Plou")


def hours(db, *happenings):
    who = people.add_learner(db, "Odette", NOW).id
    workshops.add(db, replace(OPEN, people=(who,)), NOW)
    workshops.open_one(db, "w", NOW)
    log.record(db, who, [(f"e{n}", one) for n, one in enumerate(happenings)], NOW + timedelta(minutes=9))
    workshops.set_came(db, "w", who, True, NOW)
    return workshops.one(db, "w"), who


def test_the_word_is_the_level_most_often_met(db):
    one, who = hours(
        db,
        LessonFinished("courriel/a"),
        PracticeFinished("courriel/b", "v", True, "hint"),
        PracticeFinished("courriel/c", "v", True, "hint"),
    )
    assert reports.autonomy(db, one, who) == "PartiellementAutonome"
    assert [told.autonomy for told in reports.told(db, one)] == ["PartiellementAutonome"]


def test_two_levels_met_as_often_give_the_more_careful_word(db):
    one, who = hours(db, LessonFinished("courriel/a"), PracticeFinished("courriel/b", "v", True, "hint"))
    assert reports.autonomy(db, one, who) == "EntierementAccompagne"


def test_nothing_worked_on_says_nothing(db):
    one, who = hours(db)
    assert reports.autonomy(db, one, who) == ""


def test_a_skill_is_gained_on_the_day_of_its_second_proof(db):
    who = people.add_learner(db, "Odette", NOW).id
    for n, variant in enumerate(("v1", "v2")):
        log.record(db, who, [(f"p{n}", PracticeFinished("courriel/a", variant, True, "none"))], NOW + timedelta(days=2 * n))
    day = timedelta(days=1)
    assert reports.gained(db, {who}, NOW + day, NOW + 3 * day) == 1
    assert reports.gained(db, {who}, NOW - day, NOW + day) == 0
