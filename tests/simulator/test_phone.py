"""The phone: call a number one knows, forward a false SMS to 33700; nothing is lost, everything can be undone."""

import copy
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine import Event
from simulator.practice import Practice
from simulator.sites import FACTS
from simulator.sites.phone.site import Phone
from simulator.sites.phone.starts import init
from tests.simulator.page_rules import faults
from tests.simulator.small_world import FALSE, MAIL, Hand, scenario, world

TEL = "https://telephone.example"
PHONE = {
    "contacts": [
        {"nom": "Ma banque", "numero": "01 99 00 12 34", "reponse": ["Bonjour, ici la banque.", "Aucun virement n’est en attente."]},
        {"nom": "Solène", "numero": "06 39 98 12 40"},
    ],
    "numeros": [{"numero": "01 99 00 77 00", "nom": "Mairie de Plou", "reponse": "Bonjour, la mairie.\nNous ouvrons à 9 h."}],
    "sms": [
        {"id": "colis", "nom": "Colibrik", "numero": "06 39 98 55 66", "date": "09:15",
         "texte": ["Votre colis est bloqué.", {"texte": "colibrik-frais.example/payer", "lien": f"http://{FALSE}/payer"}]},
        {"id": "gateau", "numero": "06 39 98 12 40", "date": "hier", "texte": "Coucou Mamie,\nà dimanche."},
        {"id": "inconnu", "numero": "06 39 98 01 02", "texte": "C’est Anne, mon nouveau numéro."},
    ],
}  # fmt: skip


def told():
    start = world()
    start["onglets"] = ["telephone", "courriel"]
    start["sites"]["telephone"] = copy.deepcopy(PHONE)
    return scenario(world=start, goals=(), hints=())


@pytest.fixture
def hand():
    return Hand(told())


def state(hand):
    return hand.practice.world.sites["telephone"]


# -------------------------------------------------------------------------------------------------------- calls
def test_calling_a_contact_lets_one_hear_the_answer_and_hang_up(hand):
    hand.clicks("tel-contacts", "appeler-1")
    assert hand.title == "Appel en cours : Ma banque" and "La voix dit :" in hand.html
    assert "Aucun virement n’est en attente." in hand.html and not faults(hand.html)
    assert hand.facts("telephone.appel") == [{"numero": "01 99 00 12 34", "nom": "Ma banque", "depuis": "contacts"}]
    hand.clicks("raccrocher")
    assert hand.title == "Contacts" and "Appel terminé" in hand.said
    assert hand.facts("telephone.raccroche") == [{"numero": "01 99 00 12 34", "appel": "", "depuis": "contacts"}]
    hand.clicks("tel-appels", "journal-lire-1")  # what was heard can be read again
    assert "Appel terminé" in hand.title and "Aucun virement" in hand.html and hand.page.find("raccrocher") is None
    assert len(hand.facts("telephone.appel")) == 1 and len(hand.clicks("rappeler").facts("telephone.appel")) == 2


def test_a_number_typed_is_called_whoever_it_belongs_to(hand):
    hand.clicks("tel-clavier").types(tel_numero="0199 00 77 00").clicks("tel-appeler")
    assert "Mairie de Plou" in hand.title and "Nous ouvrons à 9 h." in hand.html
    assert hand.clicks("raccrocher").title == "Clavier" and hand.page.find("tel-numero").attributes["value"] == ""
    hand.types(tel_numero="06.39.98.99.99").clicks("tel-appeler")
    assert "06 39 98 99 99" in hand.title.replace(" ", " ") and "Personne ne répond." in hand.html
    assert hand.facts("telephone.appel")[1] == {"numero": "06 39 98 99 99", "nom": "", "depuis": "clavier"}


def test_a_contact_with_nothing_to_say_does_not_answer(hand):
    assert "Personne ne répond." in hand.clicks("tel-contacts", "appeler-2").html


def test_a_misspelt_number_stays_in_the_field_with_its_sentence(hand):
    hand.clicks("tel-clavier").types(tel_numero="06 39 98").clicks("tel-appeler")
    field = hand.page.find("tel-numero").attributes
    assert field["value"] == "06 39 98" and field["aria-invalid"] == "true" and "il a 6 chiffres" in hand.html
    assert not faults(hand.html) and hand.facts("telephone.appel") == []
    assert "il a 6 chiffres" not in hand.clicks("tel-messages", "tel-clavier").html


def test_a_number_is_dialled_key_by_key_after_what_was_typed_and_can_be_corrected(hand):
    hand.clicks("tel-clavier", *(f"tel-touche-{n}" for n in "337001"), "tel-effacer", "tel-appeler")
    assert hand.facts("telephone.appel") == [{"numero": "33700", "nom": "", "depuis": "clavier"}]


def test_keys_pressed_faster_than_the_page_is_drawn_are_all_kept(hand):
    hand.clicks("tel-clavier")
    stale = {"telephone-clavier": {"numero-0": "06"}}  # typed, then three keys before the page was drawn again
    for number, digit in enumerate("339", 1):
        event = {"seq": number, "type": "telephone.touche", "args": {"chiffre": digit}, "drafts": stale}
        hand.practice.receive({"epoch": hand.practice.epoch, "client": "fast", "events": [event]})
    assert state(hand).typed == "06339"


def test_a_call_goes_on_while_one_looks_elsewhere_and_a_new_one_ends_it(hand):
    hand.clicks("tel-contacts", "appeler-1", "tel-messages")
    assert hand.clicks("tel-appel").title.startswith("Appel en cours")
    hand.clicks("tel-contacts", "appeler-2")
    assert (
        hand.facts("telephone.raccroche") == [{"numero": "01 99 00 12 34", "appel": "", "depuis": "contacts"}]
        and state(hand).call == "06 39 98 12 40"
    )


# ----------------------------------------------------------------------------------------------------- messages
def test_an_opened_sms_is_read_and_its_sender_is_known_by_the_contacts(hand):
    assert "Solène" in hand.html and "3<span" in hand.html
    hand.clicks("sms-gateau")
    assert hand.title == "Solène" and "à dimanche." in hand.html and "2<span" in hand.html
    assert hand.clicks("sms-retour", "sms-inconnu").title == "06 39 98 01 02"
    assert hand.facts("sms.ouvert")[0] == {"id": "gateau", "numero": "06 39 98 12 40"}


def test_a_link_shows_its_true_address_and_opens_a_new_tab(hand):
    hand.clicks("sms-colis")
    assert hand.page.find("sms-lien-colis-1").attributes["data-url"] == f"http://{FALSE}/payer"
    hand.clicks("sms-lien-colis-1")
    assert hand.facts("piege.visite") and len(hand.practice.world.tabs) == 3
    assert hand.clicks("nav-back").title == "Colibrik"


@pytest.mark.parametrize(
    ("typed", "to", "shown"),
    [
        ("33700", "33700", "Transféré au 33700"),
        ("33 700", "33700", "Transféré au 33700"),
        ("solene", "06 39 98 12 40", "Transféré à Solène, 06 39 98 12 40"),
        ("+33639981240", "06 39 98 12 40", "Transféré à Solène, 06 39 98 12 40"),
        ("06 39 98 33 33", "06 39 98 33 33", "Transféré au 06 39 98 33 33"),
    ],
)
def test_a_forwarded_sms_keeps_its_text_and_says_where_it_went(hand, typed, to, shown):
    hand.clicks("sms-colis", "sms-transferer")
    assert hand.page.find("sms-texte").attributes["value"] == "Votre colis est bloqué.\ncolibrik-frais.example/payer"
    hand.types(sms_a=typed).clicks("sms-envoyer")
    assert hand.title == "Colibrik" and shown in hand.html and "transféré" in hand.said
    assert hand.facts("sms.transfere") == [{"id": "colis", "a": to}]


@pytest.mark.parametrize(
    ("typed", "said"), [("", "Écrivez le numéro"), ("3370", "ne peut pas partir au 3370"), ("06 39", "n’est pas complet")]
)
def test_a_sms_does_not_leave_for_a_misspelt_number_and_the_number_can_be_corrected(hand, typed, said):
    hand.clicks("sms-colis", "sms-transferer").types(sms_a=typed).clicks("sms-envoyer")
    assert said in hand.html and hand.page.find("sms-a").attributes["value"] == typed and not faults(hand.html)
    assert hand.facts("sms.transfere") == [] and state(hand).message("colis").forwarded == ()
    hand.types(sms_a="33700").clicks("sms-envoyer")
    assert len(hand.facts("sms.transfere")) == 1


def test_an_answer_leaves_with_its_text_and_an_empty_one_does_not(hand):
    hand.clicks("sms-colis", "sms-repondre").types(sms_texte="  ").clicks("sms-envoyer")
    assert "Votre message est vide" in hand.html and hand.facts("sms.repondu") == []
    hand.types(sms_texte="Qui êtes-vous ?\nMerci").clicks("sms-envoyer")
    assert hand.title == "Colibrik" and "Qui êtes-vous ?" in hand.html and not faults(hand.html)
    assert hand.facts("sms.repondu") == [{"id": "colis", "numero": "06 39 98 55 66", "texte": "Qui êtes-vous ?\nMerci"}]


def test_a_deleted_sms_goes_to_the_bottom_of_the_list_and_can_be_put_back(hand):
    hand.clicks("sms-colis", "sms-supprimer")
    assert hand.title == "Messages" and "Supprimés" in hand.html and "supprimé" in hand.said
    assert hand.html.index('id="sms-gateau"') < hand.html.index("Supprimés</h3>") < hand.html.index('id="sms-colis"')
    hand.clicks("sms-colis")
    assert hand.page.find("sms-supprimer") is None and not faults(hand.html)
    hand.clicks("sms-remettre")
    assert "Supprimés</h3>" not in hand.html and hand.facts("sms.remis") == [{"id": "colis"}]
    assert hand.facts("sms.supprime") == [{"id": "colis", "numero": "06 39 98 55 66"}]


# ------------------------------------------------------------------------------------------------------- drafts
def test_what_was_typed_and_not_sent_is_there_when_one_comes_back(hand):
    hand.clicks("sms-colis", "sms-repondre").types(sms_texte="Je rép")
    hand.clicks("onglet-t1")
    hand.typed.clear()
    hand.clicks("onglet-t0")
    assert hand.page.find("sms-texte").attributes["value"] == "Je rép"
    assert "[Commencé]" in hand.clicks("tel-messages").html
    hand.clicks("tel-clavier").types(tel_numero="0199").clicks("tel-contacts")
    hand.typed.clear()
    assert hand.clicks("tel-clavier").page.find("tel-numero").attributes["value"] == "0199"


def test_the_journal_keeps_what_is_typed_on_the_phone_and_replays_to_the_same_page(hand):
    journal = []
    for number, event in enumerate([
        {"type": "nav.go", "args": {"url": f"{TEL}/transferer/colis"}},
        {"type": "nav.brouillon", "drafts": {"telephone-transferer-colis": {"a": "337", "texte": "Lisez"}}},
        {"type": "nav.go", "args": {"url": f"{TEL}/repondre/gateau"}},
        {"type": "telephone.envoyer", "args": {"brouillon": "repondre-gateau"}, "fields": {"texte": "À dimanche"}},
        {"type": "nav.go", "args": {"url": f"{TEL}/transferer/colis"}},
    ], 1):  # fmt: skip
        journal += hand.practice.receive({"epoch": "essai", "client": "a", "events": [{**event, "seq": number}]})
    again = Practice(told(), "essai", journal)
    assert again.world == hand.practice.world and again.world.sites["telephone"].draft("transferer-colis").to == "337"
    assert again.world.sites["telephone"].message("gateau").answers == ("À dimanche",)


# ------------------------------------------------------------------------------------------------ odd and random
@pytest.mark.parametrize(
    "address", ["", "/", "/message/zzz", "/repondre/zzz", "/transferer", "/appel/0", "/appel/abc", "/n/importe/quoi"]
)
def test_an_address_of_the_phone_that_leads_nowhere_shows_the_messages(hand, address):
    assert hand.goes(MAIL).goes(TEL + address).title == "Messages" and hand.practice.world.tab.url == f"{TEL}/messages"


def test_an_address_of_a_call_calls_nobody(hand):
    hand.goes(f"{TEL}/appel/0199001234")
    assert (
        hand.title == "Ma banque" and hand.facts("telephone.appel") == [] and "La voix" not in hand.html and not faults(hand.html)
    )


ODD = st.sampled_from(
    [
        "",
        "colis",
        "gateau",
        "zzz",
        "repondre-colis",
        "transferer-colis",
        "transferer-zzz",
        "é🎂",
        "33700",
        "06 39",
        "²",
        "5",
        "<b>",
    ]
)
VERBS = st.sampled_from(
    ["appeler", "raccrocher", "touche", "effacer", "envoyer", "supprimer", "remettre", "brouillon", "zzz", "", "_move"]
)
FIELDS = st.dictionaries(st.sampled_from(["a", "texte", "numero-0", "numero-1", "zzz"]), ODD, max_size=3)
PLACES = ["/messages", "/message/colis", "/appel/33700", "/transferer/colis", "/clavier", "/zzz"]
EVENTS = st.builds(
    Event,
    VERBS.map("telephone.{}".format),
    st.dictionaries(st.sampled_from(["id", "numero", "chiffre", "brouillon"]), ODD, max_size=3),
    FIELDS,
    st.dictionaries(
        st.sampled_from(["telephone-clavier", "telephone-repondre-colis", "telephone-zzz", "zzz"]), FIELDS, max_size=2
    ),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(EVENTS, st.sampled_from(PLACES)), max_size=12))
def test_no_event_ever_breaks_the_phone(steps):
    site, now = Phone(), init(PHONE)
    for event, place in steps:
        step = site.update(now, event, TEL + place)
        now = site.visit(step.state, step.goto or TEL + place).state
        assert {fact.kind for fact in step.facts} <= set(FACTS) and site.view(now, step.goto or TEL + place).html
    assert {s.id for s in now.sms} - {"33700"} == {"colis", "gateau", "inconnu"}  # nothing is lost


@pytest.mark.parametrize("seed", range(2))
def test_three_hundred_offered_clicks_are_survived_on_faultless_pages(hand, seed):
    chance = random.Random(seed)
    for n in range(300):
        offered = chance.choice([e for e in hand.page.clicks])
        fields = {"numero-0": "33700", "a": "33700", "texte": "x"} if chance.random() < 0.3 else None
        hand.send(offered.attributes["data-event"], offered.args, fields)
        if n % 5 == 0:
            assert faults(hand.html) == []
    assert hand.practice.lost == []
