"""The site « piege »: what a false link leads to. Nothing typed here is kept, only that something was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.engine import Event, Fact, Page, Step, host, render
from simulator.sites.lookalike.state import Front, State, init
from simulator.sites.lookalike.vocabulary import FACTS

FORM = "piege-"  # the id of a form is this and the host


class Lookalike:
    """False sites, one per host. A form counts for its own host only: an event that comes late from another page does nothing."""

    name = "piege"
    facts = FACTS
    icon = "portail"  # a false site looks like any other: only its address tells
    keeps = ""
    home = "https://piege.example/"

    def init(self, data: Mapping[str, Any]) -> State:
        return init(data)

    def hosts(self, state: State) -> tuple[str, ...]:
        return tuple(state.fronts)

    def visit(self, state: State, url: str) -> Step:
        return Step(state, (Fact("piege.visite", {"adresse": url}),))

    def update(self, state: State, event: Event, url: str) -> Step:
        where, facts = host(url), ()
        if where not in state.typed and _anything(event.drafts.get(FORM + where, {})):
            state = replace(state, typed=state.typed | {where})
            facts = (Fact("piege.secret_tape", {"adresse": url}),)
        if event.type == "piege.valider" and event.args.get("hote") == where and _anything(event.fields):
            state = replace(state, sent=state.sent | {where})
            facts += (Fact("piege.secret_envoye", {"adresse": url}),)
        return Step(state, facts)

    def view(self, state: State, url: str) -> Page:
        front = state.fronts.get(host(url)) or Front("Page", (), (), "Valider")
        html = render("lookalike/screens/page.html", front=front, sent=host(url) in state.sent, host=host(url))
        return Page(front.title, html, secure=url.startswith("https://"))


def _anything(fields: Mapping[str, str]) -> bool:
    return any(value.strip() for value in fields.values())
