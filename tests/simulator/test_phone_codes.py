"""Codes by SMS: a fact « ….code_envoye » of any site becomes a new SMS; and a random hand with calls on the line."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.browser import deliver
from simulator.browser import init as begin
from simulator.engine import Event, Fact
from simulator.sites import FACTS
from simulator.sites.phone.site import Phone
from simulator.sites.phone.starts import init
from tests.simulator.page_rules import faults
from tests.simulator.test_phone_calls import PHONE, TEL
from tests.simulator.test_stateful_play import plain

EMPTY = init({"contacts": [{"nom": "Ma banque", "numero": "01 99 00 12 34"}]})


def heard(kind="banque.code_envoye", start=EMPTY, **data):
    return Phone().receive(start, Fact(kind, data))


def test_a_code_becomes_a_new_sms_on_top():
    step = heard(texte="Le code 482 913", nom="Banque", numero="06 39 98 00 77")
    again = heard(start=step.state, texte="Le code 730 586", nom="Banque")
    first, second = again.state.sms[1], again.state.sms[0]
    assert (first.id, first.number, first.name, first.text) == ("recu-1", "06 39 98 00 77", "Banque", "Le code 482 913")
    assert second.id == "recu-2" and not second.read and again.say == "Nouveau SMS."
    assert again.facts == (Fact("sms.recu", {"id": "recu-2", "numero": second.number}),)


@pytest.mark.parametrize("data", [{}, {"texte": " "}, {"texte": "x", "par": "courriel"}, {"texte": "x", "moyen": "courriel"}])
def test_a_code_that_goes_elsewhere_or_says_nothing_brings_no_sms(data):
    assert heard(**data).state == EMPTY
    assert heard(kind="courriel.envoye", texte="x").state == EMPTY


def test_a_number_of_no_shape_gives_way_and_a_known_one_gives_the_contact_s_name():
    assert heard(texte="x", numero="06 39 98 •• ••").state.sms[0].number == "06 39 98 00 40"
    assert heard(texte="x", numero="0199001234").state.sms[0].name == "Ma banque"


def test_a_code_may_bring_a_call():
    call = {"id": "x", "dialogue": [{"id": "a", "dit": "x"}], "sonne": {"apres": "sms.recu", "ou": {"id": ["recu-1"]}}}
    for where, rings in (({"id": {"motif": "^recu"}}, True), ({"id": {"parmi": ["recu-1"]}}, True), ({"id": "autre"}, False)):
        phone = {"appels": [{**call, "sonne": {"apres": "sms.recu", "ou": where}}]}
        world, told, say = deliver(begin({"sites": {"telephone": phone}}), (Fact("banque.code_envoye", {"texte": "Le code"}),))
        assert bool(world.sites["telephone"].ringing) is rings and ("sonne" in say) is rings
        assert [f.kind for f in told] == ["banque.code_envoye", "sms.recu", *["telephone.sonne"] * rings]
        again, _, _ = deliver(world, (Fact("banque.code_envoye", {"texte": "Un autre"}),))
        assert again.sites["telephone"].coming == world.sites["telephone"].coming  # once


WORDS = st.sampled_from(
    ["banque", "docteur", "lire", "non", "partir", "boucle", "bien", "33700", "01 99 00 12 34", "code", "zzz", "", "x" * 90]
)
VERBS = [
    "accepter",
    "refuser",
    "repondre",
    "raccrocher",
    "appeler",
    "envoyer",
    "supprimer",
    "remettre",
    "touche",
    "effacer",
    "begun",
    "zzz",
]
EVENTS = st.builds(
    Event, st.sampled_from(VERBS).map("telephone.{}".format),
    st.dictionaries(st.sampled_from(["id", "choix", "numero", "depuis", "brouillon"]), WORDS | st.just("repondre-33700"), max_size=4),
    st.dictionaries(st.sampled_from(["a", "texte", "numero-0"]), WORDS, max_size=2),
)  # fmt: skip
PLACES = [
    "/messages",
    "/appels",
    "/message/code",
    "/conversation/banque",
    "/conversation/zzz",
    "/appel/33700",
    "/repondre/33700",
    "/zzz",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(EVENTS, st.sampled_from(PLACES), st.sampled_from(sorted(FACTS))), max_size=14))
def test_an_unpredictable_hand_with_calls_on_the_line_breaks_nothing(steps):
    site, now = Phone(), init(PHONE)
    for event, place, kind in steps:
        step = site.update(now, event, TEL + place)
        heard_too = [site.receive(step.state, fact) for fact in (*step.facts, Fact(kind, {"texte": "x", "appel": "banque"}))]
        now = site.visit(heard_too[-1].state, step.goto or TEL + place).state
        page = site.view(now, step.goto or TEL + place)
        assert not [f for f in faults(page.html)] and {f.kind for f in step.facts} <= set(FACTS)
        json.dumps(plain(now))
