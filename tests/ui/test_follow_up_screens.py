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
    assert "Lundi 23 novembre 2026, ailleurs : exercice fait sans aide." in shown
    assert "Mercredi 25 novembre 2026 : exercice fait sans aide." in shown and " : à revoir maintenant" in shown


def test_a_person_whose_visits_were_never_counted_was_still_seen(house, desk):
    who = house.person("Odette")
    assert "Dernière activité : pas encore" in text(house.page(desk, "personne", "counsellor", id=who))
    house.record(who, LessonFinished(C7))
    assert "Dernière activité : lundi 23 novembre 2026" in text(house.page(desk, "personne", "counsellor", id=who))


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


def test_the_map_is_drawn_from_the_summaries_whole_or_one_module_at_a_time(house, desk):
    twice(house, house.person("Odette"))
    with house.memory.connection() as db:
        db.run("DELETE FROM events")  # however long the log, the map does not read it
    one = text(house.page(desk, "carte", "counsellor"))
    whole = text(house.page(desk, "carte", "counsellor", module="tous"))
    assert "● 1" in whole and "Ces nombres en tableau" in whole and "data-imprimer" in whole
    assert one.count("<table class='personnes carte'") == 1
    assert whole.count("<table class='personnes carte'") == sum(bool(m.lessons) for m in _shelf().modules)


def _shelf():
    return session.house().shelf()


def test_an_odd_address_of_the_map_shows_everybody(house, desk):
    house.person("Odette")
    at = house.page(desk, "carte", "counsellor", groupe="x", atelier="y", module="z", tri="99999")
    assert "Toutes les personnes" in text(at) and "Odette" in text(at) and not at.exception


def five_try(house, names=("Odette", "Yann", "Denise", "Marcel", "Soizic")):
    question = next(q for q in _shelf().quiz(C7).questions)
    practice = PracticeFinished(C7, "colis", True, "none", traps=2, traps_accepted=1, genuine=2, genuine_rejected=2)
    for name in names:
        house.record(house.person(name), QuestionAnswered(C7, question.id, False, [0], "oui"), practice)
    return question


def test_what_is_often_missed_is_counted_by_people_and_names_nobody(house, desk):
    question = five_try(house)
    shown = text(house.page(desk, "difficultes", "counsellor"))
    assert question.title in shown and shown.count("5 sur 5") == 3 and f"/projection?lecon={C7}" in shown
    assert "Odette" not in shown and "Yann" not in shown


def test_fewer_than_five_people_make_no_figure_and_a_period_ends(house, desk):
    five_try(house, ("Odette", "Yann"))
    shown = text(house.page(desk, "difficultes", "counsellor"))
    assert "2 sur 2" not in shown and shown.count("moins de 5 personnes") == 3
    house.later(days=40)
    assert "moins de 5" in text(house.page(desk, "difficultes", "counsellor", jours="90"))
    last_month = text(house.page(desk, "difficultes", "counsellor", jours="30"))
    assert "moins de 5" not in last_month and "Rien sur cette période" in last_month


def test_what_is_often_missed_by_a_group_is_of_its_people_only(house, desk):
    five_try(house)
    with house.memory.connection() as db:
        group = groups.add(db, "Le mardi", house.now)
    shown = text(house.page(desk, "difficultes", "counsellor", groupe=group.id, jours="x"))
    assert "Le mardi" in shown and "5 sur 5" not in shown and "Rien sur cette période" in shown


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
