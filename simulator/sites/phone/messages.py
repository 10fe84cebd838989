"""SMS: sending, deleting, putting back. Verbs are named on_…"""

from __future__ import annotations

import re
from dataclasses import replace

from simulator.engine import Event, Fact, Step, path
from simulator.sites.phone import writing
from simulator.sites.phone.state import BASE, Sms, State

HOME = f"{BASE}/messages"


def opened(state: State, url: str) -> Sms | None:
    """The SMS that the address opens."""
    found = re.fullmatch(r"/message/([a-z0-9-]+)", path(url))
    return state.message(found[1]) if found else None


def read(state: State, sms: Sms) -> Step:
    """A SMS is on show: it is read."""
    fact = Fact("sms.ouvert", {"id": sms.id, "numero": sms.number})
    return Step(state.with_message(replace(sms, read=True, came=False)), (fact,))


def on_envoyer(state: State, event: Event, url: str) -> Step:
    return writing.send(state, event)


def on_supprimer(state: State, event: Event, url: str) -> Step:
    sms = state.message(event.args.get("id", ""))
    if sms is None or sms.deleted:
        return Step(state)
    fact = Fact("sms.supprime", {"id": sms.id, "numero": sms.number})
    say = "Message supprimé. Vous pouvez le retrouver dans « Supprimés »."
    return Step(state.with_message(replace(sms, deleted=True)), (fact,), HOME, say=say)


def on_remettre(state: State, event: Event, url: str) -> Step:
    sms = state.message(event.args.get("id", ""))
    if sms is None or not sms.deleted:
        return Step(state)
    back = state.with_message(replace(sms, deleted=False))
    return Step(back, (Fact("sms.remis", {"id": sms.id}),), HOME, say="Message remis avec les autres.")
