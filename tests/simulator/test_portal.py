"""The portal's procedures: steps, errors, reading again, sending, the receipt, the follow-up."""

import pytest

from simulator.sites.portal.fields import judged
from simulator.sites.portal.state import Field
from tests.simulator.page_rules import faults
from tests.simulator.portal_world import HOME, LOGIN, WORD, fill, inside, portal


def state(hand):
    return hand.practice.world.sites["demarches"]


def test_a_procedure_is_filled_read_again_sent_and_its_receipt_kept():
    hand = fill(inside())
    assert hand.title == "Relisez avant d’envoyer" and not hand.facts("demarche.envoyee") and not faults(hand.html)
    assert [f["etape"] for f in hand.facts("demarche.etape")] == [1, 2, 3]
    hand.clicks("envoyer")
    assert hand.facts("demarche.envoyee") == [{
        "nom": "aide", "naissance": "04/12/1950", "adresse": "m@pigeon.example", "tel": "", "statut": "Locataire", "commune": "Plou",
        "personnes": "2", "remarque": "", "accord": "oui", "facture": "facture-eau.pdf", "numero": "D26-4471", "corrigee": "non",
    }]  # fmt: skip
    assert "D26-4471" in hand.html and not faults(hand.html)
    hand.clicks("telecharger")
    assert hand.facts("recu.telecharge") == [{"numero": "D26-4471"}] and not faults(hand.html)
    assert hand.facts("fichier.telecharge") == [{"nom": "accuse-D26-4471.pdf"}] and "Téléchargements" in hand.html
    assert hand.clicks("suivre").facts("dossier.ouvert") == [{"numero": "D26-4471", "etat": "recu"}]
    assert "Dossier reçu" in hand.html and not faults(hand.html)


def test_sent_twice_there_are_two_files_with_two_numbers():
    hand = fill(inside()).clicks("envoyer", "entete-accueil")
    fill(hand).clicks("envoyer", "entete-demarches")
    numbers = [f["numero"] for f in hand.facts("demarche.envoyee")]
    assert len(set(numbers)) == 2 and all(f"dossier-{n.lower()}" in hand.html for n in numbers)


def test_errors_are_said_near_the_box_and_on_top_and_nothing_typed_is_lost():
    hand = inside().clicks("demarche-aide", "commencer").types(champ_naissance_jour="31", champ_naissance_mois="2")
    hand.types(champ_naissance_annee="1950", champ_adresse="maryvonne", champ_tel="06 39").clicks("etape-suite")
    assert "3 cases sont à corriger" in hand.html.replace(" ", " ") and not faults(hand.html)
    assert {f["champ"] for f in hand.facts("demarche.erreur")} == {"naissance", "adresse", "tel"}
    assert "n’existe pas" in hand.html and "signe @" in hand.html and "il a 4 chiffres" in hand.html
    assert (
        hand.page.find("champ-naissance-jour").attributes["value"] == "31"
        and hand.page.find("champ-adresse").attributes["value"] == "maryvonne"
    )
    hand.clicks("entete-accueil", "demarche-aide")
    assert "Reprendre" in hand.html and "3 cases" not in hand.clicks("commencer").html
    assert hand.page.find("champ-adresse").attributes["value"] == "maryvonne"
    hand.clicks("etape-retour", "demarche-effacer")
    assert hand.facts("demarche.effacee") and state(hand).drafts == {} and "Commencer" in hand.html


@pytest.mark.parametrize(
    ("typed", "said"),
    [(("", "", ""), "Écrivez le jour"), (("4", "", "1950"), "pas complète"), (("4", "mars", "1950"), "des chiffres"), (("4", "3", "50"), "quatre")],
)  # fmt: skip
def test_a_date_that_is_not_one_is_told(typed, said):
    hand = inside().clicks("demarche-aide", "commencer")
    hand.types(**dict(zip(("champ_naissance_jour", "champ_naissance_mois", "champ_naissance_annee"), typed, strict=True)))
    assert said in hand.clicks("etape-suite").html


def test_every_kind_of_box_left_empty_is_told():
    hand = inside().goes(f"{HOME}/demarche/aide/etape/2").clicks("etape-suite")
    for said in ("Choisissez une réponse.", "dans la liste", "Remplissez cette case", "Cochez cette case"):
        assert said in hand.html
    assert "4 cases" in hand.html.replace(" ", " ") and not faults(hand.html)
    assert "un nombre, avec des chiffres" in hand.types(champ_personnes="deux").clicks("etape-suite").html
    assert "Choisissez un document." in hand.goes(f"{HOME}/demarche/aide/etape/3").clicks("etape-suite").html


def test_a_line_is_changed_from_the_page_to_read_again():
    hand = fill(inside()).clicks("modifier-commune")
    assert (
        hand.page.find("champ-commune").attributes["value"] == "Plou"
        and "data-autofocus" in hand.page.find("champ-commune").attributes
    )
    assert not faults(hand.html) and "Enregistrer" in hand.html
    hand.types(champ_commune="Lann").clicks("etape-suite")
    assert hand.title == "Relisez avant d’envoyer" and "Lann" in hand.html
    assert hand.facts("demarche.modifiee") == [{"nom": "aide", "champ": "commune", "valeur": "Lann"}]
    hand.clicks("modifier-commune", "etape-retour", "modifier-commune", "etape-suite", "envoyer")
    assert len(hand.facts("demarche.modifiee")) == 1 and hand.facts("demarche.envoyee")[0]["commune"] == "Lann"


def test_a_change_kept_as_a_draft_before_being_sent_is_still_a_change():
    hand = fill(inside()).clicks("modifier-commune").types(champ_commune="Lann")
    hand.clicks("onglet-t1", "onglet-t0", "etape-suite")
    assert [f["champ"] for f in hand.facts("demarche.modifiee")] == ["commune"]


def test_what_is_missing_stops_the_sending_and_its_line_says_so():
    hand = inside().goes(f"{HOME}/demarche/aide/recapitulatif").clicks("envoyer")
    assert not hand.facts("demarche.envoyee") and "Il manque une réponse" in hand.html and not faults(hand.html)


@pytest.mark.parametrize(
    ("n", "why", "said"), [(2, "format", "bon format"), (3, "taille", "trop lourd"), (4, "flou", "est flou")]
)
def test_a_document_that_cannot_do_is_refused_calmly(n, why, said):
    hand = inside().goes(f"{HOME}/demarche/aide/etape/3").clicks("joindre-facture")
    assert not faults(hand.html)
    hand.clicks(f"fichier-{n}", "fichiers-ouvrir")
    assert said in hand.html and hand.facts("demarche.document_refuse")[0]["raison"] == why and not faults(hand.html)
    hand.clicks("joindre-facture", "fichier-1", "fichiers-ouvrir")
    assert said not in hand.html and hand.facts("demarche.document")[0]["fichier"] == "facture-eau.pdf"
    hand.clicks("retirer-facture")
    assert hand.facts("demarche.document_retire") and hand.page.find("retirer-facture") is None


def test_the_service_asks_for_a_document_and_receives_it():
    hand = inside().clicks("entete-demarches")
    assert "Il manque un document" in hand.html and not faults(hand.html)
    hand.clicks("dossier-d26-1001")
    assert "Il manque une photo." in hand.html and not faults(hand.html)
    assert "Choisissez un document" in hand.clicks("envoyer-document").html
    hand.clicks("joindre-document", "fichier-4", "fichiers-ouvrir")
    assert "flou" in hand.html
    hand.clicks("joindre-document", "fichier-1", "fichiers-ouvrir", "envoyer-document")
    assert hand.facts("dossier.document_envoye") == [{"numero": "D26-1001", "fichier": "facture-eau.pdf"}]
    assert "Dossier en cours" in hand.html and hand.page.find("envoyer-document") is None and not faults(hand.html)
    assert "Demande acceptée" in hand.clicks("suivi-retour", "dossier-d25-7").html


def test_a_procedure_without_account_needs_none():
    hand = portal().clicks("demarche-velo", "commencer").types(champ_couleur="bleu").clicks("etape-suite", "envoyer")
    assert hand.facts("demarche.envoyee")[0]["couleur"] == "bleu"
    assert hand.clicks("suivre").title.startswith("Que voulez-vous")


@pytest.mark.parametrize("place", ["/rien", "/demarche/x", "/demarche/aide/etape/9", "/demarche/velo/envoyee", "/dossier/D1"])
def test_an_address_that_leads_nowhere_gives_the_home_page(place):
    assert inside().goes(HOME + place).title == "Bonjour Maryvonne Tréguidel"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("06.39.98.00.00", None), ("+33 6 39 98 00 00", None), ("0033639980000", None), ("33700", "trop court"), ("16 39 98 00 00", "le premier est 0"),
        ("06 39", "il a 4 chiffres"), ("zéro six", "avec des chiffres"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_the_phone_reads_it_but_a_short_one_is_not_the_person_s(typed, said):
    found = judged(Field("tel", "Téléphone", "telephone"), typed)
    assert found is None if said is None else said in found


def test_a_library_or_a_club_has_its_own_address_from_the_first_page_to_the_log_in():
    own = "https://biblio-plou.example"
    hand = portal(adresse="biblio-plou.example", service="Bibliothèque de Plou")
    assert hand.practice.world.tab.url == f"{own}/" and "demarches.gouv.example" not in hand.practice.world.hosts
    hand.clicks("demarche-velo", "commencer").types(champ_couleur="Bleu").clicks("etape-suite", "envoyer")
    assert hand.practice.world.tab.url == f"{own}/demarche/velo/envoyee" and "demarches.gouv" not in hand.html
    hand.clicks("entete-accueil", "demarche-aide", "commencer", "passeservice", "compte-impots")
    hand.types(identifiant=LOGIN, mot_de_passe=WORD).clicks("valider", "continuer")
    assert hand.practice.world.tab.url == f"{own}/demarche/aide/etape/1" and not faults(hand.html)
    assert hand.goes(f"{own}/nulle-part").practice.world.tab.url == f"{own}/"


def test_the_address_of_the_portal_must_be_one():
    with pytest.raises(ValueError, match="demarches"):
        portal(adresse="pas une adresse")
