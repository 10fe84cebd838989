"""Coming in and going out: what each person gets, and what the next one does not."""

from __future__ import annotations

import re

import anyio
import pytest

from progress_db import people, sessions
from tests.web.conftest import HOST
from web.sign_in import LOCKED_CARD, WRONG_CARD


def wrong(pin: str) -> str:
    return "9999" if pin != "9999" else "8888"


def test_a_card_and_its_four_digits_open_the_home_page(house):
    visitor, one = house.visitor(), house.people["Maryvonne"]
    answer = visitor.sign_in(one.card, one.pin)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Max-Age" not in cookie.split(",")[0]
    page = visitor.get("/")
    assert page.status_code == 200 and 'lang="fr"' in page.text
    assert visitor.get("/_stcore/echo").json() == {
        "x-pas-who": one.id,
        "x-pas-session": sessions.digest(visitor.token),
        "x-pas-role": "learner",
    }


def test_a_card_copied_by_hand_with_spaces_and_small_letters_is_the_same_card(house):
    one = house.people["Maryvonne"]
    typed = f" {one.card[:5].lower()} - {one.card[5:].lower()} "
    assert house.visitor().sign_in(typed, f" {one.pin} ").status_code == 303


def test_the_cookie_is_secure_as_soon_as_the_page_is(house):
    visitor, one = house.visitor(), house.people["Maryvonne"]
    visitor.client.base_url = "https://pas.example"
    answer = visitor.post("/connexion", {"carte": one.card, "code": one.pin}, origin="https://pas.example")
    assert "Secure" in answer.headers["set-cookie"]


def test_a_wrong_pin_an_unknown_card_and_an_old_card_get_the_same_calm_answer(house):
    one = house.people["Maryvonne"]
    tries = [(one.card, wrong(one.pin)), ("AAAAAAAAAA", one.pin), ("zzz", "abcd"), ("é" * 30, "🙂🙂🙂🙂")]
    for card, pin in tries:
        answer = house.visitor().sign_in(card, pin)
        assert answer.status_code == 401
        assert WRONG_CARD in answer.text
        assert pin not in answer.text, "what was typed as a PIN is never sent back"


def test_an_empty_field_says_what_to_write_and_counts_no_try(house):
    visitor = house.visitor()
    for _ in range(12):
        answer = visitor.sign_in(house.people["Maryvonne"].card, "")
    assert answer.status_code == 422 and "Écrivez votre code à 4 chiffres." in answer.text
    assert 'aria-invalid="true"' in answer.text
    one = house.people["Maryvonne"]
    assert visitor.sign_in(one.card, one.pin).status_code == 303


def test_wrong_tries_wait_then_put_the_card_on_pause_and_time_or_the_right_pin_do_not_open_it(house):
    one, visitor = house.people["Maryvonne"], house.visitor()
    answers = []
    for _ in range(40):
        answers.append(visitor.sign_in(one.card, wrong(one.pin)))
        if answers[-1].status_code == 423:
            break
        if answers[-1].status_code == 429:
            assert re.search(r"Attendez \d+\xa0(secondes?|minutes), puis essayez encore\.", answers[-1].text)
            house.clock.forward(seconds=int(answers[-1].headers["retry-after"]))
    assert answers[-1].status_code == 423 and LOCKED_CARD in answers[-1].text
    assert any(answer.status_code == 429 for answer in answers)
    assert visitor.sign_in(one.card, one.pin).status_code == 423


def test_a_paused_card_stops_nobody_else_on_the_same_computer(house):
    one, other, visitor = house.people["Maryvonne"], house.people["D’Artagnan"], house.visitor()
    for _ in range(12):
        answer = visitor.sign_in(one.card, wrong(one.pin))
        house.clock.forward(seconds=int(answer.headers.get("retry-after", 0)) + 1)
    assert visitor.sign_in(other.card, other.pin).status_code == 303


def test_two_people_in_turn_on_one_browser_leave_nothing_to_each_other(house):
    one, other, visitor = house.people["Maryvonne"], house.people["D’Artagnan"], house.visitor()
    visitor.sign_in(one.card, one.pin)
    before = visitor.token
    visitor.sign_in(other.card, other.pin)
    assert visitor.token != before
    assert visitor.get("/_stcore/echo").json()["x-pas-who"] == other.id
    with house.memory.connection() as db:
        assert sessions.seat(db, sessions.digest(before), house.clock()) is None


def test_the_next_person_is_told_whose_page_is_open(house):
    one, visitor = house.people["Maryvonne"], house.visitor()
    visitor.sign_in(one.card, one.pin)
    page = visitor.get("/connexion").text
    assert "Maryvonne" in page and "Ce n’est pas vous" in page


def test_a_trial_left_open_is_told_without_a_name(house):
    visitor = house.visitor()
    visitor.post("/essai")
    assert "Un essai est encore ouvert." in visitor.get("/connexion").text


def test_signing_out_ends_the_session_on_the_server_too(house):
    one, visitor = house.people["Maryvonne"], house.visitor()
    visitor.sign_in(one.card, one.pin)
    token = visitor.token
    answer = visitor.post("/deconnexion")
    assert (answer.status_code, answer.headers["location"]) == (303, "/connexion?fin=fini")
    assert visitor.token is None
    assert "À bientôt." in visitor.get("/connexion?fin=fini").text
    visitor.client.cookies.set("pas-a-pas", token)
    assert visitor.get("/").headers["location"] == "/connexion"


def test_trying_without_an_account_leads_to_a_first_practice_and_leaving_erases_it(house):
    visitor = house.visitor()
    answer = visitor.post("/essai")
    lessons = answer.headers["location"]
    assert answer.status_code == 303 and (lessons == "/" or lessons.startswith("/entrainement?lecon="))
    who = visitor.get("/_stcore/echo").json()
    assert who["x-pas-role"] == "guest"
    visitor.post("/deconnexion")
    with house.memory.connection() as db:
        assert people.learner(db, who["x-pas-who"]) is None


def test_a_guest_who_takes_out_a_card_is_forgotten_too(house):
    visitor, one = house.visitor(), house.people["Maryvonne"]
    visitor.post("/essai")
    who = visitor.get("/_stcore/echo").json()["x-pas-who"]
    visitor.sign_in(one.card, one.pin)
    with house.memory.connection() as db:
        assert people.learner(db, who) is None


def test_a_first_start_offers_to_try_at_once_and_asks_for_no_card(empty_house):
    page = empty_house.visitor().get("/connexion").text
    assert page.index("Essayer sans compte") < page.index("/installation")
    assert 'class="principal"' in page and 'name="carte"' not in page
    assert empty_house.visitor().post("/essai").status_code == 303


def test_an_installed_place_shows_the_card_first(house):
    page = house.visitor().get("/connexion").text
    assert page.index('name="carte"') < page.index("Essayer sans compte") < page.index("/connexion/conseiller")
    assert page.count('class="principal"') == 1
    assert "/installation" not in page


def test_the_counsellor_comes_in_with_a_password_to_the_counsellors_page(counsellor):
    assert counsellor.get("/").headers["location"] == "/conseiller"
    assert counsellor.get("/conseiller").status_code == 200


def test_a_wrong_password_keeps_the_login_never_the_password(house):
    answer = house.visitor().post("/connexion/conseiller", {"identifiant": "katell", "motdepasse": "secret-tape-ici"})
    assert answer.status_code == 401 and 'value="katell"' in answer.text and "secret-tape-ici" not in answer.text


def test_the_square_of_a_card_fills_the_code_in_and_still_asks_for_the_digits(house):
    visitor, one = house.visitor(), house.people["Maryvonne"]
    answer = visitor.get(f"/c/{one.card}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/connexion"), "the code stays in no address"
    assert "HttpOnly" in answer.headers["set-cookie"] and "Max-Age=300" in answer.headers["set-cookie"]
    page = visitor.get("/connexion")
    assert f"{one.card[:5]} {one.card[5:]}" in page.text
    assert visitor.get("/").headers["location"] == "/connexion"


@pytest.mark.parametrize("code", ["x", "A" * 300, "%00", "<script>alert(1)</script>", "..%2f..", "ABCDE'FGHJ\""])
def test_a_strange_square_just_opens_the_door(house, code):
    visitor = house.visitor()
    answer = visitor.get(f"/c/{code}")
    assert answer.status_code in (303, 404) and "<script>" not in visitor.get("/connexion").text


@pytest.mark.parametrize(
    "wanted", ["//mal.example", "https://mal.example", "/\\mal.example", "\\\\mal", "/connexion", "javascript:alert(1)", "/etat", "/%0d%0aX: y",
               "/lecon\r\nSet-Cookie: a=b", "/" + "a" * 400, "///mal.example", "/lecon/../etat", " /lecon"]
)  # fmt: skip
def test_signing_in_never_leads_elsewhere_than_to_our_pages(house, wanted):
    one = house.people["Maryvonne"]
    where = house.visitor().sign_in(one.card, one.pin, suite=wanted).headers["location"]
    assert where in ("/", "/lecon"), where
    assert "mal.example" not in house.visitor().get("/connexion", params={"suite": wanted}).text


def test_signing_in_goes_on_where_the_person_was_going(house):
    one, visitor = house.people["Maryvonne"], house.visitor()
    door_ = visitor.get("/lecon?lecon=courriel/joindre-un-fichier&ecran=2").headers["location"]
    assert door_.startswith("/connexion?suite=/lecon%3F")
    page = visitor.get(door_).text
    assert 'value="/lecon?lecon=courriel/joindre-un-fichier&amp;ecran=2"' in page
    answer = visitor.sign_in(one.card, one.pin, suite="/lecon?lecon=courriel/joindre-un-fichier&ecran=2")
    assert answer.headers["location"] == "/lecon?lecon=courriel/joindre-un-fichier&ecran=2"


def test_what_is_typed_is_shown_as_text(house):
    answer = house.visitor().sign_in("\"><script>alert('x')</script>", "1234")
    assert "<script>alert" not in answer.text and "&lt;script&gt;" in answer.text


def test_a_hundred_trials_asked_for_at_once_are_a_hundred_guests_each_on_her_own_page(house):
    visitors = [house.visitor() for _ in range(100)]

    async def all_at_once():
        async with anyio.create_task_group() as tasks:
            for one in visitors:
                tasks.start_soon(lambda one=one: one.client.post("/essai", headers={"Origin": HOST}))

    visitors[0].portal.call(all_at_once)
    with house.memory.connection() as db:
        guests = db.all("SELECT l.id FROM learners l JOIN sessions s ON s.who = l.id WHERE l.guest = 1")
    assert len({one.token for one in visitors} - {None}) == 100 == len(guests)
