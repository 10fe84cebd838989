"""Press and reference sites: who publishes, when, with which sources; what was read is told, sharing can be taken back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine import Event
from simulator.practice import Practice
from simulator.sites import FACTS
from simulator.sites.press.site import Press
from simulator.sites.press.starts import init
from simulator.sites.press.state import place
from tests.simulator.page_rules import faults
from tests.simulator.reading_world import ECHO, PRESS, WIKI, hand, told

BEACH = f"{ECHO}/2021/plage"
ALL = [
    f"https://{name}{path}"
    for name, start in PRESS.items()
    for path in (
        "/", "/a-propos", "/mentions-legales", "/rubrique/vie-locale", "/rien",
        *(a["chemin"] + end for a in start.get("articles", ()) for end in ("", "/image", "/historique")),
    )
]  # fmt: skip


def test_the_first_page_lists_the_articles_and_an_article_says_who_wrote_it_and_when():
    who = hand("presse")
    assert who.title == "L’Écho de Plou" and "Le journal du pays" in who.html and not faults(who.html)
    who.clicks("article-2021-plage")
    assert who.title == "La plage fermée deux heures" and not faults(who.html)
    for told_here in ("Par Yann Kerbrat", "Publié le", "3 juin 2021", "4 juin 2021", "La plage vide", "Photo Y. K.", "La mairie de Plou", "1 commentaire", "J’y étais."):  # fmt: skip
        assert told_here in who.html, told_here
    assert who.facts("presse.lu")[-1] == {"adresse": BEACH, "nature": "journal"}


def test_about_and_legal_pages_are_at_the_bottom_and_told_only_when_they_exist():
    who = hand("presse").clicks("a-propos")
    assert (
        who.title == "À propos"
        and "trois journalistes" in who.html
        and who.facts("presse.a_propos") == [{"adresse": f"{ECHO}/a-propos"}]
    )
    assert "Anne Le Goff" in who.clicks("mentions").html
    assert who.facts("presse.mentions") == [{"adresse": f"{ECHO}/mentions-legales"}] and not faults(who.html)
    who.goes("https://bigorneau-hilare.example")
    assert who.page.find("mentions") is None and who.clicks("a-propos").title == "Qui sommes-nous ?"
    assert who.goes("https://tisanor.example").page.find("a-propos") is None
    who.goes("https://tisanor.example/a-propos")
    assert who.title == "Cette page n’existe pas" and len(who.facts("presse.a_propos")) == 2
    assert who.clicks("retour-accueil").title == "Tisanor"


def test_sections_links_and_sources_lead_where_they_say():
    who = hand("presse").clicks("rubrique-meteo")
    assert who.title == "Météo" and who.page.find("article-2021-plage") is None and not faults(who.html)
    who.clicks("article-vague", "article-lien-1")
    assert who.practice.world.tab.url == BEACH
    assert who.page.find("source-2").attributes["data-url"] == "https://etat-civil.gouv.example/arrete"
    assert who.clicks("source-2").title == "Cette page n’existe pas"
    assert who.clicks("nav-back", "site-accueil").title == "L’Écho de Plou"
    who.goes("etat-civil.gouv.example/acte-naissance").clicks("article-bouton")
    assert who.title == "État civil" and "Service gratuit." in who.html


def test_the_whole_image_may_show_more_and_leads_to_the_search_by_image():
    who = hand("presse").goes(f"{ECHO}/vague").clicks("image-entiere")
    assert (
        "image fabriquée par IA" in who.html
        and who.facts("presse.image") == [{"adresse": f"{ECHO}/vague/image"}]
        and not faults(who.html)
    )
    assert who.clicks("article-retour").title == "Une vague géante" and "fabriquée" not in who.html
    assert who.clicks("image-chercher").facts("recherche.image") == [{"image": "vague"}]
    assert who.goes(BEACH).page.find("image-chercher") is None


def test_an_encyclopaedia_shows_the_history_of_its_changes():
    who = hand("presse").goes(f"{WIKI}/plou")
    assert not faults(who.html) and who.page.find("partager") is None
    who.clicks("historique")
    assert "Anonyme" in who.html and "2 changements" in who.html and not faults(who.html)
    assert who.facts("presse.historique") == [{"adresse": f"{WIKI}/plou/historique"}]
    assert who.clicks("article-retour").title == "Plou"


def test_sharing_asks_once_is_told_and_can_be_taken_back():
    who = hand("presse").goes(BEACH).clicks("partager", "partager-annuler")
    assert who.facts("presse.partage") == []
    who.clicks("partager")
    assert not faults(who.html)
    who.clicks("partager-envoyer")
    assert "Vous avez partagé" in who.html and "retirer" in who.said and not faults(who.html)
    who.clicks("partage-retirer")
    assert who.facts("presse.partage") == who.facts("presse.partage_retire") == [{"adresse": BEACH}] and who.page.find("partager")


def test_a_sharing_begun_is_forgotten_on_another_page_and_a_late_event_does_nothing():
    who = hand("presse").goes(BEACH).clicks("partager", "site-accueil").goes(BEACH)
    assert who.page.find("partager-envoyer") is None
    who.clicks("partager").goes(f"{ECHO}/vague").send("presse.envoyer", {"article": BEACH})
    assert who.facts("presse.partage") == []


@pytest.mark.parametrize("url", ALL)
def test_every_page_keeps_the_rules_of_pages(url):
    site, state = Press(), init(PRESS)
    page = site.view(state, url)
    assert faults(page.html) == [] and page.title and page.secure


@pytest.mark.parametrize(
    "typed",
    ["echo-de-plou.example/2021/plage/", "http://echo-de-plou.example//2021/plage?x=1#y", "ECHO-DE-PLOU.example/2021/plage"],
)
def test_an_address_is_told_the_same_however_it_is_typed(typed):
    assert hand("presse").goes(typed).facts("presse.lu")[-1]["adresse"] == BEACH


def test_the_journal_replays_to_the_same_page():
    who, journal = hand("presse"), []
    for number, event in enumerate([
        {"type": "nav.go", "args": {"url": BEACH}}, {"type": "presse.partager", "args": {"article": BEACH}},
        {"type": "presse.envoyer", "args": {"article": BEACH}}, {"type": "nav.go", "args": {"url": f"{ECHO}/vague"}},
        {"type": "presse.partager", "args": {"article": f"{ECHO}/vague"}},
    ], 1):  # fmt: skip
        journal += who.practice.receive({"epoch": "essai", "client": "a", "events": [{**event, "seq": number}]})
    again = Practice(told("presse"), "essai", journal)
    assert again.world == who.practice.world and again.world.sites["presse"].shared == (BEACH,)
    assert again.world.sites["presse"].sharing == f"{ECHO}/vague"


# ---------------------------------------------------------------------------------------------- refusals and chance
ARTICLE = {"chemin": "/a", "titre": "A", "texte": "x"}


def site(**change):
    return {"a.example": {"nom": "A", "nature": "blog", "articles": [ARTICLE], **change}}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"A b": {}}, "s’écrit comme mairie.plou.example"),
        ({"lemonde.fr": {"nom": "A", "nature": "blog"}}, "finit par .example"),
        (site(nature="journaux"), "la nature « journaux » n’existe pas. Possibles : journal, blog"),
        (site(nom=""), "presse, a.example : il manque « nom"),
        (site(auteur="x"), "« auteur » n’existe pas ici"),
        (site(a_propos={"texte": ""}), "a_propos : il manque « texte"),
        (site(articles="x"), "« articles » est une liste"),
        (site(articles=[ARTICLE, ARTICLE]), "deux articles"),
        (site(articles=[{**ARTICLE, "chemin": "/b-c"}, {**ARTICLE, "chemin": "/b/c"}]), "deux articles"),
        (site(articles=[{**ARTICLE, "texte": ""}]), "article 1 : il manque « texte"),
        (site(articles=[{**ARTICLE, "chemin": "a b"}]), "le chemin « a b » s’écrit comme"),
        (site(articles=[{**ARTICLE, "chemin": "/a-propos"}]), "n’est pas celui d’une autre page"),
        (site(articles=[{**ARTICLE, "chemin": "/x/image"}]), "n’est pas celui d’une autre page"),
        (site(articles=[{**ARTICLE, "image": {"legende": "x"}}]), "article 1, image : il manque « description"),
        (site(articles=[{**ARTICLE, "image": {"description": "x", "recherche": "É"}}]), "s’écrit en minuscules"),
        (site(articles=[{**ARTICLE, "sources": [{"texte": "x", "lien": "pas une adresse"}]}]), "n’est pas une adresse"),
        (site(articles=[{**ARTICLE, "historique": [{"date": "x", "qui": "y"}]}]), "historique 1 : il manque « quoi"),
        (site(articles=[{**ARTICLE, "commentaires": [{"nom": "x"}]}]), "commentaire 1 : il manque « texte"),
        (site(articles=[{**ARTICLE, "rubrique": "!"}]), "au moins une lettre"),
    ],
)  # fmt: skip
def test_a_badly_written_site_is_refused_in_french(change, said):
    with pytest.raises(ValueError) as trouble:
        init(change)
    assert said in str(trouble.value)


EVENTS = st.builds(
    Event, st.sampled_from(["partager", "annuler", "envoyer", "retirer", "brouillon", "zzz", "", "_x"]).map("presse.{}".format),
    st.dictionaries(st.just("article"), st.sampled_from([BEACH, f"{ECHO}/vague", "zzz", ""]), max_size=1),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(EVENTS, st.sampled_from([*ALL, "", "https://zzz.example/", "https://["])), max_size=10))
def test_no_event_ever_breaks_a_press_site(steps):
    site, now = Press(), init(PRESS)
    for event, url in steps:
        step = site.update(site.visit(now, url).state, event, url)
        now = step.state
        assert {fact.kind for fact in step.facts} <= set(FACTS) and not step.goto
        assert faults(site.view(now, url).html) == [] or place(now, url).outlet is None
    assert len(set(now.shared)) == len(now.shared)
