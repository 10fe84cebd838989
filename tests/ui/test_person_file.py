"""A person's own facts: optional, corrected; a lost card put out; everything erased, with the password asked again."""

import pytest

from progress_db import cards, counsellors, people, profiles
from tests.ui.conftest import press, text

PASSWORD = "une longue phrase de passe"


@pytest.fixture
def desk(house):
    with house.memory.connection() as db:
        return counsellors.add_counsellor(db, "Gaëlle Le Bris", "gaelle", PASSWORD, house.now).id


def field(at, label):
    return next(one for one in at.text_input if one.label.startswith(label))


def test_the_facts_for_the_report_are_optional_and_kept(house, desk):
    who = house.person("Odette")
    at = house.page(desk, "fiche-personne", "counsellor", id=who)
    assert all(radio.value == "" for radio in at.radio)
    field(at, "Année").set_value("1951")
    at.radio[0].set_value("Feminin")
    at = press(at, "Enregistrer la fiche")
    with house.memory.connection() as db:
        assert profiles.profile(db, who) == profiles.Profile(1951, "", "Feminin", "")
    assert "est enregistrée" in text(at)


@pytest.mark.parametrize(("label", "typed"), [("Année", "51"), ("Année", "2190"), ("Prénom", "")])
def test_an_odd_fact_is_said_and_nothing_changes(house, desk, label, typed):
    who = house.person("Odette")
    at = house.page(desk, "fiche-personne", "counsellor", id=who)
    field(at, label).set_value(typed)
    at = press(at, "Enregistrer la fiche")
    assert at.warning and not at.exception
    with house.memory.connection() as db:
        assert people.learner(db, who).name == "Odette" and profiles.profile(db, who) == profiles.Profile()


def test_a_lost_card_opens_nothing_any_more_and_the_work_stays(house, desk):
    who = house.person("Odette")
    with house.memory.connection() as db:
        cards.issue_card(db, who, house.now)
    press(house.page(desk, "fiche-personne", "counsellor", id=who), "Éteindre la carte perdue")
    with house.memory.connection() as db:
        assert not people.learner(db, who).card


def test_erasing_asks_the_password_again_and_takes_everything(house, desk):
    who = house.person("Odette")
    at = house.page(desk, "fiche-personne", "counsellor", id=who)
    field(at, "Votre mot de passe").set_value("autre chose")
    at = press(at, "Effacer tout")
    assert "Rien n’a été effacé" in text(at)
    field(at, "Votre mot de passe").set_value(PASSWORD)
    at = press(at, "Effacer tout")
    assert "sont effacés" in text(at) and not at.exception
    with house.memory.connection() as db:
        assert people.learner(db, who) is None


def test_a_learner_never_sees_this_page(house):
    who = house.person("Odette")
    at = house.page(who, "fiche-personne", id=who)
    assert not [b for b in at.button if b.label == "Effacer tout"]
