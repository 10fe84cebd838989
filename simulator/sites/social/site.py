"""The site « reseau »: an invented social network; the gestures are in the rooms, one subject each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.engine import Event, Fact, Page, Step, answer, render
from simulator.sites.social import people, posts, privacy, talks, writing
from simulator.sites.social.places import BASE, HOST, Place, place
from simulator.sites.social.starts import init
from simulator.sites.social.state import ACCEPTED, AUDIENCES, FRIENDS, ME, PUBLIC, REASONS, TOLD, State
from simulator.sites.social.vocabulary import FACTS

ROOMS = (posts, people, talks, privacy)


class Social:
    """A social network. What is typed is kept only when the scenario says so: the forms' ids tell."""

    name = "reseau"
    facts = FACTS
    icon = "rs-amis"
    keeps = writing.FORM
    home = f"{BASE}/"

    def init(self, data: Mapping[str, Any]) -> State:
        return init(data)

    def hosts(self, state: State) -> tuple[str, ...]:
        return (HOST,)

    def visit(self, state: State, url: str) -> Step:
        state, here = state.calm(), place(state, url)
        if here is None:
            return Step(state, goto=self.home)
        if here.screen == "seen":
            return Step(state, (_seen(state, FRIENDS if url.endswith("/ami") else PUBLIC),))
        if here.screen == "why":
            return Step(state, (Fact("reseau.pourquoi", {"id": here.what.id}),))
        if here.screen == "person":
            return Step(state, (Fact("reseau.profil_ouvert", {"id": here.what.id, "nom": here.what.name}),))
        if here.screen == "talk":
            told = Fact("reseau.message_ouvert", {"id": here.what.id})
            return Step(state.with_talk(replace(here.what, read=True)), (told,))
        return Step(state)

    def update(self, state: State, event: Event, url: str) -> Step:
        state = writing.keep_typed(state, event)
        act = answer(event, *ROOMS)
        return act(state, event) if act else Step(state)

    def view(self, state: State, url: str) -> Page:
        here = place(state, url) or Place("feed", "fil", "Accueil")
        dialog = bool(state.choosing or state.reporting or state.blocking)
        audience = FRIENDS if url.endswith("/ami") else PUBLIC
        pieces, mine = state.seen_by(audience)
        html = render(
            "social/screens/social.html", state=state, base=BASE, here=here, what=here.what, dialog=dialog, me=ME, audiences=AUDIENCES,
            told=TOLD, reasons=REASONS, audience=audience, seen_pieces=pieces, seen_posts=mine, form_id=writing.form_id,
            chosen=privacy.chosen(state, state.choosing), unread=sum(not t.read for t in state.open_talks), accepted=ACCEPTED,
            gone=_gone(state), friends=_friends(state),
        )  # fmt: skip
        return Page(f"{here.title} – Bavardine", html, dialog=dialog)


def _seen(state: State, audience: str) -> Fact:
    """What the profile shows to others, told when it is looked at as they see it."""
    pieces, mine = state.seen_by(audience)
    shown = {p.id for p in pieces}
    return Fact("reseau.vu_comme", {
        "comme": audience, "montre": [p.id for p in pieces], "cache": [p.id for p in state.pieces if p.id not in shown],
        "publications": [p.id for p in mine],
    })  # fmt: skip


def _friends(state: State) -> frozenset[str]:
    return frozenset(state.friends) | {k for k, reply in state.replies.items() if reply == ACCEPTED}


def _gone(state: State) -> list[tuple[str, str]]:
    """What was deleted or hidden, with the words that name it."""
    out = [(p.id, f"Publication de {state.name_of(p.who)}") for p in state.posts if p.id in state.deleted | state.hidden]
    comments = [
        (c.id, f"Commentaire de {state.name_of(c.who)}") for p in state.posts for c in p.comments if c.id in state.deleted
    ]
    return out + comments
