"""« Mes données »: seen, corrected, taken away, erased, by the person alone."""

from learning.events import PracticeFinished
from progress_db import people, profiles
from progress_db.profiles import Profile
from tests.ui.conftest import C7, press, text


def test_what_is_kept_is_said_in_plain_words(house):
    who = house.person("Odette")
    house.record(who, PracticeFinished(C7, "v", True, "none"))
    said = text(house.page(who, "mes-donnees"))
    assert "Odette" in said and "(1 en tout)" in said and "Pour le bilan : rien." in said


def test_a_first_name_is_corrected(house):
    who = house.person("Odete")
    at = house.page(who, "mes-donnees")
    at.text_input[0].set_value("Odette")
    press(at, "Enregistrer")
    with house.memory.connection() as db:
        assert people.learner(db, who).name == "Odette"


def test_the_account_is_erased_only_when_the_word_is_written(house):
    who = house.person("Odette")
    at = press(house.page(who, "mes-donnees"), "Effacer mon compte")
    assert "Rien n’est effacé" in text(at)
    at.text_input[1].set_value(" Effacer ")
    at = press(at, "Effacer mon compte")
    assert not at.exception
    with house.memory.connection() as db:
        assert people.learner(db, who) is None and not db.all("SELECT * FROM sessions")


def test_what_was_told_for_the_report_can_be_taken_back(house):
    who = house.person("Odette")
    with house.memory.connection() as db:
        profiles.set_profile(db, who, Profile(1951, "Plou", "Feminin", "Retraite"), house.now)
    at = press(house.page(who, "mes-donnees"), "Ne plus rien dire pour le bilan")
    assert "Pour le bilan : rien." in text(at)
    with house.memory.connection() as db:
        assert profiles.profile(db, who) == Profile()


def test_a_guest_is_told_that_nothing_is_kept(house):
    with house.memory.connection() as db:
        guest = people.add_guest(db, house.now).id
    assert "Rien n’est gardé" in text(house.page(guest, "mes-donnees", "guest"))
