"""The follow-up, on a real memory: a person's sheet, a level set by hand, a group's map, what is missed, before and after."""

from datetime import timedelta

import pytest

from learning.autonomy import Level
from learning.events import LessonFinished, PracticeFinished, QuestionAnswered
from progress_db import counsellors, groups, log, reports, visits, workshops
from tests.ui.conftest import C7, press, text
from ui import session
from workshops.follow_up import REASONS
from workshops.workshop import Proposed, Workshop


@pytest.fixture
def desk(house):
    with house.memory.connection() as db:
        return counsellors.add_counsellor(db, "Gaëlle Le Bris", "gaelle", "une longue phrase de passe", house.now).id


def twice(house, who):
    house.record(who, PracticeFinished(C7, "colis", True, "none", traps=2, genuine=2))
    house.later(days=2)
    with house.memory.connection() as db:
        log.record(db, who, [(f"{who}-again", PracticeFinished(C7, "banque", True, "none", traps=2, genuine=2))], house.now)


def test_a_person_s_sheet_says_her_levels_her_visits_and_what_is_due(house, desk):
    who = house.person("Odette")
    with house.memory.connection() as db:
        visits.note(db, who, house.now - timedelta(days=3), in_room=True)
        visits.note(db, who, house.now, in_room=False)
        visits.note(db, who, house.now + timedelta(minutes=5), in_room=False)
    twice(house, who)
    house.later(days=90)
    shown = text(house.page(desk, "personne", "counsellor", id=who))
    assert "1 jour dans la salle, 1 jour ailleurs" in shown and "ailleurs que dans la salle" in shown
    assert "<h3>Autonome : 1</h3>" in shown and "À revoir maintenant" in shown and "deux fois sans aide" in shown


def test_the_counsellor_sets_a_level_with_a_reason_and_the_person_reads_it(house, desk):
    who = house.person("Odette")
    at = press(house.page(desk, "niveau", "counsellor", id=who, lecon=C7), "Noter ce niveau")
    assert "Choisissez un niveau et une raison" in text(at) and house.progress(who).seq == 0
    at.radio[0].set_value(Level.AUTONOMOUS)
    at.radio[1].set_value(0)
    at = press(at, "Noter ce niveau")
    assert "Autonome" in text(at) and house.progress(who).skill(C7).level == Level.AUTONOMOUS
    assert REASONS[0] in text(house.page(who, "carnet"))


def test_the_map_shows_the_group_only_sorted_when_asked_and_links_to_each_person(house, desk):
    one, other, away = house.person("Odette"), house.person("Yann"), house.person("Denise")
    twice(house, one)
    with house.memory.connection() as db:
        group = groups.add(db, "Le mardi", house.now)
        groups.set_people(db, group.id, [one, other])
    shown = text(house.page(desk, "carte", "counsellor", groupe=group.id, module="courriel"))
    assert "Denise" not in shown and shown.index(">Odette<") < shown.index(">Yann<") and "aria-label='Autonome'" in shown
    where = [lesson.ref for lesson in _shelf().lessons if lesson.module == "courriel"].index(C7) + 1
    sorted_ = text(house.page(desk, "carte", "counsellor", groupe=group.id, module="courriel", tri=str(where)))
    assert sorted_.index(">Yann<") < sorted_.index(">Odette<") and "aria-sort='ascending'" in sorted_ and away not in sorted_


def _shelf():
    return session.house().shelf()


def test_an_odd_address_of_the_map_shows_everybody(house, desk):
    house.person("Odette")
    at = house.page(desk, "carte", "counsellor", groupe="x", atelier="y", module="z", tri="99999")
    assert "Toutes les personnes" in text(at) and "Odette" in text(at) and not at.exception


def test_what_is_often_missed_is_counted_by_people_and_names_nobody(house, desk):
    question = next(q for q in _shelf().quiz(C7).questions)
    for name in ("Odette", "Yann"):
        who = house.person(name)
        house.record(
            who,
            QuestionAnswered(C7, question.id, False, [0], "oui"),
            PracticeFinished(C7, "colis", True, "none", traps=2, traps_accepted=1, genuine=2),
        )
    shown = text(house.page(desk, "difficultes", "counsellor"))
    assert question.title in shown and shown.count("2 sur 2") == 2 and "Exercice « colis »" in shown
    assert "Odette" not in shown and "Yann" not in shown


def test_before_and_after_of_a_workshop(house, desk):
    who = house.person("Odette")
    with house.memory.connection() as db:
        workshops.add(
            db,
            Workshop(
                "w",
                "workshop",
                "Pièges",
                "2026-11-23",
                "14:00",
                90,
                "Plou",
                people=(who,),
                lessons=(Proposed(C7),),
                themes=("Email",),
            ),
            house.now,
        )
        workshops.open_one(db, "w", house.now)
        workshops.set_came(db, "w", who, True, house.now)
    house.later(minutes=30)
    house.record(who, LessonFinished(C7))
    house.later(minutes=30)
    with house.memory.connection() as db:
        reports.close(db, "w", house.now)
    shown = text(house.page(desk, "evolution", "counsellor", id="w"))
    assert "<td>1 à découvrir</td><td>1 avec guidage</td><td>1 avec guidage</td>" in shown


@pytest.mark.parametrize(
    "path", ["carte", "difficultes", "evolution", "niveau", "conservation", "journal", "lieu", "retirees", "reunir"]
)
def test_a_learner_never_sees_these_pages(house, path):
    who = house.person("Odette")
    shown = text(house.page(who, path, id=who, lecon=C7))
    assert (
        "La carte" not in shown
        and "Noter ce niveau" not in shown
        and "Le journal" not in shown
        and "Personnes retirées" not in shown
    )
