"""The place's facts, the people who will be erased soon, and the journal, as the counsellor sees them."""

from datetime import timedelta

import pytest

from learning.events import LessonFinished
from progress_db import acts, backup, counsellors, erasing, people, place, purge
from progress_db.place import Place
from tests.ui.conftest import press, text

HERE = Place("EPN de la Rance", ("Plou",), "Mairie de Plou", "dpo@plou.example")


@pytest.fixture
def desk(house):
    with house.memory.connection() as db:
        place.found(db, HERE, house.now)
        return counsellors.add_counsellor(db, "Gaëlle Le Bris", "gaelle", "une longue phrase de passe", house.now).id


def field(at, label):
    return next(one for one in at.text_input if one.label.startswith(label))


def kept(house):
    with house.memory.connection() as db:
        return place.place(db)


def test_the_place_s_facts_and_its_term_are_changed(house, desk):
    at = house.page(desk, "lieu", "counsellor")
    field(at, "Responsable").set_value("Mairie de Plou-le-Haut")
    at.radio[0].set_value(18)
    at = press(at, "Enregistrer")
    assert "enregistré" in text(at) and kept(house).controller == "Mairie de Plou-le-Haut" and kept(house).keep_months == 18


@pytest.mark.parametrize(("label", "typed"), [("Nom", " "), ("Adresse", "pas une adresse")])
def test_an_odd_fact_changes_nothing_and_says_why(house, desk, label, typed):
    at = house.page(desk, "lieu", "counsellor")
    field(at, label).set_value(typed)
    at = press(at, "Enregistrer")
    assert "Rien n’a été changé" in text(at) and kept(house) == HERE


def test_no_village_left_changes_nothing(house, desk):
    at = house.page(desk, "lieu", "counsellor")
    at.text_area[0].set_value("\n \n")
    assert "au moins une commune" in text(press(at, "Enregistrer")) and kept(house) == HERE


def test_the_counsellor_is_told_on_the_first_screen_and_may_keep_somebody(house, desk):
    house.person("Odette")
    house.later(days=340)
    with house.memory.connection() as db:
        purge.purge(db, house.memory.folder, house.now)
    assert "1 personne sans activité" in text(house.page(desk, "conseiller", "counsellor"))
    at = press(house.page(desk, "conservation", "counsellor"), "Garder Odette")
    assert "Cette personne est gardée" in text(at) and "Personne pour le moment" in text(at)
    house.later(days=60)
    with house.memory.connection() as db:
        assert purge.purge(db, house.memory.folder, house.now).erased == [] and len(people.learners(db)) == 1


def test_the_journal_tells_who_looked_and_never_names_the_erased(house, desk):
    who = house.person("Odette")
    house.page(desk, "personne", "counsellor", id=who)
    assert "Gaëlle Le Bris" in text(at := house.page(desk, "journal", "counsellor")) and "a consulté Odette" in text(at)
    with house.memory.connection() as db:
        erasing.erase(db, house.memory.folder, who, desk, house.now + timedelta(minutes=1))
    shown = text(house.page(desk, "journal", "counsellor"))
    assert "une personne effacée" in shown
    assert "Odette" not in shown


def test_every_kind_of_act_has_its_words(house, desk):
    with house.memory.connection() as db:
        for number, kind in enumerate(acts.KINDS):
            acts.write(db, desk, kind, "", house.now + timedelta(minutes=number))
    at = house.page(desk, "journal", "counsellor")
    assert not at.exception and "a remis une sauvegarde" in text(at)


def test_before_anything_is_created_the_person_reads_what_is_kept(house):
    who = house.person("Odette")
    assert "Ce qui est gardé, et vos droits" in text(house.page(who, ""))
    house.record(who, LessonFinished("courriel/lire"))
    assert "Ce qui est gardé, et vos droits" not in text(house.page(who, ""))


def test_a_backup_says_what_would_be_lost_before_it_is_put_back(house, desk):
    assert "Il n’y en a pas encore" in text(house.page(desk, "sauvegardes", "counsellor"))
    made = backup.backup(house.memory.folder, house.now)
    house.person("Odette")
    assert "Celle de lundi 23 novembre 2026 à 15 h" in text(house.page(desk, "sauvegardes", "counsellor"))
    shown = text(house.page(desk, "sauvegardes", "counsellor", remettre=made.name))
    assert "1 personne ajoutée" in shown and "action='/remise'" in shown
    shown = text(house.page(desk, "sauvegardes", "counsellor", remettre="../x"))
    assert "n’est plus là" in shown and "action='/remise'" not in shown
