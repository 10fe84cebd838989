"""The window: tabs, address bar, back and forward; sites that do not exist, events that come late."""

import pytest

from simulator import browser
from simulator.browser import LONGEST_HISTORY, MOST_TABS
from simulator.engine import Event, Fact, Step
from simulator.sites import SITES
from tests.simulator.page_rules import faults
from tests.simulator.small_world import FALSE, MAIL, SECRET, WORLD, Hand, scenario, world


def tabs(hand: Hand) -> list[str]:
    return [t.id for t in hand.practice.world.tabs]


def test_a_link_of_a_message_opens_another_tab_and_back_returns_to_the_message():
    hand = Hand().clicks("mail-mairie", "lien-mairie-1")
    assert tabs(hand) == ["t0", "t1"] and hand.title == "Mairie de Plou" and hand.facts("site.visite")
    hand.clicks("nav-back")
    assert tabs(hand) == ["t0"] and hand.title == "Votre dossier"
    assert hand.facts("nav.retour") == [{"adresse": f"{MAIL}/message/mairie"}]


def test_tabs_are_chosen_and_closed_and_the_last_one_stays():
    hand = Hand().clicks("mail-mairie", "lien-mairie-1", "onglet-t0")
    assert hand.title == "Votre dossier" and hand.facts("nav.onglet") == [{"id": "t0"}]
    hand.clicks("fermer-t0")
    assert hand.title == "Mairie de Plou" and hand.said == "Onglet fermé." and hand.page.find("fermer-t1") is None
    hand.send("nav.close", {"id": "t1"})
    assert tabs(hand) == ["t1"]


def test_the_mailbox_is_found_again_after_its_tab_was_closed():
    hand = Hand().clicks("mail-mairie", "lien-mairie-1", "fermer-t0", "nav-home")
    assert hand.title == "Boîte de réception" and hand.practice.world.tab.url == f"{MAIL}/recus" and tabs(hand) == ["t0", "t1"]


def test_each_of_the_first_tabs_has_its_own_home_and_comes_back_when_it_was_closed():
    told = world()
    told["onglets"] = ["courriel", "pages"]
    hand = Hand(scenario(world=told)).clicks("onglet-t1").goes(FALSE).clicks("nav-home")
    assert hand.title == "Mairie de Plou"
    hand.clicks("fermer-t1", "mail-mairie", "nav-home")
    assert tabs(hand) == ["t0", "t1"] and hand.clicks("onglet-t1").title == "Mairie de Plou"


def test_many_tabs_are_enough():
    hand = Hand().clicks("mail-mairie")
    for _ in range(MOST_TABS + 3):
        hand.send("nav.nouvel_onglet", {"url": "https://plou.example/"})
    assert len(tabs(hand)) == MOST_TABS and len(set(tabs(hand))) == MOST_TABS
    hand.clicks("nav-back")


def test_a_link_of_a_page_opens_in_the_same_tab_and_the_arrow_leads_back():
    told = world()
    told["sites"]["pages"]["port.example"] = {
        "titre": "Le port",
        "texte": ["Bonjour.", {"texte": "La mairie", "lien": "plou.example"}],
    }
    hand = Hand(scenario(world=told)).goes("port.example").clicks("lien-page-1")
    assert hand.title == "Mairie de Plou" and tabs(hand) == ["t0"] and not hand.facts("nav.retour") and not faults(hand.html)
    assert hand.clicks("nav-back").title == "Le port" and hand.facts("nav.retour") == [{"adresse": "https://port.example"}]
    assert hand.clicks("nav-forward").title == "Mairie de Plou" and len(hand.facts("nav.retour")) == 1 and not faults(hand.html)


def test_back_and_forward_cross_sites():
    hand = Hand().goes("plou.example").goes(f"{MAIL}/corbeille").goes(FALSE)
    titles = [hand.clicks("nav-back").title, hand.clicks("nav-back").title, hand.clicks("nav-back").title]
    assert titles == ["Corbeille", "Mairie de Plou", "Boîte de réception"] and "disabled" in hand.page.find("nav-back").attributes
    assert hand.clicks("nav-forward", "nav-forward").title == "Corbeille"
    hand.clicks("dossier-envoyes")
    assert "disabled" in hand.page.find("nav-forward").attributes


@pytest.mark.parametrize(
    "typed", ["plou.example", "  PLOU.example ", "https://plou.example/horaires", "http://plou.example", "https:// plou.example"]
)
def test_an_address_typed_is_made_whole(typed):
    assert Hand().goes(typed).title == "Mairie de Plou"


def test_an_address_without_protection_says_so():
    assert "Non sécurisé" in Hand().goes("http://plou.example").html and "Connexion protégée" in Hand().goes("plou.example").html


@pytest.mark.parametrize(
    "typed",
    [
        "mairie de plou",
        "plou",
        "plou.exemple",
        "https://[::1",
        "javascript:alert(1)",
        "http://",
        "https://é.example",
        "://",
        "x" * 3_000,
    ],
)
def test_an_unknown_address_is_said_calmly_with_the_way_back(typed):
    hand = Hand().goes(typed)
    assert hand.title == "Cette page est introuvable" and hand.facts("nav.introuvable") and "Page introuvable" in hand.html
    assert hand.clicks("nav-back").title == "Boîte de réception"
    assert hand.goes(typed).clicks("accueil").title == "Boîte de réception"


def test_an_empty_address_goes_nowhere():
    assert Hand().clicks("mail-mairie").goes("  ").title == "Votre dossier"


def test_the_bar_shows_the_address_of_the_page():
    hand = Hand().clicks("mail-colis", "lien-colis-1")
    assert f'value="http://{FALSE}/payer"' in hand.html


def test_the_true_address_of_a_link_is_on_the_link_and_looking_at_it_is_a_fact():
    hand = Hand().clicks("mail-colis")
    assert hand.page.find("lien-colis-1").attributes["data-url"] == f"http://{FALSE}/payer"
    hand.send("lien.vu", {"url": f"http://{FALSE}/payer"})
    assert hand.facts("lien.adresse_vue") == [{"adresse": f"http://{FALSE}/payer"}]


def test_looking_at_a_link_or_typing_does_not_take_the_announcement_away():
    hand = Hand().clicks("mail-colis", "indesirable")
    hand.send("lien.vu", {"url": "https://x.example"})
    hand.send("nav.brouillon")
    assert "Indésirables" in hand.said
    assert hand.clicks("mail-mairie").said == ""


def test_the_history_does_not_grow_for_ever():
    hand = Hand()
    for _ in range(LONGEST_HISTORY):
        hand.goes("plou.example").goes(FALSE)
    assert len(hand.practice.world.tab.back) == LONGEST_HISTORY


@pytest.mark.parametrize(
    "kind", ["courriel.supprimer", "courriel.signaler", "courriel.envoyer", "courriel.joindre", "courriel.ouvrir"]
)
def test_an_event_of_a_site_sent_while_another_page_is_on_show_changes_nothing(kind):
    hand = Hand().clicks("mail-mairie", "lien-mairie-1")
    before, length = hand.practice.world, len(hand.practice.facts)
    hand.send(kind, {"id": "mairie", "brouillon": "mairie", "nom": "facture.pdf"}, {"a": "a@b.example", "corps": "x"})
    assert hand.practice.world == before and len(hand.practice.facts) == length


def test_a_draft_of_the_mailbox_that_comes_late_on_a_false_site_is_not_a_secret():
    hand = Hand().clicks("mail-colis", "lien-colis-1")
    hand.practice.receive({"epoch": "essai", "client": "late", "events": [
        {"seq": 1, "type": "nav.reload", "drafts": {"brouillon-mairie": {"corps": "Bonjour"}}},
        {"seq": 2, "type": "piege.valider", "args": {"hote": "autre-faux.example"}, "fields": {"code": SECRET}},
        {"seq": 3, "type": "nav.reload", "drafts": {"piege-autre-faux.example": {"code": SECRET}}}]})  # fmt: skip
    assert hand.practice.state.broken == ()


@pytest.mark.parametrize(
    "kind",
    [
        "",
        ".",
        "nav",
        "nav.",
        "nav.zzz",
        "zzz.zzz",
        "courriel",
        "courriel.__class__",
        "courriel.view",
        "courriel._move",
        "lien",
        "é.à",
        "x" * 500,
    ],
)
def test_an_unknown_event_changes_nothing(kind):
    hand = Hand().clicks("mail-mairie")
    before = hand.practice.world
    hand.send(kind, {"id": "mairie", "url": "x"})
    assert hand.practice.world == before


def test_a_fact_of_one_site_reaches_another(monkeypatch):
    told = browser.SITES["courriel"]
    heard: list[str] = []

    def receive(state, fact):
        heard.append(fact.kind)
        return Step(state, (Fact("courriel.ouvert", {"id": "code"}),) if fact.kind == "site.visite" else ())

    monkeypatch.setattr(type(told), "receive", staticmethod(receive), raising=False)
    hand = Hand().clicks("mail-mairie", "lien-mairie-1")
    assert heard == ["courriel.ouvert", "site.visite", "courriel.ouvert"]  # what comes of it is told too
    assert {"id": "code"} in hand.facts("courriel.ouvert")


def test_two_sites_that_answer_each_other_are_stopped(monkeypatch):
    told = browser.SITES["courriel"]
    monkeypatch.setattr(type(told), "receive", lambda self, state, fact: Step(state, (Fact("courriel.ouvert"),)), raising=False)
    assert len(Hand().clicks("mail-mairie").facts("courriel.ouvert")) == 1 + browser.MOST_ROUNDS


def test_two_tabs_at_the_start_by_name_or_by_address():
    told = world()
    told["onglets"] = ["courriel", "plou.example", "piege"]
    hand = Hand(scenario(world=told))
    assert tabs(hand) == ["t0", "t1", "t2"] and hand.clicks("onglet-t1").title == "Mairie de Plou"
    assert (
        hand.clicks("onglet-t2").title == "Colibrik : paiement" and hand.clicks("fermer-t2", "nav-home").title == "Mairie de Plou"
    )


def test_a_world_without_tabs_opens_its_first_site():
    told = world()
    del told["onglets"]
    assert Hand(scenario(world=told)).title == "Boîte de réception"


def test_update_is_total_over_every_kind_of_page():
    start = browser.init(world())
    for url in ("https://plou.example/", f"http://{FALSE}/", f"{MAIL}/nouveau", "https://zzz.example/"):
        here, _, _ = browser.go(start, url)
        for kind in (
            "nav.back",
            "nav.forward",
            "nav.reload",
            "nav.home",
            "nav.close",
            "nav.tab",
            "courriel.retirer",
            "piege.valider",
        ):
            after, _, _ = browser.update(here, Event(kind, drafts={"x": {"y": "z"}}))
            assert browser.view(after, (1, "x"))[0]


def test_www_typed_before_a_known_address_leads_there():
    hand = Hand().goes("www.plou.example")
    assert hand.title == "Mairie de Plou" and hand.goes("www.nulle-part.example").title == "Cette page est introuvable"


def test_a_device_has_no_address_bar_nor_arrows_and_gives_back_the_tabs_that_were_closed(monkeypatch):
    monkeypatch.setattr(SITES["feuille"].__class__, "bare", True, raising=False)
    sheet = {"questions": [{"id": "q", "texte": "Oui ?", "choix": ["Oui", "Non"]}]}
    start = browser.init(
        {"onglets": ["courriel", "feuille"], "sites": {"courriel": WORLD["sites"]["courriel"], "feuille": sheet}}
    )
    alone = browser.update(start, Event("nav.close", {"id": "t0"}))[0]
    html = browser.view(alone)[0]
    assert "barre-adresse" not in html and "nav-back" not in html and "Retrouver les onglets fermés" in html
    html = browser.view(browser.update(alone, Event("nav.home"))[0])[0]
    assert "onglet-t0" in html and "Retrouver les onglets fermés" not in html


def test_a_device_alone_shows_no_tab(monkeypatch):
    monkeypatch.setattr(SITES["feuille"].__class__, "bare", True, raising=False)
    sheet = {"questions": [{"id": "q", "texte": "Oui ?", "choix": ["Oui", "Non"]}]}
    html = browser.view(browser.init({"onglets": ["feuille"], "sites": {"feuille": sheet}}))[0]
    assert "onglet-t0" not in html and "Exercice" in html
