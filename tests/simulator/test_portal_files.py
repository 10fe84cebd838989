"""The portal after the sending: news by mail or SMS, a request put right, a document taken back; boxes, and what is read on a document."""

import copy
import json
from dataclasses import asdict

import pytest

from simulator.sites.portal.site import Portal
from simulator.sites.portal.starts import init
from simulator.sites.portal.vocabulary import FACTS, NAMES, PLACE, STARTS
from tests.simulator.page_rules import faults
from tests.simulator.portal_world import HOME, PORTAL, fill, inside, portal
from tests.simulator.small_world import FALSE, Hand, scenario, world

BOXES = {"id": "sorties", "titre": "Les sorties", "connexion": "non", "suite": "Une réponse arrive bientôt.", "etapes": [
    {"titre": "Vos choix", "champs": [{"nom": "jours", "libelle": "Quels jours ?", "genre": "cases", "choix": ["Lundi", "Mardi", "Jeudi"]}]},
]}  # fmt: skip


def test_several_boxes_are_ticked_and_one_at_least_is_asked_for():
    hand = portal(demarches=[BOXES]).clicks("demarche-sorties", "commencer", "etape-suite")
    assert "Cochez une réponse au moins." in hand.html and not faults(hand.html)
    hand.clicks("champ-jours-1", "champ-jours-3", "champ-jours-2", "champ-jours-2", "etape-suite")
    assert "Lundi, Jeudi" in hand.html and not faults(hand.html)
    hand.clicks("modifier-jours")
    assert ["checked" in hand.page.find(f"champ-jours-{n}").attributes for n in (1, 2, 3)] == [True, False, True]
    hand.clicks("etape-suite", "envoyer")
    assert hand.facts("demarche.envoyee")[0]["jours"] == "Lundi, Jeudi" and "Une réponse arrive bientôt." in hand.html


def test_boxes_already_ticked_are_checked_and_a_comma_is_refused():
    start = {"demarches": [copy.deepcopy(BOXES)]}
    start["demarches"][0]["etapes"][0]["champs"][0]["valeur"] = "Lundi, Samedi"
    with pytest.raises(ValueError, match="Cochez parmi"):
        init(start)
    start["demarches"][0]["etapes"][0]["champs"][0] |= {"valeur": "Lundi", "choix": ["Lundi", "Mardi, jeudi"]}
    with pytest.raises(ValueError, match="sans virgule"):
        init(start)


def test_the_service_writes_that_it_has_the_request():
    hand = portal(demarches=[{**BOXES, "avis": "oui", "numero": "D26-1"}]).clicks(
        "demarche-sorties", "commencer", "champ-jours-1"
    )
    hand.clicks("etape-suite", "envoyer", "onglet-t1", "mail-recu-1")
    assert "D26-1" in hand.html and "Une réponse arrive bientôt." in hand.html.replace(" ", " ") and not faults(hand.html)
    assert [f["numero"] for f in hand.facts("demarche.avis")] == ["D26-1"]


def test_a_request_sent_with_a_mistake_is_put_right_and_keeps_its_number():
    hand = fill(inside()).clicks("envoyer", "suivre")
    assert "m@pigeon.example" in hand.html and not faults(hand.html)
    hand.clicks("corriger-demande")
    assert hand.title == "Relisez avant d’envoyer" and "Il garde son numéro" in hand.html.replace(" ", " ")
    hand.clicks("modifier-commune").types(champ_commune="Lann").clicks("etape-suite", "envoyer")
    assert [(f["numero"], f["commune"], f["corrigee"]) for f in hand.facts("demarche.envoyee")] == [
        ("D26-4471", "Plou", "non"),
        ("D26-4471", "Lann", "oui"),
    ]
    assert sum(f.number == "D26-4471" for f in hand.practice.world.sites["demarches"].files) == 1
    assert "Lann" in hand.clicks("suivre").html


def test_a_request_already_sent_is_said_before_another_is_begun():
    hand = fill(inside()).clicks("envoyer").goes(f"{HOME}/demarche/aide")
    assert "D26-4471" in hand.html and "Faire une autre demande" in hand.html and not faults(hand.html)
    assert "D26-4471" in hand.clicks("voir-dossier").html
    hand.clicks("corriger-demande").goes(f"{HOME}/demarche/aide").clicks("demarche-effacer")
    fill(hand.clicks("entete-accueil")).clicks("envoyer")
    assert len({f["numero"] for f in hand.facts("demarche.envoyee")}) == 2


def test_the_document_sent_is_taken_back_and_another_is_sent():
    hand = inside().clicks("dossier-d26-1001", "joindre-document", "fichier-1", "fichiers-ouvrir", "envoyer-document")
    hand.clicks("reprendre-document")
    assert hand.facts("dossier.document_repris") == [{"numero": "D26-1001", "fichier": "facture-eau.pdf"}]
    assert hand.page.find("retirer-document") and not faults(hand.html)
    hand.clicks("retirer-document", "envoyer-document")
    assert len(hand.facts("dossier.document_envoye")) == 1


def test_what_is_read_on_a_document_is_shown_when_it_is_chosen():
    papers = [{"nom": "eau.pdf", "taille": "20 Ko", "apercu": ["Eau du Pays de Plou", "Facture de 2026"]}]
    hand = inside(documents=papers).clicks("dossier-d26-1001", "joindre-document", "fichier-1", "fichiers-ouvrir")
    assert "Facture de 2026" in hand.html.replace(" ", " ") and not faults(hand.html)


def test_home_shows_the_files_of_the_person_once_signed_in():
    assert portal().page.find("dossier-d26-1001") is None
    hand = inside()
    assert hand.page.find("dossier-d26-1001") and not faults(hand.html)
    assert hand.clicks("demarche-aide").facts("demarche.ouverte") == [{"nom": "aide", "prix": "Gratuit"}]


def test_the_state_is_made_of_plain_values():
    hand = fill(inside()).clicks("envoyer", "suivre", "corriger-demande")
    assert json.dumps(asdict(hand.practice.world.sites["demarches"]))


def test_a_false_site_may_have_small_print():
    start = world()
    start["sites"]["piege"][FALSE]["petites-lignes"] = ["Société privée.", "Abonnement de 29 € par mois."]
    start["onglets"] = [f"https://{FALSE}/"]
    hand = Hand(scenario(world=start, goals=(), hints=()))
    assert "Abonnement de 29" in hand.html and 'class="petites-lignes"' in hand.html and not faults(hand.html)


def test_every_word_of_the_authors_is_described():
    assert PLACE and all(STARTS.values()) and all("`" in ids for ids in NAMES.values()) and Portal.facts is FACTS
    used = {fact.kind for fact in inside().practice.facts} | {"demarche.envoyee", "connexion.reussie"}
    assert used <= set(FACTS) | {"mission.terminee"} and set(PORTAL) <= set(STARTS)
