"""The search engine: what is asked, what is found and in which order, advertisements, where an image comes from."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine import Event
from simulator.practice import Practice
from simulator.sites import FACTS
from simulator.sites.search.dates import in_order
from simulator.sites.search.finding import fewer, search
from simulator.sites.search.site import SearchEngine
from simulator.sites.search.state import init
from tests.simulator.page_rules import faults
from tests.simulator.reading_world import ECHO, FIND, SEARCH, asks, hand, told

OFFICIAL = "https://etat-civil.gouv.example/acte-naissance"


def found(text):
    return [r.id for r in search(text, init(SEARCH).results)]


# ------------------------------------------------------------------------------------------------------ searching
def test_a_search_shows_its_results_the_advertisement_first_and_told_in_words():
    who = asks(hand(), "  Acte  de NAISSANCE ")
    assert (
        who.title == "Résultats pour «\u00a0Acte de NAISSANCE\u00a0»".replace("\u00a0", " ") or "Acte de NAISSANCE" in who.title
    )
    assert who.html.count(">Annonce<") == 1 and who.html.index("resultat-pub") < who.html.index("resultat-officiel")
    assert "https://etat-civil.gouv.example › acte-naissance" in who.html and "2 mars 2026" in who.html and not faults(who.html)
    assert who.facts("recherche.faite") == [{"texte": "Acte de NAISSANCE"}] and who.page.find("resultat-echo") is None


def test_a_result_opens_its_address_and_tells_its_rank_and_whether_it_was_an_advertisement():
    who = asks(hand(), "acte naissance").clicks("resultat-officiel")
    assert who.practice.world.tab.url == OFFICIAL and who.title == "Acte de naissance"
    who.clicks("nav-back", "resultat-pub")
    assert who.facts("recherche.resultat") == [
        {"adresse": OFFICIAL, "annonce": "non", "rang": 2},
        {"adresse": "https://acte-express.example/commande", "annonce": "oui", "rang": 1},
    ]


def test_back_shows_the_search_before_and_its_words():
    who = asks(asks(hand(), "acte naissance"), "plage").clicks("nav-back")
    assert who.page.find("recherche-texte").attributes["value"] == "acte naissance" and who.page.find("resultat-officiel")
    assert who.clicks("nav-back").title.startswith("Trouve")


@pytest.mark.parametrize(
    "text", ["ACTES NAISSANCES", "acte de naisance", "comment avoir un acte de naissance ?", "état civil gratuite", "etat civil", "acet naissance",
             "« extrait de naissance »", '"Extrait de naissance"', "etat-civil.gouv.example", "acte naissance bidule"],
)  # fmt: skip
def test_words_are_found_whatever_the_accents_capitals_endings_or_a_slip_of_the_finger(text):
    assert "officiel" in found(text)


@pytest.mark.parametrize("text", ["", "de la", "zzz", "«état naissance»", "acte bidule machin truc", "🎂", "é"])
def test_what_has_no_word_in_common_is_not_found(text):
    assert "officiel" not in found(text)


def test_nothing_found_leaves_a_way_on():
    who = asks(hand(), "plage zoulou truc machin")
    assert who.title.startswith("Aucun résultat") and "Relisez" in who.html and not faults(who.html)
    who.clicks("recherche-essai-1")
    assert who.page.find("resultat-echo") and who.facts("recherche.faite")[-1] == {"texte": "plage"}
    assert (
        asks(who, "xyz xyz").title.startswith("Aucun résultat") and not faults(who.html) and fewer("", init(SEARCH).results) == []
    )


def test_an_empty_box_says_what_to_do_and_the_sentence_goes_away():
    who = asks(hand(), "   ")
    assert "Écrivez un mot ou deux" in who.html and who.facts("recherche.faite") == [] and not faults(who.html)
    assert "Écrivez un mot ou deux" not in asks(who, "plage").html


# --------------------------------------------------------------------------------------------------------- images
def test_images_are_found_by_words_and_an_image_leads_to_where_it_was_published():
    who = hand().clicks("recherche-images")
    assert not faults(who.html)
    asks(who, "phare tempete")
    assert who.page.find("image-vague") and who.page.find("image-chat") is None and not faults(who.html)
    who.clicks("image-vague")
    assert "3 pages montrent" in who.html and "Hier, sur le port" in who.html and not faults(who.html)
    assert who.facts("recherche.image") == [{"image": "vague"}]
    order = [who.html.index(f'id="parution-{n}"') for n in (1, 3, 2)]
    assert order == sorted(order)
    who.clicks("image-tri-ancien")
    order = [who.html.index(f'id="parution-{n}"') for n in (2, 3, 1)]
    assert order == sorted(order) and not faults(who.html)
    who.clicks("parution-1")
    assert who.practice.world.tab.url == f"{ECHO}/vague"
    assert who.facts("recherche.resultat") == [{"adresse": f"{ECHO}/vague", "annonce": "non", "rang": 3}]


def test_the_search_by_image_offers_the_images_of_this_computer():
    who = hand().clicks("recherche-par-image", "image-chat")
    assert "aucune page" in who.html and not faults(who.html) and who.facts("recherche.image") == [{"image": "chat"}]


def test_results_and_images_of_one_search_are_a_click_apart():
    who = asks(hand(), "tempête").clicks("recherche-images")
    assert who.page.find("image-vague") and "Images pour" in who.title
    assert who.clicks("recherche-tout").title.startswith("Aucun résultat")
    assert asks(who.clicks("recherche-images"), "zzz").title.startswith("Aucune image") and not faults(who.html)


@pytest.mark.parametrize(
    ("a", "b"), [("2014", "février 2014"), ("février 2014", "1er février 2014"), ("31 décembre 2013", "2014")]
)
def test_dates_are_put_in_order(a, b):
    assert in_order(a, "x") < in_order(b, "x")


# ------------------------------------------------------------------------------------------------- odd and random
@pytest.mark.parametrize("at", ["", "/", "/recherche", "/recherche?q=", "/image/zzz", "/zzz", "/recherche?q=%20%20"])
def test_an_address_that_leads_nowhere_shows_the_first_page(at):
    assert hand().goes(FIND + at).practice.world.tab.url.rstrip("/") == FIND


def test_an_engine_that_knows_nothing_still_works():
    site, state = SearchEngine(), init({})
    for at in ("/", "/images", "/par-image", "/recherche?q=x", "/images?q=x"):
        assert faults(site.view(state, FIND + at).html) == []


def test_the_journal_replays_to_the_same_page():
    who, journal = hand(), []
    for number, event in enumerate([
        {"type": "recherche.chercher", "fields": {"q": "acte naissance"}}, {"type": "recherche.ouvrir", "args": {"id": "officiel"}},
        {"type": "nav.back"}, {"type": "nav.go", "args": {"url": f"{FIND}/image/vague?tri=ancien"}}, {"type": "recherche.ouvrir", "args": {"id": "parution-1"}},
    ], 1):  # fmt: skip
        journal += who.practice.receive({"epoch": "essai", "client": "a", "events": [{**event, "seq": number}]})
    again = Practice(told(), "essai", journal)
    assert again.world == who.practice.world and again.facts == who.practice.facts and len(who.facts("recherche.resultat")) == 2


ODD = st.sampled_from(["", "officiel", "pub", "parution-1", "parution-²", "zzz", "acte", "«", "é🎂", "<b>", " "]) | st.text(
    max_size=20
)
EVENTS = st.builds(
    Event, st.sampled_from(["chercher", "ouvrir", "brouillon", "zzz", "", "_x"]).map("recherche.{}".format),
    st.dictionaries(st.sampled_from(["id", "texte"]), ODD, max_size=2), st.dictionaries(st.sampled_from(["q", "zzz"]), ODD, max_size=2),
)  # fmt: skip
PLACES = st.sampled_from(
    ["/", "/recherche?q=acte", "/image/vague", "/image/vague?tri=ancien", "/images?q=%FF", "/par-image", "/[", "?q=]"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(EVENTS, PLACES), max_size=8))
def test_no_event_ever_breaks_the_search_engine(steps):
    site, now = SearchEngine(), init(SEARCH)
    for event, place in steps:
        step = site.update(now, event, FIND + place)
        assert {fact.kind for fact in step.facts} <= set(FACTS)
        url = step.goto if step.goto and step.goto.startswith(FIND) else FIND + place
        now = site.visit(step.state, url).state
        assert faults(site.view(now, url).html) == []


@pytest.mark.parametrize("seed", range(2))
def test_two_hundred_offered_clicks_are_survived_on_faultless_pages(seed):
    who, chance = hand("recherche", "presse"), random.Random(seed)
    for n in range(200):
        offered = chance.choice(who.page.clicks)
        who.send(offered.attributes["data-event"], offered.args, {"q": chance.choice(["vague", "acte", "é"])})
        if n % 4 == 0:
            assert faults(who.html) == []
            who.goes(chance.choice([FIND, ECHO, f"{FIND}/recherche?q=plou"]))
    assert who.practice.lost == []
