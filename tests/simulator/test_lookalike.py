"""False sites: they notice that something was typed, never what."""

import json

from simulator.practice import Practice
from tests.simulator.small_world import FALSE, MAIL, SECRET, Hand


def everything(hand: Hand, journal: list[dict]) -> str:
    return json.dumps([journal, hand.practice.payload()], ensure_ascii=False) + repr(vars(hand.practice))


def recorded() -> tuple[Hand, list[dict]]:
    hand, journal = Hand(), []
    receive = hand.practice.receive
    hand.practice.receive = lambda outbox: journal.extend(receive(outbox)) or []
    return hand, journal


def test_the_false_page_asks_like_a_true_one_and_is_not_protected():
    hand = Hand().clicks("mail-colis", "lien-colis-1")
    assert (
        hand.title == "Colibrik : paiement"
        and "Non sécurisé" in hand.html
        and hand.facts("piege.visite") == [{"adresse": f"http://{FALSE}/payer"}]
    )
    field = hand.page.find("piege-carte").attributes
    assert field["type"] == "password" and "Numéro de carte" in hand.html and "data-secret" in hand.html


def test_a_secret_typed_and_not_sent_is_noticed_once_and_not_kept():
    hand, journal = recorded()
    hand.falls().clicks("onglet-t0", "onglet-t1").types(piege_carte=SECRET).clicks("nav-reload")
    assert len(hand.facts("piege.secret_tape")) == 1 and hand.facts("piege.secret_envoye") == []
    hand.practice.receive = None
    assert SECRET not in everything(hand, journal) and "•" in json.dumps(journal, ensure_ascii=False)


def test_a_secret_sent_is_noticed_and_not_kept_and_the_false_site_thanks():
    hand, journal = recorded()
    hand.falls().types(piege_nom="Maryvonne S.").clicks("piege-valider")
    assert hand.facts("piege.secret_envoye") and "Merci" in hand.title
    text = everything(hand, journal)
    assert SECRET not in text and "Maryvonne S." not in text


def test_no_character_of_a_secret_is_kept_whatever_the_event_that_carries_it():
    hand = Hand().clicks("mail-colis", "lien-colis-1")
    kinds = (
        "piege.valider",
        "piege.zzz",
        "nav.go",
        "nav.brouillon",
        "nav.tab",
        "pages.zzz",
        "lien.vu",
        "zzz.zzz",
        "courriel.zzz",
    )
    events = [{"seq": n, "type": kind, "args": {"id": "t0", "hote": FALSE}, "drafts": {f"piege-{FALSE}": {"carte": SECRET}, "zzz": {"x": SECRET}},
               "fields": {} if kind.startswith("courriel") else {"carte": SECRET}} for n, kind in enumerate(kinds, 1)]  # fmt: skip
    journal = hand.practice.receive({"epoch": "essai", "client": "c", "events": events})
    assert len(journal) == len(kinds) and SECRET not in everything(hand, journal)


def test_a_secret_is_not_kept_even_when_the_page_has_just_changed():
    """Two quick gestures: the second event still carries the form of the page that has gone."""
    hand = Hand().clicks("mail-colis", "lien-colis-1")
    late = {f"piege-{FALSE}": {"carte": SECRET}}
    events = [{"seq": 1, "type": "nav.tab", "args": {"id": "t0"}}, {"seq": 2, "type": "nav.reload", "drafts": late}]
    assert SECRET not in everything(hand, hand.practice.receive({"epoch": "essai", "client": "c", "events": events}))


def test_the_journal_without_the_secret_replays_to_the_same_state():
    hand, journal = recorded()
    hand.falls().clicks("piege-valider", "onglet-t0", "signaler", "indice-adresse")
    again = Practice(hand.practice.scenario, "essai", json.loads(json.dumps(journal)))
    assert (again.world, again.facts, again.acks, again.state) == (
        hand.practice.world, hand.practice.facts, hand.practice.acks, hand.practice.state)  # fmt: skip


def test_an_empty_form_sent_is_not_a_secret():
    hand = Hand().clicks("mail-colis", "lien-colis-1").types(piege_carte="   ").clicks("piege-valider")
    assert hand.practice.state.broken == () and hand.title == "Colibrik : paiement"


def test_text_typed_in_the_mailbox_is_kept_for_it_must_survive_a_reload():
    hand, journal = recorded()
    hand.goes(MAIL).clicks("mail-mairie", "repondre").types(r_mairie_corps="Bonjour").clicks("retour")
    assert "Bonjour" in json.dumps(journal)
