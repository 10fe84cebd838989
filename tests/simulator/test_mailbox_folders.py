"""Contacts, own folders and addresses behind names: three gestures of real mailboxes."""

import pytest

from simulator.sites.mailbox.state import init
from tests.simulator.page_rules import faults
from tests.simulator.small_world import MAIL, Hand, scenario, sorting, world

SOLENE = "solene@pigeon.example"
CONTACTS = [{"nom": "Solène", "adresse": SOLENE}, {"nom": "La mairie", "adresse": "accueil@plou.example"}]


def hand(**changes) -> Hand:
    return Hand(scenario(world=world(**changes)))


# ---------------------------------------------------------------------------------------------------------- contacts
def test_a_contact_writes_its_address_and_what_was_typed_stays():
    writer = hand(contacts=CONTACTS).clicks("mail-nouveau").types(r_nouveau_objet="Dimanche", r_nouveau_corps="Bonjour")
    writer.clicks("contacts")
    assert faults(writer.html) == [] and "Mes contacts" in writer.html
    writer.clicks("contact-1")
    assert writer.said == "L’adresse de Solène est écrite dans la case « À »."
    fields = {name: writer.page.find(f"r-nouveau-{name}").attributes["value"] for name in ("a", "objet", "corps")}
    assert fields == {"a": SOLENE, "objet": "Dimanche", "corps": "Bonjour"}
    writer.clicks("envoyer")
    assert writer.facts("courriel.envoye")[0]["a"] == SOLENE


def test_a_second_contact_comes_after_the_first_and_the_same_one_is_written_once():
    writer = hand(contacts=CONTACTS).clicks(
        "mail-nouveau", "contacts", "contact-1", "contacts", "contact-2", "contacts", "contact-1"
    )
    assert writer.page.find("r-nouveau-a").attributes["value"] == f"{SOLENE}, accueil@plou.example"


def test_the_list_of_contacts_closes_without_a_choice_and_is_absent_without_contacts():
    writer = hand(contacts=CONTACTS).clicks("mail-nouveau", "contacts", "contacts-annuler")
    assert writer.page.find("contact-1") is None and writer.page.find("r-nouveau-a").attributes["value"] == ""
    assert hand().clicks("mail-nouveau").page.find("contacts") is None


def test_a_contact_whose_address_is_there_already_is_not_written_twice_whatever_the_capitals():
    writer = hand(contacts=[{"nom": "Anne", "adresse": "Anne.LeGoff@plou.example"}]).clicks("mail-nouveau")
    writer.types(r_nouveau_a="Anne <anne.legoff@plou.example>").clicks("contacts", "contact-1")
    assert writer.page.find("r-nouveau-a").attributes["value"] == "Anne <anne.legoff@plou.example>"
    assert writer.said == "L’adresse d’Anne est écrite dans la case « À »."


def test_a_contact_goes_after_a_comma_left_hanging_and_answers_the_refusal_of_an_empty_case():
    writer = hand(contacts=CONTACTS).clicks("mail-nouveau").types(r_nouveau_corps="Bonjour").clicks("envoyer")
    assert 'role="alert"' in writer.html
    writer.types(r_nouveau_a=" lea@pigeon.example ; ").clicks("contacts", "contact-1")
    assert 'role="alert"' not in writer.html
    assert writer.page.find("r-nouveau-a").attributes["value"] == f"lea@pigeon.example, {SOLENE}"
    assert writer.clicks("envoyer").facts("courriel.envoye")[0]["a"] == ["lea@pigeon.example", SOLENE]


def test_a_contact_chosen_for_an_answer_survives_leaving_the_page():
    writer = (
        hand(contacts=CONTACTS).clicks("mail-mairie", "repondre").types(r_mairie_corps="Voici").clicks("contacts", "contact-1")
    )
    writer.clicks("retour", "mail-mairie", "repondre")
    assert writer.page.find("r-mairie-a").attributes["value"] == f"anne.legoff@plou.example, {SOLENE}"
    assert "Voici</textarea>" in writer.html


def test_an_address_that_is_no_contact_is_not_written():
    writer = hand(contacts=CONTACTS).clicks("mail-nouveau", "contacts")
    writer.send("courriel.contact", {"adresse": "autre@autre.example"})
    assert writer.facts("courriel.contact_choisi") == []


# ------------------------------------------------------------------------------------------------------- own folders
def test_a_message_is_put_away_found_again_and_taken_back():
    tidy = hand(dossiers=["Santé et famille", "Factures"]).clicks("mail-solene", "ranger")
    assert faults(tidy.html) == []
    tidy.clicks("ranger-sante-et-famille")
    assert tidy.said == "Message rangé dans « Santé et famille »." and tidy.page.find("mail-solene") is None
    assert tidy.facts("courriel.range") == [{"id": "solene", "adresse": SOLENE, "dossier": "Santé et famille"}]
    tidy.clicks(
        "dossier-sante-et-famille", "mail-solene", "ranger", "ranger-factures", "dossier-factures", "mail-solene", "remettre"
    )
    assert [f["dossier"] for f in tidy.facts("courriel.range")] == ["Santé et famille", "Factures"]
    assert tidy.clicks("dossier-recus").page.find("mail-solene") and tidy.facts("courriel.remis")


def test_a_message_put_away_can_be_deleted_searched_and_starts_where_the_author_says():
    start = world(dossiers=["Factures"])
    start["sites"]["courriel"]["messages"][2]["dossier"] = "factures"
    tidy = Hand(scenario(world=start))
    assert tidy.page.find("mail-solene") is None
    tidy.types(recherche="gâteau").clicks("chercher")
    assert "Factures ·" in tidy.html
    tidy.clicks("mail-solene", "supprimer", "dossier-corbeille")
    assert tidy.page.find("mail-solene")


def test_putting_away_closes_without_a_choice():
    tidy = hand(dossiers=["Factures"]).clicks("mail-solene", "ranger", "ranger-annuler")
    assert tidy.facts("courriel.range") == [] and tidy.page.find("ranger-factures") is None


def test_putting_away_offers_only_the_folders_where_the_message_is_not():
    tidy = hand(dossiers=["Factures", "Famille"]).clicks(
        "mail-solene", "ranger", "ranger-factures", "dossier-factures", "mail-solene"
    )
    assert tidy.clicks("ranger").page.find("ranger-factures") is None and tidy.page.find("ranger-famille")
    tidy.send("courriel.ranger_dans", {"dossier": "factures"})
    assert len(tidy.facts("courriel.range")) == 1
    alone = hand(dossiers=["Factures"]).clicks("mail-solene", "ranger", "ranger-factures", "dossier-factures", "mail-solene")
    assert alone.page.find("ranger") is None
    assert hand().clicks("mail-solene").page.find("ranger") is None


def test_a_sent_message_is_not_put_away():
    tidy = hand(dossiers=["Factures"]).answers(files=0).clicks("dossier-envoyes", "mail-envoye-1")
    assert tidy.page.find("ranger") is None
    tidy.send("courriel.ranger", {"id": "envoye-1"})
    tidy.send("courriel.ranger_dans", {"dossier": "factures"})
    assert tidy.facts("courriel.range") == []


def test_a_reported_message_put_away_is_no_longer_reported_and_can_be_reported_again_from_there():
    tidy = hand(dossiers=["Factures"]).clicks("mail-colis", "signaler", "indice-adresse", "dossier-indesirables", "mail-colis")
    tidy.clicks("ranger", "ranger-factures", "dossier-factures", "mail-colis")
    assert "Vous avez signalé" not in tidy.html
    tidy.clicks("signaler", "indice-lien")
    assert tidy.title == "Factures" and [f["indice"] for f in tidy.facts("courriel.signale")] == ["adresse", "lien"]
    tidy.clicks("dossier-indesirables", "mail-colis")
    assert "Vous avez signalé" in tidy.html


def test_in_a_lot_a_message_put_away_is_kept_not_rejected():
    lot = sorting()
    start = world(dossiers=["Factures"])
    told = lot.model_copy(update={"world": start})
    tidy = Hand(told).clicks("mail-solene", "supprimer", "dossier-corbeille", "mail-solene", "ranger", "ranger-factures")
    tidy.practice.finish()
    assert [s.rejected for s in tidy.practice.state.verdict if s.id == "solene"] == [False]


# ------------------------------------------------------------------------------------------------- hidden addresses
def test_the_address_shows_after_a_click_on_the_name_and_stays():
    reader = hand(adresses="cachees").clicks("mail-solene")
    button = reader.page.find("expediteur")
    assert button.tag == "button" and button.attributes["aria-expanded"] == "false" and SOLENE not in reader.html
    reader.clicks("expediteur", "expediteur")
    assert faults(reader.html) == [] and reader.page.find("adresse-expediteur") and SOLENE in reader.html
    assert reader.facts("courriel.adresse_vue") == [{"id": "solene", "adresse": SOLENE}]
    reader.clicks("retour", "mail-solene")
    assert reader.page.find("adresse-expediteur")
    reader.goes(f"{MAIL}/message/mairie")
    assert reader.page.find("adresse-expediteur") is None


def test_a_message_passed_on_tells_the_hidden_address_only_when_it_was_seen():
    reader = hand(adresses="cachees").clicks("mail-solene", "transferer")
    assert "Message de Solène" in reader.html and SOLENE not in reader.html
    assert SOLENE in reader.clicks("retour", "mail-solene", "expediteur", "transferer").html


def test_what_one_sent_hides_no_address():
    reader = hand(adresses="cachees").answers(files=0).clicks("dossier-envoyes", "mail-envoye-1")
    assert reader.page.find("expediteur").tag == "span"


def test_addresses_stand_under_names_where_nothing_is_said():
    reader = hand().clicks("mail-solene")
    assert reader.page.find("expediteur").tag == "span" and SOLENE in reader.html


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"dossiers": ["Corbeille"]}, "déjà pris"),
        ({"dossiers": ["Santé", "sante"]}, "déjà pris"),
        ({"dossiers": ["!"]}, "vide"),
        ({"dossiers": ["Boîte de réception"]}, "déjà pris"),
        ({"dossiers": ["Recherche"]}, "déjà pris"),
        ({"dossiers": ["x" * 41]}, "trop long, 40 lettres"),
        ({"dossiers": "Factures"}, "est une liste"),
        ({"contacts": [{"nom": "Solène", "adresse": SOLENE, "tel": "x"}]}, "le mot « tel » n’existe pas"),
        ({"contacts": [{"adresse": SOLENE}]}, "contact 1 : il manque « nom"),
        ({"contacts": [{"nom": "Solène", "adresse": "solene"}]}, "s’écrit comme"),
        ({"contacts": CONTACTS[:1] * 2}, "deux contacts"),
        ({"adresses": "secretes"}, "n’existe pas"),
    ],
)
def test_a_badly_written_start_is_refused_in_french(change, said):
    with pytest.raises(ValueError, match=said):
        init(world(**change)["sites"]["courriel"])


def test_a_folder_is_called_by_its_name_without_accents_nor_joined_letters():
    own = init(world(dossiers=["Œuvres", "Impôts 2026"])["sites"]["courriel"]).own
    assert dict(own) == {"oeuvres": "Œuvres", "impots-2026": "Impôts 2026"}


def test_a_new_message_begun_and_left_is_offered_again_in_the_inbox():
    writer = hand().clicks("mail-nouveau").types(r_nouveau_objet="Dimanche").clicks("retour")
    assert faults(writer.html) == [] and "Reprendre le message commencé" in writer.html
    writer.clicks("mail-brouillon")
    assert writer.page.find("r-nouveau-objet").attributes["value"] == "Dimanche"
    assert hand().page.find("mail-brouillon") is None
