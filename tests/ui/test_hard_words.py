"""Hard words in a text: which ones become buttons, where they are left alone, and the lesson that shows them."""

import re

import pytest

from library.glossary import Glossary, Term
from tests.ui.conftest import C7, press, text
from ui.prose import prose

GLOSSARY = Glossary(
    (
        Term("Hameçonnage", "Message piégé."),
        Term("Lien", 'Un mot à <cliquer> "ici".'),
        Term("Pièce jointe", "Fichier attaché."),
        Term("Navigateur", "Programme."),
        Term("SMS", "Petit message."),
    )
)
BUTTON = re.compile(r'<button type="button" class="mot" aria-expanded="false" data-definition="([^"]*)">([^<]*)</button>')


def opened(markdown: str) -> list[str]:
    return [word for _definition, word in BUTTON.findall(prose(markdown, "courriel", GLOSSARY))]


def test_a_word_becomes_a_button_that_carries_its_definition_and_the_sentence_stays_whole():
    html = prose("Ouvrez la pièce jointe, s’il y en a une.", "courriel", GLOSSARY)
    assert BUTTON.findall(html) == [("Fichier attaché.", "pièce jointe")]
    assert re.sub("<[^>]+>", "", html).strip() == "Ouvrez la pièce jointe, s’il y en a une."


def test_only_the_first_place_of_a_word_on_a_screen_is_openable():
    assert opened("Un lien.\n\n- Un LIEN\n- Des liens") == ["lien"]


def test_three_words_at_most_the_longest_first_and_in_their_order():
    assert opened("Un SMS, un lien, un navigateur, une pièce jointe, un hameçonnage.") == [
        "navigateur",
        "pièce jointe",
        "hameçonnage",
    ]


def test_a_definition_cannot_bring_html_into_the_page():
    html = prose("Un lien.", "", GLOSSARY)
    assert "<cliquer>" not in html and "&lt;cliquer&gt; &quot;ici&quot;" in html


@pytest.mark.parametrize(
    "markdown",
    ["### Un lien", "[Un lien](https://a.example)", "`lien`", "**Ouvrir le lien**", "Le bouton « Copier le lien » est là.",
     "« Un **vrai** message, un lien »", "![Un lien](images/a.svg)", "lien.example", "Le **lien** mène ailleurs. Un lien.", "Un relien."],
)  # fmt: skip
def test_headings_links_code_bold_quotes_drawings_and_taught_words_are_left_alone(markdown):
    assert opened(markdown) == []


@pytest.mark.parametrize(
    "markdown",
    ["- Un lien", "> Un lien", "| a |\n|---|\n| Un lien |", "*Un lien*", "« Oui. » Un lien.", "**Ouvrir le lien** : un lien."],
)
def test_lists_quotations_tables_and_what_follows_a_quoted_word_are_helped(markdown):
    assert opened(markdown) == ["lien"]


def test_without_glossary_nothing_changes():
    assert prose("Un lien.") == prose("Un lien.", "", Glossary()) == "<p>Un lien.</p>\n"


def test_the_lesson_shows_the_word_with_its_definition(house):
    at = press(house.page(house.person(), "lecon", lecon=C7), "Suivant")
    assert BUTTON.findall(text(at)) == [("Elle dit où un message part, et d’où il vient.", "adresse")]


def test_a_question_shows_it_too(house):
    at = house.page(house.person(), "quiz", lecon=C7)
    assert BUTTON.findall(text(at)) == [("Elle dit où un message part, et d’où il vient.", "adresse")]
