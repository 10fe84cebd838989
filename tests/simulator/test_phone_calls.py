"""Calls received: they ring over any page, are accepted or refused, answered by choosing, hung up, read again and called back."""

import copy

import pytest

from simulator import browser
from tests.simulator.page_rules import faults
from tests.simulator.small_world import Hand, scenario, world

TEL = "https://telephone.example"
TALK = [
    {"id": "un", "dit": ["Votre banque.", "Lisez-moi le code."],
     "reponses": [{"id": "lire", "texte": "482 913", "suite": "deux"}, {"id": "non", "texte": "Non.", "suite": "un-encore"},
                  {"id": "partir", "texte": "Au revoir."}]},
    {"id": "un-encore", "dit": "Vraiment ?", "reponses": [{"id": "boucle", "texte": "Répétez.", "suite": "un"}]},
    {"id": "deux", "dit": "Merci."},
]  # fmt: skip
DOCTOR = [{"id": "a", "dit": "Le cabinet.", "reponses": [{"id": "bien", "texte": "Bien."}]}]
PHONE = {
    "contacts": [{"nom": "Ma banque", "numero": "01 99 00 12 34", "reponse": "Ici la vraie banque."}],
    "appels": [
        {"id": "banque", "numero": "01 99 00 12 34", "vrai_numero": "06 39 98 44 17", "dialogue": TALK},
        {"id": "docteur", "nom": "Docteur", "numero": "01 99 00 31 12", "dialogue": DOCTOR,
         "sonne": {"apres": ["telephone.raccroche", "telephone.refuse"], "ou": {"appel": "banque"}}},
    ],
    "sms": [{"id": "vieux", "numero": "06 39 98 01 02", "texte": "Bonjour", "lu": "oui"},
            {"id": "code", "nom": "Banque", "numero": "06 39 98 01 02", "texte": "Code 482 913",
             "arrive": {"apres": "telephone.accepte", "ou": {"appel": "banque"}}}],
    "journal": [{"sens": "manque", "numero": "01 99 00 12 34", "date": "hier"}, {"sens": "recu"}],
}  # fmt: skip


def told(**changes):
    start = world()
    start["onglets"] = ["telephone", "courriel"]
    start["sites"]["telephone"] = copy.deepcopy({**PHONE, **changes})
    return scenario(world=start, goals=(), hints=())


@pytest.fixture
def hand():
    return Hand(told())


def state(hand):
    return hand.practice.world.sites["telephone"]


def tab_title(hand, number=0):
    return [e.attributes for e in hand.page.elements if e.id == f"onglet-t{number}"] and browser.view(hand.practice.world)[
        0
    ].split(f'id="onglet-t{number}"')[1].split("<span>")[1].split("<")[0]


def test_a_call_rings_at_the_start_over_the_page_and_says_whose_name_it_shows(hand):
    assert "Appel entrant" in hand.title or "Appel entrant" in hand.html
    assert "Ma banque" in hand.html and "01 99 00 12 34" in hand.html and "06 39 98 44 17" not in hand.html
    assert hand.page.find("tel-messages") is None and not faults(hand.html)
    assert "Appel entrant" in tab_title(hand)


def test_one_talks_by_choosing_and_the_caller_s_lines_come_one_after_another(hand):
    hand.clicks("accepter")
    assert hand.facts("telephone.accepte") == [{"appel": "banque", "numero": "01 99 00 12 34", "nom": "Ma banque"}]
    assert [e.id for e in hand.page.clicks if e.id.startswith("reponse-")] == ["reponse-lire", "reponse-non", "reponse-partir"]
    hand.clicks("reponse-non")
    assert hand.html.index("Lisez-moi le code.") < hand.html.index("Non.") < hand.html.index("Vraiment") and not faults(hand.html)
    assert hand.facts("telephone.reponse") == [{"appel": "banque", "choix": "non", "texte": "Non."}]
    hand.clicks("reponse-boucle", "reponse-lire")
    assert not [e for e in hand.page.clicks if e.id.startswith("reponse-")]  # the caller has said all: one hangs up
    hand.clicks("raccrocher")
    assert hand.facts("telephone.raccroche") == [{"numero": "01 99 00 12 34", "appel": "banque", "depuis": ""}]


def test_one_hangs_up_at_any_moment_and_the_next_call_rings_when_the_phone_is_free(hand):
    hand.clicks("accepter", "tel-messages", "tel-appel")
    assert "Appel en cours" in hand.html and not hand.facts("telephone.sonne")
    hand.clicks("raccrocher")
    assert "Le téléphone sonne." in hand.said and state(hand).ringing.id == "docteur"
    hand.clicks("accepter", "reponse-bien")  # a last word hangs up
    assert hand.facts("telephone.raccroche")[-1]["appel"] == "docteur" and not state(hand).call


def test_a_refused_call_is_in_the_log_and_a_second_press_does_not_refuse_the_next(hand):
    hand.clicks("refuser")
    hand.send("telephone.refuser", {"id": "banque"})
    hand.send("telephone.accepter", {"id": "banque"})
    assert state(hand).ringing.id == "docteur" and len(hand.facts("telephone.refuse")) == 1
    hand.clicks("refuser", "tel-appels")
    assert [e.way for e in state(hand).log] == ["refuse", "refuse", "manque", "recu"] and not faults(hand.html)
    assert "Refusé" in hand.html and "Manqué, hier" in hand.html and "Numéro masqué" in hand.html


def test_a_spoofed_number_called_back_is_answered_by_its_true_owner(hand):
    hand.clicks("accepter", "raccrocher", "refuser", "tel-appels", "journal-lire-2")
    assert "Appel terminé" in hand.html and "Lisez-moi le code." in hand.html and not faults(hand.html)
    hand.clicks("rappeler")
    assert "Ici la vraie banque." in hand.html
    assert hand.facts("telephone.appel") == [{"numero": "01 99 00 12 34", "nom": "Ma banque", "depuis": "appel"}]


def test_the_true_number_and_a_genuine_caller_answer_again_from_the_start(hand):
    hand.clicks("refuser", "refuser", "tel-appels", "journal-1")
    assert "Le cabinet." in hand.html and hand.clicks("reponse-bien").facts("telephone.reponse")
    hand.clicks("tel-clavier").types(tel_numero="0639984417").clicks("tel-appeler")
    assert "Lisez-moi le code." in hand.html and hand.facts("telephone.appel")[-1]["depuis"] == "clavier"
    hand.clicks("tel-contacts", "appeler-1")  # another call ends this one
    assert hand.facts("telephone.raccroche")[-1]["appel"] == "banque"


def test_a_caller_who_has_not_called_yet_does_not_answer():
    hand = Hand(told(appels=PHONE["appels"][1:]))
    hand.clicks("tel-clavier").types(tel_numero="01 99 00 31 12").clicks("tel-appeler")
    assert "Personne ne répond." in hand.html


def test_a_hidden_number_cannot_be_called_back():
    hand = Hand(told(appels=[{"id": "x", "dialogue": DOCTOR}]))
    assert "Numéro masqué" in hand.html
    hand.clicks("accepter")
    assert "Numéro masqué" in hand.html
    hand.clicks("tel-contacts", "tel-appel", "raccrocher", "tel-appels", "journal-lire-1")
    assert hand.page.find("rappeler") is None and not faults(hand.html)


def test_nothing_of_a_call_answers_when_none_is_there(hand):
    hand.clicks("refuser", "refuser")
    before = state(hand)
    for verb, args in (("repondre", {"choix": "lire"}), ("raccrocher", {}), ("accepter", {"id": "docteur"}), ("refuser", {})):
        hand.send(f"telephone.{verb}", args)
    assert state(hand) == before
    assert hand.goes(f"{TEL}/conversation/banque").title == "Messages"


def test_a_ringing_phone_calls_nobody(hand):
    hand.send("telephone.appeler", {"numero": "33700"})
    assert state(hand).ringing and not hand.facts("telephone.appel")


# ----------------------------------------------------------------------------------------------------- what arrives
def test_a_sms_arrives_after_its_fact_with_a_badge_on_the_tab(hand):
    assert state(hand).message("code") is None and state(hand).message("vieux").read
    hand.clicks("accepter")
    assert "Nouveau SMS." in hand.said and hand.facts("sms.recu") == [{"id": "code", "numero": "06 39 98 01 02"}]
    assert tab_title(hand).startswith("(1) ") and '<b class="nb">1' in hand.html
    hand.clicks("tel-messages")
    assert hand.html.index('id="sms-code"') < hand.html.index('id="sms-vieux"')
    hand.clicks("sms-code")
    assert not tab_title(hand).startswith("(")


def test_33700_asks_who_sent_the_sms_and_thanks_once_it_knows(hand):
    hand.clicks("refuser", "refuser", "sms-vieux", "sms-transferer").types(sms_a="33700").clicks("sms-envoyer")
    assert tab_title(hand).startswith("(1) ")
    hand.clicks("tel-messages", "sms-33700", "sms-repondre").types(sms_texte="je ne sais pas").clicks("sms-envoyer")
    assert "il manque le numéro" in hand.html and not hand.facts("sms.signale")
    hand.clicks("sms-repondre").types(sms_texte="C’est le 0639980102").clicks("sms-envoyer")
    assert "est terminé" in hand.html and hand.facts("sms.signale") == [{"id": "vieux"}] and not faults(hand.html)
    hand.clicks("sms-repondre").types(sms_texte="Merci").clicks("sms-envoyer")  # nothing is asked any more
    assert len(hand.facts("sms.signale")) == 1 and state(hand).message("33700").thread[-1] == ("moi", "Merci")


def test_a_second_report_comes_in_the_same_thread_even_deleted(hand):
    hand.clicks("refuser", "refuser", "sms-vieux", "sms-transferer").types(sms_a="33700").clicks("sms-envoyer")
    hand.clicks("tel-messages", "sms-33700", "sms-supprimer", "sms-vieux", "sms-transferer").types(sms_a="33700").clicks(
        "sms-envoyer"
    )
    thread = state(hand).message("33700")
    assert not thread.deleted and len(thread.thread) == 1 and state(hand).sms[0] == thread
