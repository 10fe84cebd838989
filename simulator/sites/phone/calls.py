"""Calls: the keypad, calling, being called, talking, hanging up. Verbs are named on_…"""

from __future__ import annotations

import re
from dataclasses import replace

from simulator.engine import Event, Fact, Step, path
from simulator.numbers import digits, misspelt, written
from simulator.sites.phone import writing
from simulator.sites.phone.state import BASE, LONGEST_TALK, Caller, Entry, State, Turn

PLACES = {"messages": "Messages", "appels": "Appels", "contacts": "Contacts", "clavier": "Clavier"}
FROM = ("contacts", "clavier", "journal", "appel")
LONGEST_NUMBER = 20


def number_at(url: str) -> str:
    """The number whose call the address shows, as people read it; "" when it shows none."""
    found = re.fullmatch(r"/appel/([0-9]+)", path(url))
    return written(digits(found[1])) if found else ""


def talk_at(state: State, url: str) -> Caller | None:
    """The caller whose conversation the address shows, once there was one."""
    found = re.fullmatch(r"/conversation/([a-z0-9-]+)", path(url))
    return state.caller(found[1]) if found and found[1] in state.said else None


def page_of(state: State) -> str:
    """The address of the call in progress, "" when there is none."""
    return f"{BASE}/conversation/{state.talk}" if state.talk else f"{BASE}/appel/{digits(state.call)}" if state.call else ""


# --------------------------------------------------------------------------------------------------------- calling
def on_appeler(state: State, event: Event, url: str) -> Step:
    """Call the number of the button, else the one on the keypad."""
    asked = event.args.get("numero")
    typed = writing.dialled(state, event.fields) if asked is None else asked
    if state.ringing:
        return Step(state)
    if problem := misspelt(typed):
        return Step(replace(state, typed=typed, error=("numero", problem)) if asked is None else state)
    number = written(digits(typed))
    back = url if path(url).strip("/") in PLACES else state.back or f"{BASE}/contacts"
    state, before = _ended(state)
    since = "clavier" if asked is None else event.args.get("depuis", "")
    told = {"numero": number, "nom": state.line(number).name, "depuis": since if since in FROM else ""}
    state = replace(
        state, call=number, since=told["depuis"], back=back, called=(*state.called, number)[-LONGEST_TALK:], error=None
    )
    if asked is None:
        state = replace(state, typed="", touches=state.touches + 1)
    if again := _who_answers(state, number):
        state = _begun(state, again)
    state = state.logged(Entry("emis", told["nom"], number, page=page_of(state)))
    return Step(state, (*before, Fact("telephone.appel", told)), page_of(state))


def _who_answers(state: State, number: str) -> Caller | None:
    """The person who called from this number, when the author gave it no other voice. A number shown may be somebody else's."""
    if state.line(number).heard:
        return None
    return next((c for c in state.callers if c.id in state.rung and c.true_number == number), None)


def on_touche(state: State, event: Event, url: str) -> Step:
    key = event.args.get("chiffre", "")
    if key not in tuple("0123456789") or len(state.typed) >= LONGEST_NUMBER:
        return Step(state)
    return Step(replace(state, typed=state.typed + key, touches=state.touches + 1, error=None))


def on_effacer(state: State, event: Event, url: str) -> Step:
    return Step(replace(state, typed=state.typed.rstrip()[:-1], touches=state.touches + 1, error=None))


# ---------------------------------------------------------------------------------------------------- being called
def _rings(state: State, event: Event) -> Caller | None:
    """The caller who rings, when the button is hers: a second press must not answer the next call."""
    caller = state.ringing
    return caller if caller and event.args.get("id") == caller.id else None


def _shown(caller: Caller) -> dict[str, str]:
    return {"appel": caller.id, "numero": caller.number, "nom": caller.name}


def on_accepter(state: State, event: Event, url: str) -> Step:
    caller = _rings(state, event)
    if caller is None:
        return Step(state)
    state = replace(state, coming=state.coming[1:], rung=(*state.rung, caller.id), call=caller.number, back=url, error=None)
    state = _begun(state, caller)
    state = state.logged(Entry("recu", caller.name, caller.number, page=page_of(state)))
    return Step(state, (Fact("telephone.accepte", _shown(caller)),), page_of(state))


def on_refuser(state: State, event: Event, url: str) -> Step:
    caller = _rings(state, event)
    if caller is None:
        return Step(state)
    state = replace(state, coming=state.coming[1:], rung=(*state.rung, caller.id))
    state = state.logged(Entry("refuse", caller.name, caller.number))
    return Step(state, (Fact("telephone.refuse", _shown(caller)),), say="Appel refusé. Il est noté dans « Appels ».")


# --------------------------------------------------------------------------------------------------------- talking
def _begun(state: State, caller: Caller) -> State:
    first = caller.turns[0]
    return _heard(replace(state, talk=caller.id, said={**state.said, caller.id: ()}), first)


def _heard(state: State, turn: Turn) -> State:
    said = (*state.said[state.talk], *(("eux", line) for line in turn.said))
    return replace(state, turn=turn.id, said={**state.said, state.talk: said[-LONGEST_TALK:]})


def on_repondre(state: State, event: Event, url: str) -> Step:
    """Say one of the answers of the moment; the caller goes on, or the call is over."""
    caller = state.caller(state.talk)
    turn = caller.turn(state.turn) if caller else None
    choice = next((c for c in turn.choices if c.id == event.args.get("choix")), None) if turn else None
    if caller is None or choice is None:
        return Step(state)
    fact = Fact("telephone.reponse", {"appel": caller.id, "choix": choice.id, "texte": choice.text})
    state = replace(state, said={**state.said, caller.id: (*state.said[caller.id], ("moi", choice.text))[-LONGEST_TALK:]})
    after = caller.turn(choice.then)
    if after:
        return Step(_heard(state, after), (fact,))
    back, (state, facts) = state.back, _ended(state)
    return Step(state, (fact, *facts), back, say="Appel terminé.")


def _ended(state: State) -> tuple[State, tuple[Fact, ...]]:
    """No call in progress any more."""
    if not (state.call or state.talk):
        return state, ()
    fact = Fact("telephone.raccroche", {"numero": state.call, "appel": state.talk, "depuis": state.since})
    return replace(state, call="", talk="", turn="", since="", back=""), (fact,)


def on_raccrocher(state: State, event: Event, url: str) -> Step:
    back, (state, facts) = state.back, _ended(state)
    return Step(state, facts, back, say="Appel terminé.") if facts else Step(state)
