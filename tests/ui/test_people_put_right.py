"""The counsellor puts people right: taken out and back, two files made one and separated, a list read from a file."""

import pytest

from learning.events import LessonFinished
from progress_db import counsellors, people
from tests.ui.conftest import press, text
from tests.workshops.test_people_file import BOOK


@pytest.fixture
def desk(house):
    with house.memory.connection() as db:
        return counsellors.add_counsellor(db, "Gaëlle Le Bris", "gaelle", "une longue phrase de passe", house.now).id


def names(house):
    with house.memory.connection() as db:
        return [one.name for one in people.learners(db)]


def test_somebody_taken_out_is_put_back_from_the_list_of_those_taken_out(house, desk):
    who = house.person("Odette")
    at = press(house.page(desk, "fiche-personne", "counsellor", id=who), "Retirer Odette des listes")
    assert "retirée des listes" in text(at) and names(house) == []
    at = press(house.page(desk, "retirees", "counsellor"), "Remettre Odette")
    assert "avec tout son travail" in text(at) and names(house) == ["Odette"]


def test_two_files_are_made_one_after_a_look_and_separated(house, desk):
    one, other = house.person("Odette"), house.person("Odette L.")
    house.record(other, LessonFinished("courriel/lire"))
    at = house.page(desk, "reunir", "counsellor", id=one)
    assert "Odette L., ajoutée" in text(at)
    at = house.page(desk, "reunir", "counsellor", id=one, avec=other)
    assert "1 compétence commencée" in text(at) and names(house) == ["Odette", "Odette L."]
    at = press(at, "Réunir les deux")
    assert "plus qu’une" in text(at) and names(house) == ["Odette"] and house.progress(one).seq == 1
    at = press(house.page(desk, "retirees", "counsellor"), "Séparer Odette L.")
    assert names(house) == ["Odette", "Odette L."] and house.progress(one).seq == 0 and house.progress(other).seq == 1


def test_a_list_is_read_from_a_file_and_nothing_is_added_before_the_counsellor_says_so(house, desk):
    at = house.page(desk, "ajouter", "counsellor")
    at = at.file_uploader[0].set_value(("liste.xlsx", BOOK, "application/octet-stream")).run()
    at = press(at, "Lire ce fichier")
    assert "Odette" in at.text_area[0].value and names(house) == []
    at = press(at, "Ajouter ces 2 personnes")
    assert names(house) == ["Odette", "Yann"]


def test_a_file_that_is_no_list_says_what_to_do_and_adds_nobody(house, desk):
    at = house.page(desk, "ajouter", "counsellor")
    at = at.file_uploader[0].set_value(("liste.xlsx", b"not a book", "application/octet-stream")).run()
    at = press(at, "Lire ce fichier")
    assert "Rien n’a été ajouté" in text(at) and names(house) == [] and not at.exception
