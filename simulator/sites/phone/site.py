"""The site « telephone »: read, forward and delete SMS, call a number one knows; writing is in writing.py."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.engine import Event, Fact, Page, Step, path, render
from simulator.sites.phone import writing
from simulator.sites.phone.numbers import digits, misspelt, written
from simulator.sites.phone.state import Sms, State, init
from simulator.sites.phone.vocabulary import FACTS
from simulator.sites.phone.writing import BASE

PLACES = {"messages": "Messages", "contacts": "Contacts", "clavier": "Clavier"}
LONGEST_NUMBER = 20


class Phone:
    """A phone. The address says what is on show: a place, a SMS, a SMS being written, a call."""

    name = "telephone"
    facts = FACTS
    icon = "telephone"
    keeps = writing.FORM
    home = f"{BASE}/messages"

    def init(self, data: Mapping[str, Any]) -> State:
        return init(data)

    def hosts(self, state: State) -> tuple[str, ...]:
        return ("telephone.example",)

    def visit(self, state: State, url: str) -> Step:
        state = replace(state, error=None)
        if sms := opened(state, url):
            fact = Fact("sms.ouvert", {"id": sms.id, "numero": sms.number})
            return Step(state.with_message(replace(sms, read=True)), (fact,))
        known = path(url).strip("/") in PLACES or writing.key_at(state, url) or _called(url)
        return Step(state) if known else Step(state, goto=self.home)

    def update(self, state: State, event: Event, url: str) -> Step:
        state = writing.keep_drafts(state, event)
        act = getattr(self, "on_" + event.type.partition(".")[2], None)
        return act(state, event, url) if act else Step(state)

    # ----------------------------------------------------------------------------------------------------- calls
    def on_appeler(self, state: State, event: Event, url: str) -> Step:
        """Call the number of the button, else the one on the keypad."""
        asked = event.args.get("numero")
        typed = writing.dialled(state, event.fields) if asked is None else asked
        if problem := misspelt(typed):
            return Step(replace(state, typed=typed, error=("numero", problem)) if asked is None else state)
        number = written(digits(typed))
        before = (Fact("telephone.raccroche", {"numero": state.call}),) if state.call else ()
        fact = Fact("telephone.appel", {"numero": number, "nom": state.line(number).name})
        back = url if path(url).strip("/") in PLACES else state.back or f"{BASE}/contacts"
        state = replace(state, call=number, back=back, called=(*state.called, number), error=None)
        if asked is None:
            state = replace(state, typed="", touches=state.touches + 1)
        return Step(state, (*before, fact), f"{BASE}/appel/{digits(number)}")

    def on_raccrocher(self, state: State, event: Event, url: str) -> Step:
        if not state.call:
            return Step(state)
        fact = Fact("telephone.raccroche", {"numero": state.call})
        return Step(replace(state, call="", back=""), (fact,), state.back, say="Appel terminé.")

    def on_touche(self, state: State, event: Event, url: str) -> Step:
        key = event.args.get("chiffre", "")
        if key not in tuple("0123456789") or len(state.typed) >= LONGEST_NUMBER:
            return Step(state)
        return Step(replace(state, typed=state.typed + key, touches=state.touches + 1, error=None))

    def on_effacer(self, state: State, event: Event, url: str) -> Step:
        return Step(replace(state, typed=state.typed.rstrip()[:-1], touches=state.touches + 1, error=None))

    # -------------------------------------------------------------------------------------------------- messages
    def on_envoyer(self, state: State, event: Event, url: str) -> Step:
        return writing.send(state, event)

    def on_supprimer(self, state: State, event: Event, url: str) -> Step:
        sms = state.message(event.args.get("id", ""))
        if sms is None or sms.deleted:
            return Step(state)
        fact = Fact("sms.supprime", {"id": sms.id, "numero": sms.number})
        say = "Message supprimé. Vous pouvez le retrouver dans « Supprimés »."
        return Step(state.with_message(replace(sms, deleted=True)), (fact,), self.home, say=say)

    def on_remettre(self, state: State, event: Event, url: str) -> Step:
        sms = state.message(event.args.get("id", ""))
        if sms is None or not sms.deleted:
            return Step(state)
        back = state.with_message(replace(sms, deleted=False))
        return Step(back, (Fact("sms.remis", {"id": sms.id}),), self.home, say="Message remis avec les autres.")

    # --------------------------------------------------------------------------------------------------- drawing
    def view(self, state: State, url: str) -> Page:
        sms, key, number = opened(state, url), writing.key_at(state, url), _called(url)
        place = path(url).strip("/")
        place = (
            place
            if place in PLACES
            else "clavier"
            if number and path(state.back) == "/clavier"
            else "contacts"
            if number
            else "messages"
        )
        way, _, sms_id = (key or "").partition("-")
        answered = state.message(sms_id) if key else None
        screen = "write" if key else "sms" if sms else "call" if number else place
        title = _title(state, sms or answered, way, number, place)
        html = render(
            "phone/screens/phone.html", state=state, base=BASE, screen=screen, place=place, places=PLACES, title=title,
            sms=sms or answered, key=key, way=way, draft=state.draft(key) if key else None,
            line=state.line(number) if number else None, calling=state.line(state.call) if state.call else None, live=number == state.call,
            begun={k.partition("-")[2] for k in state.drafts}, unread=sum(not s.read and not s.deleted for s in state.sms),
            route=path(url).strip("/").replace("/", "-"),
        )  # fmt: skip
        return Page(f"{title} – Téléphone", html)


def opened(state: State, url: str) -> Sms | None:
    """The SMS that the address opens."""
    found = re.fullmatch(r"/message/([a-z0-9-]+)", path(url))
    return state.message(found[1]) if found else None


def _called(url: str) -> str:
    """The number whose call the address shows, as people read it; "" when it shows none."""
    found = re.fullmatch(r"/appel/([0-9]+)", path(url))
    return written(digits(found[1])) if found else ""


def _title(state: State, sms: Sms | None, way: str, number: str, place: str) -> str:
    if sms:
        who = sms.name or sms.number
        return {"repondre": f"Répondre à {who}", "transferer": "Transférer le message"}.get(way, who)
    if number:
        who = state.line(number).name or number
        return f"Appel en cours : {who}" if number == state.call else f"Appel terminé : {who}" if number in state.called else who
    return PLACES[place]
