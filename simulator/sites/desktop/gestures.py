"""Practising gestures: touch targets, scroll down to a word, copy a text."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from simulator.engine import Event, Fact, Step, oui
from simulator.sites.desktop.state import Exercise, Program, State

SPOTS = 12  # places a target may take, see style.css
LAST = 3
SAME = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " "})


def _shown(state: State, event: Event, kind: str) -> Program | None:
    """The exercise of this kind that the event is about, when its window is open."""
    program = state.program(event.args.get("de", ""))
    return program if program and program.kind == kind and state.window(program.id) else None


def spot(exercise: Exercise) -> int:
    """Where the target stands: never twice running at the same place, another order each round."""
    return (exercise.rank * 5 + exercise.round * 7) % SPOTS


def on_cible(state: State, event: Event) -> Step:
    program = _shown(state, event, "cibles")
    now = state.exercise(program.id) if program else Exercise()
    if program is None or event.args.get("rang") != str(now.rank) or now.rank > program.count:
        return Step(state)
    misses = (*now.misses, now.beside)
    data = {"fenetre": program.id, "rang": now.rank, "a_cote": now.beside, "a_cote_3": sum(misses[-LAST:])}
    done = replace(now, rank=now.rank + 1, beside=0, misses=misses)
    return Step(state.with_exercise(program.id, done), (Fact("geste.cible", data),))


def on_a_cote(state: State, event: Event) -> Step:
    """A click on the background."""
    program = _shown(state, event, "cibles")
    now = state.exercise(program.id) if program else Exercise()
    if program is None or now.rank > program.count:
        return Step(state)
    told = Fact("geste.a_cote", {"fenetre": program.id, "rang": now.rank})
    return Step(state.with_exercise(program.id, replace(now, beside=now.beside + 1)), (told,))


def on_mot(state: State, event: Event) -> Step:
    program = _shown(state, event, "defiler")
    if program is None:
        return Step(state)
    found = replace(state.exercise(program.id), found=True)
    return Step(state.with_exercise(program.id, found), (Fact("geste.trouve", {"fenetre": program.id, "mot": program.word}),))


def on_verifier(state: State, event: Event) -> Step:
    """Compare what was copied with its model, as a person would: sign by sign."""
    program = _shown(state, event, "recopier")
    now = state.exercise(program.id) if program else Exercise()
    rank = now.rank
    if program is None or rank > len(program.models) or f"texte-{rank}" not in event.fields:
        return Step(state)
    model = program.models[rank - 1]
    problem = difference(model, event.fields[f"texte-{rank}"])
    told = Fact("geste.texte", {"fenetre": program.id, "rang": rank, "texte": model, "juste": oui(not problem)})
    after = replace(now, error=problem) if problem else replace(now, rank=rank + 1, error="")
    return Step(state.with_exercise(program.id, after), (told,))


def on_recommencer(state: State, event: Event) -> Step:
    program = state.program(event.args.get("de", ""))
    if program is None or program.id not in state.exercises:
        return Step(state)
    return Step(state.with_exercise(program.id, Exercise(round=state.exercise(program.id).round + 1)))


def seen(text: str) -> str:
    """A text as the eye reads it: spaces at the ends and the shape of an apostrophe are not seen."""
    return unicodedata.normalize("NFC", text).translate(SAME).strip()


def difference(model: str, typed: str) -> str:
    """The first difference, told calmly; "" when there is none."""
    wanted, read = seen(model), seen(typed)
    same = [_alike(a, b) for a, b in zip(wanted, read, strict=False)]
    if all(same) and len(wanted) == len(read):
        return ""
    if not read:
        return "La case est vide. Écrivez le texte dans la case."
    at = same.index(False) if False in same else len(same)
    start = f"Jusqu’à « {wanted[:at].strip()} », tout est juste. " if wanted[:at].strip() else ""
    if at == len(read):
        return f"{start}Il manque la suite : {_sign(wanted[at])}."
    if at == len(wanted):
        return f"{start}Après, il y a un signe en trop : {_sign(read[at])}."
    return f"{start}Ensuite, le modèle a {_sign(wanted[at])}. Vous avez écrit {_sign(read[at])}."


def _alike(wanted: str, read: str) -> bool:
    """The same sign. A capital may lose its accent: few keyboards have É."""
    return read == wanted or (wanted.isupper() and read == unicodedata.normalize("NFD", wanted)[0])


def _sign(sign: str) -> str:
    if sign == " ":
        return "une espace"
    return f"« {sign} », en majuscule" if sign.isupper() else f"« {sign} », en minuscule" if sign.islower() else f"« {sign} »"
