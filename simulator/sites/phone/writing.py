"""Answering and forwarding a SMS: drafts, numbers, sending."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from simulator.engine import Event, Fact, Step, path
from simulator.sites.phone.numbers import misspelt
from simulator.sites.phone.state import WAYS, Draft, State

FORM = "telephone-"  # what the ids of the forms begin with
KEYPAD = FORM + "clavier"
BASE = "https://telephone.example"
REPORT = "33700"  # answers whether or not the author says so


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
        told = Fact("sms.repondu", {"id": sms.id, "numero": sms.number, "texte": draft.text.strip()})
        sent = replace(sms, answers=(*sms.answers, draft.text.strip()))
        return Step(state.with_message(sent), (told,), home, say="Votre réponse est envoyée.")
    to = state.numbered(draft.to)
    sent = replace(sms, forwarded=(*sms.forwarded, to))
    told = Fact("sms.transfere", {"id": sms.id, "a": to})
    return Step(state.with_message(sent), (told,), home, say=f"Message transféré au {to}.")


def _number_problem(state: State, typed: str) -> tuple[str, str] | None:
    to = state.numbered(typed)
    if not to:
        return "a", misspelt(typed) or ""
    listed = {line.number for line in (*state.contacts, *state.lines)} | {s.number for s in state.sms} | {REPORT}
    if len(to) < 10 and to not in listed:
        return "a", f"Le message ne peut pas partir au {to}. Relisez le numéro, un chiffre après l’autre."
    return None
