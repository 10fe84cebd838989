"""The paper card, as a PDF reader sees it."""

from __future__ import annotations

import re

import pypdfium2 as pdfium
import pytest

from documents.card import Card, card_link, card_pdf, grouped

CODE = "ABCDEFGHJK"
ADDRESS = "https://pas.example"
STRANGE = [
    "D’Artagnan",
    "Anne-Sophie de la Tour d’Auvergne",
    "N'Guessan",
    "#let x = 1",
    "$a^2$",
    "*gras* _et_ `code`",
    "\\ @ <b> [x]",
    "Ñaña Łukasz Œuvre",
    "A" * 60,
    "Marie-Antoinette Joséphine Jeanne de Habsbourg-Lorraine du P",
    "=== titre",
    "// rien",
]


def text_of(made: bytes) -> str:
    document = pdfium.PdfDocument(made)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def pages_of(made: bytes) -> int:
    document = pdfium.PdfDocument(made)
    try:
        return len(document)
    finally:
        document.close()


def test_a_card_carries_the_name_the_code_in_groups_and_the_place():
    text = text_of(card_pdf([Card("Maryvonne", CODE, ADDRESS)], "EPN de la Rance"))
    for part in ("Maryvonne", "ABCDE", "FGHJK", "EPN de la Rance", "Pas à pas", "pas.example"):
        assert part in text
    assert "Gardez cette carte. Votre code à 4 chiffres se donne à part." in text


def test_a_card_never_invites_to_write_the_four_digits_on_it():
    assert "PIN" not in text_of(card_pdf([Card("Maryvonne", CODE, ADDRESS)], "EPN"))


@pytest.mark.parametrize("name", STRANGE)
def test_a_name_is_data_never_markup(name):
    squeezed = "".join(text_of(card_pdf([Card(name, CODE, ADDRESS)], "L’EPN #1 de *Plou*")).split())
    assert "".join(name.split()) in squeezed.replace("\u200b", "").replace("\ufffe", "")
    assert "L’EPN#1de*Plou*" in squeezed


def test_nine_cards_take_two_pages_and_every_name_is_there():
    made = card_pdf([Card(f"Personne {n}", CODE, ADDRESS) for n in range(9)], "EPN")
    assert pages_of(made) == 2
    assert all(f"Personne {n}" in text_of(made) for n in range(9))


def test_the_sheet_is_tagged_french_and_titled_for_a_screen_reader():
    made = card_pdf([Card("Maryvonne", CODE, ADDRESS)], "EPN")
    assert b"/MarkInfo" in made and b"/StructTreeRoot" in made and b"pdfuaid" in made
    assert b"/Lang(fr" in made
    document = pdfium.PdfDocument(made)
    assert document.get_metadata_dict()["Title"] == "Carte de Maryvonne · Pas à pas"
    document.close()


def test_every_font_is_ours_and_travels_with_the_sheet():
    made = card_pdf([Card("Maryvonne", CODE, ADDRESS)], "EPN")
    assert b"AtkinsonHyperlegibleNext" in made
    described = made.count(b"/Type/FontDescriptor")
    assert described > 0 and len(re.findall(rb"/FontFile[23]? ", made)) == described


def test_the_square_leads_to_the_door_with_the_code():
    assert card_link(Card("x", CODE, "https://pas.example/")) == "https://pas.example/c/ABCDEFGHJK"


def test_the_code_is_read_in_two_groups():
    assert grouped(CODE) == "ABCDE FGHJK"


def test_an_empty_sheet_is_refused():
    with pytest.raises(ValueError):
        card_pdf([], "EPN")


def test_a_name_that_our_fonts_cannot_draw_still_gets_its_card():
    text = text_of(card_pdf([Card("李明", CODE, ADDRESS)], "EPN"))
    assert "□□" in text and "ABCDE" in text
