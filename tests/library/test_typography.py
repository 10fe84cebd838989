"""Authors type ordinary spaces; readers get no-break ones, in prose only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.typography import no_break, no_break_html, typeset


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Attention : lisez !", "Attention\u00a0: lisez\u00a0!"),
        ("« Bonjour »", "«\u00a0Bonjour\u00a0»"),
        ("«Bonjour»", "«\u00a0Bonjour\u00a0»"),
        ("Cliquez sur **Envoyer** ; puis ?", "Cliquez sur **Envoyer**\u00a0; puis\u00a0?"),
        ("12 € ou 5 %", "12\u00a0€ ou 5\u00a0%"),
        ("au 01 99 00 12 34, à 14 h 30", "au 01\u00a099\u00a000\u00a012\u00a034, à 14 h 30"),
        ("à 12:30, sur https://a.example/?q=x ; fin", "à 12:30, sur https://a.example/?q=x\u00a0; fin"),
        ("[le site](https://a.example/x) : là", "[le site](https://a.example/x)\u00a0: là"),
        ("`a : b`", "`a : b`"),
        ("| Mot | Sens |\n| :--- | ---: |", "| Mot | Sens |\n| :--- | ---: |"),
        ("déjà\u00a0: mis\u202f!", "déjà\u00a0: mis\u202f!"),
    ],
)
def test_spaces_before_double_signs_do_not_break(typed, read):
    assert no_break(typed) == read
    assert no_break(read) == read


def test_the_apostrophe_is_the_printed_one_except_in_code():
    assert typeset("L'objet d'un message : `l'objet`") == "L’objet d’un message\u00a0: `l'objet`"


def test_a_page_gets_its_spaces_and_what_is_typed_or_named_in_it_stays_as_it_is():
    page = '<p id="a" aria-label="Quoi ?">Pour qui ? <b>«</b> 12 000 €</p><textarea>Quoi ?</textarea>'
    assert no_break_html(page) == (
        '<p id="a" aria-label="Quoi ?">Pour qui\u00a0? <b>«</b> 12\u00a0000\u00a0€</p><textarea>Quoi ?</textarea>'
    )


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<b class='a : b'>", "« oui »", " : ", "10 000", " ?", "mot", " ", "5 €", "&gt;"]),
        max_size=14,
    )
)
def test_a_page_without_a_text_area_is_set_as_one_that_has_one(pieces):
    page, typed = "".join(pieces), "<textarea>a : b</textarea>"
    assert no_break_html(page) + typed == no_break_html(page + typed)
