"""Shops: products, basket, form, payment, the pages that say who sells; what is typed is never kept."""

import json
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine import Event
from simulator.practice import Practice
from simulator.sites import FACTS
from simulator.sites.shop import buying
from simulator.sites.shop.site import ShopSite
from simulator.sites.shop.starts import init
from simulator.sites.shop.state import ADDRESSES, STEPS
from tests.simulator.bank_world import FALSE_AT, SHOP_AT, SHOPS, hand, told
from tests.simulator.page_rules import faults

HOST = "bouilloires.example"
PATHS = [*STEPS, *ADDRESSES.values(), "/produit/rouge", "/produit/zzz", "/rien"]


def shopping(*products: str):
    who = hand("boutique")
    for product in products:
        who.goes(f"{SHOP_AT}/produit/{product}").clicks("bo-ajouter")
    return who


@pytest.mark.parametrize("at", [SHOP_AT, FALSE_AT])
@pytest.mark.parametrize("path", PATHS)
def test_every_page_keeps_the_rules_of_pages(at, path):
    for who in (hand("boutique"), shopping("rouge")):
        assert faults(who.goes(at + path).html) == []


def test_who_sells_is_at_the_bottom_of_the_page_only_when_the_shop_says_it():
    who = hand("boutique").clicks("bo-accueil")
    assert who.title == "Nos produits" and "Bouilloires de Plou" in who.html and who.facts("boutique.visite") == [{"hote": HOST}]
    assert "4 place du Puits" in who.clicks("bo-mentions").html
    who.clicks("bo-contact", "bo-conditions", "bo-retours")
    assert [f["page"] for f in who.facts("boutique.page")] == ["mentions", "contact", "conditions", "retours"]
    assert who.goes(FALSE_AT).page.find("bo-mentions") is None and "Plus que 2 heures" in who.html
    assert who.goes(f"{FALSE_AT}/mentions-legales").title == "Page introuvable"


def test_a_product_its_reviews_and_the_basket():
    who = hand("boutique").clicks("bo-produit-rouge")
    assert "1 litre." in who.html and "Note : 4 sur 5" in who.html and who.facts("boutique.produit")
    who.clicks("bo-ajouter", "bo-plus-rouge")
    assert "74,70" in who.html  # two, and the delivery
    who.clicks("bo-moins-rouge").clicks("bo-continuer-achats", "bo-produit-lampe", "bo-ajouter", "bo-enlever-rouge")
    assert who.page.find("bo-moins-rouge") is None and len(who.facts("boutique.panier_retire")) == 2
    assert "vide" in who.clicks("bo-moins-lampe").html and faults(who.html) == []


def test_the_form_needs_what_is_needed_and_says_what_was_given_besides():
    who = shopping("rouge").clicks("bo-commander")
    assert who.page.find("bo-champ-naissance").attributes["value"] == "3 mai 1951"
    who.clicks("bo-continuer")
    assert "a besoin de cette case" in who.html and faults(who.html) == [] and not who.facts("boutique.formulaire")
    who.types(bo_champ_adresse="12 rue du Lavoir", bo_champ_naissance="").clicks("bo-offres", "bo-livraison-magasin")
    assert who.page.find("bo-champ-adresse").attributes["value"] == "12 rue du Lavoir, Plou"  # the story's, never what was typed
    who.clicks("bo-continuer")
    assert who.facts("boutique.formulaire") == [{"hote": HOST, "champs": ["nom", "adresse"], "facultatifs": [], "offres": "non"}]
    assert "34,90" in who.html and who.title == "Votre paiement"


def test_what_is_typed_is_never_kept():
    who = shopping("rouge").clicks("bo-commander").types(bo_champ_adresse="9 impasse Secrete").clicks("bo-continuer")
    who.goes(f"{FALSE_AT}/produit/rouge").clicks("bo-ajouter", "bo-commander").types(
        bo_champ_nom="Zoé Vraie", bo_champ_adresse="x"
    ).clicks("bo-continuer")
    who.types(bo_carte_numero="4970101122223333").clicks("bo-accueil")
    assert who.facts("boutique.carte_tapee") == [{"hote": "promo-bouilloires.example"}]
    for secret in ("Secrete", "Vraie", "4970"):
        assert secret not in repr(who.practice.world) and secret not in repr(who.practice.facts)


def test_a_shop_without_a_bank_is_paid_at_once_and_the_order_can_be_taken_back():
    who = hand("boutique").goes(f"{FALSE_AT}/produit/rouge").clicks("bo-ajouter", "bo-commander")
    who.types(bo_champ_nom="Maryvonne", bo_champ_adresse="Plou").clicks("bo-continuer", "bo-payer")
    assert not who.facts("boutique.carte_donnee")  # nothing was typed
    who.types(bo_carte_numero="1").clicks("bo-payer")
    assert who.facts("boutique.carte_donnee") and who.facts("boutique.commande")[0]["montant"] == "5" and faults(who.html) == []
    who.clicks("bo-annuler")
    assert who.facts("boutique.commande_annulee") and who.clicks("bo-recommencer").page.find("bo-moins-rouge")


def test_paying_by_transfer_makes_the_order():
    who = shopping("lampe").clicks("bo-commander").types(bo_champ_adresse="x").clicks("bo-continuer", "bo-payer-virement")
    order = who.facts("boutique.commande")[0]
    assert (
        order["paiement"] == "virement"
        and order["produits"] == ["lampe"]
        and order["facultatifs"] == ["naissance"]
        and order["offres"] == "oui"
    )


def test_pages_before_their_time_lead_to_what_comes_first():
    who = hand("boutique").goes(f"{SHOP_AT}/paiement")
    assert who.title == "Votre panier" and who.goes(f"{SHOP_AT}/commande").title == "Votre panier"
    assert shopping("rouge").goes(f"{SHOP_AT}/paiement").title == "Votre livraison"


def test_the_journal_replays_to_the_same_state():
    who, journal = hand("boutique"), []
    for number, event in enumerate([
        {"type": "nav.go", "args": {"url": f"{SHOP_AT}/produit/rouge"}}, {"type": "boutique.ajouter", "args": {"hote": HOST, "produit": "rouge"}},
        {"type": "nav.go", "args": {"url": f"{SHOP_AT}/livraison"}},
        {"type": "boutique.formulaire", "args": {"hote": HOST}, "fields": {"nom": "Aaa", "adresse": "00 aa", "naissance": ""}},
        {"type": "boutique.payer", "args": {"hote": HOST}},
    ], 1):  # fmt: skip
        journal += who.practice.receive({"epoch": "essai", "client": "a", "events": [{**event, "seq": number}]})
    assert who.facts("boutique.paiement_demande") and Practice(told("boutique"), "essai", journal).world == who.practice.world


ONE = {"nom": "A", "produits": [{"id": "a", "nom": "A", "prix": 1}]}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"autre": 1}, "boutique, a.example : le mot « autre » n’existe pas"), ({"produits": []}, "il manque « produits"),
        ({"produits": [{"id": "a", "nom": "A", "prix": "cher"}]}, "produits 1 : « prix » s’écrit comme"),
        ({"produits": [{"id": "a", "nom": "A", "prix": -1}]}, "pas plus petit que zéro"), ({"produits": ONE["produits"] * 2}, "deux produits"),
        ({"produits": [{"id": "a", "nom": "A", "prix": 1, "avis": [{"nom": "B", "note": 6, "texte": "x"}]}]}, "la note « 6 » n’existe pas"),
        ({"couleur": "rose"}, "la couleur « rose » n’existe pas"), ({"paiement": ["cheque"]}, "le paiement « cheque » n’existe pas"),
        ({"paiement": ["virement"]}, "il manque « iban"), ({"carte": "12"}, "la fin de la carte « 12 » s’écrit avec 4 chiffres"), ({"panier": ["z"]}, "le produit « z » n’existe pas"),
        ({"champs": [{"nom": "a", "libelle": "A", "rempli": "oui"}]}, "a besoin de « valeur"), ({"offres": "peut-être"}, "« offres »"),
        ({"livraisons": [{"id": "a", "nom": "A", "prix": "x"}]}, "livraisons 1 : « prix »"),
    ],
)  # fmt: skip
def test_a_badly_written_shop_is_refused_in_french(change, said):
    with pytest.raises(ValueError) as trouble:
        init({"a.example": {**ONE, **change}})
    assert said in str(trouble.value)
    with pytest.raises(ValueError, match=r"finit par \.example"):
        init({"boutique.fr": ONE})


VERBS = [name.removeprefix("on_") for name in vars(buying) if name.startswith("on_")]
EVENTS = st.builds(
    Event, st.sampled_from([*VERBS, "brouillon", "zzz"]).map("boutique.{}".format),
    st.fixed_dictionaries({"hote": st.sampled_from([HOST, HOST, "promo-bouilloires.example", ""]), "produit": st.sampled_from(["rouge", "lampe", "z"])},
                          optional={"tout": st.just("oui"), "livraison": st.sampled_from(["relais", "magasin", "z"])}),
    st.dictionaries(st.sampled_from(["nom", "adresse", "naissance", "numero"]), st.sampled_from(["", "•", " "]), max_size=4),
    st.dictionaries(st.sampled_from([f"livraison-{HOST}", f"carte-{HOST}", "x"]), st.dictionaries(st.sampled_from(["nom", "numero"]), st.sampled_from(["", "•"])), max_size=2),
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(EVENTS, st.sampled_from(PATHS), st.sampled_from([SHOP_AT, FALSE_AT])), max_size=14))
def test_no_event_ever_breaks_a_shop(steps):
    site, now = ShopSite(), init(SHOPS)
    for event, path, at in steps:
        step = site.update(site.visit(now, at + path).state, event, at + path)
        now = step.state
        assert {fact.kind for fact in step.facts} <= set(FACTS)
        assert faults(site.view(now, at + path).html) == [] and faults(site.view(now, step.goto or at).html) == []
    assert json.loads(json.dumps(asdict(now))) and all(
        count > 0 for visit in now.visits.values() for count in visit.items.values()
    )
