"""The learner's notebook on paper, as a PDF reader sees it."""

from __future__ import annotations

import pytest

from documents.notebook import Chapter, Skill, notebook_pdf
from learning.autonomy import Level
from tests.documents.reader import (
    assert_readable_by_everyone,
    dark_outside_the_margins,
    pages_text,
    size_of,
    squeezed,
    text_of,
    title_of,
)

DAY = "mardi 24 novembre 2026"
ATTACH = Skill("Je sais joindre un fichier à un message.", Level.AUTONOMOUS, "Vous l’avez fait deux fois sans aide.")
TRAPS = Skill("Je sais reconnaître un courriel piégé.", Level.WHEN_NEEDED, "Vous l’avez fait avec un coup de main.")
SORT = Skill("Je sais ranger mes messages.", Level.TO_DISCOVER)
MAILBOX = Chapter("Le courriel", (ATTACH, TRAPS, SORT))


def notebook(*chapters: Chapter, name: str = "Maryvonne", place: str = "EPN de la Rance") -> bytes:
    return notebook_pdf(name, chapters, place, DAY)


def test_the_notebook_says_who_when_where_and_each_skill_with_its_word():
    text = text_of(notebook(MAILBOX))
    for part in ("Mon carnet", "Maryvonne", DAY, "EPN de la Rance", "Le courriel"):
        assert part in text
    lines = text[text.index("Le courriel") :]
    order = [
        lines.index(word) for word in ("Je sais joindre", "je sais faire", "piégé", "je m’entraîne", "ranger", "à découvrir")
    ]
    assert order == sorted(order)


def test_a_started_skill_says_why_and_another_says_nothing():
    text = text_of(notebook(MAILBOX))
    assert "deux fois sans aide." in text and "avec un coup de main." in text
    assert text.rstrip().endswith("à découvrir EPN de la Rance · " + DAY)


def test_many_skills_take_numbered_pages_that_all_say_whose_notebook_it_is():
    pages = pages_text(notebook(*[MAILBOX] * 10))
    assert len(pages) >= 3
    for number, page in enumerate(pages, 1):
        assert f"page {number} sur {len(pages)}" in page and "Mon carnet · Maryvonne" in page
    assert "page" not in text_of(notebook(MAILBOX))
    assert sum(page.count("Je sais joindre un fichier") for page in pages) == 10


def test_no_mark_and_no_count_is_printed():
    text = text_of(notebook(MAILBOX)).lower()
    assert "%" not in text and " sur " not in text and "score" not in text and "échec" not in text


def test_the_text_is_large():
    assert size_of(notebook(MAILBOX), "Je sais joindre") >= 15 and size_of(notebook(MAILBOX), "Vous l’avez") >= 13


def test_a_guest_and_an_empty_path_get_a_notebook_too():
    assert "Prénom :" in text_of(notebook(MAILBOX, name="", place=""))
    assert "Votre carnet se remplira" in text_of(notebook())
    assert "Le courriel" not in text_of(notebook(Chapter("Le courriel", ())))


@pytest.mark.parametrize("name", ["A" * 60, "Anne-Sophie de la Tour d’Auvergne", "محمد", "李明", "#pagebreak()", "Odette 😀"])
def test_a_long_or_odd_name_stays_on_the_page(name):
    made = notebook(Chapter("M" * 60, (Skill("X" * 120, Level.GUIDED, "w" * 200),)), name=name, place="P" * 200)
    assert not dark_outside_the_margins(made)
    text = squeezed(text_of(made))
    assert "X" * 120 in text and "w" * 200 in text and "M" * 60 in text
    if name.isascii():
        assert squeezed(name) in text


def test_the_notebook_is_tagged_titled_and_carries_its_fonts():
    made = notebook(MAILBOX)
    assert_readable_by_everyone(made)
    assert title_of(made) == "Carnet de Maryvonne · Pas à pas" and title_of(notebook(name="")) == "Mon carnet · Pas à pas"
