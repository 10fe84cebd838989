"""The counsellor prepares a workshop, opens it, says who came, closes it, does it again."""

import pytest

from learning.events import LessonProposed
from progress_db import counsellors, groups, log, place, room, workshops
from tests.ui.conftest import C7, press, text


@pytest.fixture
def desk(house):
    with house.memory.connection() as db:
        place.found(db, place.Place("EPN", ("Saint-Hélen", "Pleudihen")), house.now)
        return counsellors.add_counsellor(db, "Gaëlle Le Bris", "gaelle", "une longue phrase de passe", house.now).id


def box(at, label):
    return next(one for one in at.checkbox if one.label.startswith(label))


def prepared(house, desk, title="Les *pièges*"):
    with house.memory.connection() as db:
        group = groups.add(db, "Le mardi", house.now)
        groups.set_people(db, group.id, [house.person("Odette"), house.person("Yann")])
    at = house.page(desk, "atelier", "counsellor")
    next(one for one in at.text_input if one.label == "Titre").set_value(title)
    box(at, "Le groupe : Le mardi (2)").check()
    box(at, next(lesson.title for lesson in house_lessons() if lesson.ref == C7)).check()
    return press(at, "Enregistrer l’atelier")


def house_lessons():
    from ui import session

    return session.house().shelf().lessons


def the_workshop(house):
    with house.memory.connection() as db:
        return workshops.all_of(db)[0]


def test_a_title_a_group_and_a_lesson_are_enough(house, desk):
    at = prepared(house, desk)
    one = the_workshop(house)
    assert not at.exception and "est prêt" in text(at)
    assert (one.day, one.starts, one.minutes, one.village) == ("2026-11-23", "14:00", 90, "Saint-Hélen")
    assert one.themes and one.equipment == ("Ordinateur",) and len(one.people) == 2 and one.lessons[0].lesson == C7


def test_a_missing_title_is_said_and_nothing_is_kept(house, desk):
    at = prepared(house, desk, title=" ")
    assert "Donnez un titre" in text(at)
    with house.memory.connection() as db:
        assert workshops.all_of(db) == []


def test_an_odd_date_says_how_to_write_it(house, desk):
    at = house.page(desk, "atelier", "counsellor")
    next(one for one in at.text_input if one.label == "Date").set_value("mardi prochain")
    assert "24/11/2026" in text(press(at, "Enregistrer l’atelier"))


def test_open_propose_tick_who_came_close(house, desk):
    prepared(house, desk)
    one = the_workshop(house)
    at = press(house.page(desk, "atelier", "counsellor", id=one.id), "Ouvrir l’atelier")
    assert "est ouvert" in text(at)
    with house.memory.connection() as db:
        assert room.open_now(db).id == one.id
        assert all(isinstance(log.history(db, who)[0].happening, LessonProposed) for who in one.people)
    box(at, "Odette").check()
    at = press(at.run(), "Fermer l’atelier")
    closed = the_workshop(house)
    assert closed.closed_at and len(closed.came) == 1 and closed.counts["total"] == 1
    assert "terminé" in text(at)


def test_the_same_workshop_next_week_in_two_clicks(house, desk):
    prepared(house, desk)
    at = press(house.page(desk, "atelier", "counsellor", id=the_workshop(house).id), "Refaire cet atelier")
    with house.memory.connection() as db:
        first, second = workshops.all_of(db)
    assert second.day == "2026-11-30" and second.people == first.people and "copié" in text(at)


def test_the_list_shows_what_comes_and_what_is_over(house, desk):
    assert "Rien n’est prévu" in text(house.page(desk, "seances", "counsellor"))
    prepared(house, desk)
    at = house.page(desk, "seances", "counsellor")
    assert not at.exception and "lundi 23/11/2026 à 14 h" in text(at)


def test_a_form_opened_on_a_plan_has_its_title(house, desk):
    at = house.page(desk, "atelier", "counsellor", plan="none")
    assert not at.exception and at.text_input[0].value == ""


def test_an_unknown_workshop_gives_a_way_back(house, desk):
    assert "Rien n’est perdu" in text(house.page(desk, "atelier", "counsellor", id="nobody"))


def test_somebody_who_was_not_expected_and_people_without_an_account_are_counted(house, desk):
    at = prepared(house, desk)
    denise = house.person("Denise")
    at = press(at, "Ouvrir l’atelier")
    at = box(at, "Denise").check().run()
    assert "proposées" in text(at) and denise in the_workshop(house).came
    assert any(isinstance(event.happening, LessonProposed) for event in _history(house, denise))
    number = next(one for one in at.text_input if one.label.startswith("Personnes venues sans compte"))
    number.set_value("beaucoup")
    at = press(at, "Noter ce nombre")
    assert "Écrivez un nombre" in text(at) and the_workshop(house).others == 0
    next(one for one in at.text_input if one.label.startswith("Personnes venues sans compte")).set_value("2")
    at = press(at, "Noter ce nombre")
    at = press(at, "Fermer l’atelier")
    assert the_workshop(house).counts["total"] == 3 and "Sans compte : 2" in text(at)


def _history(house, who):
    with house.memory.connection() as db:
        return log.history(db, who)
