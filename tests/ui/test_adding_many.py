"""A list is pasted, looked at, added; groups."""

import pytest

from progress_db import counsellors, groups, people, profiles
from tests.ui.conftest import press, text


@pytest.fixture
def desk(house):
    with house.memory.connection() as db:
        return counsellors.add_counsellor(db, "Gaëlle Le Bris", "gaelle", "une longue phrase de passe", house.now).id


def pasted(house, desk, names, group=""):
    at = house.page(desk, "ajouter", "counsellor")
    at.text_area[0].set_value(names)
    at.text_input[0].set_value(group)
    return press(at, "Regarder la liste")


def test_a_pasted_list_is_shown_before_anything_is_written_then_added_to_its_group(house, desk):
    at = pasted(house, desk, "Odette;1951\nYann\nDenise;51", "Le mardi")
    assert "Ligne 3" in text(at) and "n’est pas prise" in text(at)
    with house.memory.connection() as db:
        assert people.learners(db) == []
    at = press(at, "Ajouter ces 2 personnes")
    assert "2 personnes ajoutées" in text(at) and "Imprimer leurs cartes" in text(at)
    assert at.text_area[0].value == "Denise;51" and "Ligne 1 : <strong>Denise" in text(at)  # as it was written, to be put right
    with house.memory.connection() as db:
        odette, yann = people.learners(db)
        assert profiles.profile(db, odette.id).birth_year == 1951
        assert set(groups.groups(db)[0].people) == {odette.id, yann.id}


def test_each_goes_into_the_group_of_her_line_or_into_the_one_of_the_page(house, desk):
    at = pasted(house, desk, "Prénom;Groupe;Commune\nOdette;Le jeudi;Plou\nYann\nDenise;le jeudi", "Le mardi")
    assert "Odette</strong>, Plou, groupe « Le jeudi »" in text(at)
    press(at, "Ajouter ces 3 personnes")
    with house.memory.connection() as db:
        named = {one.id: one.name for one in people.learners(db)}
        made = {one.name: {named[who] for who in one.people} for one in groups.groups(db)}
    assert made == {"Le jeudi": {"Odette", "Denise"}, "Le mardi": {"Yann"}}


def test_a_long_list_is_added_two_hundred_at_a_time_and_the_rest_stays(house, desk):
    at = pasted(house, desk, "Prénom\n" + "Odette\n" * 203)
    assert "la suite" in text(at)
    at = press(at, "Ajouter ces 200 personnes")
    assert at.text_area[0].value == "Prénom\nOdette\nOdette\nOdette"
    press(at, "Ajouter ces 3 personnes")
    with house.memory.connection() as db:
        assert len(people.learners(db)) == 203


def test_pressing_twice_adds_once(house, desk):
    at = press(pasted(house, desk, "Odette"), "Ajouter cette personne")
    assert "Ajouter cette personne" not in [b.label for b in at.button]
    with house.memory.connection() as db:
        assert len(people.learners(db)) == 1


def test_a_name_already_there_is_told_not_refused(house, desk):
    house.person("Odette")
    at = pasted(house, desk, "odette\n<b>x</b>")
    assert "porte déjà ce nom" in text(at) and "<b>x" not in text(at)


def test_a_group_is_made_filled_renamed_dropped(house, desk):
    who = house.person("Odette")
    at = house.page(desk, "groupes", "counsellor")
    at.text_input[0].set_value("Le mardi")
    at = press(at, "Créer le groupe")
    at.checkbox[0].check()
    at = press(at, "Enregistrer le groupe")
    with house.memory.connection() as db:
        assert groups.groups(db)[0].people == (who,)
    at = press(at, "Supprimer le groupe (les personnes restent)")
    with house.memory.connection() as db:
        assert groups.groups(db) == [] and people.learners(db)


def test_two_groups_cannot_have_one_name(house, desk):
    with house.memory.connection() as db:
        groups.add(db, "Le mardi", house.now)
    at = house.page(desk, "groupes", "counsellor")
    at.text_input[0].set_value("Le mardi")
    assert "déjà ce nom" in text(press(at, "Créer le groupe"))
