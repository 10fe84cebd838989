"""The site « telephone »: SMS and calls. Verbs are in messages.py and calls.py, what arrives by itself in incoming.py."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.engine import Event, Fact, Page, Step, answer, path, render
from simulator.sites.phone import calls, incoming, messages, writing
from simulator.sites.phone.calls import PLACES, number_at, page_of, talk_at
from simulator.sites.phone.starts import init
from simulator.sites.phone.state import BASE, Caller, Sms, State
from simulator.sites.phone.vocabulary import FACTS

SCREENS = {"messages": "messages", "appels": "calls", "contacts": "contacts", "clavier": "keypad"}
WAYS = {"recu": "Reçu", "emis": "Émis", "manque": "Manqué", "refuse": "Refusé"}


class Phone:
    """A phone. The address says what is on show: a place, a SMS, a SMS being written, a call. A call that rings covers it."""

    name = "telephone"
    facts = FACTS
    icon = "telephone"
    keeps = writing.FORM
    bare = True  # a device: no address bar around it
    home = f"{BASE}/messages"

    def init(self, data: Mapping[str, Any]) -> State:
        return init(data)

    def hosts(self, state: State) -> tuple[str, ...]:
        return ("telephone.example",)

    def visit(self, state: State, url: str) -> Step:
        state = replace(state, error=None)
        if sms := messages.opened(state, url):
            return messages.read(state, sms)
        known = path(url).strip("/") in PLACES or writing.key_at(state, url) or number_at(url) or talk_at(state, url)
        return Step(state) if known else Step(state, goto=self.home)

    def update(self, state: State, event: Event, url: str) -> Step:
        state = writing.keep_drafts(state, event)
        act = answer(event, messages, calls)
        return act(state, event, url) if act else Step(state)

    def receive(self, state: State, fact: Fact) -> Step:
        """What happened anywhere in the story: a code, a SMS or a call may come of it."""
        return incoming.hear(state, fact)

    # ------------------------------------------------------------------------------------------------------- drawing
    def view(self, state: State, url: str) -> Page:
        sms, key, number, talk = messages.opened(state, url), writing.key_at(state, url), number_at(url), talk_at(state, url)
        way, _, sms_id = (key or "").partition("-")
        sms, ringing = sms or (state.message(sms_id) if key else None), state.ringing
        screen = "ring" if ringing else "write" if key else "sms" if sms else "talk" if talk else "call" if number else ""
        place = path(url).strip("/") if path(url).strip("/") in PLACES else _place(state, bool(number or talk))
        title = _title(state, ringing, sms, way, talk, number) or PLACES[place]
        called = state.line(number) if number else None
        html = render(
            "phone/screens/phone.html", state=state, base=BASE, screen=screen or SCREENS[place], alone=not screen, place=place, places=PLACES, title=title, ways=WAYS,
            sms=sms, key=key, way=way, draft=state.draft(key) if key else None, ringing=ringing, talk=talk,
            line=called, live=bool(state.call or state.talk) and path(url) == path(page_of(state)),
            turn=talk.turn(state.turn) if talk and talk.id == state.talk else None, going=_going(state), to_call=page_of(state),
            begun={k.partition("-")[2] for k in state.drafts}, unread=sum(not s.read and not s.deleted for s in state.sms),
            route=f"sonne-{ringing.id}" if ringing else path(url).strip("/").replace("/", "-"),
        )  # fmt: skip
        fresh = sum(s.came and not s.read and not s.deleted for s in state.sms)
        return Page(f"{f'({fresh}) ' if fresh and not ringing else ''}{title} – Téléphone", html)


def _going(state: State) -> str:
    """Who one is on the line with."""
    caller = state.caller(state.talk)
    return caller.who if caller else state.line(state.call).name or state.call


def _place(state: State, calling: bool) -> str:
    """The place of the bar that a page belongs to."""
    return ("clavier" if path(state.back) == "/clavier" else "appels") if calling else "messages"


def _title(state: State, ringing: Caller | None, sms: Sms | None, way: str, talk: Caller | None, number: str) -> str:
    if ringing:
        return f"Appel entrant : {ringing.who}"
    if sms:
        who = sms.name or sms.number
        return {"repondre": f"Répondre à {who}", "transferer": "Transférer le message"}.get(way, who)
    if talk:
        return f"{'Appel en cours' if talk.id == state.talk else 'Appel terminé'} : {talk.who}"
    if number:
        who = state.line(number).name or number
        live = number == state.call and not state.talk
        return f"Appel en cours : {who}" if live else f"Appel terminé : {who}" if number in state.called else who
    return ""
