"""The safe for passwords: opened with one phrase, nothing lost, a password that serves elsewhere is said."""

import copy
import dataclasses
import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine import Event
from simulator.practice import Practice
from simulator.sites.safe.site import Safe
from simulator.sites.safe.state import init
from simulator.sites.safe.vocabulary import FACTS
from tests.simulator.page_rules import faults
from tests.simulator.small_world import Hand, scenario, world

BASE = "https://coffre.example"
PHRASE = "trois mouettes sur le toit"
SAFE = {
    "phrase": PHRASE,
    "moi": "maryvonne@pigeon.example",
    "comptes": [
        {"id": "lumipole", "site": "Lumipôle", "adresse": "plou.example", "identifiant": "M. Tréguidel", "mot_de_passe": "Marina1953"},
        {"id": "pigeon", "site": "Pigeon", "identifiant": "maryvonne@pigeon.example", "mot_de_passe": "rB4;wuS9!neKo2ta"},
    ],
}  # fmt: skip


def told(**changes):
    start = world()
    start["onglets"] = ["coffre", "courriel"]
    start["sites"]["coffre"] = {**copy.deepcopy(SAFE), **changes}
    return scenario(world=start, goals=(), hints=())


@pytest.fixture
def shut():
    return Hand(told())


@pytest.fixture
def hand():
    return Hand(told(ouvert="oui"))


def state(hand):
    return hand.practice.world.sites["coffre"]


# ---------------------------------------------------------------------------------------------------------- the lock
@pytest.mark.parametrize(
    "typed", [PHRASE, "Trois mouettes sur le toit", "aaaaa#aaaaaaaa#aaa#aa#aaaa", " trois mouettes sur le toit."]
)
def test_the_phrase_opens_whole_or_by_its_shape(shut, typed):
    assert "verrouillé" in shut.title and shut.page.find("coffre-comptes") is None
    shut.types(coffre_phrase=typed).clicks("coffre-ouvrir")
    assert shut.title == "Mes comptes" and len(shut.facts("coffre.ouvert")) == 1 and not faults(shut.html)
    shut.clicks("coffre-compte-pigeon", "coffre-montrer", "coffre-verrouiller")
    assert "verrouillé" in shut.title and "rB4" not in shut.html and shut.facts("coffre.verrouille")


@pytest.mark.parametrize(("typed", "said"), [("", "Écrivez votre phrase"), ("autre chose", "Ce n’est pas cette phrase")])
def test_another_phrase_does_not_open_and_may_be_written_again(shut, typed, said):
    shut.types(coffre_phrase=typed).clicks("coffre-ouvrir")
    assert said in shut.html and shut.page.find("coffre-phrase").attributes["aria-invalid"] == "true" and not faults(shut.html)
    assert shut.types(coffre_phrase=PHRASE).clicks("coffre-ouvrir").title == "Mes comptes"


def test_what_is_typed_can_be_seen_and_only_its_shape_would_leave(shut):
    assert shut.page.find("coffre-phrase").attributes["type"] == "password"
    shut.clicks("coffre-voir-phrase")
    field = shut.page.find("coffre-phrase")
    assert field.attributes["type"] == "text" and "data-secret" in field.form and "data-nodraft" in field.form


def test_a_locked_safe_does_nothing_else_whatever_the_address(shut):
    shut.goes(f"{BASE}/compte/pigeon")
    assert "verrouillé" in shut.title
    shut.send("coffre.montrer", {"id": "pigeon"})
    shut.send("coffre.enregistrer", {"cle": "nouveau"}, {"site": "x", "identifiant": "y", "secret": "z"})
    assert not shut.facts("coffre.montre") and len(state(shut).entries) == 2


# -------------------------------------------------------------------------------------------------------- an account
def test_a_password_is_hidden_shown_copied_and_hidden_again(hand):
    hand.clicks("coffre-compte-pigeon")
    assert "rB4" not in hand.html and "Long, et difficile" in hand.html.replace(" ", " ")
    hand.clicks("coffre-montrer")
    assert "rB4;wuS9!neKo2ta" in hand.html and hand.facts("coffre.montre") == [{"site": "Pigeon", "id": "pigeon"}]
    hand.clicks("coffre-copier")
    copied = hand.facts("coffre.copie")[0]
    assert copied["site"] == "Pigeon" and copied["reutilise"] == "non" and "copié" in hand.said
    assert "rB4" not in hand.clicks("coffre-montrer").html and not faults(hand.html)
    hand.clicks("coffre-montrer", "coffre-comptes", "coffre-compte-pigeon")
    assert "rB4" not in hand.html  # another page hides it


def test_a_password_that_changed_is_no_longer_the_one_copied(hand):
    hand.clicks("coffre-compte-pigeon", "coffre-copier")
    assert "Copié" in hand.html
    hand.clicks("coffre-modifier", "coffre-enregistrer")
    assert "Copié" in hand.html
    hand.clicks("coffre-modifier", "coffre-creer", "coffre-utiliser", "coffre-enregistrer")
    assert "Copié" not in hand.html and "Copier" in hand.html


def test_a_deleted_account_comes_back(hand):
    hand.clicks("coffre-compte-lumipole", "coffre-supprimer")
    assert hand.title == "Mes comptes" and "Supprimés" in hand.html and hand.page.find("coffre-compte-lumipole") is None
    hand.goes(f"{BASE}/compte/lumipole")
    assert hand.page.find("coffre-copier") is None and not faults(hand.html)
    hand.clicks("coffre-remettre")
    assert hand.page.find("coffre-compte-lumipole") and hand.facts("coffre.remis") == [{"site": "Lumipôle", "id": "lumipole"}]
    hand.clicks("coffre-compte-lumipole", "coffre-supprimer", "coffre-remettre-lumipole")
    assert len(state(hand).kept) == 2


def test_the_site_of_an_account_opens_in_a_new_tab(hand):
    hand.clicks("coffre-compte-lumipole", "coffre-aller")
    assert len(hand.practice.world.tabs) == 3 and hand.facts("site.visite")


# ----------------------------------------------------------------------------------------------------------- writing
def test_an_account_with_a_created_password_is_stored(hand):
    hand.clicks("coffre-nouveau").types(coffre_site="Eaux de Plou").clicks("coffre-creer")
    hand.clicks("coffre-sorte-mots", "coffre-longueur-7", "coffre-autre", "coffre-utiliser")
    assert hand.title == "Nouveau compte" and hand.page.find("coffre-site").attributes["value"] == "Eaux de Plou"
    made = hand.facts("coffre.cree")[0]
    assert made["sorte"] == "mots" and made["mots"] == 7 and made["solide"] == "oui"
    hand.clicks("coffre-voir", "coffre-enregistrer")
    fact = hand.facts("coffre.enregistre")[0]
    assert fact["id"] == "eaux-de-plou" and fact["identifiant"] == "maryvonne@pigeon.example"
    assert (fact["reutilise"], fact["solide"], fact["sorte"]) == ("non", "oui", "mots")
    assert hand.title == "Eaux de Plou" and state(hand).drafts == {} and not faults(hand.html)


def test_the_same_password_twice_is_said_and_allowed(hand):
    hand.clicks("coffre-nouveau").types(coffre_site="Pain").clicks("coffre-reprendre", "coffre-prendre-lumipole")
    assert "sert déjà ailleurs : Lumipôle" in hand.html.replace(" ", " ") and not faults(hand.html)
    hand.clicks("coffre-enregistrer")
    fact = hand.facts("coffre.enregistre")[0]
    assert fact["reutilise"] == "oui" and fact["sorte"] == "repris" and fact["solide"] == "non"
    assert hand.clicks("coffre-comptes").html.count("Sert aussi ailleurs") == 2
    hand.clicks(
        "coffre-compte-pain", "coffre-modifier", "coffre-creer", "coffre-longueur-16", "coffre-utiliser", "coffre-enregistrer"
    )
    change = hand.facts("coffre.change")[0]
    assert (change["id"], change["nouveau"], change["reutilise"], change["longueur"]) == ("pain", "oui", "non", 16)


@pytest.mark.parametrize(("typed", "solid"), [("Maryvonne1948", "non"), ("court!", "non"), ("Un2troiS!quatre?", "oui"),
                                              ("le chat dort sur le toit rouge", "oui"), ("Maison de Plou 14 !", "oui")])  # fmt: skip
def test_of_a_typed_password_only_the_shape_is_kept_and_judged(hand, typed, solid):
    hand.clicks("coffre-nouveau").types(coffre_site="Pain", coffre_secret=typed).clicks("coffre-enregistrer")
    fact = hand.facts("coffre.enregistre")[0]
    assert fact["solide"] == solid and fact["sorte"] == "tape" and fact["longueur"] == len(typed)
    assert typed not in repr(state(hand)) and "n’en" not in hand.clicks("coffre-montrer").said
    assert "caractères, tapés par vous" in hand.html and not faults(hand.html)


def test_a_password_typed_again_for_another_account_is_told_by_its_shape_when_it_is_a_rare_one(hand):
    hand.clicks("coffre-nouveau").types(coffre_site="Pain", coffre_secret="rB4;wuS9!neKo2ta").clicks("coffre-enregistrer")
    assert "sert déjà ailleurs" in hand.html and hand.facts("coffre.enregistre")[0]["reutilise"] == "oui"
    hand.clicks("coffre-nouveau").types(coffre_site="Lait", coffre_secret="Gustav1962").clicks("coffre-enregistrer")
    assert hand.facts("coffre.enregistre")[1]["reutilise"] == "non"  # the shape of « Marina1953 », that many passwords have


def test_a_word_is_said_while_typing_and_forgotten_when_one_leaves(hand):
    hand.clicks("coffre-nouveau").types(coffre_site="Pain", coffre_secret="Marina1953")
    hand.send("nav.brouillon")
    assert "se devine vite" in hand.html
    hand.clicks("coffre-comptes", "coffre-nouveau")
    assert "se devine vite" not in hand.html and hand.page.find("coffre-site").attributes["value"] == "Pain"


@pytest.mark.parametrize(("texts", "said"), [({"coffre_site": ""}, "le nom du site"), ({"coffre_site": "P", "coffre_identifiant": " "}, "identifiant sur ce site"),
                                             ({"coffre_site": "P"}, "Tapez un mot de passe")])  # fmt: skip
def test_what_is_missing_is_said_by_its_field(hand, texts, said):
    hand.clicks("coffre-nouveau").types(**texts).clicks("coffre-enregistrer")
    assert said in hand.html and "aria-invalid" in hand.html and not faults(hand.html) and not hand.facts("coffre.enregistre")


def test_a_chosen_password_can_be_set_aside_and_an_edit_left(hand):
    hand.clicks("coffre-compte-pigeon", "coffre-modifier", "coffre-retaper")
    assert hand.page.find("coffre-secret") and not faults(hand.html)
    hand.clicks("coffre-creer", "coffre-revenir", "coffre-reprendre", "coffre-revenir").types(coffre_secret="autre").clicks(
        "coffre-annuler"
    )
    assert state(hand).entry("pigeon").secret.value == "rB4;wuS9!neKo2ta"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"phrase": ""}, "coffre : il manque « phrase"),
        ({"phrase": "court"}, "phrase secrète est trop courte"),
        ({"mot": "x"}, "le mot « mot » n’existe pas"),
        ({"comptes": "x"}, "« comptes » est une liste"),
        ({"comptes": [{"id": "a"}]}, "compte 1 : il manque « site"),
        ({"comptes": [{**SAFE["comptes"][0], "id": "nouveau"}]}, "Prenez un autre id"),
        ({"comptes": [SAFE["comptes"][0]] * 2}, "portent le nom « lumipole »"),
        ({"comptes": [{**SAFE["comptes"][0], "adresse": "x"}]}, "s’écrit comme mairie.plou.example"),
        ({"creations": {"caracteres": ["court"]}}, "20 caractères ou plus"),
        ({"creations": {"mots": ["un deux"]}}, "7 mots ou plus"),
        ({"ouvert": "peut-être"}, "vaut oui ou non"),
    ],
)
def test_a_badly_written_safe_is_refused_in_french(change, said):
    with pytest.raises(ValueError) as trouble:
        init({**SAFE, **change})
    assert said in str(trouble.value)


ODD = st.sampled_from(["", "pigeon", "lumipole", "nouveau", "zzz", "mots", "7", "é🎂", "²", "<b>", PHRASE])
VERBS = st.sampled_from(["ouvrir", "phrase", "verrouiller", "montrer", "copier", "supprimer", "remettre", "enregistrer", "voir", "retaper",
                         "sorte", "longueur", "autre", "utiliser", "prendre", "brouillon", "", "zzz"])  # fmt: skip
FIELDS = st.dictionaries(st.sampled_from(["site", "identifiant", "secret", "phrase"]), ODD, max_size=4)
EVENTS = st.builds(
    Event,
    VERBS.map("coffre.{}".format),
    st.dictionaries(st.sampled_from(["id", "cle", "sorte", "n"]), ODD, max_size=4),
    FIELDS,
    st.dictionaries(
        st.sampled_from(["coffre-fiche-nouveau", "coffre-fiche-pigeon", "coffre-fiche-zzz", "zzz"]), FIELDS, max_size=2
    ),
)
PLACES = [
    "/comptes",
    "/compte/pigeon",
    "/compte/zzz",
    "/nouveau",
    "/modifier/pigeon",
    "/creer/nouveau",
    "/reprendre/lumipole",
    "/",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(EVENTS, st.sampled_from(PLACES)), max_size=12), st.booleans())
def test_no_event_ever_breaks_the_safe(steps, open_):
    site, now = Safe(), init({**SAFE, "ouvert": "oui" if open_ else "non"})
    for event, place in steps:
        step = site.update(now, event, BASE + place)
        now = site.visit(step.state, step.goto or BASE + place).state
        assert {fact.kind for fact in step.facts} <= set(FACTS) and site.view(now, step.goto or BASE + place).html
    assert {"lumipole", "pigeon"} <= {e.id for e in now.entries} and json.dumps(dataclasses.asdict(now))


@pytest.mark.parametrize("seed", range(2))
def test_two_hundred_offered_clicks_keep_faultless_pages_and_replay_to_the_same(hand, seed):
    chance, journal = random.Random(seed), []
    take = hand.practice.receive
    hand.practice.receive = lambda outbox: journal.extend(take(outbox))
    for n in range(200):
        offered = chance.choice(hand.page.clicks)
        hand.send(offered.attributes["data-event"], offered.args, {"site": "x", "identifiant": "y", "secret": "zzz"})
        if n % 5 == 0:
            assert faults(hand.html) == []
    again = Practice(hand.practice.scenario, "essai", journal)
    assert again.world == hand.practice.world and again.facts == hand.practice.facts
