"""The site « piege »: what a false link leads to. Nothing typed here is kept, only that something was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.engine import Event, Fact, Page, Step, host, render
from simulator.sites.lookalike.state import Front, State, init


class Lookalike:
    name = "piege"
    icon = "attention"
    home = "https://piege.example/"

    def init(self, data: Mapping[str, Any]) -> State:
        return init(data)

    def hosts(self, state: State) -> tuple[str, ...]:
        return tuple(state.fronts)

    def visit(self, state: State, url: str) -> Step:
        return Step(state, (Fact("piege.visite", {"adresse": url}),))

    def update(self, state: State, event: Event, url: str) -> Step:
        where, facts = host(url), ()
        if where not in state.typed and any(any(fields.values()) for fields in event.drafts.values()):
            state = replace(state, typed=state.typed | {where})
            facts = (Fact("piege.secret_tape", {"adresse": url}),)
        if event.type == "piege.valider" and any(value.strip() for value in event.fields.values()):
            state = replace(state, sent=state.sent | {where})
            facts += (Fact("piege.secret_envoye", {"adresse": url}),)
        return Step(state, facts)

    def view(self, state: State, url: str) -> Page:
        front = state.fronts.get(host(url)) or Front("Page", (), (), "Valider")
        html = render("lookalike/screens/page.html", front=front, sent=host(url) in state.sent, host=host(url))
        return Page(front.title, html, secure=url.startswith("https://"))
