"""The desktop's windows: open, reduce, find again, enlarge, close; nothing is lost."""

from tests.simulator.desk import BASE, desk, state
from tests.simulator.page_rules import faults


def test_at_first_one_sees_the_icons_the_bar_and_the_hour():
    who = desk()
    assert who.title == "Bureau" and "9:15" in who.html and not faults(who.html)
    assert who.page.find("icone-documents") and who.page.find("icone-courses-txt") and who.page.find("tache-photos")
    assert who.page.find("nav-back") is None and "bur-fen" not in who.html


def test_a_window_opens_is_reduced_is_found_in_the_bar_and_is_closed():
    who = desk().clicks("icone-lettre")
    assert who.title == "Ma lettre" and not faults(who.html)
    who.clicks("reduire-lettre")
    assert who.title == "Bureau" and "barre du bas" in who.said and "(réduite)" in who.html
    who.clicks("tache-lettre")
    assert who.title == "Ma lettre" and who.facts("bureau.fenetre_retrouvee") == [
        {"fenetre": "lettre", "nom": "Ma lettre", "etait": "reduite"}
    ]
    who.clicks("croix-lettre")
    assert who.title == "Bureau" and who.page.find("tache-lettre") is None
    assert [len(who.facts(f"bureau.fenetre_{what}")) for what in ("ouverte", "reduite", "fermee")] == [1, 1, 1]


def test_the_bar_reduces_the_window_in_front_and_the_icon_brings_it_back():
    who = desk().clicks("icone-lettre", "tache-lettre")
    assert who.title == "Bureau" and len(who.facts("bureau.fenetre_reduite")) == 1
    who.clicks("icone-lettre", "icone-lettre")
    assert who.title == "Ma lettre" and len(who.facts("bureau.fenetre_retrouvee")) == 1 and len(state(who).windows) == 2


def test_a_window_takes_the_whole_place_then_its_size_again():
    who = desk().clicks("icone-lettre", "icone-photos")
    assert who.page.find("devant-lettre")
    who.clicks("agrandir-photos")
    assert "bur-grande" in who.html and who.page.find("devant-lettre") is None and not faults(who.html)
    who.clicks("agrandir-photos")
    assert "bur-grande" not in who.html
    assert len(who.facts("bureau.fenetre_agrandie")) == len(who.facts("bureau.fenetre_diminuee")) == 1


def test_a_window_behind_comes_in_front_and_only_one_is_drawn_behind():
    who = desk().clicks("icone-lettre", "icone-caisse", "icone-carnet")
    assert [bool(who.page.find(f"devant-{n}")) for n in ("lettre", "caisse")] == [False, True]
    who.clicks("devant-caisse")
    assert who.title == "Caisse Santé" and who.facts("bureau.fenetre_retrouvee")[-1]["etait"] == "derriere"
    assert not faults(who.html)


def test_the_desktop_shows_itself_and_every_window_waits_in_the_bar():
    who = desk().clicks("icone-lettre", "icone-caisse", "bureau-montrer")
    assert who.title == "Bureau" and all(w.reduced for w in state(who).windows)
    who.clicks("bureau-montrer")
    assert len(who.facts("bureau.fenetre_reduite")) == 2


def test_the_address_says_which_window_is_in_front():
    who = desk().clicks("icone-lettre", "icone-caisse")
    assert who.practice.world.tab.url == f"{BASE}/caisse"
    assert who.goes(f"{BASE}/lettre").title == "Ma lettre" and who.goes(f"{BASE}/ecran").title == "Bureau"
    for odd in ("zzz", "mairie", "vieux-zip", "", "a/b", "%20"):
        assert who.goes(f"{BASE}/{odd}").title == "Bureau" and who.practice.world.tab.url == f"{BASE}/ecran"


def test_an_icon_may_open_a_site_in_a_tab():
    who = desk().clicks("icone-mairie")
    assert who.title == "Mairie de Plou" and who.facts("bureau.fenetre_ouverte") == []
    assert who.clicks("onglet-t0").title == "Bureau"


def test_a_late_or_odd_event_changes_nothing():
    who = desk().clicks("icone-lettre")
    before = state(who)
    for kind in ("ouvrir", "tache", "reduire", "agrandir", "fermer", "zzz", ""):
        who.send(f"bureau.{kind}", {"id": "zzz"})
        who.send(f"bureau.{kind}")
    assert state(who) == before
