"""Practising gestures on the desktop: targets, a long page, the keyboard."""

from itertools import pairwise

import pytest

from simulator.sites.desktop.gestures import SPOTS, difference, spot
from simulator.sites.desktop.state import Exercise
from tests.simulator.desk import desk, state
from tests.simulator.page_rules import faults


def test_targets_are_touched_one_after_the_other_and_clicks_beside_are_counted():
    who = desk().clicks("icone-bulles", "a-cote", "a-cote", "cible", "cible", "cible")
    assert not faults(who.html)
    who.clicks("cible")
    assert who.facts("geste.cible")[-1] == {"fenetre": "bulles", "rang": 4, "a_cote": 0, "a_cote_3": 0}
    assert who.facts("geste.cible")[0]["a_cote"] == 2 and "Clics à côté : 2." in who.html and not faults(who.html)
    who.clicks("recommencer")
    assert state(who).exercise("bulles").rank == 1 and who.page.find("cible")


def test_a_target_never_stands_twice_running_at_the_same_place_and_a_late_click_does_nothing():
    for turn in range(5):
        places = [spot(Exercise(rank=n, round=turn)) for n in range(1, 13)]
        assert all(a != b for a, b in pairwise(places)) and set(places) <= set(range(SPOTS))
    who = desk().clicks("icone-bulles", "cible")
    who.send("bureau.cible", {"de": "bulles", "rang": "1"})
    who.send("bureau.cible", {"de": "lettre", "rang": "2"})
    assert len(who.facts("geste.cible")) == 1
    who.clicks("croix-bulles").send("bureau.a_cote", {"de": "bulles"})
    assert who.facts("geste.a_cote") == []


def test_the_word_at_the_bottom_is_found():
    who = desk().clicks("icone-affiche")
    assert not faults(who.html)
    who.clicks("mot-cherche")
    assert who.facts("geste.trouve") == [{"fenetre": "affiche", "mot": "Fermeture"}] and "Vous avez trouvé" in who.html


def test_texts_are_copied_one_after_the_other_and_a_mistake_is_shown():
    who = desk().clicks("icone-carnet").types(recopie_1="zoé, 12 rue de l'Eglise").clicks("recopie-verifier")
    assert "« Z », en majuscule" in who.html and not faults(who.html)
    assert who.facts("geste.texte")[-1]["juste"] == "non"
    who.types(recopie_1=" Zoé, 12 rue de l'Eglise ").clicks("recopie-verifier")
    who.types(recopie_2="zoe@pigeon.example").clicks("recopie-verifier")
    assert [f["juste"] for f in who.facts("geste.texte")] == ["non", "oui", "oui"]
    assert "Tout est juste" in who.html and not faults(who.html)
    assert who.clicks("recommencer").page.find("recopie-1")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "La case est vide"),
        ("Zoe", "Jusqu’à « Zo », tout est juste. Ensuite, le modèle a « é », en minuscule. Vous avez écrit « e », en minuscule."),
        ("Zoé", "Il manque la suite : une espace."),
        ("Zoé @12", "un signe en trop : « 2 »"),
        ("ZOÉ @1", "Vous avez écrit « O », en majuscule"),
        ("Zoé @1", ""),
    ],
)
def test_the_first_difference_is_told(typed, said):
    told = difference("Zoé @1", typed)
    assert said in told and bool(said) is bool(told)


def test_a_capital_may_lose_its_accent_and_a_small_letter_may_not():
    assert difference("Église", "Eglise") == "" and difference("l’école", "l'ecole") and difference("É", "é")
