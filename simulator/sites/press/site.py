"""The site « presse »: newspapers, blogs, satire, fact-checkers, encyclopaedias, organisations; one host for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.addresses import plain
from simulator.engine import Event, Fact, Page, Step, answer, render
from simulator.sites.press.starts import init
from simulator.sites.press.state import Place, State, article_address, place, slug
from simulator.sites.press.vocabulary import FACTS

TOLD = {"about": "presse.a_propos", "legal": "presse.mentions", "history": "presse.historique", "image": "presse.image"}
SHARED = "Article partagé. Vous pouvez retirer ce partage."
TAKEN_BACK = "Le partage est retiré."


class Press:
    """Sites to read. Nothing is typed here; sharing asks once, and can be taken back."""

    name = "presse"
    facts = FACTS
    icon = "texte"
    keeps = ""
    home = "https://presse.example/"

    def init(self, data: Mapping[str, Any]) -> State:
        return init(data)

    def hosts(self, state: State) -> tuple[str, ...]:
        return tuple(outlet.host for outlet in state.outlets)

    def visit(self, state: State, url: str) -> Step:
        there = place(state, url)
        if state.sharing and state.sharing != plain(url):
            state = replace(state, sharing="")
        if there.screen in TOLD:
            return Step(state, (Fact(TOLD[there.screen], {"adresse": plain(url)}),))
        if there.screen in ("home", "article") and there.outlet:
            return Step(state, (Fact("presse.lu", {"adresse": plain(url), "nature": there.outlet.kind}),))
        return Step(state)

    def update(self, state: State, event: Event, url: str) -> Step:
        act = answer(event, self)
        article = place(state, url).article
        if act is None or article is None or event.args.get("article") != article_address(url, article):
            return Step(state)  # an event that comes late from another page does nothing
        return act(state, article_address(url, article))

    def on_partager(self, state: State, article: str) -> Step:
        return Step(state if article in state.shared else replace(state, sharing=article))

    def on_annuler(self, state: State, article: str) -> Step:
        return Step(replace(state, sharing=""))

    def on_envoyer(self, state: State, article: str) -> Step:
        if state.sharing != article:
            return Step(state)
        state = replace(state, sharing="", shared=(*state.shared, article))
        return Step(state, (Fact("presse.partage", {"adresse": article}),), say=SHARED)

    def on_retirer(self, state: State, article: str) -> Step:
        if article not in state.shared:
            return Step(state)
        state = replace(state, shared=tuple(one for one in state.shared if one != article))
        return Step(state, (Fact("presse.partage_retire", {"adresse": article}),), say=TAKEN_BACK)

    def view(self, state: State, url: str) -> Page:
        there = place(state, url)
        if there.outlet is None:
            return Page("Page", render("not_found.html", url=url, back=False), secure=False)
        article = article_address(url, there.article) if there.article else ""
        html = render(
            "press/screens/press.html", here=there, outlet=there.outlet, article=there.article, base=f"https://{there.outlet.host}",
            address=article, slug=slug, listed=_listed(there), sharing=state.sharing == article != "", shared=article in state.shared,
        )  # fmt: skip
        return Page(_title(there), html, secure=url.startswith("https://"))


def _listed(there: Place) -> tuple:
    """The articles that the page lists."""
    articles = there.outlet.articles if there.outlet else ()
    return tuple(a for a in articles if there.screen != "section" or a.section == there.section)


def _title(there: Place) -> str:
    outlet, article = there.outlet, there.article
    if outlet is None or there.screen == "home":
        return outlet.name if outlet else "Page"
    sheet = {"about": outlet.about, "legal": outlet.legal}.get(there.screen)
    told = {
        "section": there.section, "missing": "Page introuvable", "history": "Historique", "image": "Image",
        "article": article.title if article else "",
    }.get(there.screen)  # fmt: skip
    return f"{sheet.title if sheet else told} – {outlet.name}"
