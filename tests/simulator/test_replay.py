"""The journal is the truth: whatever was done, replaying it gives the same world, facts, hints and acknowledgements."""

import json
import logging
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.practice import Practice
from simulator.sites import FACTS
from tests.simulator.page_rules import faults
from tests.simulator.small_world import FALSE, MAIL, SECRET, Hand, scenario, sorting, world

HABITS = {
    "contacts": [{"nom": "Solène", "adresse": "solene@pigeon.example"}],
    "dossiers": ["Factures", "Famille"],
    "adresses": "cachees",
}
IDS = ("mairie", "colis", "solene", "envoye-1", "zzz", "")
VERBS = (
    "signaler",
    "ne_pas_signaler",
    "indice",
    "indesirable",
    "supprimer",
    "remettre",
    "chercher",
    "joindre",
    "choisir",
    "ouvrir",
    "fermer",
    "retirer",
    "envoyer",
    "contacts",
    "contact",
    "ranger",
    "ranger_dans",
    "voir_adresse",
)
KINDS = ("nav.go", "nav.back", "nav.forward", "nav.home", "nav.reload", "nav.tab", "nav.close", "nav.nouvel_onglet", "nav.brouillon", "lien.vu",
         "piege.valider", "zzz.zzz", *(f"courriel.{verb}" for verb in VERBS))  # fmt: skip
URLS = (
    "",
    MAIL,
    f"{MAIL}/message/colis",
    f"{MAIL}/repondre/mairie",
    f"{MAIL}/nouveau",
    f"http://{FALSE}/payer",
    "plou.example",
    "https://[",
    "zz",
)
TEXT = st.sampled_from(["", " ", "é🎂", "anne.legoff@plou.example", "\ud83d", "<b>", "a\r\nb\x00"])
ARGS = st.fixed_dictionaries({}, optional={
    "id": st.sampled_from([*IDS, "t0", "t1", "t2"]), "url": st.sampled_from(URLS), "indice": st.sampled_from(["lien", "zzz"]), "hote": st.just(FALSE),
    "brouillon": st.sampled_from(["mairie", "mairie.tous", "colis.transfert", "nouveau", "zzz"]), "nom": st.sampled_from(["facture.pdf", "zzz"]),
    "adresse": st.sampled_from(["solene@pigeon.example", "zzz"]), "dossier": st.sampled_from(["famille", "zzz"])})  # fmt: skip
FORM = st.dictionaries(st.sampled_from(["a", "cc", "objet", "corps", "texte", "url", "carte"]), TEXT, max_size=4)
DRAFTS = st.dictionaries(
    st.sampled_from(["brouillon-mairie", "brouillon-nouveau", "brouillon-zzz", f"piege-{FALSE}", "zzz"]), FORM, max_size=2
)
EVENT = st.fixed_dictionaries({"type": st.sampled_from(KINDS), "args": ARGS, "fields": FORM, "drafts": DRAFTS})
STEP = st.one_of(EVENT, EVENT, EVENT, st.sampled_from(["hint", "odd", "again", "new window", "end"]))


def live(told, steps) -> tuple[Practice, list[dict]]:
    """A practice lived with these gestures, and the journal that was kept."""
    play, journal, number, client, last = Practice(told, "essai"), [], 0, "w0", None
    for step in steps:
        if step == "hint":
            journal += play.ask_hint()
        elif step == "end":
            journal += play.finish()
        elif step == "new window":
            client, number = client + "x", 0
        elif step == "again" and last:
            assert play.receive(last) == []
        elif step == "odd":
            journal += play.receive({"epoch": "essai", "client": "odd", "events": [{"seq": 1}, None]})
        elif isinstance(step, dict):
            number += 1
            last = {"epoch": "essai", "client": client, "events": [{**step, "seq": number}]}
            journal += play.receive(last)
    return play, journal


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEP, max_size=25), st.booleans())
def test_the_journal_replayed_gives_the_same_practice(steps, lot):
    logging.disable(logging.CRITICAL)
    told = sorting(world=world(**HABITS)) if lot else scenario(world=world(**HABITS))
    play, journal = live(told, steps)
    logging.disable(logging.NOTSET)
    stored = json.loads(json.dumps(journal, ensure_ascii=False).encode("utf-8"))
    again = Practice(told, "essai", stored)
    assert (again.world, again.facts, again.hints, again.state, again.length) == (
        play.world,
        play.facts,
        play.hints,
        play.state,
        play.length,
    )
    kept = {e["client"] for e in journal if "client" in e}
    assert not play.state.ended or again.state.ended
    if not play.state.ended:
        assert {c: n for c, n in play.acks.items() if c in kept} == again.acks
    assert again.payload()["html"].split('class="annonce"')[0] == play.payload()["html"].split('class="annonce"')[0]
    assert faults(play.payload()["html"]) == [] and {f.kind for f in play.facts} <= set(FACTS)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("told", [scenario(goals=(), world=world(**HABITS)), sorting()], ids=["goals", "lot"])
def test_four_hundred_offered_clicks_and_some_nonsense_are_survived(told, seed):
    hand, chance = Hand(told), random.Random(seed)
    nonsense = [
        ("courriel.ouvrir", {}),
        ("courriel.signaler", {"id": "zzz"}),
        ("nav.go", {"url": "ailleurs"}),
        ("nav.tab", {"id": "zz"}),
    ]
    for n in range(400):
        offered = [(e.attributes["data-event"], e.args) for e in hand.page.clicks]
        kind, args = chance.choice(offered + nonsense)
        hand.send(kind, args, {"url": "https://nulle.part", "texte": SECRET} if chance.random() < 0.1 else None)
        if n % 10 == 0:
            assert faults(hand.html) == []
    assert hand.practice.lost == [] and hand.practice.length == 400
