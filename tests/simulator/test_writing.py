"""Writing in the mailbox: answer, forward, files, drafts; what is badly written is explained and kept."""

import pytest

from simulator.practice import Practice
from tests.simulator.small_world import MAIL, Hand, scenario, world

BODY = {"r_mairie_corps": "Voici."}


def sent(hand: Hand) -> dict:
    return hand.facts("courriel.envoye")[-1]


def test_a_new_message():
    hand = (
        Hand()
        .clicks("mail-nouveau")
        .types(r_nouveau_a="Lea@Pigeon.example", r_nouveau_objet="Dimanche", r_nouveau_corps="À dimanche !")
    )
    hand.clicks("envoyer")
    assert sent(hand) == {"a": "lea@pigeon.example", "cc": [], "objet": "Dimanche", "corps": "À dimanche !", "pieces": [],
                          "en_reponse_a": "", "genre": "nouveau"}  # fmt: skip
    assert hand.said == "Votre message est envoyé. Il est dans « Messages envoyés »." and hand.title == "Boîte de réception"
    hand.clicks("dossier-envoyes", "mail-envoye-1")
    assert hand.title == "Dimanche" and "À dimanche !" in hand.html and hand.page.find("repondre") is None


def test_a_sent_message_is_found_first_in_its_folder_and_its_files_open():
    hand = Hand(scenario(goals=()))
    hand.clicks("mail-mairie", "repondre").types(**BODY).clicks("joindre", "fichier-1", "fichiers-ouvrir", "envoyer")
    hand.clicks("mail-solene", "repondre").types(r_solene_corps="Merci").clicks("envoyer")
    hand.clicks("dossier-envoyes")
    assert hand.html.index("mail-envoye-2") < hand.html.index("mail-envoye-1")
    assert "que vous avez envoyé" in hand.clicks("mail-envoye-1", "piece-envoye-1-1").html


def test_an_answer_goes_to_the_sender_alone():
    hand = Hand().clicks("mail-mairie", "repondre")
    assert "Répondre à Anne Le Goff" in hand.title and "Anne Le Goff a écrit" in hand.html
    hand.types(**BODY).clicks("envoyer")
    assert (
        sent(hand)["a"] == "anne.legoff@plou.example"
        and sent(hand)["genre"] == "reponse"
        and sent(hand)["objet"] == "Re : Votre dossier"
    )
    assert "Répondu" in hand.html


def test_an_answer_to_all_goes_to_everyone_but_oneself():
    hand = Hand().clicks("mail-mairie", "repondre-tous").types(rt_mairie_corps="Bonjour à tous.").clicks("envoyer")
    assert sent(hand)["a"] == ["anne.legoff@plou.example", "accueil@plou.example"] and sent(hand)["genre"] == "reponse_a_tous"


def test_answer_to_all_is_offered_only_when_there_are_several_people():
    assert Hand().clicks("mail-solene").page.find("repondre-tous") is None


def test_a_message_forwarded_takes_its_text_and_its_files():
    hand = Hand().clicks("mail-solene", "transferer")
    assert "Transférer" in hand.title and "Message de Solène" in hand.html
    hand.types(tr_solene_a="lea@pigeon.example").clicks("envoyer")
    fact = sent(hand)
    assert (fact["genre"], fact["objet"], fact["pieces"], fact["en_reponse_a"]) == (
        "transfert",
        "Tr : Le gâteau",
        ["gateau.jpg"],
        "",
    )
    assert "Voici la photo." in fact["corps"]


def test_a_copy_goes_to_several_people():
    hand = (
        Hand()
        .clicks("mail-mairie", "repondre")
        .types(r_mairie_cc="lea@pigeon.example ; Hugo <hugo@pigeon.example>,", **BODY)
        .clicks("envoyer")
    )
    assert sent(hand)["cc"] == ["lea@pigeon.example", "hugo@pigeon.example"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "dans la case « À »"),
        ("  ;, ", "dans la case « À »"),
        ("anne le.goff@plou.example", "espace"),
        ("anne.legoff@ plou.example", "espace"),
        ("hélène@plou.example", "accent"),
        ("anne.legoff", "signe @"),
        ("anne@plou", "pas complète"),
        ("anne@@plou.example", "pas complète"),
        ("lea@pigeon.example, hélène@plou.example", "accent"),
    ],
)
def test_an_address_badly_written_is_explained_and_nothing_is_lost(typed, told):
    hand = Hand().clicks("mail-mairie", "repondre").types(r_mairie_a=typed, r_mairie_corps="Un long texte.").clicks("envoyer")
    assert told in hand.html and 'role="alert"' in hand.html and hand.facts("courriel.envoye") == []
    assert hand.page.find("r-mairie-a").attributes["aria-invalid"] == "true" and "Un long texte." in hand.html
    hand.types(r_mairie_a="anne.legoff@plou.example").clicks("envoyer")
    assert sent(hand)["corps"] == "Un long texte." and 'role="alert"' not in hand.html


@pytest.mark.parametrize(
    "typed", ["Anne Le Goff <anne.legoff@plou.example>", " ANNE.LEGOFF@plou.example. ", "anne.legoff@plou.example;"]
)
def test_an_address_written_as_mailboxes_show_it_is_understood(typed):
    hand = Hand().clicks("mail-mairie", "repondre").types(r_mairie_a=typed, **BODY).clicks("envoyer")
    assert sent(hand)["a"] == "anne.legoff@plou.example"


def test_an_empty_message_does_not_leave():
    hand = Hand().clicks("mail-mairie", "repondre").types(r_mairie_corps="  \n ").clicks("envoyer")
    assert "Votre message est vide" in hand.html and hand.facts("courriel.envoye") == []
    assert hand.page.find("r-mairie-corps").attributes["aria-describedby"] == "ecrire-erreur"


def test_several_files_are_joined_one_is_removed_and_the_same_is_joined_once():
    hand = Hand().clicks("mail-mairie", "repondre").types(**BODY)
    hand.clicks(
        "joindre",
        "fichier-1",
        "fichiers-ouvrir",
        "joindre",
        "fichier-2",
        "fichiers-ouvrir",
        "joindre",
        "fichier-1",
        "fichiers-ouvrir",
    )
    hand.clicks("retirer-2", "envoyer")
    assert sent(hand)["pieces"] == ["facture.pdf"] and hand.facts("courriel.piece_retiree") == [{"fichier": "photo-jardin.jpg"}]


def test_the_file_chooser_waits_for_a_file_and_can_be_called_off():
    hand = Hand().clicks("mail-mairie", "repondre", "joindre")
    assert "disabled" in hand.page.find("fichiers-ouvrir").attributes and hand.practice.payload()["dialog"]
    assert "Fichier choisi" in hand.clicks("fichier-2").html
    hand.clicks("fichiers-annuler", "joindre")
    assert "Fichier choisi" not in hand.html and hand.facts("courriel.piece_jointe") == []


def test_a_mailbox_without_documents_says_that_the_folder_is_empty():
    hand = Hand(scenario(world=world(documents=[]))).clicks("mail-nouveau", "joindre")
    assert "Ce dossier est vide" in hand.html and "data-autofocus" in hand.page.find("fichiers-annuler").attributes


# ----------------------------------------------------------------------------------------------------- drafts
def test_what_was_typed_is_kept_when_leaving_and_after_a_replay():
    hand, kept = Hand(), []
    receive = hand.practice.receive
    hand.practice.receive = lambda outbox: kept.extend(receive(outbox)) or []
    hand.clicks("mail-mairie", "repondre").types(r_mairie_corps="Bonjour Mad").clicks(
        "joindre", "fichier-1", "fichiers-ouvrir", "retour"
    )
    assert "Réponse commencée" in hand.html
    hand.clicks("mail-mairie", "repondre")
    assert "Bonjour Mad</textarea>" in hand.html and "facture.pdf" in hand.html
    again = Practice(hand.practice.scenario, "essai", kept)
    assert again.payload()["html"] == hand.practice.payload()["html"] and again.world == hand.practice.world


def test_the_answer_to_one_and_the_answer_to_all_are_two_drafts():
    hand = (
        Hand().clicks("mail-mairie", "repondre").types(r_mairie_corps="À vous").clicks("retour", "mail-mairie", "repondre-tous")
    )
    assert "À vous" not in hand.html
    assert "À vous" in hand.clicks("retour", "mail-mairie", "repondre").html


def test_a_sent_draft_is_gone():
    hand = Hand().answers(files=0).clicks("mail-mairie", "repondre")
    assert "Bonjour, voici." not in hand.html and "Réponse commencée" not in hand.goes(MAIL).html


def test_drafts_of_nothing_and_fields_of_nothing_are_left_out():
    hand = Hand()
    hand.practice.receive({"epoch": "essai", "client": "c", "events": [
        {"seq": 1, "type": "nav.reload", "drafts": {"brouillon-zzz": {"a": "x"}, "brouillon-mairie": {"zzz": "x", "corps": "y"}, "autre": {"a": "x"}}}]})  # fmt: skip
    state = hand.practice.world.sites["courriel"]
    assert list(state.drafts) == ["mairie"] and state.drafts["mairie"].body == "y"


def test_everything_typed_is_escaped():
    bad = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>"
    hand = (
        Hand()
        .clicks("mail-nouveau")
        .types(r_nouveau_a=bad, r_nouveau_cc=bad, r_nouveau_objet=bad, r_nouveau_corps=bad)
        .clicks("envoyer")
    )
    pages = [hand.html, hand.types(r_nouveau_a="a@b.example", r_nouveau_cc="").clicks("envoyer").html]
    pages += [hand.clicks("dossier-envoyes").html, hand.clicks("mail-envoye-1").html, hand.clicks("transferer").html]
    pages += [hand.goes(bad).html, hand.goes("https://" + bad).html, hand.goes(MAIL).types(recherche=bad).clicks("chercher").html]
    for html in pages:
        assert "<script" not in html and "<img" not in html
    assert "&lt;script&gt;" in pages[2]
