"""The card: lock it and unlock it at will, or stop it for good, on the site or by the number on its back."""

from __future__ import annotations

from dataclasses import replace

from simulator.engine import Event, Fact, Step
from simulator.sites.bank.state import ACTIVE, LOCKED, STOPPED, State

REASONS = {"perdue": "Je l’ai perdue", "volee": "On me l’a volée", "fraude": "Elle sert à quelqu’un d’autre"}


def _turned(state: State, was: str, status: str, fact: str, say: str) -> Step:
    if state.card is None or state.card.status != was:
        return Step(state)
    return Step(replace(state, card=replace(state.card, status=status)), (Fact(fact, {"carte": state.card.end}),), say=say)


def on_verrouiller(state: State, event: Event, url: str) -> Step:
    return _turned(state, ACTIVE, LOCKED, "banque.carte_verrouillee", "La carte est verrouillée. Plus aucun paiement ne passe.")


def on_deverrouiller(state: State, event: Event, url: str) -> Step:
    return _turned(state, LOCKED, ACTIVE, "banque.carte_deverrouillee", "La carte est déverrouillée.")


def on_motif(state: State, event: Event, url: str) -> Step:
    if state.card is None or event.args.get("motif") not in REASONS or state.card.status == STOPPED:
        return Step(state)
    return Step(replace(state, card=replace(state.card, reason=event.args["motif"]), error=None))


def on_opposition(state: State, event: Event, url: str) -> Step:
    """Stop the card for good, once the reason is chosen."""
    if state.card is None or state.card.status == STOPPED:
        return Step(state)
    if not state.card.reason:
        return Step(replace(state, error=("motif", "Choisissez d’abord une raison.")))
    return stop(state, state.card.reason, "site")


def stop(state: State, reason: str, by: str) -> Step:
    if state.card is None or state.card.status == STOPPED:
        return Step(state)
    fact = Fact("banque.opposition", {"carte": state.card.end, "motif": reason, "par": by})
    card = replace(state.card, status=STOPPED, reason=reason)
    return Step(replace(state, card=card, error=None), (fact,), f"{state.base}/carte", say="La carte est bloquée pour toujours.")
