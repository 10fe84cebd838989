"""Printing a card: the counsellor only, and the card before is dead."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2 as pdfium


def text_of(made: bytes) -> str:
    document = pdfium.PdfDocument(made)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_the_counsellor_prints_a_new_card_that_works_and_the_old_one_no_more(house, counsellor):
    one = house.people["Maryvonne"]
    answer = counsellor.post(f"/carte.pdf?personne={one.id}")
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "private, no-store" and "inline" in answer.headers["content-disposition"]
    text = text_of(answer.content)
    assert "Maryvonne" in text and one.pin not in text
    words = text.replace("\xa0", " ").split()
    rank = next(n for n, (a, b) in enumerate(pairwise(words)) if len(a) == len(b) == 5 and a.isupper() and b.isupper())
    code = words[rank] + words[rank + 1]
    assert house.visitor().sign_in(code, one.pin).status_code == 303
    assert house.visitor().sign_in(one.card, one.pin).status_code == 401


def test_several_cards_are_printed_on_one_sheet(house, counsellor):
    text = text_of(counsellor.post("/carte.pdf", {"personne": [one.id for one in house.people.values()]}).content)
    assert "Maryvonne" in text and "D’Artagnan" in text


def test_nobody_else_prints_and_no_card_dies(house):
    one = house.people["Maryvonne"]
    learner, guest, nobody = house.visitor(), house.visitor(), house.visitor()
    learner.sign_in(one.card, one.pin)
    guest.post("/essai")
    for visitor in (learner, guest, nobody):
        assert visitor.post(f"/carte.pdf?personne={one.id}").status_code == 403
    assert house.visitor().sign_in(one.card, one.pin).status_code == 303


def test_an_unknown_person_changes_nobody_elses_card(house, counsellor):
    one = house.people["Maryvonne"]
    for asked in (["inconnue"], [one.id, "inconnue"], [], ["x\x01"]):
        answer = counsellor.post("/carte.pdf", {"personne": asked})
        assert answer.status_code in (400, 404) and "Aucune carte préparée" in answer.text
    assert house.visitor().sign_in(one.card, one.pin).status_code == 303


def test_opening_the_address_again_prints_nothing(house, counsellor):
    one = house.people["Maryvonne"]
    assert counsellor.get(f"/carte.pdf?personne={one.id}").status_code == 405
    assert house.visitor().sign_in(one.card, one.pin).status_code == 303
