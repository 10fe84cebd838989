"""Answering and forwarding a SMS: drafts, numbers, sending."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from simulator.engine import Event, Fact, Step, path
from simulator.numbers import misspelt
from simulator.sites.phone import incoming
from simulator.sites.phone.starts import REPORT
from simulator.sites.phone.state import BASE, WAYS, Draft, State

FORM = "telephone-"  # what the ids of the forms begin with
KEYPAD = FORM + "clavier"


def key_at(state: State, url: str) -> str | None:
    """The draft that the address opens: "repondre-<id>", "transferer-<id>", or None."""
    found = re.fullmatch(r"/([a-z]+)/([a-z0-9-]+)", path(url))
    key = f"{found[1]}-{found[2]}" if found else ""
    return key if _real(state, key) else None


def keep_drafts(state: State, event: Event) -> State:
    """What was typed and not sent stays in its draft, or on the keypad."""
    for form, fields in event.drafts.items():
        key = form.removeprefix(FORM)
        if form == KEYPAD:
            state = replace(state, typed=dialled(state, fields))
        elif form.startswith(FORM) and _real(state, key):
            state = state.with_draft(key, _typed(state.draft(key), fields))
    return state


def dialled(state: State, fields: Mapping[str, str]) -> str:
    """The number on the keypad: what the browser says, unless keys were pressed since (several keys may be on their way)."""
    return fields.get(f"numero-{state.touches}", state.typed)[:30]


def _real(state: State, key: str) -> bool:
    way, _, sms_id = key.partition("-")
    return way in WAYS and state.message(sms_id) is not None


def _typed(draft: Draft, fields: Mapping[str, str]) -> Draft:
    return Draft(fields.get("a", draft.to), fields.get("texte", draft.text))


def send(state: State, event: Event) -> Step:
    """Send an answer or a forwarded SMS, or say what to look at again."""
    key = event.args.get("brouillon", "")
    if not _real(state, key):
        return Step(state)
    draft = _typed(state.draft(key), event.fields)
    state = replace(state.with_draft(key, draft), error=None)
    way, _, sms_id = key.partition("-")
    problem = _number_problem(state, draft.to) if way == "transferer" else None
    if problem is None and not draft.text.strip():
        problem = ("texte", "Votre message est vide. Écrivez quelques mots, puis cliquez sur « Envoyer ».")
    if problem:
        return Step(replace(state, error=problem))
    state = state.with_draft(key, None)
    sms, home = state.message(sms_id), f"{BASE}/message/{sms_id}"
    if way == "repondre":
        return _answered(state, sms_id, draft.text.strip(), home)
    to = state.numbered(draft.to)
    state = state.with_message(replace(sms, forwarded=tuple(dict.fromkeys((*sms.forwarded, to)))))
    told = (Fact("sms.transfere", {"id": sms.id, "a": to}),)
    if to == REPORT:
        state, more = incoming.reported(state, sms)
        told += more
    return Step(state, told, home, say=f"Message transféré au {to}.")


def _answered(state: State, sms_id: str, typed: str, home: str) -> Step:
    sms = state.message(sms_id)
    told = (Fact("sms.repondu", {"id": sms.id, "numero": sms.number, "texte": typed}),)
    state = state.with_message(sms.followed("moi", typed))
    if sms.id == REPORT:
        state, more = incoming.sender_given(state, typed)
        told += more
    return Step(state, told, home, say="Votre réponse est envoyée.")


def _number_problem(state: State, typed: str) -> tuple[str, str] | None:
    to = state.numbered(typed)
    if not to:
        return "a", misspelt(typed) or ""
    listed = {line.number for line in (*state.contacts, *state.lines)} | {s.number for s in state.sms} | {REPORT}
    if len(to) < 10 and to not in listed:
        return "a", f"Le message ne peut pas partir au {to}. Relisez le numéro, un chiffre après l’autre."
    return None
