"""The recovery sheet through the door: printed, read, used once; and the six digits at the sign-in."""

import io
from concurrent.futures import ThreadPoolExecutor

import pyotp
import pypdfium2
import pytest

from progress_db import accounts, counsellors
from tests.web.conftest import PASSWORD

NEW = "une autre phrase bien longue"


def printed_code(counsellor) -> str:
    made = counsellor.post("/feuille-de-secours.pdf", {"motdepasse": PASSWORD})
    assert made.headers["content-type"] == "application/pdf"
    text = pypdfium2.PdfDocument(io.BytesIO(made.content))[0].get_textpage().get_text_range()
    assert "katell" in text and "Rangez cette feuille" in text
    groups = [word for word in text.split() if len(word) == 5 and word.isalnum() and word.isupper()]
    assert len(groups) == 4
    return " ".join(groups)


def ask(visitor, code, password=NEW, again=NEW, login="katell"):
    return visitor.post("/connexion/secours", {"identifiant": login, "code": code, "motdepasse": password, "motdepasse2": again})


def test_the_printed_code_opens_once_and_the_old_password_no_more(house, counsellor):
    code = printed_code(counsellor)
    assert ask(house.visitor(), code).headers["location"] == "/mon-compte"
    assert ask(house.visitor(), code).status_code == 401
    old = house.visitor().post("/connexion/conseiller", {"identifiant": "katell", "motdepasse": PASSWORD})
    assert old.status_code == 401
    assert counsellor.get("/conseiller").status_code == 303  # the sessions of before are over


@pytest.mark.parametrize("typed", [{}, {"motdepasse": "pas le mien du tout"}])
def test_an_open_page_on_a_desk_prints_no_sheet_and_the_one_in_the_drawer_still_serves(house, counsellor, typed):
    code = printed_code(counsellor)
    refused = counsellor.post("/feuille-de-secours.pdf", typed)
    assert refused.status_code == 422 and "votre mot de passe" in refused.text
    assert ask(house.visitor(), code).status_code == 303


def test_one_code_used_by_two_hands_at_once_opens_once(house, counsellor):
    code = printed_code(counsellor)
    with ThreadPoolExecutor(4) as hands:
        answers = [one.status_code for one in hands.map(lambda _n: ask(house.visitor(), code), range(4))]
    assert sorted(answers) == [303, 401, 401, 401]


def test_what_is_wrong_is_said_in_french_and_nothing_changes(house, counsellor):
    code = printed_code(counsellor)
    assert "différents" in ask(house.visitor(), code, again="autre").text
    assert "12 signes" in ask(house.visitor(), code, "court", "court").text
    assert "feuille ne va pas" in ask(house.visitor(), "AAAAA BBBBB CCCCC DDDDD").text
    assert ask(house.visitor(), code).status_code == 303


def test_a_reload_of_the_sheet_does_not_draw_another_code(house, counsellor):
    assert counsellor.get("/feuille-de-secours.pdf").status_code == 405


def test_the_sign_in_asks_for_the_six_digits_of_those_who_want_it(house):
    assert "6 chiffres" not in house.visitor().get("/connexion/conseiller").text
    with house.memory.connection() as db:
        [one] = counsellors.counsellors(db)
        secret = accounts.new_secret()
        accounts.turn_on(db, one.id, secret, pyotp.TOTP(secret).at(house.clock()), house.clock())
    house.clock.forward(minutes=2)
    page = {"identifiant": "katell", "motdepasse": PASSWORD}
    refused = house.visitor().post("/connexion/conseiller", page)
    assert refused.status_code == 401 and "Les 6 chiffres de l’application" in refused.text
    digits = pyotp.TOTP(secret).at(house.clock())
    assert house.visitor().post("/connexion/conseiller", {**page, "sixchiffres": digits}).status_code == 303


def test_the_page_is_found_from_the_sign_in_and_says_what_else_to_do(house):
    assert "/connexion/secours" in house.visitor().get("/connexion/conseiller").text
    assert "feuille de secours" in house.visitor().get("/connexion/secours").text
