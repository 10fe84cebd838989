"""The social network: messages, captures, reports and blocks; and a hand that does anything."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learning.content import Sorting
from simulator.engine import Event
from simulator.goals import verdict
from simulator.sites import FACTS
from simulator.sites.social.site import ROOMS, Social
from simulator.sites.social.starts import init
from simulator.sites.social.vocabulary import STARTS
from tests.simulator.page_rules import faults
from tests.simulator.social_world import BASE, START, hand, start
from tests.simulator.test_stateful_play import plain


def test_a_conversation_is_answered_with_what_is_offered_and_a_message_taken_back():
    who = hand("/messages")
    assert "Non lu" in who.html
    who.clicks("message-marco")
    assert who.page.find("reponse-stop") is None and who.facts("reseau.message_ouvert") == [{"id": "marco"}]
    who.clicks("reponse-non")
    assert "Jamais !" in who.html and faults(who.html) == []
    who.clicks("reponse-stop")
    assert [f["reponse"] for f in who.facts("reseau.message_envoye")] == ["non", "stop"]
    who.clicks("message-retirer", "message-retirer")
    assert "Jamais !" not in who.html and who.page.find("reponse-non") and who.page.find("message-retirer") is None
    assert [f["reponse"] for f in who.facts("reseau.message_retire")] == ["stop", "non"]


def test_a_free_message_is_sent_and_an_empty_one_says_why_not():
    who = hand("/messages/denise", textes="gardes").clicks("message-envoyer")
    assert "vide" in who.html and faults(who.html) == []
    who.types(message_texte="À dimanche").clicks("message-envoyer")
    assert who.facts("reseau.message_envoye") == [{"id": "denise", "reponse": "", "texte": "À dimanche"}]


def test_a_capture_keeps_what_was_said_and_what_is_hidden_is_not_in_it():
    who = hand("/messages/marco").clicks("capture").goes(f"{BASE}/publication/banc").clicks("capture-banc")
    assert who.facts("reseau.capture") == [
        {"quoi": "conversation", "id": "marco", "de": ["marco"]},
        {"quoi": "publication", "id": "banc", "de": ["moi", "marco", "denise"]},
    ]
    who.clicks("signaler-c-banc-1", "motif-insulte", "capture-banc")
    assert who.facts("reseau.capture")[-1]["de"] == ["moi", "denise"]
    who.goes(f"{BASE}/captures")
    assert "Marco Tellier : Réponds !" in who.html and faults(who.html) == []
    who.clicks("capture-supprimer-1")
    assert "Réponds !" not in who.html and who.facts("reseau.capture_supprimee")


def test_a_page_without_words_is_no_proof():
    assert hand("/personne/marco").clicks("capture-profil").facts("reseau.capture")[0]["de"] == []
    assert hand("/personne/creme").clicks("capture-profil").facts("reseau.capture")[0]["de"] == ["creme"]


@pytest.mark.parametrize(
    ("path", "first", "what"),
    [
        ("/publication/pub", "signaler-pub", "publication.pub"),
        ("/publication/banc", "signaler-c-banc-1", "commentaire.banc-1"),
        ("/personne/marco", "signaler-personne", "personne.marco"),
        ("/messages/marco", "signaler", "personne.marco"),
    ],
)
def test_a_report_asks_why_is_told_and_can_be_taken_back(path, first, what):
    who = hand(path).clicks(first)
    assert faults(who.html) == []
    who.clicks("motif-annuler", first, "motif-insulte")
    kind, _, name = what.partition(".")
    assert [(f["quoi"], f["id"], f["motif"]) for f in who.facts("reseau.signale")] == [(kind, name, "insulte")]
    assert faults(who.html) == [] and who.page.find(first) is None
    assert who.clicks(f"annuler-signalement-{kind}-{name}").page.find(first) and who.facts("reseau.signalement_annule")


def test_who_is_blocked_is_seen_no_more_until_unblocked():
    who = hand("/messages/marco").clicks("bloquer")
    assert faults(who.html) == []
    who.clicks("bloquer-annuler", "bloquer", "bloquer-oui")
    assert "Réponds !" not in who.html and who.facts("reseau.bloque") == [{"id": "marco", "nom": "Marco Tellier"}]
    assert "Ridicule" not in who.goes(f"{BASE}/publication/banc").html
    assert faults(who.goes(f"{BASE}/messages").html) == [] and faults(who.goes(f"{BASE}/personne/marco").html) == []
    who.goes(f"{BASE}/reglages").clicks("debloquer-marco").goes(f"{BASE}/messages/marco")
    assert "Réponds !" in who.html and who.facts("reseau.debloque")


def test_blocking_an_asker_takes_the_reply_back():
    who = hand("/demandes").clicks("accepter-anne", "demande-anne", "bloquer", "bloquer-oui", "debloquer", "rs-demandes")
    assert who.page.find("accepter-anne")
    lot = Sorting(gesture="accept", traps={"denise-2": "Un double."}, genuine={"anne": "Connue."})
    told = verdict(lot, who.practice.facts, START["demandes"])
    assert [(s.id, s.rejected) for s in told] == [("denise-2", True), ("anne", True)]
    who.clicks("accepter-anne")
    assert [s.rejected for s in verdict(lot, who.practice.facts, START["demandes"])] == [True, False]


def test_a_link_opens_its_own_tab_and_its_address_can_be_read_first():
    who = hand("/messages/marco")
    assert who.page.find("lien-message-2").attributes["data-url"] == "https://jouvencia.example/"
    assert len(who.clicks("lien-message-2").practice.world.tabs) == 2 and who.facts("piege.visite")


# ------------------------------------------------------------------------------------------------------- chance
VERBS = sorted({name[3:] for room in ROOMS for name in vars(room) if name.startswith("on_")} | {"zzz", "brouillon", ""})
IDS = ["far", "pub", "banc", "banc-1", "moi-1", "marco", "denise", "denise-2", "anne", "telephone", "beaute", "gouter", "zzz", ""]
KEYS = [
    f"{kind}.{name}"
    for kind in ("publication", "commentaire", "personne", "demande", "profil", "prochaines", "conversation", "zzz")
    for name in IDS
]
ARGS = st.fixed_dictionaries({}, optional={
    "id": st.sampled_from(IDS), "quoi": st.sampled_from(KEYS), "pour": st.sampled_from(["public", "amis", "moi", "zzz"]),
    "motif": st.sampled_from(["insulte", "faux", "zzz"]), "reponse": st.sampled_from(["non", "stop", "zzz"]), "lieu": st.sampled_from(["Plou", "zzz"]),
    "rang": st.sampled_from(["0", "1", "²", "-1", "99999999999"]), "ordre": st.sampled_from(["recent", "populaire", "zzz"]),
})  # fmt: skip
EVENTS = st.builds(Event, st.sampled_from(VERBS).map("reseau.{}".format), ARGS, st.fixed_dictionaries({}, optional={"texte": st.text(max_size=9)}),
                   st.dictionaries(st.sampled_from(["reseau-publier", "reseau-message-marco", "reseau-zzz"]), st.just({"texte": "abc"}), max_size=2))  # fmt: skip
PATHS = ["/", "/publier", "/demandes", "/messages/marco", "/profil", "/profil/vu-par/ami", "/reglages", "/captures", "/publication/banc",
         "/pourquoi/pub", "/personne/denise-2", "/publication/moi-1", "/zzz"]  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.booleans(), st.lists(st.tuples(EVENTS, st.sampled_from(PATHS)), max_size=14))
def test_no_event_ever_breaks_the_network(keeping, steps):
    site, now = Social(), init(start(textes="gardes" if keeping else "effaces"))
    for event, path in steps:
        now = site.visit(now, BASE + path).state
        step = site.update(now, event, BASE + path)
        now = step.state
        assert {fact.kind for fact in step.facts} <= set(FACTS)
        html = site.view(now, BASE + path).html
        assert faults(html) == []
    json.dumps(plain(now))


def test_every_start_word_is_read():
    assert {w for w in STARTS if "." not in w} >= set(START)
