"""Requests of friends, reports and blocks: each can be taken back."""

from __future__ import annotations

from dataclasses import replace

from simulator.engine import Event, Fact, Step
from simulator.sites.social.places import BASE
from simulator.sites.social.state import ACCEPTED, ME, REASONS, REFUSED, REPORTED, State

SAID = {
    ACCEPTED: "Vous êtes amis. {} voit ce que vous montrez à vos amis.",
    REFUSED: "Demande de {} refusée. Rien ne lui est dit.",
    REPORTED: "Demande de {} signalée. Merci.",
}
KIND = {ACCEPTED: "reseau.demande_acceptee", REFUSED: "reseau.demande_refusee", REPORTED: "reseau.demande_signalee"}


# ------------------------------------------------------------------------------------------------------- requests
def on_accepter(state: State, event: Event) -> Step:
    return _reply(state, event.args.get("id", ""), ACCEPTED)


def on_refuser(state: State, event: Event) -> Step:
    return _reply(state, event.args.get("id", ""), REFUSED)


def _reply(state: State, name: str, reply: str, reason: str = "") -> Step:
    if state.request(name) is None or name in state.replies or name in state.blocked:
        return Step(state)
    data = {"id": name, "nom": state.name_of(name)}
    state = replace(state, replies={**state.replies, name: reply}, reporting="")
    told = Fact(KIND[reply], data if not reason else {**data, "motif": reason})
    return Step(state, (told,), f"{BASE}/demandes", say=SAID[reply].format(state.name_of(name)))


def on_demande_remettre(state: State, event: Event) -> Step:
    """Take back the reply to a request: it waits again."""
    name = event.args.get("id", "")
    if name not in state.replies:
        return Step(state)
    state = replace(state, replies={k: v for k, v in state.replies.items() if k != name})
    told = Fact("reseau.demande_remise", {"id": name, "nom": state.name_of(name)})
    return Step(state, (told,), f"{BASE}/demandes", say=f"La demande de {state.name_of(name)} attend de nouveau.")


# -------------------------------------------------------------------------------------------------------- reports
def owner(state: State, key: str) -> str | None:
    """Who made what is being reported; None when there is no such thing."""
    what, _, name = key.partition(".")
    if what == "publication":
        post = state.post(name)
        return post.who if post else None
    if what == "commentaire":
        found = state.comment(name)
        return found[1].who if found else None
    if what == "demande":
        return name if name in {r.id for r in state.pending} else None
    return name if what == "personne" and state.person(name) else None


def on_signaler(state: State, event: Event) -> Step:
    """Ask why."""
    key = event.args.get("quoi", "")
    who = owner(state, key)
    if who in (None, ME) or key in state.reported:
        return Step(state)
    return Step(replace(state.calm(), reporting=key))


def on_ne_pas_signaler(state: State, event: Event) -> Step:
    return Step(replace(state, reporting=""))


def on_motif(state: State, event: Event) -> Step:
    """The report leaves, with its reason."""
    key, reason = state.reporting, event.args.get("motif", "")
    who = owner(state, key)
    if who is None or reason not in REASONS:
        return Step(state)
    what, _, name = key.partition(".")
    if what == "demande":
        return _reply(state, name, REPORTED, reason)
    state = replace(state, reporting="", reported={**state.reported, key: reason})
    told = Fact("reseau.signale", {"quoi": what, "id": name, "motif": reason, "de": who})
    return Step(state, (told,), say="Signalement envoyé. Bavardine va regarder.")


def on_annuler_signalement(state: State, event: Event) -> Step:
    key = event.args.get("quoi", "")
    if key not in state.reported:
        return Step(state)
    what, _, name = key.partition(".")
    state = replace(state, reported={k: v for k, v in state.reported.items() if k != key})
    return Step(state, (Fact("reseau.signalement_annule", {"quoi": what, "id": name}),), say="Signalement annulé.")


# --------------------------------------------------------------------------------------------------------- blocks
def on_bloquer(state: State, event: Event) -> Step:
    """Say first what blocking does."""
    person = state.person(event.args.get("id", ""))
    return Step(replace(state.calm(), blocking=person.id) if person and person.id not in state.blocked else state)


def on_ne_pas_bloquer(state: State, event: Event) -> Step:
    return Step(replace(state, blocking=""))


def on_bloquer_oui(state: State, event: Event) -> Step:
    person = state.person(state.blocking)
    if person is None:
        return Step(state)
    state = replace(state, blocking="", blocked=(*state.blocked, person.id))
    state = replace(state, replies={k: v for k, v in state.replies.items() if k != person.id})  # unblocked, it waits again
    told = Fact("reseau.bloque", {"id": person.id, "nom": person.name})
    return Step(state, (told,), say=f"Vous avez bloqué {person.name}. Pour changer d’avis : « Réglages ».")


def on_debloquer(state: State, event: Event) -> Step:
    person = state.person(event.args.get("id", ""))
    if person is None or person.id not in state.blocked:
        return Step(state)
    state = replace(state, blocked=tuple(b for b in state.blocked if b != person.id))
    return Step(
        state, (Fact("reseau.debloque", {"id": person.id, "nom": person.name}),), say=f"Vous avez débloqué {person.name}."
    )
