"""What reaches the phone while one is at work: codes by SMS, SMS and calls that wait for something, the answers of 33700."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from simulator.engine import Fact, Step, fold
from simulator.numbers import digits, written
from simulator.sites.phone.starts import ARRIVED, REPORT
from simulator.sites.phone.state import MOST_CODES, Sms, State

CODE = ".code_envoye"
SENDER = "06 39 98 00 40"  # of a code, unless the site says another
ASKS = "33700 : merci pour ce signalement. Répondez avec le numéro ou le nom affiché de l’expéditeur. C’est gratuit."
AGAIN = "33700 : il manque le numéro de l’expéditeur. Il est en haut du SMS. Exemple : 06 39 98 00 00"
THANKS = "33700 : merci. Votre signalement est terminé."


def hear(state: State, fact: Fact) -> Step:
    """A fact of the story, the phone's own too: it may bring a SMS or a call, and those others in their turn."""
    facts, says = (), []
    if fact.kind.endswith(CODE) and (sms := _code(state, fact.data)):
        state, facts = _room(state).on_top(sms), (_told(sms),)
    for held in state.held:
        if held.cue.heard(fact):
            state = replace(state.on_top(held.sms), held=tuple(h for h in state.held if h is not held))
            facts += (_told(held.sms),)
    if facts:
        says.append("Nouveau SMS.")
    for caller in state.callers:
        waiting = caller.id not in (*state.coming, *state.rung)
        if waiting and caller.cue and caller.cue.heard(fact):
            state = replace(state, coming=(*state.coming, caller.id))
            facts += (Fact("telephone.sonne", {"appel": caller.id, "numero": caller.number, "nom": caller.name}),)
            says += ["Le téléphone sonne."] if state.ringing == caller else []
    return Step(state, facts, say=" ".join(says) or None)


def _told(sms: Sms) -> Fact:
    return Fact("sms.recu", {"id": sms.id, "numero": sms.number})


def _code(state: State, told: Mapping[str, object]) -> Sms | None:
    """The SMS of a code that a site sends; None when the code goes elsewhere, or says nothing."""
    words = str(told.get("texte") or "").strip()
    if not words or "courriel" in (told.get("par"), told.get("moyen")):
        return None
    taken = {s.id for s in state.sms}
    rank = next(n for n in range(1, len(taken) + 2) if f"{ARRIVED}{n}" not in taken)
    number = written(digits(str(told.get("numero") or ""))) or SENDER
    shown = str(told.get("nom") or "") or state.line(number).name
    return Sms(f"{ARRIVED}{rank}", shown, number, ({"texte": words},), "à l’instant", came=True)


def _room(state: State) -> State:
    """Room for one code more: « Renvoyer le code » can be clicked for ever, and the oldest code serves no more."""
    codes = [sms.id for sms in state.sms if sms.id.startswith(ARRIVED)]
    gone = codes[MOST_CODES - 1 :]  # the latest is first
    return replace(state, sms=tuple(sms for sms in state.sms if sms.id not in gone))


# ------------------------------------------------------------------------------------------------------------ 33700
def reported(state: State, sms: Sms) -> tuple[State, tuple[Fact, ...]]:
    """A SMS was forwarded to 33700: it asks who sent it, in one thread that stays on top."""
    state = replace(state, reports=(*(r for r in state.reports if r != sms.id), sms.id))
    thread = state.message(REPORT)
    if thread is None:
        thread = Sms(REPORT, state.line(REPORT).name, REPORT, ({"texte": ASKS},), "à l’instant", came=True)
    else:
        thread = replace(thread.followed("eux", ASKS), read=False, deleted=False)
    return state.on_top(thread), (_told(thread),)


def sender_given(state: State, typed: str) -> tuple[State, tuple[Fact, ...]]:
    """What 33700 answers to an answer: thanks for the sender's number or name, else it asks again."""
    thread = state.message(REPORT)
    if thread is None or not state.reports:
        return state, ()
    sms = state.message(state.reports[-1])
    bare = re.sub(r"[^0-9]", "", typed)
    named = sms is not None and sms.name and fold(sms.name) in fold(typed)
    right = named or (sms is not None and digits(sms.number) in (bare, digits(typed)))
    state = state.with_message(thread.followed("eux", THANKS if right else AGAIN))
    if not right or sms is None:
        return state, ()
    return replace(state, reports=state.reports[:-1]), (Fact("sms.signale", {"id": sms.id}),)
