"""Accounts on screen: a replacement added and closed, one's own password changed, six digits turned on."""

import pyotp
import pytest

from progress_db import accounts, counsellors, door
from tests.progress_db.facts import CHEAP, PASSWORD, desk
from tests.ui.conftest import press, text

NEW = "une autre phrase bien longue"


@pytest.fixture
def boss(house):
    with house.memory.connection() as db:
        return desk(db)


def field(at, label):
    return next(one for one in at.text_input if one.label.startswith(label))


def proof(at):
    return next(one for one in at.text_input if one.label == "Mon mot de passe")


def enters(house, login, password, code=""):
    with house.memory.connection() as db:
        return door.counsellor_sign_in(db, login, password, "pc", house.now, CHEAP, code).counsellor


def test_an_administrator_opens_an_account_and_the_password_is_shown_once(house, boss):
    at = house.page(boss, "comptes", "counsellor")
    field(at, "Prénom et nom").set_value("Yann Morvan")
    field(at, "Identifiant").set_value("yann")
    at = press(at, "Ouvrir ce compte")
    shown = text(at)
    password = shown.split("mot-de-passe'>")[1].split("<")[0]
    assert enters(house, "yann", password) and password not in text(at.run())


def test_what_is_refused_is_said_and_changes_nothing(house, boss):
    at = house.page(boss, "comptes", "counsellor")
    field(at, "Prénom et nom").set_value("Yann Morvan")
    field(at, "Identifiant").set_value("x")
    at = press(at, "Ouvrir ce compte")
    assert "3 à 60 signes" in text(at) and not at.exception
    with house.memory.connection() as db:
        assert len(counsellors.counsellors(db)) == 1


def test_a_replacement_is_closed_and_opened_again_from_the_list(house, boss):
    with house.memory.connection() as db:
        one = desk(db, "x", "counsellor")
    at = press(house.page(boss, "comptes", "counsellor"), "Fermer : Gaëlle x")
    assert "compte fermé" in text(at) and enters(house, "gaelle-x", PASSWORD) is None
    press(at, "Rouvrir : Gaëlle x")
    house.later(minutes=1)
    assert enters(house, "gaelle-x", PASSWORD) == one


def test_one_s_own_password_is_changed_with_the_old_one_only(house, boss):
    at = house.page(boss, "mon-compte", "counsellor")
    for old, new, again, said in (
        ("faux", NEW, NEW, "n’est pas votre mot de passe"),
        (PASSWORD, NEW, "autre", "différents"),
        (PASSWORD, "court", "court", "12 signes"),
    ):
        field(at, "Mon mot de passe").set_value(old)
        field(at, "Le nouveau, 12").set_value(new)
        field(at, "Le nouveau, encore").set_value(again)
        at = press(at, "Changer mon mot de passe")
        assert said in text(at) and not at.exception
    field(at, "Mon mot de passe").set_value(PASSWORD)
    field(at, "Le nouveau, 12").set_value(NEW)
    field(at, "Le nouveau, encore").set_value(NEW)
    at = press(at, "Changer mon mot de passe")
    assert "est changé" in text(at) and "Mon compte" in text(at) and enters(house, "gaelle-c", NEW) == boss


def test_six_digits_are_turned_on_after_one_right_code(house, boss):
    at = press(house.page(boss, "mon-compte", "counsellor"), "Préparer les 6 chiffres")
    assert "n’est pas votre mot de passe" in text(at) and "tapez ce code" not in text(at)
    proof(at).set_value(PASSWORD)
    at = press(at, "Préparer les 6 chiffres")
    secret = text(at).split("tapez ce code : <strong>")[1].split("<")[0].replace(" ", "")
    field(at, "Les 6 chiffres").set_value("000000")
    at = press(at, "Vérifier et activer")
    assert "Ce ne sont pas les 6 chiffres" in text(at)
    field(at, "Les 6 chiffres").set_value(pyotp.TOTP(secret).at(house.now))
    at = press(at, "Vérifier et activer")
    assert not at.exception and "C’est fait" in text(at) and enters(house, "gaelle-c", PASSWORD) is None
    house.later(minutes=2)
    assert enters(house, "gaelle-c", PASSWORD, pyotp.TOTP(secret).at(house.now)) == boss
    with house.memory.connection() as db:
        assert accounts.account(db, boss).totp


def test_six_digits_are_turned_off_with_the_password(house, boss):
    secret = accounts.new_secret()
    with house.memory.connection() as db:
        accounts.turn_on(db, boss, secret, pyotp.TOTP(secret).at(house.now), house.now)
    at = press(house.page(boss, "mon-compte", "counsellor"), "Ne plus demander les 6 chiffres")
    assert "n’est pas votre mot de passe" in text(at)
    proof(at).set_value(PASSWORD)
    at = press(at, "Ne plus demander les 6 chiffres")
    assert not at.exception and enters(house, "gaelle-c", PASSWORD) == boss
