"""The sheets people take home: each person's own, anybody's for the counsellor, and nothing about others."""

from __future__ import annotations

import logging
import shutil
from types import SimpleNamespace

import pypdfium2 as pdfium
import pytest

from learning.events import LessonFinished, PracticeFinished
from progress_db import log, place
from web.house import ROOT

C4, C7 = "courriel/joindre-un-fichier", "courriel/reconnaitre-un-piege"
PERSONAL = ["/carnet.pdf", "/attestation.pdf"]


def text_of(answer) -> str:
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/pdf"
    document = pdfium.PdfDocument(answer.content)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range().replace("\xa0", " ").split()) for page in document)
    finally:
        document.close()


@pytest.fixture
def one(house) -> SimpleNamespace:
    """Maryvonne at her computer: one skill done alone on two days, one lesson read."""
    person = house.people["Maryvonne"]
    with house.memory.connection() as db:
        for n, (days, what) in enumerate(
            [
                (0, PracticeFinished(C4, "avril", True, "none")),
                (1, PracticeFinished(C4, "mai", True, "none")),
                (0, LessonFinished(C7)),
            ]
        ):
            house.clock.forward(days=days)
            log.record(db, person.id, [(f"e{n}", what)], house.clock())
    visitor = house.visitor()
    visitor.sign_in(person.card, person.pin)
    return SimpleNamespace(visitor=visitor, id=person.id)


def test_anybody_signed_in_prints_the_memo_sheet_with_its_drawings(house, one, counsellor):
    guest = house.visitor()
    guest.post("/essai")
    shutil.copytree(ROOT / "lessons/courriel/images", house.root / "lessons/courriel/images")
    for visitor in (one.visitor, counsellor, guest):
        answer = visitor.get(f"/fiche.pdf?lecon={C4}")
        text = text_of(answer)
        assert "Joindre un fichier à un message" in text and "EPN de la Rance" in text and "Choisir un fichier" in text
        assert answer.headers["cache-control"] == "private, no-store" and "inline" in answer.headers["content-disposition"]
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_memo_sheet_is_made_without_the_drawings_that_are_not_there(one):
    assert "À retenir" in text_of(one.visitor.get(f"/fiche.pdf?lecon={C4}"))


@pytest.mark.parametrize("ref", ["", "courriel/nulle-part", "../../etc/passwd", "%00", "<script>"])
def test_an_unknown_lesson_gets_a_calm_page(one, ref):
    answer = one.visitor.get(f"/fiche.pdf?lecon={ref}")
    assert answer.status_code == 404 and "Rien n’est perdu" in answer.text and "<script>" not in answer.text


def test_a_drawing_that_cannot_be_read_is_said_calmly_and_logged(house, one, caplog):
    shutil.copytree(ROOT / "lessons/courriel/images", house.root / "lessons/courriel/images")
    (house.root / "lessons/courriel/images/joindre-bouton.svg").write_text("<svg")
    with caplog.at_level(logging.ERROR, "pas_a_pas.web"):
        answer = one.visitor.get(f"/fiche.pdf?lecon={C4}")
    assert answer.status_code == 500 and "Rien n’est perdu" in answer.text and "paper:" in caplog.text


def test_the_notebook_is_the_learner_s_own(house, one):
    text = text_of(one.visitor.get("/carnet.pdf"))
    assert "Maryvonne" in text and "mercredi 25 novembre 2026" in text and "EPN de la Rance" in text
    assert "deux fois sans aide" in text and "Vous avez lu la leçon le mercredi 25 novembre 2026." in text
    assert text_of(one.visitor.get(f"/carnet.pdf?personne={one.id}")) == text


def test_the_attestation_says_what_was_done_alone_and_nothing_else(one):
    text = text_of(one.visitor.get("/attestation.pdf"))
    assert "Maryvonne" in text and "sait joindre un fichier à un message, sans aide le mercredi 25 novembre 2026" in text
    assert "piégé" not in text and "Katell" not in text


def test_the_counsellor_prints_for_a_person_and_her_name_is_on_the_attestation(one, counsellor):
    assert "Maryvonne" in text_of(counsellor.get(f"/carnet.pdf?personne={one.id}"))
    text = text_of(counsellor.get(f"/attestation.pdf?personne={one.id}"))
    assert "Maryvonne" in text and "Personne qui signe : Katell" in text


def test_nothing_done_alone_yet_says_what_is_needed_and_prints_no_empty_attestation(house, counsellor):
    other, guest = house.people["D’Artagnan"], house.visitor()
    learner = house.visitor()
    learner.sign_in(other.card, other.pin)
    guest.post("/essai")
    for visitor, path in ((learner, ""), (guest, ""), (counsellor, f"?personne={other.id}")):
        answer = visitor.get(f"/attestation.pdf{path}")
        assert answer.status_code == 404 and "2 fois sans aide" in answer.text and "Revenir à " in answer.text


def test_a_guest_prints_the_notebook_of_this_session_without_a_name(house):
    guest = house.visitor()
    guest.post("/essai")
    text = text_of(guest.get("/carnet.pdf"))
    assert "Prénom :" in text and "Visiteur" not in text and "à découvrir" in text


@pytest.mark.parametrize("path", PERSONAL)
def test_a_learner_sees_nothing_of_another_person_not_even_that_she_exists(house, one, path):
    other, guest = house.people["D’Artagnan"], house.visitor()
    guest.post("/essai")
    for visitor in (one.visitor, guest):
        known = visitor.get(f"{path}?personne={other.id}")
        unknown = visitor.get(f"{path}?personne=inconnue")
        assert known.status_code == unknown.status_code == 403 and known.text == unknown.text
        assert "Artagnan" not in known.text and "Page réservée" in known.text


@pytest.mark.parametrize("path", PERSONAL)
def test_the_counsellor_says_whose_and_guests_and_strangers_are_nobody_s(house, counsellor, path):
    house.visitor().post("/essai")
    with house.memory.connection() as db:
        guest = db.one("SELECT id FROM learners WHERE guest = 1")["id"]
    assert counsellor.get(path).status_code == 400
    for who in ("inconnue", "x\x01", guest):
        answer = counsellor.get(path, params={"personne": who})
        assert answer.status_code == 404 and "pas dans la liste" in answer.text


@pytest.mark.parametrize("path", [f"/fiche.pdf?lecon={C4}", *PERSONAL])
def test_nobody_signed_in_gets_the_way_to_the_door(house, path):
    answer = house.visitor().get(path)
    assert answer.status_code == 403 and 'href="/connexion"' in answer.text
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("path", [f"/fiche.pdf?lecon={C4}", *PERSONAL])
def test_a_sheet_is_read_not_sent(one, path):
    assert one.visitor.post(path).status_code == 405


def test_a_place_that_is_not_named_prints_all_the_same(house, one):
    with house.memory.connection() as db:
        db.run("DELETE FROM place")
        assert place.place(db) is None
    assert "Maryvonne" in text_of(one.visitor.get("/carnet.pdf")) and "Maryvonne" in text_of(one.visitor.get("/attestation.pdf"))
