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


def test_putting_away_closes_without_a_choice_and_the_same_folder_changes_nothing():
    tidy = hand(dossiers=["Factures"]).clicks("mail-solene", "ranger", "ranger-annuler")
    assert tidy.facts("courriel.range") == [] and tidy.page.find("ranger-factures") is None
    tidy.clicks("ranger", "ranger-factures", "dossier-factures", "mail-solene", "ranger", "ranger-factures")
    assert len(tidy.facts("courriel.range")) == 1
    assert hand().clicks("mail-solene").page.find("ranger") is None


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


def test_addresses_stand_under_names_where_nothing_is_said():
    reader = hand().clicks("mail-solene")
    assert reader.page.find("expediteur").tag == "span" and SOLENE in reader.html


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"dossiers": ["Corbeille"]}, "déjà pris"),
        ({"dossiers": ["Santé", "sante"]}, "déjà pris"),
        ({"dossiers": ["!"]}, "vide"),
        ({"contacts": [{"nom": "Solène", "adresse": "solene"}]}, "s’écrit comme"),
        ({"contacts": CONTACTS[:1] * 2}, "deux contacts"),
        ({"adresses": "secretes"}, "n’existe pas"),
    ],
)
def test_a_badly_written_start_is_refused_in_french(change, said):
    with pytest.raises(ValueError, match=said):
        init(world(**change)["sites"]["courriel"])
