"""The answer sheet: tick, hand in, change, hand in again."""

import pytest

from simulator import browser
from simulator.engine import Event
from simulator.sites.answer_sheet.site import AnswerSheet
from simulator.sites.answer_sheet.state import init
from tests.simulator.page_rules import faults
from tests.simulator.small_world import Hand, scenario, world

SHEET = {
    "titre": "Qui a écrit ?",
    "texte": "Cochez une adresse par ligne.",
    "questions": [
        {"id": "gateau", "texte": "Le gâteau", "choix": ["solene@pigeon.example", "solene@autre.example"]},
        {"id": "dossier", "texte": "Votre dossier", "choix": ["anne.legoff@plou.example", "mairie@plou.example"]},
    ],
}


@pytest.fixture
def hand():
    start = world()
    start["onglets"] = ["courriel", "feuille"]
    start["sites"]["feuille"] = SHEET
    return Hand(scenario(world=start))


def test_the_sheet_is_a_tab_beside_the_mailbox_and_keeps_what_was_ticked(hand):
    hand.clicks("onglet-t1", "feuille-gateau-1", "onglet-t0", "mail-solene", "onglet-t1")
    assert hand.page.find("feuille-gateau-1").attributes["aria-pressed"] == "true" and not faults(hand.html)
    assert hand.facts("feuille.cochee") == [{"question": "gateau", "reponse": "solene@pigeon.example"}]


def test_it_is_handed_in_only_when_every_line_has_an_answer(hand):
    hand.clicks("onglet-t1", "feuille-gateau-1")
    assert "disabled" in hand.page.find("feuille-remettre").attributes
    hand.send("feuille.remettre")
    assert hand.facts("feuille.remise") == []
    hand.clicks("feuille-dossier-2", "feuille-remettre")
    assert hand.facts("feuille.remise") == [{"gateau": "solene@pigeon.example", "dossier": "mairie@plou.example"}]


def test_an_answer_may_be_changed_and_the_sheet_handed_in_again(hand):
    hand.clicks("onglet-t1", "feuille-gateau-1", "feuille-dossier-2", "feuille-remettre")
    assert "disabled" in hand.page.find("feuille-remettre").attributes  # the same sheet twice is one sheet
    hand.clicks("feuille-dossier-1", "feuille-remettre")
    assert [f["dossier"] for f in hand.facts("feuille.remise")] == ["mairie@plou.example", "anne.legoff@plou.example"]


@pytest.mark.parametrize("args", [{}, {"question": "x", "rang": "1"}, {"question": "gateau", "rang": "9"}, {"question": "gateau", "rang": "²"}])  # fmt: skip
def test_an_odd_tick_changes_nothing(args):
    site, state = AnswerSheet(), init(SHEET)
    assert site.update(state, Event("feuille.cocher", args), site.home).state == state


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"questions": []}, "au moins une question"),
        ({"questions": [{"id": "a", "texte": "A", "choix": ["x"]}]}, "2 choix ou plus"),
        ({"questions": [{"id": "a", "texte": "A", "choix": ["x", "x"]}]}, "deux choix"),
        ({"questions": [{"id": "a", "texte": "", "choix": ["x", "y"]}]}, "il manque « texte"),
        ({"questions": [{"id": "a", "texte": "A", "choix": ["x", "y"]}] * 2}, "deux questions"),
        ({"autre": "x"}, "n’existe pas ici"),
    ],
)
def test_a_badly_written_sheet_is_refused_in_french(change, said):
    with pytest.raises(ValueError, match=said):
        init({**SHEET, **change})


def test_the_address_of_the_sheet_belongs_to_it():
    assert browser.init({"sites": {"feuille": SHEET}, "onglets": ["feuille"]}).tab.url == "https://feuille.example/"


def test_an_address_to_read_has_a_frame_and_its_lines_end_after_a_dot_or_a_bar():
    asked = {
        "id": "site",
        "texte": "Dans un SMS",
        "adresse": "https://amende-gouv.example/payer",
        "choix": ["Privé", "Imitation"],
    }
    state = init({"questions": [asked]})
    assert state.questions[0].pieces == ("https://", "amende-gouv.", "example/", "payer")
    html = AnswerSheet().view(state, AnswerSheet.home).html
    assert "<span>amende-gouv.</span><wbr>" in html
