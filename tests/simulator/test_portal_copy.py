"""« Texte en travers »: a copy, a text across it, a file that the mailbox and the portal can take."""

import pytest

from simulator.engine import Event, Fact
from simulator.sites.mailbox.site import Mailbox
from simulator.sites.portal.site import Portal
from simulator.sites.portal.stamp import LONGEST_TEXT
from simulator.sites.portal.state import STAMP
from tests.simulator.page_rules import faults
from tests.simulator.portal_world import portal

PAPERS = [
    {"nom": "carte.jpg", "genre": "image", "taille": "1,1 Mo", "apercu": ["Carte inventée", "Maryvonne Tréguidel"]},
    {"nom": "bail.pdf"},
]
TEXT = "Pour le gîte, location, 24 novembre 2026"


@pytest.fixture
def hand():
    found = portal(documents=PAPERS)
    found.do({"adresse": f"{STAMP}/"})
    return found


def stamps(hand, text=TEXT):
    hand.clicks("copie-joindre", "fichier-1", "fichiers-ouvrir")
    hand.type({"copie-texte": text})
    hand.clicks("copie-ajouter")


def test_the_copy_with_its_text_can_be_joined_to_a_message(hand):
    assert not faults(hand.html)
    stamps(hand)
    assert hand.facts("copie.faite") == [{"fichier": "carte.jpg", "texte": TEXT}] and not faults(hand.html)
    hand.clicks("copie-telecharger")
    assert not faults(hand.html) and "est enregistré" in hand.html
    told = {"nom": "carte-texte.jpg", "genre": "image", "taille": "1,1 Mo"}
    assert hand.facts("copie.telechargee") == [{**told, "fichier": "carte.jpg", "texte": TEXT}]
    assert hand.facts("fichier.telecharge") == [{**told, "contenu": ("Carte inventée", "Maryvonne Tréguidel", TEXT)}]
    hand.clicks("onglet-t1", "mail-mairie", "repondre", "joindre", "fichier-3", "fichiers-ouvrir")
    hand.type({"r-mairie-corps": "Voici la copie."})
    hand.clicks("envoyer")
    assert hand.facts("courriel.envoye")[0]["pieces"] == ["carte-texte.jpg"]


def test_the_text_may_be_changed_and_the_file_is_still_one(hand):
    stamps(hand, "Copie")
    hand.clicks("copie-telecharger", "copie-changer")
    assert hand.page.find("copie-texte").attributes["value"] == "Copie"
    hand.type({"copie-texte": TEXT})
    hand.clicks("copie-ajouter", "copie-telecharger", "onglet-t1", "mail-mairie", "repondre", "joindre")
    assert [f["texte"] for f in hand.facts("copie.telechargee")] == ["Copie", TEXT]
    assert hand.page.find("fichier-3") and not hand.page.find("fichier-4")


def test_it_says_what_is_missing_and_keeps_what_was_typed(hand):
    hand.clicks("copie-ajouter")
    assert "Choisissez d’abord une copie" in hand.html and "Écrivez un texte" in hand.html and not faults(hand.html)
    hand.type({"copie-texte": "Pour le gîte"})
    hand.clicks("onglet-t1", "onglet-t0")
    assert hand.page.find("copie-texte").attributes["value"] == "Pour le gîte" and not hand.facts("copie.faite")


def test_the_chooser_may_be_left_and_another_copy_has_no_text_yet(hand):
    hand.clicks("copie-joindre", "fichier-1")
    assert not faults(hand.html)
    hand.clicks("fichiers-annuler")
    assert not hand.facts("copie.choisie")
    stamps(hand)
    hand.clicks("copie-changer", "copie-joindre", "fichier-2", "fichiers-ouvrir", "nav-back")
    assert not hand.page.find("copie-telecharger") and hand.page.find("copie-ajouter")


def test_odd_events_change_nothing_and_a_long_text_is_cut():
    site = Portal()
    state = site.init({"documents": PAPERS})
    for kind in ("copie_telecharger", "ouvrir", "choisir"):
        assert site.update(state, Event(f"demarches.{kind}", {"nom": "carte.jpg"}), f"{STAMP}/").state == state
    assert site.visit(state, f"{STAMP}/copie").goto == f"{STAMP}/" == site.visit(state, f"{STAMP}/x").goto
    cut = site.update(state, Event("demarches.copie_ajouter", fields={"texte": "a" * 999}), f"{STAMP}/").state
    assert cut.copy.text == "a" * LONGEST_TEXT


def test_the_mailbox_hears_of_a_copy_even_when_the_news_is_odd(hand):
    mailbox, state = Mailbox(), hand.practice.world.sites["courriel"]
    assert mailbox.receive(state, Fact("copie.telechargee", {})).state.documents[:-1] == state.documents
