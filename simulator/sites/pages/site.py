"""The site « pages »: what an honest link leads to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.engine import Event, Fact, Page, Step, host, render
from simulator.sites.pages.state import Sheet, State, init
from simulator.sites.pages.vocabulary import FACTS


class Pages:
    name = "pages"
    facts = FACTS
    icon = "portail"
    keeps = ""
    home = "https://accueil.example/"

    def init(self, data: Mapping[str, Any]) -> State:
        return init(data)

    def hosts(self, state: State) -> tuple[str, ...]:
        return tuple(state)

    def visit(self, state: State, url: str) -> Step:
        return Step(state, (Fact("site.visite", {"adresse": url}),))

    def update(self, state: State, event: Event, url: str) -> Step:
        return Step(state)

    def view(self, state: State, url: str) -> Page:
        sheet = state.get(host(url)) or Sheet("Page", ())
        return Page(sheet.title, render("pages/screens/page.html", sheet=sheet), secure=url.startswith("https://"))
