"""The memo sheet, as a PDF reader sees it: one page whatever the lesson, and everything of the lesson on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents.memo import memo_pdf
from documents.pdf import PaperProblem
from documents.runs import drawings, runs
from learning.content import Lesson, Screen
from library import open_shelf
from tests.documents.reader import (
    assert_readable_by_everyone,
    dark_outside_the_margins,
    pages_text,
    size_of,
    squeezed,
    text_of,
    title_of,
)

ROOT = Path(__file__).parents[2]
SHELF = open_shelf(ROOT)
DRAWING = (ROOT / "lessons/courriel/images/joindre-bouton.svg").read_bytes()
LINE = "Je lis **le nom** entier, `surtout` la fin, puis je compare avec le papier."


def lesson(*remember: str, title: str = "Joindre un fichier", drawn: int = 0) -> Lesson:
    """A lesson of as many screens as there are lines to remember; the first `drawn` ones have a drawing."""
    screens = tuple(
        Screen(title=f"Geste {n}", body=f"![Dessin {n}](images/d{n}.svg)" if n < drawn else "Texte.", remember=(line,))
        for n, line in enumerate(remember)
    )
    return Lesson(ref="courriel/x", title=title, minutes=3, objective="Je sais joindre.", skill="C4", screens=screens)


def pictures(count: int) -> dict[str, bytes]:
    return {f"images/d{n}.svg": DRAWING for n in range(count)}


@pytest.mark.parametrize("one", SHELF.lessons, ids=lambda one: one.ref)
def test_each_lesson_of_the_shelf_has_its_sheet_on_one_page_in_large_type(one):
    images = {d.file: (ROOT / "lessons" / one.module / d.file).read_bytes() for d in drawings(one)}
    made = memo_pdf(one, images, "EPN de la Rance")
    (text,) = pages_text(made)
    assert squeezed(one.title) in squeezed(text) and "À retenir" in text and "Pas à pas · EPN de la Rance" in text
    for screen in one.screens:
        for line in screen.remember:
            said = "".join(piece["text"] for piece in runs(line))
            assert squeezed(said).replace("-", "") in squeezed(text).replace(
                "-", ""
            )  # a reader drops the hyphen at the end of a line
            assert size_of(made, max((word for word in line.split() if "-" not in word), key=len)) >= 16
    assert not dark_outside_the_margins(made)


def test_the_drawings_are_there_with_their_alternative_and_their_title():
    made = memo_pdf(lesson(LINE, LINE, drawn=2), pictures(2), "EPN")
    assert b"(Dessin 0)" in made and b"(Dessin 1)" in made
    assert "Geste 0" in text_of(made) and "Geste 1" in text_of(made) and text_of(made).count("Envoyer") == 2


def test_a_drawing_whose_file_is_missing_is_left_out_and_the_sheet_is_made():
    made = memo_pdf(lesson(LINE, LINE, drawn=2), pictures(1), "EPN")
    assert b"(Dessin 0)" in made and b"(Dessin 1)" not in made


@pytest.mark.parametrize("lines, drawn", [(0, 0), (1, 1), (6, 3), (12, 8), (40, 12)])
def test_the_sheet_is_one_page_whatever_the_lesson(lines, drawn):
    made = memo_pdf(lesson(*[LINE] * lines, drawn=drawn), pictures(drawn), "EPN")
    assert len(pages_text(made)) == 1 and not dark_outside_the_margins(made)
    assert text_of(made).count("je compare avec le papier.") == lines


def test_drawings_shrink_before_the_text_goes_under_fourteen_points():
    made = memo_pdf(lesson(*[LINE] * 9, drawn=6), pictures(6), "EPN")
    assert size_of(made, "Je lis") >= 14 and size_of(made, "Je sais joindre") >= 14


def test_a_short_lesson_leaves_a_place_for_notes_and_a_full_one_does_not():
    assert "Mes notes" in text_of(memo_pdf(lesson(LINE), {}, "EPN"))
    assert "Mes notes" not in text_of(memo_pdf(lesson(*[LINE] * 40), {}, "EPN"))


def test_bold_is_bold_and_no_sign_of_the_author_is_read_as_markup():
    text = text_of(memo_pdf(lesson("**Lisez** #pagebreak() $x$ *fin* @nom [a] <b> // \\n"), {}, "#let y = *1*"))
    assert "Lisez #pagebreak() $x$ fin @nom [a] <b> // \\n" in text and "#let y = *1*" in text
    assert runs("a **b** `c`") == [
        {"text": "a ", "bold": False, "code": False},
        {"text": "b", "bold": True, "code": False},
        {"text": " ", "bold": False, "code": False},
        {"text": "c", "bold": False, "code": True},
    ]


@pytest.mark.parametrize("title", ["M" * 90, "Anticonstitutionnellement", "مرحبا", "Écrire 😀 à 李明", "https://" + "long" * 30])
def test_a_long_or_odd_title_stays_on_the_page(title):
    made = memo_pdf(lesson(title, title=title), {}, "P" * 200)
    assert not dark_outside_the_margins(made)
    if title.isascii():
        assert squeezed(text_of(made)).count(title) == 2


def test_a_sign_that_no_font_draws_becomes_an_empty_square():
    assert "Écrire □ à □□" in text_of(memo_pdf(lesson(LINE, title="Écrire 😀 à 李明"), {}, "EPN"))


def test_the_sheet_is_tagged_titled_and_carries_its_fonts():
    made = memo_pdf(lesson(LINE, drawn=1), pictures(1), "EPN")
    assert_readable_by_everyone(made)
    assert title_of(made) == "Fiche mémo : Joindre un fichier · Pas à pas"


def test_a_drawing_that_is_not_one_is_told():
    with pytest.raises(PaperProblem):
        memo_pdf(lesson(LINE, drawn=1), {"images/d0.svg": b"<svg"}, "EPN")
