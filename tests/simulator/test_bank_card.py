"""The card, the payments that wait for an agreement, and chance."""

import json
from dataclasses import asdict

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine import Event, Fact
from simulator.sites import FACTS
from simulator.sites.bank import access, accounts, approving, card, transfers
from simulator.sites.bank.site import PLACES, Bank
from simulator.sites.bank.starts import init
from tests.simulator.bank_world import BANK, BANK_AT, NEW, SHOP_AT, hand, told
from tests.simulator.page_rules import faults
from tests.simulator.small_world import Hand


def buys(who):
    who.goes(f"{SHOP_AT}/produit/rouge").clicks("bo-ajouter", "bo-commander").types(bo_champ_adresse="12 rue du Lavoir")
    return who.clicks("bo-continuer", "bo-payer")


def test_the_card_is_locked_then_unlocked():
    who = hand().clicks("bq-carte")
    assert "4417" in who.html and faults(who.html) == []
    who.clicks("bq-verrouiller")
    assert who.facts("banque.carte_verrouillee") == [{"carte": "4417"}] and faults(who.html) == []
    who.clicks("bq-deverrouiller")
    assert who.facts("banque.carte_deverrouillee") and who.page.find("bq-verrouiller")


def test_the_back_of_the_card_gives_the_number_and_calling_it_stops_the_card():
    who = hand("banque", "telephone").clicks("bq-carte", "bq-dos")
    assert "01 99 00 77 20" in who.html and who.facts("banque.carte_dos") and faults(who.html) == []
    who.clicks("onglet-t1", "tel-contacts", "appeler-1")
    assert not who.facts("banque.opposition")
    who.clicks("raccrocher")
    assert who.facts("banque.opposition") == [{"carte": "4417", "motif": "fraude", "par": "telephone"}]
    assert "bloquée pour toujours" in who.clicks("onglet-t0").html and who.page.find("bq-opposition") is None
    assert "Vous pourrez la déverrouiller" not in who.html  # no advice on what can no longer be done


def test_stopping_the_card_asks_why_and_can_be_left():
    who = hand().clicks("bq-carte", "bq-opposition", "bq-opposition-annuler", "bq-opposition", "bq-opposition-confirmer")
    assert "Choisissez d’abord" in who.html and not who.facts("banque.opposition") and faults(who.html) == []
    who.clicks("bq-motif-fraude", "bq-opposition-confirmer")
    assert who.facts("banque.opposition") == [{"carte": "4417", "motif": "fraude", "par": "site"}] and who.title == "Ma carte"
    assert "déjà bloquée" in who.goes(f"{BANK_AT}/carte/opposition").html and faults(who.html) == []


def test_without_a_card_the_pages_say_so():
    who = hand(carte=None).clicks("bq-carte")
    assert (
        "pas de carte" in who.html and "pas de carte" in who.goes(f"{BANK_AT}/carte/opposition").html and faults(who.html) == []
    )


def test_a_payment_says_what_it_is_and_agreeing_makes_the_order():
    who = buys(hand())
    assert who.title == "Votre banque attend votre accord" and not who.facts("boutique.commande")
    who.clicks("bo-banque", "bq-demande-d1")
    assert "39,80" in who.html and "Bouilloires de Plou" in who.html and faults(who.html) == []
    who.clicks("bq-valider")
    assert who.facts("banque.paiement_valide")[0]["montant"] == "39,80" and who.facts("boutique.commande")
    assert who.title == "Votre commande est faite"
    who.clicks("bo-annuler").goes(BANK_AT)
    assert "1\u202f248,30" in who.html  # what was paid came back


def test_refusing_a_payment_leaves_the_basket_whole():
    who = buys(hand()).goes(BANK_AT).clicks("bq-demandes", "bq-demande-d1", "bq-refuser")
    assert who.facts("banque.paiement_refuse")[0]["raison"] == "personne" and who.facts("boutique.paiement_refuse")
    assert "Rien n’a été payé" in who.clicks("bq-suite").html and faults(who.html) == []
    assert who.clicks("bo-recommencer").page.find("bo-commander")


def test_a_locked_card_refuses_the_payment():
    who = buys(hand().clicks("bq-carte", "bq-verrouiller")).clicks("bo-banque", "bq-demande-d1", "bq-valider")
    assert who.facts("banque.paiement_refuse")[0]["raison"] == "carte" and not who.facts("boutique.commande")


def test_an_order_cancelled_no_longer_waits_at_the_bank():
    who = buys(hand()).clicks("bo-annuler").goes(BANK_AT)
    assert who.page.find("bq-demandes") is None and faults(who.html) == []


def test_a_payment_by_code_sends_the_sms_at_once():
    who = buys(hand(accord="sms"))
    assert "482913" in who.facts("banque.code_envoye")[0]["texte"] and "39,80" in who.facts("banque.code_envoye")[0]["texte"]
    assert "482913" in who.practice.world.sites["telephone"].sms[0].text  # what a gesture brings on one site reaches the third
    who.clicks("bo-banque", "bq-demande-d1").types(bq_code="482913").clicks("bq-code-valider")
    assert who.facts("boutique.commande")


def test_a_sms_can_wait_for_an_order_that_the_bank_agreed_to():
    parcel = {"id": "colis", "numero": "06 39 98 00 01", "texte": "Votre colis.", "arrive": {"apres": "boutique.commande"}}
    who = buys(Hand(told("banque", telephone={"sms": [parcel]})))
    assert not who.practice.world.sites["telephone"].sms
    who.clicks("bo-banque", "bq-demande-d1", "bq-valider")
    assert [sms.id for sms in who.practice.world.sites["telephone"].sms] == ["colis"]


def test_each_of_two_orders_that_wait_gets_the_answer_of_the_bank():
    who = buys(buys(hand())).goes(f"{BANK_AT}/accord").clicks("bq-demande-d1", "bq-valider")
    first, second = who.practice.world.sites["boutique"].visits["bouilloires.example"].orders
    assert (first.status, second.status) == ("faite", "attente") and who.facts("boutique.commande")[0][
        "reference"
    ] == first.reference
    who.goes(f"{BANK_AT}/accord").clicks("bq-demande-d2", "bq-refuser")
    assert who.facts("boutique.paiement_refuse")[0]["reference"] == second.reference


def test_a_demand_that_someone_else_made_can_be_refused_without_going_in():
    start = {"demandes": [{"id": "piege", "genre": "virement", "qui": "K. Durand", "montant": 900, "date": "14 h 02"}],
             "connexion": {"identifiant": "1234", "mot_de_passe": "Abc"}}  # fmt: skip
    who = hand(**start).goes(f"{BANK_AT}/accord").clicks("bq-demande-piege")
    assert "K. Durand" in who.html and "14 h 02" in who.html and faults(who.html) == []
    who.clicks("bq-refuser")
    assert who.facts("banque.refus") == [{"id": "piege", "genre": "virement", "qui": "K. Durand", "montant": "900"}]
    assert who.clicks("bq-suite").title == "Se connecter"


def test_an_order_of_another_kind_changes_nothing():
    site, state = Bank(), init(BANK)
    for data in ({}, {"montant": "x"}, {"montant": "-3"}, {"montant": "99999999999"}):
        assert site.receive(state, Fact("boutique.paiement_demande", data)).state == state


VERBS = [
    name.removeprefix("on_")
    for room in (access, accounts, approving, card, transfers)
    for name in vars(room)
    if name.startswith("on_")
]
PATHS = [*PLACES, "/virement/legoff", "/virement/faux/verifier", "/virement/zzz", "/operation/inconnu", "/operation/x", "/accord/d1", "/accord/d2", "/accord/zzz", "/rien"]  # fmt: skip
WORDS = st.sampled_from(["", "legoff", "faux", "b5", "d1", "d2", "inconnu", "fraude", "12", "9999", NEW, "480", "é", "482913"])
EVENTS = st.builds(
    Event, st.sampled_from([*VERBS, "zzz", ""]).map("banque.{}".format),
    st.dictionaries(st.sampled_from(["id", "vers", "montant", "motif"]), WORDS, max_size=4),
    st.dictionaries(st.sampled_from(["montant", "motif", "nom", "iban", "code", "nouveau", "encore", "identifiant", "secret"]), WORDS, max_size=5),
    st.dictionaries(st.sampled_from(["banque-virement-legoff", "banque-beneficiaire", "x"]), st.dictionaries(st.sampled_from(["montant", "nom"]), WORDS), max_size=2),
)  # fmt: skip
STARTS = [
    BANK,
    {},
    {**BANK, "accord": "sms"},
    {**BANK, "accord": "choix", "connexion": {"identifiant": "12", "mot_de_passe": "12"}},
]


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(STARTS), st.lists(st.tuples(EVENTS, st.sampled_from(PATHS)), max_size=12))
def test_no_event_ever_breaks_the_bank(start, steps):
    site, now = Bank(), init(start)
    for event, path in steps:
        url = f"{BANK_AT}{path}"
        step = site.update(site.visit(now, url).state, event, url)
        now = site.visit(step.state, step.goto).state if step.goto else step.state
        assert {fact.kind for fact in step.facts} <= set(FACTS)
        assert faults(site.view(now, url).html) == [] and faults(site.view(now, step.goto or url).html) == []
    assert json.loads(json.dumps(asdict(now))) and now.left <= now.balance
