"""Windows: open, find again, reduce, enlarge, close. The address names the window in front, so Back brings the one before."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from simulator.engine import Event, Fact, Step
from simulator.sites.desktop.state import FOLDER, SHOWN, State, Window

BASE = "https://bureau.example"


def on_ouvrir(state: State, event: Event) -> Step:
    """An icon, a file, a window behind: one click opens it, or brings it back."""
    name = event.args.get("id", "")
    program = state.program(name)
    if program and program.address:
        return Step(state, goto=program.address, new_tab=True)
    return opened(state, name)


def opened(state: State, name: str, facts: tuple[Fact, ...] = (), say: str | None = None) -> Step:
    """The window of this thing, in front; nothing when there is no such thing."""
    if not state.can_show(name):
        return Step(state, facts, say=say)
    state, more = front(state, name)
    return Step(state, (*facts, *more), address(state), say=say)


def front(state: State, name: str) -> tuple[State, tuple[Fact, ...]]:
    """The window of `name` in front of the others, opened if it was not."""
    before, item = state.window(name), state.item(name)
    told: tuple[Fact, ...] = ()
    if before is None:
        window = Window(name, state.opened)
        state = replace(state, opened=state.opened + 1)
        told = (fact(state, "bureau.fenetre_ouverte", name),)
    else:
        window = replace(before, reduced=False)
        if before.reduced or before != state.top:
            was = "reduite" if before.reduced else "derriere"
            told = (fact(state, "bureau.fenetre_retrouvee", name, etait=was),)
    if item and item.kind != FOLDER:
        told += (Fact("bureau.fichier_ouvert", {"id": item.id, "nom": item.name, "dossier": state.title(item.folder)}),)
    others = tuple(w for w in state.windows if w.id != name)
    return replace(state, windows=(*others, window), doing=None, error="", saving=None), told


def fact(state: State, kind: str, name: str, **more: Any) -> Fact:
    return Fact(kind, {"fenetre": name, "nom": state.title(name), **more})


def address(state: State) -> str:
    """The address of what is in front."""
    return f"{BASE}/{state.top.id if state.top else SHOWN}"


def visited(state: State, name: str) -> Step:
    """The address opens a window, or shows the desktop."""
    if name == SHOWN:
        return Step(*_all_reduced(state))
    if state.top and state.top.id == name:
        return Step(state)
    if not name or not state.can_show(name):
        return Step(state, goto=address(state))
    return Step(*front(state, name))


def on_tache(state: State, event: Event) -> Step:
    """A name in the bar: brings its window back; reduces the one that is in front, as in life."""
    name = event.args.get("id", "")
    if state.top and state.top.id == name:
        return on_reduire(state, event)
    return opened(state, name) if state.window(name) else Step(state)


def on_reduire(state: State, event: Event) -> Step:
    window = state.window(event.args.get("id", ""))
    if window is None or window.reduced:
        return Step(state)
    state = quiet(state.with_window(replace(window, reduced=True)))
    told = fact(state, "bureau.fenetre_reduite", window.id)
    return Step(state, (told,), address(state), say=f"« {state.title(window.id)} » est réduite : elle est dans la barre du bas.")


def on_agrandir(state: State, event: Event) -> Step:
    """Take the whole place, or the size it had."""
    window = state.window(event.args.get("id", ""))
    if window is None or window.reduced:
        return Step(state)
    told = fact(state, "bureau.fenetre_diminuee" if window.big else "bureau.fenetre_agrandie", window.id)
    return Step(state.with_window(replace(window, big=not window.big)), (told,))


def on_fermer(state: State, event: Event) -> Step:
    window = state.window(event.args.get("id", ""))
    if window is None:
        return Step(state)
    told = fact(state, "bureau.fenetre_fermee", window.id)
    state = closed(state, (window.id,))
    unsaved = window.id in state.drafts
    title = state.title(window.id)
    say = f"« {title} » est fermée. Votre texte non enregistré y reste." if unsaved else f"« {title} » est fermée."
    return Step(state, (told,), address(state), say=say)


def on_montrer(state: State, event: Event) -> Step:
    """Show the desktop: every window goes to the bar."""
    state, told = _all_reduced(state)
    return Step(state, told, address(state))


def _all_reduced(state: State) -> tuple[State, tuple[Fact, ...]]:
    told = tuple(fact(state, "bureau.fenetre_reduite", w.id) for w in state.windows if not w.reduced)
    return quiet(replace(state, windows=tuple(replace(w, reduced=True) for w in state.windows))), told


def closed(state: State, names: tuple[str, ...]) -> State:
    return quiet(replace(state, windows=tuple(w for w in state.windows if w.id not in names)))


def quiet(state: State) -> State:
    """Nothing half done: no panel of actions, no dialog."""
    return replace(state, doing=None, error="", saving=None)
