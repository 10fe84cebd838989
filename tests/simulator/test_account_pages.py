"""The pages of an account: each is faultless, a start badly written is refused, and nothing odd ever breaks one."""

import dataclasses
import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine import Event
from simulator.practice import Practice
from simulator.sites.account.site import AccountSettings
from simulator.sites.account.starts import APP, init
from simulator.sites.account.vocabulary import FACTS
from tests.simulator.page_rules import faults
from tests.simulator.small_world import Hand, scenario, world
from tests.simulator.test_account import ACCOUNT, BASE, HOST, LOGIN, NEW, OLD, told

PLACES = ["accueil", "informations", "mot-de-passe", "double", "double/sms", "double/application", "double/papier", "secours", "appareils",
          "autorisations", "donnees", "fermer", "fermer/sur", "connexion", "code", "zzz"]  # fmt: skip


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize("place", PLACES)
def test_every_page_is_faultless_even_empty(place, bare):
    empty = {"service": "Plou", "nom": "Anne", "identifiant": "anne", "mot_de_passe": "x"}
    start = world()
    start |= {"onglets": ["compte"]}
    start["sites"]["compte"] = {HOST: empty if bare else {**ACCOUNT, "double": "papier"}}
    assert faults(Hand(scenario(world=start, goals=(), hints=())).goes(f"{BASE}/{place}").html) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"service": ""}, f"compte, {HOST} : il manque « service"),
        ({"mot": "x"}, "le mot « mot » n’existe pas"),
        ({"double": "pigeon"}, "le moyen « pigeon » n’existe pas"),
        ({"telephone": "02 96 00 00 00"}, "peut-être celui de quelqu’un"),
        ({"telephone": "33700"}, "s’écrit comme 01 99 00 12 34 ou 06 39 98 12 34"),
        ({"telephone": "", "double": "sms"}, "donnez aussi « telephone"),
        ({"codes": ["12"]}, "le code « 12 » s’écrit avec 6 chiffres"),
        ({"codes": ["123456", "123456"]}, "portent le nom « 123456 »"),
        ({"regles": {"longueur": "x"}}, "« longueur » est un nombre"),
        ({"informations": [{"id": "a", "libelle": "A", "valeur": "x", "visible": "amis"}]}, "information 1 : le mot « amis »"),
        ({"appareils": [{"id": "a"}]}, "appareil 1 : il manque « nom"),
        ({"autorisations": [{"id": "É", "nom": "x"}]}, "s’écrit en minuscules"),
        ({"reglages": [{"id": "a", "texte": "x", "valeur": "1"}]}, "vaut oui ou non"),
    ],
)
def test_a_badly_written_account_is_refused_in_french(change, said):
    with pytest.raises(ValueError) as trouble:
        init({HOST: {**ACCOUNT, **change}})
    assert said in str(trouble.value)


def test_the_address_of_the_application_is_taken():
    with pytest.raises(ValueError, match="Clé de poche"):
        init({APP: ACCOUNT})


ODD = st.sampled_from(["", "naissance", "inconnu", "jeu", "publicite", "moi", "sms", "application", "papier", "secret", "nouveau", "zzz", "é🎂", "²",
                       "482913", "PONT-4827", OLD, LOGIN, NEW, "fichier"])  # fmt: skip
VERBS = st.sampled_from(["entrer", "code", "renvoyer", "recommencer", "quitter", "voir", "coller", "vider", "changer", "envoyer", "activer", "arreter",
                         "codes", "cle", "voit", "effacer", "rendre", "reglage", "deconnecter", "reconnecter", "retirer", "redonner", "preparer",
                         "telecharger", "fermer", "rouvrir", "brouillon", "", "zzz"])  # fmt: skip
FIELDS = st.dictionaries(
    st.sampled_from(["identifiant", "secret", "actuel", "nouveau", "encore", "code", "cle"]), ODD, max_size=5
)
EVENTS = st.builds(
    Event,
    VERBS.map("compte.{}".format),
    st.dictionaries(st.sampled_from(["id", "qui", "champ", "moyen", "facon"]), ODD, max_size=4),
    FIELDS,
    st.dictionaries(st.sampled_from(["moncompte-entrer", "moncompte-changer", "zzz"]), FIELDS, max_size=2),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(EVENTS, st.sampled_from([BASE + "/" + p for p in PLACES] + [f"https://{APP}/ajouter"])), max_size=12))
def test_no_event_ever_breaks_an_account(steps):
    site, now = AccountSettings(), init({HOST: ACCOUNT})
    for event, url in steps:
        step = site.update(now, event, url)
        now = site.visit(step.state, step.goto or url).state
        assert {fact.kind for fact in step.facts} <= {*FACTS, "fichier.telecharge"} and site.view(now, step.goto or url).html
    assert json.dumps(dataclasses.asdict(now)) and len(now.accounts[HOST].devices) == 2 and len(now.accounts[HOST].data) == 2


@pytest.mark.parametrize("seed", range(2))
def test_two_hundred_offered_clicks_keep_faultless_pages_and_replay_to_the_same(seed):
    hand = Hand(told())
    chance, journal = random.Random(seed), []
    take = hand.practice.receive
    hand.practice.receive = lambda outbox: journal.extend(take(outbox))
    for n in range(200):
        offered = chance.choice([e for e in hand.page.clicks if e.id != "compte-quitter"])
        hand.send(offered.attributes["data-event"], offered.args, {"code": "482913"})
        if n % 5 == 0:
            assert faults(hand.html) == []
    again = Practice(hand.practice.scenario, "essai", journal)
    assert again.world == hand.practice.world and again.facts == hand.practice.facts
