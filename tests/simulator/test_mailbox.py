"""The mailbox « Pigeon »: reading, sorting, searching, writing; nothing is lost, everything can be undone."""

import pytest

from tests.simulator.small_world import MAIL, Hand, scenario, world

BODY = {"r_mairie_corps": "Voici."}


def folder(hand: Hand, name: str) -> list[str]:
    hand.goes(f"{MAIL}/{name}")
    return [e.id.removeprefix("mail-") for e in hand.page.clicks if e.id.startswith("mail-") and e.id != "mail-nouveau"]


# ---------------------------------------------------------------------------------------------------- reading
def test_an_opened_message_is_read_and_the_count_goes_down():
    hand = Hand()
    assert "2<span" in hand.html and "non lus" in hand.html
    hand.clicks("mail-mairie")
    assert hand.title == "Votre dossier" and "anne.legoff@plou.example" in hand.html and "Copie à" in hand.html
    assert "1<span" in hand.clicks("retour").html and "> non lu<" in hand.html
    assert hand.facts("courriel.ouvert") == [{"id": "mairie", "adresse": "anne.legoff@plou.example"}]


def test_a_received_file_opens_and_the_strange_one_says_what_it_could_do():
    told = scenario(world=world())
    told.world["sites"]["courriel"]["messages"][1]["indices"] = ["adresse", "piece"]
    hand = Hand(told).clicks("mail-colis", "piece-colis-1")
    assert hand.title == "avis.zip" and "rien n’est abîmé" in hand.html
    assert hand.clicks("retour").title == "Dernier rappel"
    assert "rien n’est abîmé" not in hand.goes(MAIL).clicks("mail-solene", "piece-solene-1").html
    assert [f["fichier"] for f in hand.facts("courriel.piece_ouverte")] == ["avis.zip", "gateau.jpg"]


@pytest.mark.parametrize(
    "address", ["", "/", "/message/inconnu", "/repondre/inconnu", "/piece/colis/9", "/piece/colis/0", "/n/importe/quoi"]
)
def test_an_address_of_the_mailbox_that_leads_nowhere_shows_the_inbox(address):
    hand = Hand().clicks("mail-mairie").goes(MAIL + address)
    assert hand.title == "Boîte de réception" and hand.practice.world.tab.url == f"{MAIL}/recus"


# ---------------------------------------------------------------------------------------------------- sorting
@pytest.mark.parametrize(
    ("ways", "where", "kind", "said"),
    [
        (("supprimer",), "corbeille", "courriel.supprime", "Corbeille"),
        (("indesirable",), "indesirables", "courriel.indesirable", "Indésirables"),
        (("signaler", "indice-urgence"), "indesirables", "courriel.signale", "Message signalé"),
    ],
)
def test_a_message_set_aside_is_announced_lands_on_the_list_and_can_be_put_back(ways, where, kind, said):
    hand = Hand().clicks("mail-colis", *ways)
    assert said in hand.said and said in hand.html and hand.title == "Boîte de réception"
    assert [f["id"] for f in hand.facts(kind)] == ["colis"]
    assert folder(hand, where) == ["colis"] and folder(hand, "recus") == ["mairie", "solene"]
    hand.goes(f"{MAIL}/{where}").clicks("mail-colis", "remettre")
    assert "remis dans la boîte de réception" in hand.said and folder(hand, where) == []
    assert folder(hand, "recus") == ["mairie", "colis", "solene"]
    assert hand.facts("courriel.remis") == [{"id": "colis", "adresse": "suivi@colibrik-frais.example"}]


def test_the_report_asks_what_is_alarming_and_can_be_called_off():
    hand = Hand().clicks("mail-colis", "signaler")
    assert hand.practice.payload()["dialog"] and "Qu’est-ce qui vous alerte ?" in hand.html
    hand.clicks("indice-annuler")
    assert not hand.practice.payload()["dialog"] and hand.facts("courriel.signale") == [] and folder(hand, "indesirables") == []


def test_a_reported_message_says_so_until_it_is_put_back_and_can_then_be_reported_again():
    hand = Hand().clicks("mail-colis", "signaler", "indice-adresse", "dossier-indesirables", "mail-colis")
    assert "Vous avez signalé ce message" in hand.html and hand.page.find("signaler") is None
    hand.clicks("remettre", "dossier-recus", "mail-colis")
    assert "Vous avez signalé" not in hand.html
    hand.clicks("signaler", "indice-lien")
    assert [f["indice"] for f in hand.facts("courriel.signale")] == ["adresse", "lien"]


def test_a_message_already_in_the_spam_can_be_reported_and_one_stays_there():
    hand = Hand().clicks("mail-colis", "indesirable", "dossier-indesirables", "mail-colis", "signaler", "indice-lien")
    assert hand.title == "Indésirables" and hand.facts("courriel.signale")


def test_a_message_in_the_bin_can_be_read_and_answered():
    hand = (
        Hand().clicks("mail-mairie", "supprimer", "dossier-corbeille", "mail-mairie", "repondre").types(**BODY).clicks("envoyer")
    )
    assert hand.facts("courriel.envoye")[0]["en_reponse_a"] == "mairie"


def test_orders_about_messages_that_do_not_exist_or_were_sent_change_nothing():
    hand = Hand().answers(files=0)
    before = hand.practice.world.sites["courriel"]
    for order in (
        "signaler",
        "indesirable",
        "supprimer",
        "remettre",
        "indice",
        "joindre",
        "choisir",
        "ouvrir",
        "retirer",
        "envoyer",
        "rien",
        "",
    ):
        for args in (
            {},
            {"id": "envoye-1"},
            {"id": "zzz", "indice": "zzz", "brouillon": "zzz", "nom": "zzz"},
            {"brouillon": "mairie.zzz"},
        ):
            hand.send(f"courriel.{order}", args)
    assert hand.practice.world.sites["courriel"] == before and len(hand.facts("courriel.envoye")) == 1


# --------------------------------------------------------------------------------------------------- searching
@pytest.mark.parametrize("words", ["gateau", "GÂTEAU", "  mamie   photo ", "solene@pigeon", "gateau.jpg"])
def test_a_search_finds_whatever_the_accents_and_capitals(words):
    hand = Hand().types(recherche=words).clicks("chercher")
    assert hand.page.find("mail-solene") and not hand.page.find("mail-colis") and "Recherche" in hand.title
    assert hand.facts("courriel.recherche") == [{"texte": words.strip()}]


def test_back_from_a_message_found_shows_the_search_again():
    hand = Hand().types(recherche="gateau").clicks("chercher", "mail-solene", "nav-back")
    assert "gateau" in hand.title and hand.page.find("mail-solene") and not hand.page.find("mail-mairie")


def test_a_search_looks_in_all_folders_and_says_which():
    hand = Hand().clicks("mail-colis", "supprimer").types(recherche="payez").clicks("chercher")
    assert hand.page.find("mail-colis") and "Corbeille ·" in hand.html


def test_a_search_that_finds_nothing_says_so_and_an_empty_one_shows_the_inbox():
    hand = Hand().types(recherche="zzz <b>").clicks("chercher")
    assert "Aucun message ne contient ces mots" in hand.html and "<b>" not in hand.title
    assert hand.types(recherche=" ").clicks("chercher").title == "Boîte de réception"
    assert "Écrivez un mot" in hand.goes(f"{MAIL}/recherche").html
